"""One reply taken away: cited, as data, and as the text that was received."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from replies.api import records
from replies.api.problems import problem
from replies.models import Reply
from replies.text.citations import Citation, bibtex, gb7714, ris

from .errors import NotHere
from .methods import read_only
from .public_reply import Withdrawn, public_reply

View = Callable[..., HttpResponse]
CITE_TYPES = {
    "bib": (bibtex, "application/x-bibtex"),
    "ris": (ris, "application/x-research-info-systems"),
    "txt": (gb7714, "text/plain"),
}


def says_when_withdrawn(view: View) -> View:
    """Answers 410 with the reason, in plain text, where the reply was taken back."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Withdrawn as withdrawn:
            return HttpResponse(f"{withdrawn}\n", status=410, content_type="text/plain; charset=utf-8")

    return answered


def cited(reply: Reply, request: HttpRequest) -> Citation:
    """Needs `with_list_parts`."""
    proposal = records.first_proposal(reply)
    return Citation(
        key=f"reply-{reply.pk}",
        author=reply.agency.name if reply.agency else "",
        title=reply.title,
        day=reply.reply_date,
        url=request.build_absolute_uri(reply.get_absolute_url()),
        seen_on=timezone.localdate(),
        doc_number=reply.doc_number,
        answers=_("答复：%(title)s") % {"title": proposal.title} if proposal and proposal.title else "",
        place=reply.city.full_name if reply.city else "",
    )


@read_only
@says_when_withdrawn
def reply_cite(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    if form not in CITE_TYPES:
        raise NotHere(_("引用格式有 bib、ris 和 txt。"))
    reply = public_reply(pk, Reply.objects.published().with_list_parts().defer("letter", "findings"))
    write, content_type = CITE_TYPES[form]
    text = write(cited(reply, request))
    if form == "txt":
        text += "\n"
    return as_file(text, f"reply-{pk}.{form}", content_type, attached=form != "txt")


@read_only
def reply_json(request: HttpRequest, pk: int) -> HttpResponse:
    """The same record as /api/v1/replies/{id}, at the page's own address."""
    try:
        reply = public_reply(pk, records.with_whole_record())
    except Withdrawn as withdrawn:
        return problem(410, str(withdrawn))
    except Http404 as unknown:
        return problem(404, str(unknown))
    record = records.whole(reply, request.build_absolute_uri)
    return JsonResponse(record.model_dump(mode="json"), json_dumps_params={"ensure_ascii": False})


@read_only
@says_when_withdrawn
def reply_original(request: HttpRequest, pk: int) -> HttpResponse:
    """The text as read, masked character for character, with the fingerprint of the file it came from."""
    published = Reply.objects.published().select_related("source").only("letter", "source__sha256")
    reply = public_reply(pk, published)
    response = as_file(reply.letter, f"reply-{pk}.txt", "text/plain", attached=False)
    response["X-Original-SHA256"] = reply.source.sha256
    return response


def as_file(text: str, name: str, content_type: str, *, attached: bool) -> HttpResponse:
    response = HttpResponse(text, content_type=f"{content_type}; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(attached, name) or "inline"
    return response
