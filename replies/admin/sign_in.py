"""Signing in: who fails too often from one address waits, and is told for how long.

django-axes counts failures by account and address together, so that nobody can keep a person out who
signs in from somewhere else.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from replies.crawl_budget import client_address


class SignInForm(AdminAuthenticationForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    def get_invalid_login_error(self) -> ValidationError:
        if not getattr(self.request, "axes_locked_out", False):
            return super().get_invalid_login_error()
        minutes = settings.AXES_COOLOFF_TIME.total_seconds() / 60
        message = _("登录失败次数过多，请等 %(minutes)d 分钟再试。忘记密码请找管理员重设。")
        return ValidationError(message % {"minutes": minutes}, code="too_many_failures")


def told_to_wait(request: HttpRequest, response: HttpResponse, credentials: Any) -> HttpResponse:
    """The page as it is, which says so already, under the status that says it to programs."""
    response.status_code = 429
    return response


def address_of(request: HttpRequest) -> str | None:
    """None where there is no address, as on a socket."""
    return client_address(request).partition("/")[0] or None
