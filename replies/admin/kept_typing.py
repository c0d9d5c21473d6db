"""What somebody typed is kept when her session ends before she saves.

Her form comes in from nobody; it is put into the new, nameless session, which goes on as hers when
she signs in, and the page takes it out again.  A seal in the form proves that it was given to her.
"""

from __future__ import annotations

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.translation import gettext as _

from replies.views.errors import form_too_old

SEAL_FIELD = "typed_seal"
SEAL_AGE = 7 * 24 * 3600
MOST_BYTES = 1_000_000
SALT = "kept-typing"


def seal(request: HttpRequest) -> str:
    return signing.dumps([request.user.pk, request.path], salt=SALT)


def keep(request: HttpRequest) -> bool:
    """Whether there was something to keep: a form of ours for this address, and not too large."""
    owner, typed = _owner(request), request.POST.urlencode()
    if owner is None or len(typed) > MOST_BYTES:
        return False
    request.session[_place(request)] = [owner, typed]
    return True


def restored(request: HttpRequest) -> QueryDict | None:
    """What this person typed at this address and could not save; handed out once, and she is told."""
    owner, typed = request.session.pop(_place(request), (None, ""))
    if owner != request.user.pk or not typed:
        return None
    messages.info(request, _("您填写的内容已经恢复，尚未保存。"))
    return QueryDict(typed)


def too_late(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answers a form whose token no longer holds, as when she signed in again in another window: it is
    not acted on, but what she typed is shown to her once more."""
    return HttpResponseRedirect(request.path) if keep(request) else form_too_old(request, reason)


def _place(request: HttpRequest) -> str:
    return f"typed:{request.path}"


def _owner(request: HttpRequest) -> int | None:
    try:
        owner, path = signing.loads(request.POST.get(SEAL_FIELD, ""), salt=SALT, max_age=SEAL_AGE)
    except (signing.BadSignature, ValueError):
        return None
    return owner if path == request.path else None
