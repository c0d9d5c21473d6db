"""Two replies that look alike side by side, and the choice of what they are to each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from replies.ingest.errors import WrongStatus
from replies.ingest.versions import decide
from replies.models import Resemblance
from replies.text.difference import Piece, differences

SHOWN_AROUND = 60  # characters of what both say, before and after a difference

CHOICES = [
    (value, label) for value, label in Resemblance.Relation.choices if value != Resemblance.Relation.UNCLEAR
]


def comparison_page(admin: Any, request: HttpRequest, pk: int, other: int) -> HttpResponse:
    found = Resemblance.objects.select_related(
        "reply__source", "reply__agency", "other__source", "other__agency", "decided_by"
    )
    resemblance = get_object_or_404(found, reply=pk, other=other)
    if request.method == "POST" and request.POST.get("choice") in dict(CHOICES):
        return _decided(request, resemblance, request.POST["choice"])
    if request.method == "POST":
        messages.error(request, _("请先选定两件答复的关系。"))
    found_apart = list(differences(resemblance.other.source.text, resemblance.reply.source.text))
    context = {
        **admin.admin_site.each_context(request),
        "title": _("对照两件答复"),
        "resemblance": resemblance,
        "percent": _percent_same(found_apart),
        "choices": CHOICES,
        "chosen": resemblance.choice or resemblance.suggested,
        "runs": list(_runs(found_apart, whole="whole" in request.GET)),
        "whole": "whole" in request.GET,
        "opts": admin.opts,
    }
    return TemplateResponse(request, "admin/comparison.html", context)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch as one side shows it: `kind` is same, removed or added; `left_out` counts what both say
    and neither shows."""

    kind: str
    old: str = ""
    new: str = ""
    left_out: int = 0


def _percent_same(pieces: Sequence[Piece]) -> int:
    """Of the characters of both; a hundred only where nothing differs."""
    total = sum(len(piece.old_text) + len(piece.new_text) for piece in pieces)
    same = sum(len(piece.old_text) + len(piece.new_text) for piece in pieces if piece.kind == "same")
    return 100 * same // total if total else 100


def _runs(pieces: Sequence[Piece], whole: bool) -> Iterator[Run]:
    for piece in pieces:
        if piece.kind == "same" and not whole and len(piece.old_text) > 3 * SHOWN_AROUND:
            yield Run("same", piece.old_text[:SHOWN_AROUND], piece.new_text[:SHOWN_AROUND])
            yield Run("same", left_out=len(piece.old_text) - 2 * SHOWN_AROUND)
            yield Run("same", piece.old_text[-SHOWN_AROUND:], piece.new_text[-SHOWN_AROUND:])
        else:
            yield Run(piece.kind, piece.old_text, piece.new_text)


def _decided(request: HttpRequest, resemblance: Resemblance, choice: str) -> HttpResponse:
    assert isinstance(request.user, User)  # staff only: the admin site asked before
    try:
        kept = decide(resemblance, request.user, choice)
    except WrongStatus:
        messages.error(request, _("没有并入：这一件已经发布过，请先撤回，或选定别的关系。"))
        return HttpResponseRedirect(request.path)
    if kept.pk == resemblance.reply_id:
        messages.success(request, _("已记下两件答复的关系。"))
    else:
        messages.success(request, _("已并入这件答复：新收的草稿不再保留，原件留存。"))
    return HttpResponseRedirect(reverse("admin:replies_reply_change", args=[kept.pk]))
