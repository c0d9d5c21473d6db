"""The review screen: the original on one side, the form on the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.forms import BoundField
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from replies.admin import kept_typing
from replies.admin.measure_forms import cards
from replies.admin.original import pieces, places_of
from replies.admin.review_form import OWN_FIELDS, ReviewForms
from replies.admin.review_rows import begin, other_questions, rows_of, topic_choices
from replies.admin.work_list import following
from replies.ingest.changes import changes
from replies.ingest.errors import EditConflict, NotReady
from replies.ingest.questions import Question
from replies.ingest.review import CHANGE, PUBLISH, publish, save_review
from replies.ingest.rows import values_of
from replies.ingest.values import LABELS, ReplyValues
from replies.models import Reply, Resemblance


def review_page(admin: Any, request: HttpRequest, reply: Reply) -> HttpResponse:
    user = request.user
    assert isinstance(user, User)  # staff only: the admin site asked before
    if request.method == "POST":
        return _posted(admin, request, reply, user)
    return _shown(admin, request, reply, ReviewForms(reply, kept_typing.restored(request)))


def _posted(admin: Any, request: HttpRequest, reply: Reply, user: User) -> HttpResponse:
    forms = ReviewForms(reply, _with_answer(request.POST))
    if not forms.is_valid():
        messages.error(request, _("有几处需要改正，见下面各栏。填写的内容都还在，尚未保存。"))
        return _shown(admin, request, reply, forms)
    try:
        changed = save_review(
            reply,
            user,
            forms.values(),
            shown=forms.form.cleaned_data["shown"],
            shown_version=forms.form.cleaned_data["shown_version"],
            settled=forms.form.cleaned_data["settled"],
        )
    except EditConflict as conflict:
        return _conflict(admin, request, reply, forms, conflict)
    except NotReady as refusal:
        messages.error(request, _told(refusal.problems))
        return _shown(admin, request, reply, forms)
    return _saved(request, reply, user, changed)


def _with_answer(posted: QueryDict) -> QueryDict:
    """With the field that a click on a candidate fills: `answer` is `city=濮阳市`."""
    name, equals, value = posted.get("answer", "").partition("=")
    if not equals:
        return posted
    filled = posted.copy()
    filled[name] = value
    return filled


def _saved(request: HttpRequest, reply: Reply, user: User, changed: Iterable[str]) -> HttpResponseRedirect:
    reply.refresh_from_db()
    names = "、".join(str(label) for name, label in LABELS.items() if name in changed)
    saved = _("已保存：%(names)s。") % {"names": names} if names else _("已保存，没有改动。")
    if request.POST.get("do") != "publish":
        messages.success(request, f"{saved}{_what_is_left(reply)}")
    else:
        messages.success(request, saved)
        _publish(request, reply, user)
    request.session["just_saved"] = reply.pk
    # With an empty fragment, so that the cursor goes to the next question and not where it was sent before.
    return HttpResponseRedirect(f"{request.path}#")


def _what_is_left(reply: Reply) -> str:
    if reply.status != Reply.Status.DRAFT:
        return ""
    left = len(reply.open_questions)
    return _("还有 %(left)s 个问题。") % {"left": left} if left else _("没有待解决的问题，可以审核发布。")


def _publish(request: HttpRequest, reply: Reply, user: User) -> None:
    try:
        publish(reply, by=user)
    except NotReady as refusal:
        messages.error(request, _told(refusal.problems))
    else:
        link = format_html('<a href="{}">{}</a>', reply.get_absolute_url(), _("查看公开页面"))
        messages.success(request, format_html("{} {}", _("已发布，公众现在就能看到和搜到。"), link))


def _told(problems: Iterable[Question]) -> str:
    said = " ".join(problem["message"] for problem in problems)
    return _("还不能发布：%(problems)s") % {"problems": said}


def _conflict(
    admin: Any, request: HttpRequest, reply: Reply, forms: ReviewForms, conflict: EditConflict
) -> HttpResponse:
    """Her changes over what the other person saved: saving again is her decision, made knowingly."""
    mine, shown = forms.values(), forms.form.cleaned_data["shown"]
    reply.refresh_from_db()
    current = values_of(reply)
    marks = mine.marks()
    hers = [name for name in marks if marks[name] != shown.get(name)]
    merged = ReviewForms(reply, values=current.taking(hers, mine))
    both = [_both_changed(name, reply, current, mine) for name in sorted(conflict.fields)]
    return _shown(admin, request, reply, merged, {"edits": conflict.edits, "both": both})


def _both_changed(name: str, reply: Reply, theirs: ReplyValues, hers: ReplyValues) -> dict[str, Any]:
    """What the other person saved; of rows, each part in which the two differ."""
    told: dict[str, Any] = {"label": LABELS[name], "rows": (), "theirs": None}
    if name in OWN_FIELDS:
        bound = ReviewForms(reply).form[name]
        value = _names_of_ticks(bound) if name == "topics" else bound.value()
        return {**told, "is_whole": True, "theirs": value}
    return {**told, "rows": list(changes(name, getattr(theirs, name), getattr(hers, name)))}


def _names_of_ticks(bound: BoundField) -> str:
    chosen = bound.value() or ()
    choices = bound.field.choices  # type: ignore[attr-defined]
    return "、".join(label for value, label in choices if value in chosen)


def _shown(
    admin: Any,
    request: HttpRequest,
    reply: Reply,
    forms: ReviewForms,
    conflict: Mapping[str, Any] | None = None,
) -> HttpResponse:
    user = request.user
    may_edit = user.has_perm(CHANGE if reply.status == Reply.Status.DRAFT else PUBLISH)
    may_publish = user.has_perm(PUBLISH)
    rows, others = rows_of(reply, forms), other_questions(reply)
    begin(forms, rows, others)
    context = {
        **admin.admin_site.each_context(request),
        "title": str(reply),
        "reply": reply,
        "forms": forms,
        "asked": [row for row in rows if row.questions],
        "rows": [row for row in rows if not row.questions],
        "other_questions": others,
        "cards": list(cards(forms.measures, forms.figures)),
        "topic_choices": topic_choices(reply, forms),
        "settled": forms.form["settled"].value() or [],
        "original": pieces(reply.source.text, places_of(reply)),
        "may_edit": may_edit,
        "may_publish": may_publish,
        "typed_seal": kept_typing.seal(request),
        "just_saved": request.session.pop("just_saved", None) == reply.pk,
        "conflict": conflict,
        "following": following(reply, may_publish),
        "resemblances": Resemblance.objects.filter(reply=reply).select_related("other__source"),
        "opts": admin.opts,
    }
    return TemplateResponse(request, "admin/review.html", context)
