"""Original documents in the staff side: to look at and to download, never to change."""

from __future__ import annotations

from urllib.parse import quote

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from replies.admin.catalogue import ReadOnlyAdmin
from replies.ingest.receive import forget_refusals
from replies.models import RefusedFile, SourceDocument


@admin.register(SourceDocument)
class SourceDocumentAdmin(ReadOnlyAdmin):
    list_display = ("name", "format", "size", "received_at", "received_by")
    list_filter = ("format",)
    search_fields = ("name", "sha256", "source_url")
    fields = (
        "name",
        "original",
        "reply_link",
        "format",
        "size",
        "sha256",
        "received_at",
        "received_by",
        "received_from",
        "source_url",
        "page",
        "notices",
        "text",
    )
    readonly_fields = ("original", "reply_link")

    def get_queryset(self, request: HttpRequest) -> QuerySet[SourceDocument]:
        return super().get_queryset(request).defer("content")

    @admin.display(description=_("原件"))
    def original(self, source: SourceDocument) -> str:
        address = reverse("admin:replies_sourcedocument_original", args=[source.pk])
        return format_html('<a href="{}">{}</a>', address, _("下载原件"))

    @admin.display(description=_("答复"))
    def reply_link(self, source: SourceDocument) -> str:
        reply = getattr(source, "reply", None)
        if reply is None:
            return "—"
        return format_html(
            '<a href="{}">{}</a>', reverse("admin:replies_reply_change", args=[reply.pk]), str(reply)
        )

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.original_view)
        return [
            path("<int:pk>/original/", view, name="replies_sourcedocument_original"),
            *super().get_urls(),
        ]

    def original_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The bytes as received; always a download, so that an uploaded page never runs here."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        source = get_object_or_404(SourceDocument, pk=pk)
        response = HttpResponse(bytes(source.content), content_type="application/octet-stream")
        response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(source.name)}"
        response["X-Content-Type-Options"] = "nosniff"
        return response


@admin.register(RefusedFile)
class RefusedFileAdmin(ReadOnlyAdmin):
    list_display = ("name", "message", "refused_at", "received_by")
    search_fields = ("name", "message")

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.settle_view)
        return [path("<int:pk>/settle/", view, name="replies_refusedfile_settle"), *super().get_urls()]

    def settle_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Off the work list: it came in as another file, or need not come in at all."""
        if not request.user.has_perm("replies.add_reply"):
            raise PermissionDenied
        if request.method == "POST":
            forget_refusals(RefusedFile.objects.filter(pk=pk).values_list("sha256", flat=True))
        return HttpResponseRedirect(f"{reverse('admin:index')}#pile-refused")
