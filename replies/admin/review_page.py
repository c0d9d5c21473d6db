"""The review screen: the original on one side, the form on the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.forms import BoundField
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from replies.admin import kept_typing
from replies.admin.measure_forms import cards
from replies.admin.original import pieces, places_of
from replies.admin.review_form import OWN_FIELDS, ReviewForms
from replies.ingest.errors import EditConflict, NotReady
from replies.ingest.questions import REQUIRED, Question, input_named_in
from replies.ingest.review import CHANGE, PUBLISH, publish, save_review
from replies.ingest.rows import values_of
from replies.ingest.values import LABELS
from replies.models import Reply, ReplyTopic, Resemblance

FINDING_KEYS = {
    "title": ("reply_title",),
    "city": ("place",),
    "agency": ("agency",),
    "contacts": ("contact_name", "contact_phone"),
}
HOW = {
    "title": gettext_lazy("标题"),
    "opening": gettext_lazy("开头"),
    "signature": gettext_lazy("落款"),
    "letterhead": gettext_lazy("版头"),
    "page": gettext_lazy("网页信息"),
    "contact": gettext_lazy("联系人一栏"),
    "footer": gettext_lazy("页脚"),
    "cc": gettext_lazy("抄送一栏"),
    "body": gettext_lazy("正文"),
    "addressee": gettext_lazy("抬头"),
    "doc_number": gettext_lazy("文号"),
    "agency": gettext_lazy("单位名称"),
}


@dataclass(frozen=True)
class Row:
    """One field as the page shows it: its input, where it was read, what is open about it."""

    input: BoundField
    keys: str
    anchor: str
    how: str
    questions: list[dict[str, Any]] = field(default_factory=list)


def review_page(admin: Any, request: HttpRequest, reply: Reply) -> HttpResponse:
    user = request.user
    assert isinstance(user, User)  # staff only: the admin site asked before
    if request.method == "POST":
        return _posted(admin, request, reply, user)
    typed = kept_typing.restored(request)
    if typed is not None:
        messages.info(request, _("登录前填写的内容已经恢复，尚未保存。"))
    return _shown(admin, request, reply, ReviewForms(reply, typed))


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
    messages.success(
        request, _("已保存：%(names)s。") % {"names": names} if names else _("已保存，没有改动。")
    )
    if request.POST.get("do") == "publish":
        _publish(request, reply, user)
    request.session["just_saved"] = reply.pk
    return HttpResponseRedirect(request.path)


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
    theirs = ReviewForms(reply).form
    both = [
        {"label": LABELS[name], "theirs": theirs[name].value() if name in OWN_FIELDS else None}
        for name in sorted(conflict.fields)
    ]
    return _shown(admin, request, reply, merged, {"edits": conflict.edits, "both": both})


def _shown(
    admin: Any,
    request: HttpRequest,
    reply: Reply,
    forms: ReviewForms,
    conflict: Mapping[str, Any] | None = None,
) -> HttpResponse:
    user = request.user
    may_edit = user.has_perm(CHANGE if reply.status == Reply.Status.DRAFT else PUBLISH)
    rows = _rows(reply, forms)
    context = {
        **admin.admin_site.each_context(request),
        "title": str(reply),
        "reply": reply,
        "forms": forms,
        "asked": [row for row in rows if row.questions],
        "rows": [row for row in rows if not row.questions],
        "other_questions": _other_questions(reply),
        "cards": list(cards(forms.measures, forms.figures)),
        "topic_choices": _topic_choices(reply, forms),
        "settled": forms.form["settled"].value() or [],
        "original": pieces(reply.source.text, places_of(reply)),
        "may_edit": may_edit,
        "may_publish": user.has_perm(PUBLISH),
        "typed_seal": kept_typing.seal(request),
        "just_saved": request.session.pop("just_saved", None) == reply.pk,
        "conflict": conflict,
        "resemblances": Resemblance.objects.filter(reply=reply).select_related("other__source"),
        "opts": admin.opts,
    }
    return TemplateResponse(request, "admin/review.html", context)


def _rows(reply: Reply, forms: ReviewForms) -> list[Row]:
    shown = [name for name in OWN_FIELDS if name not in {"topics", "shows_landline"}]
    return [_row(reply, forms.form[name], name) for name in shown]


def _row(reply: Reply, bound: BoundField, name: str) -> Row:
    keys = FINDING_KEYS.get(name, (name,))
    found = [(key, reply.findings[key]) for key in keys if key in reply.findings]
    questions = _numbered(reply, lambda question: question["field"] == name)
    hints = [f"hint-{question['number']}" for question in questions if _has_place(question)]
    placed = [key for key, finding in found if finding["span"]]
    how = "、".join(dict.fromkeys(str(HOW[f["how"]]) for _key, f in found if f["how"] in HOW))
    return Row(bound, " ".join([*placed, *hints]), [*placed, *hints, ""][0], how, questions)


def _has_place(question: dict[str, Any]) -> bool:
    return any(hint["span"] for choice in question["choices"] for hint in choice["evidence"])


def _topic_choices(reply: Reply, forms: ReviewForms) -> list[dict[str, Any]]:
    """Each topic's tick, with the words in the letter that earned it."""
    links = {link.topic_id: link for link in reply.topic_links.all()}
    return [
        {
            "tick": choice.tag(),
            "name": choice.choice_label,
            "words": "、".join(_first_words(links.get(str(choice.data["value"])))),
        }
        for choice in forms.form["topics"]
    ]


def _first_words(link: ReplyTopic | None, most: int = 3) -> list[str]:
    words = [word["text"] for word in link.evidence] if link else []
    return list(dict.fromkeys(words))[:most]


def _numbered(reply: Reply, wanted: Any) -> list[dict[str, Any]]:
    return [
        {
            **question,
            "number": number,
            "required": question["field"] in REQUIRED,
            "input": input_named_in(question),
            "other": question["key"].removeprefix("resembles-") if question["code"] == "resembles" else "",
        }
        for number, question in enumerate(reply.open_questions)
        if wanted(question)
    ]


def _other_questions(reply: Reply) -> list[dict[str, Any]]:
    """Those about the proposals, the measures or the whole text, which have no input of their own."""
    shown = set(OWN_FIELDS) - {"topics", "shows_landline"}
    return _numbered(reply, lambda question: question["field"] not in shown)
