"""Replies in the staff side: the list, and the ways to the intake form and the review screen."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from replies.admin.comparison import comparison_page
from replies.admin.intake import intake_page
from replies.admin.review_page import review_page
from replies.admin.type_ahead import suggestions
from replies.ingest.errors import EditConflict, WrongStatus
from replies.ingest.review import withdraw
from replies.ingest.versions import discard
from replies.models import Reply


class WorkFilter(admin.SimpleListFilter):
    title = gettext_lazy("待办")
    parameter_name = "work"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("questions", _("有待解决的问题")),
            ("ready", _("可以审核")),
            ("published", _("已发布")),
            ("withdrawn", _("已撤回")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Reply]) -> QuerySet[Reply]:
        drafts = queryset.filter(status=Reply.Status.DRAFT)
        chosen = {
            "questions": drafts.exclude(open_questions=[]),
            "ready": drafts.filter(open_questions=[]),
            "published": queryset.filter(status=Reply.Status.PUBLISHED),
            "withdrawn": queryset.filter(status=Reply.Status.WITHDRAWN),
        }
        return chosen.get(self.value() or "", queryset)


@admin.register(Reply)
class ReplyAdmin(admin.ModelAdmin[Reply]):
    list_display = ("__str__", "city", "agency", "reply_date", "status", "questions", "updated_at")
    list_filter = (WorkFilter,)
    list_select_related = ("city", "agency", "source")
    search_fields = ("title", "doc_number", "proposals__number", "proposals__title", "agency__name")
    search_help_text = gettext_lazy("按标题、文号、建议编号或单位查找")
    actions = None

    @admin.display(description=gettext_lazy("问题"))
    def questions(self, reply: Reply) -> str:
        return str(len(reply.open_questions) or "")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Reply]:
        return super().get_queryset(request).defer("letter", "findings", "source__content", "source__text")

    def has_delete_permission(self, request: HttpRequest, obj: Reply | None = None) -> bool:
        """A reply is withdrawn, never deleted."""
        return False

    def get_urls(self) -> list[URLPattern]:
        site = self.admin_site.admin_view
        return [
            path("suggestions/", site(self.suggestions_view), name="replies_reply_suggestions"),
            path("<int:pk>/compare/<int:other>/", site(self.compare_view), name="replies_reply_compare"),
            path("<int:pk>/discard/", site(self.discard_view), name="replies_reply_discard"),
            path("<int:pk>/withdraw/", site(self.withdraw_view), name="replies_reply_withdraw"),
            *super().get_urls(),
        ]

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return intake_page(self, request)

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        return review_page(self, request, self._reply(request, object_id))

    def history_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        reply = self._reply(request, object_id)
        lines = reply.history.select_related("history_user").order_by("-history_date", "-history_id")
        context = {
            **self.admin_site.each_context(request),
            "title": _("修改记录"),
            "reply": reply,
            "lines": lines,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/reply_history.html", context)

    def compare_view(self, request: HttpRequest, pk: int, other: int) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        return comparison_page(self, request, pk, other)

    def withdraw_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        reply = self._reply(request, pk)
        reason = request.POST.get("reason", "").strip()
        if request.method == "POST" and not reason:
            messages.error(request, _("没有撤回：请写明原因，公众打开这个网址时会看到它。"))
        elif request.method == "POST":
            self._withdraw(request, reply, reason[:300])
        return HttpResponseRedirect(reverse("admin:replies_reply_change", args=[reply.pk]))

    def _withdraw(self, request: HttpRequest, reply: Reply, reason: str) -> None:
        assert isinstance(request.user, User)  # staff only: the admin site asked before
        try:
            withdraw(reply, request.user, reason)
        except WrongStatus:
            messages.warning(request, _("这件答复现在不是已发布状态，没有撤回。"))
        else:
            messages.success(request, _("已撤回。网址保留，打开时会说明原因。"))

    def discard_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        reply = self._reply(request, pk)
        assert isinstance(request.user, User)  # staff only: the admin site asked before
        version = request.POST.get("shown_version", "")
        try:
            if request.method == "POST":
                discard(reply, request.user, int(version) if version.isdecimal() else -1)
                messages.success(request, _("已删除草稿“%(title)s”和它的原件。") % {"title": reply})
                return HttpResponseRedirect(reverse("admin:index"))
        except WrongStatus:
            messages.warning(request, _("没有删除：这件答复已经发布过。"))
        except EditConflict:
            messages.warning(request, _("没有删除：您打开之后有人改过这件草稿，请先看过。"))
        return HttpResponseRedirect(reverse("admin:replies_reply_change", args=[reply.pk]))

    def suggestions_view(self, request: HttpRequest) -> JsonResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        field, typed = request.GET.get("field", ""), request.GET.get("q", "")
        return JsonResponse({"suggestions": suggestions(field, typed)})

    def _reply(self, request: HttpRequest, pk: str | int) -> Reply:
        if not self.has_view_permission(request):
            raise PermissionDenied
        found = Reply.objects.select_related("source", "city", "agency", "published_by")
        return get_object_or_404(found, pk=int(pk) if str(pk).isdecimal() else 0)
