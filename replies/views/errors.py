"""What went wrong, what was kept and what to do: the error pages, in the look of the house."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import DisallowedHost
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.utils.translation import gettext as _

from replies.api.problems import problem


@dataclass(frozen=True, slots=True)
class Trouble:
    """`happened` is one sentence; `cure` says what the reader can do now; `go_on` is an address to try again."""

    status: int
    heading: str
    happened: str
    cure: str
    go_on: str = ""

    @property
    def in_one_line(self) -> str:
        return f"{self.happened}{' ' if self.happened.endswith('.') else ''}{self.cure}"


def as_data(request: HttpRequest) -> bool:
    """Whether a program asks, under the API's addresses."""
    return request.path.startswith("/api/v1/")


def _page(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    if as_data(request):
        return problem(trouble.status, trouble.in_one_line)
    return render(request, "replies/trouble.html", {"trouble": trouble}, status=trouble.status)


class NotHere(Http404):
    """Nothing is at an address, told in words of ours and not of the framework, in the reader's language."""


def said_by(exception: object) -> str:
    """The view's own words, where it had some."""
    return str(exception) if isinstance(exception, NotHere) else ""


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Under a name that is not ours no page of ours is shown: its links would carry that name on."""
    if isinstance(exception, DisallowedHost):
        return HttpResponseBadRequest("400\n", content_type="text/plain")
    return _page(
        request,
        Trouble(
            400,
            _("这个请求无法读懂"),
            _("网址或表单中有无法识别的内容。"),
            _("请检查网址，或从检索页重新开始。收藏没有受影响。"),
        ),
    )


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return _page(
        request,
        Trouble(
            403,
            _("没有权限"),
            _("这个页面只对有权限的工作人员开放。"),
            _("如果您是工作人员，请登录后再试。"),
        ),
    )


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token.  Only POST brings forms; any other method that writes is wrong everywhere."""
    if request.method != "POST":
        return wrong_method(request, "GET, HEAD")
    return _page(
        request,
        Trouble(
            403,
            _("表单已过期"),
            _("为防止冒用，这次提交没有被接受，内容没有改动。"),
            _("请返回上一页，刷新后再提交一次；浏览器需要允许本站的 Cookie。"),
        ),
    )


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return _page(
        request,
        Trouble(
            404,
            _("没有这个页面"),
            said_by(exception) or _("网址可能抄错了，或者内容还没有公开。"),
            _("可以检索编号、姓名、单位或词语。"),
        ),
    )


def wrong_method(request: HttpRequest, allowed: str) -> HttpResponse:
    """405; `allowed` are the methods that the address takes, as its Allow header names them."""
    trouble = Trouble(
        405,
        _("这个网址不能这样用"),
        _("这个网址不接受 %(method)s 请求，内容没有改动。") % {"method": request.method},
        _("可以用的方法：%(allowed)s。") % {"allowed": allowed},
    )
    response = _page(request, trouble)
    response["Allow"] = allowed
    return response


def too_many(request: HttpRequest, seconds: int = 60) -> HttpResponse:
    trouble = Trouble(
        429,
        _("访问过于频繁"),
        _("您所在的网络短时间内打开的页面太多，这一次没有处理。"),
        _("请等 %(seconds)s 秒再试。需要成批数据时，请用导出或数据接口。") % {"seconds": seconds},
        request.get_full_path() if request.method == "GET" else "",
    )
    response = _page(request, trouble)
    response["Retry-After"] = str(seconds)
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Says so without asking anything that may be what failed."""
    trouble = Trouble(
        500,
        _("系统出错了"),
        _("这不是您的操作造成的，错误已经记录。"),
        _("请稍后再试。收藏和已经提交的内容没有丢失。"),
    )
    return _page(request, trouble)
