"""Handing in a reply: paste its text or give the file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from replies.admin import kept_typing
from replies.ingest.draft import draft_reply
from replies.ingest.errors import DuplicateDocument
from replies.ingest.receive import receive_document, remember_refusal
from replies.models import Reply, SourceDocument
from replies.text.file_formats import UnreadableFile

MOST_MEGABYTES = 50
ACCEPTED = ".txt,.docx,.doc,.html,.htm,.mht,.pdf,.rtf,.wps"


class IntakeForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("文件"),
        required=False,
        help_text=gettext_lazy(
            "Word（.docx、.doc）、PDF、网页（.html）或文本（.txt），不超过 50 MB。也可以把文件拖到这一页上。"
        ),
        widget=forms.FileInput(attrs={"accept": ACCEPTED, "autofocus": True}),
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
        upload, text = data.get("file"), (data.get("text") or "").strip()
        if upload and upload.size > MOST_MEGABYTES * 1024 * 1024:
            self.add_error("file", _("文件超过 50 MB，没有收下。请只上传答复正文，或拆分后分别上传。"))
        elif upload and text:
            self.add_error("file", _("文件和粘贴的文字只能交一样。文字还在下面，请留下要交的那一样。"))
        elif not upload and not text and "file" not in self.errors:
            self.add_error("file", _("请选择文件，或在下面粘贴全文。"))
        return data

    def document(self) -> tuple[bytes, str]:
        """The bytes and the name under which they are kept; pasted text is named by its first line."""
        upload = self.cleaned_data["file"]
        if upload:
            return upload.read(), upload.name
        text = self.cleaned_data["text"].replace("\r\n", "\n")
        return text.encode(), f"{text.strip().splitlines()[0].strip()[:60]}.txt"


def intake_page(admin: Any, request: HttpRequest) -> HttpResponse:
    if not admin.has_add_permission(request):
        raise PermissionDenied
    assert isinstance(request.user, User)  # staff only: the admin site asked before
    typed = request.POST if request.method == "POST" else kept_typing.restored(request)
    form = IntakeForm(typed, request.FILES or None, label_suffix="")
    if request.method == "POST" and form.is_valid():
        reply = _take_in(form, request.user)
        if reply:
            messages.success(request, _("已收下并读完。请核对各栏，每一栏旁边都有原文出处。"))
            return HttpResponseRedirect(reverse("admin:replies_reply_change", args=[reply.pk]))
    context = {
        **admin.admin_site.each_context(request),
        "title": _("录入一件答复"),
        "form": form,
        "typed_seal": kept_typing.seal(request),
        "opts": admin.opts,
    }
    return TemplateResponse(request, "admin/intake.html", context)


def _take_in(form: IntakeForm, user: User) -> Reply | None:
    """The new draft; or None, and the form says why and what to do."""
    content, name = form.document()
    where = "file" if form.cleaned_data["file"] else "text"
    extra = {key: form.cleaned_data[key] for key in ("received_from", "source_url")}
    try:
        with transaction.atomic():
            return draft_reply(receive_document(content, name, user, **extra), user)
    except DuplicateDocument as duplicate:
        form.add_error(where, _already_here(duplicate.existing))
    except UnreadableFile as refusal:
        remember_refusal(content, name, refusal, user)
        form.add_error(where, refusal.message)
    return None


def _already_here(existing: SourceDocument) -> str:
    """A document that was found to hold the same reply as another leads to that reply."""
    reply = Reply.objects.filter(source=existing.same_as_id or existing.pk).first()
    if reply is None:
        return _("这份文件已经收过（%(name)s）。") % {"name": existing.name}
    link = reverse("admin:replies_reply_change", args=[reply.pk])
    return format_html('{} <a href="{}">{}</a>', _("这份文件已经在档案里，没有重复收下："), link, str(reply))
