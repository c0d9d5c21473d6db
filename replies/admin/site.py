"""The staff side: its first page is a list of work, and a form survives the end of a session."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from replies.admin import kept_typing
from replies.admin.sign_in import SignInForm
from replies.admin.work_list import work_list


class StaffSite(admin.AdminSite):
    site_header = _("答复档案 · 工作台")
    site_title = _("答复档案工作台")
    index_title = _("待办")
    enable_nav_sidebar = False
    login_form = SignInForm

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        return super().index(request, {**(extra_context or {}), "work": work_list(request)})

    # The stubs type this method as a decorator that returns the very view it is given; it never was one.
    def admin_view(self, view: Callable[..., HttpResponse], cacheable: bool = False) -> Any:  # type: ignore[override]
        inner = super().admin_view(view, cacheable)

        def keeping(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method == "POST" and not self.has_permission(request) and kept_typing.keep(request):
                messages.warning(request, _("登录已过期。您填写的内容没有丢，登录后会恢复，再保存一次即可。"))
            return inner(request, *args, **kwargs)

        return keeping
