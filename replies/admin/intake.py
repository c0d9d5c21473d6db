"""Handing in replies: paste the text of one, or give files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from replies.admin import kept_typing
from replies.ingest.found_files import EXTENSIONS
from replies.ingest.handing_in import MOST_DOCUMENTS, HandedIn, hand_in
from replies.models import Reply, SourceDocument

MOST_MEGABYTES = 50
ACCEPTED = ",".join(sorted(EXTENSIONS))


class SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Every file that was given; an empty one is left to the reading, which says what to do about it."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        return [file for file in data or () if file]


class IntakeForm(forms.Form):
    file = FilesField(
        label=gettext_lazy("文件"),
        required=False,
        help_text=gettext_lazy(
            "Word（.docx、.doc）、PDF、网页（.html）、文本（.txt），或它们的压缩包（.zip）；一次可以选几个，每个不超过 50 MB。也可以把文件拖到这一页上。"
        ),
        widget=SeveralFiles(attrs={"accept": ACCEPTED, "autofocus": True}),
    )
    text = forms.CharField(
        label=gettext_lazy("或粘贴全文"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    source_url = forms.URLField(
        label=gettext_lazy("发布网址"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=gettext_lazy("答复在发布机关网站上的网址，可以不填。"),
    )
    received_from = forms.CharField(
        label=gettext_lazy("来源"),
        required=False,
        max_length=255,
        help_text=gettext_lazy("文件是谁交来的，例如“市政协办公室”，只在内部保存，可以不填。"),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        uploads, text = data.get("file"), (data.get("text") or "").strip()
        if uploads and any(upload.size > MOST_MEGABYTES * 1024 * 1024 for upload in uploads):
            self.add_error("file", _("文件超过 50 MB，没有收下。请只上传答复正文，或拆分后分别上传。"))
        elif uploads and len(uploads) > MOST_DOCUMENTS:
            told = _("一次最多交 %(most)d 个文件，都没有收下。请分几次交。")
            self.add_error("file", told % {"most": MOST_DOCUMENTS})
        elif uploads and text:
            self.add_error("file", _("文件和粘贴的文字只能交一样。文字还在下面，请留下要交的那一样。"))
        elif not uploads and not text and "file" not in self.errors:
            self.add_error("file", _("请选择文件，或在下面粘贴全文。"))
        return data

    def given(self) -> Iterator[tuple[str, bytes]]:
        """Names and bytes, one in memory at a time; pasted text is named by its first line."""
        for upload in self.cleaned_data["file"]:
            yield upload.name, upload.read()
        if not self.cleaned_data["file"]:
            text = self.cleaned_data["text"].replace("\r\n", "\n")
            yield f"{text.strip().splitlines()[0].strip()[:60]}.txt", text.encode()


def intake_page(admin: Any, request: HttpRequest) -> HttpResponse:
    if not admin.has_add_permission(request):
        raise PermissionDenied
    assert isinstance(request.user, User)  # staff only: the admin site asked before
    typed = request.POST if request.method == "POST" else kept_typing.restored(request)
    form = IntakeForm(typed, request.FILES or None, label_suffix="")
    if request.method == "POST" and form.is_valid():
        extra = {key: form.cleaned_data[key] for key in ("received_from", "source_url")}
        taken = hand_in(form.given(), request.user, **extra)
        where = _led_to(request, taken)
        if where:
            return HttpResponseRedirect(where)
        form.add_error("file" if form.cleaned_data["file"] else "text", _why_not(taken[0]))
    context = {
        **admin.admin_site.each_context(request),
        "title": _("录入答复"),
        "form": form,
        "typed_seal": kept_typing.seal(request),
        "opts": admin.opts,
    }
    return TemplateResponse(request, "admin/intake.html", context)


def _led_to(request: HttpRequest, taken: Sequence[HandedIn]) -> str | None:
    """The review of the one draft, the work list where there were several; None where the only one failed."""
    drafts = [each.reply for each in taken if each.reply]
    if len(taken) > 1:
        messages.success(
            request, _("共 %(all)d 件，收下 %(kept)d 件。") % {"all": len(taken), "kept": len(drafts)}
        )
        for each in taken:
            if not each.reply:
                messages.warning(request, format_html("“{}”：{}", each.name, _why_not(each)))
        return reverse("admin:index")
    if drafts:
        messages.success(request, _("已收下并读完。请核对各栏，每一栏旁边都有原文出处。"))
        return reverse("admin:replies_reply_change", args=[drafts[0].pk])
    return None


def _why_not(one: HandedIn) -> str:
    if one.existing:
        return _already_here(one.existing)
    return one.refusal.message if one.refusal else ""


def _already_here(existing: SourceDocument) -> str:
    """A document that was found to hold the same reply as another leads to that reply."""
    reply = Reply.objects.filter(source=existing.same_as_id or existing.pk).first()
    if reply is None:
        return _("这份文件已经收过（%(name)s）。") % {"name": existing.name}
    link = reverse("admin:replies_reply_change", args=[reply.pk])
    return format_html('{} <a href="{}">{}</a>', _("这份文件已经在档案里，没有重复收下："), link, str(reply))
