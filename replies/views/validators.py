"""When a page that the reader already has is still right, the server says so and sends nothing."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest

from replies.search.rows import State, index_state

from .display import display_of


def page_validator(request: HttpRequest, *matter: object, index: State | None = None) -> str:
    """An ETag for a page made of published rows: it changes with `matter`, with any publication, with
    the reader's choices and with the program's own templates.

    `matter` names what else the page shows: the canonical query, a row's version, what is on a shelf.
    """
    parts = [
        request.path,
        display_of(request).validator,
        request.get_host(),
        generation(index),
        templates_mark(),
        *matter,
    ]
    digest = hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()
    return f'W/"{digest[:24]}"'


def generation(index: State | None = None) -> str:
    """Names the state of everything public: it changes with each reply published, changed or withdrawn."""
    state = index or index_state()
    return f"{state[1]}.{state[2]}" if state else ""


def templates_mark() -> str:
    """Changes when a template or a word of it does; looked up once, but each time while developing."""
    return _drawn_mark() if settings.DEBUG else _mark_of_this_release()


@lru_cache(maxsize=1)
def _mark_of_this_release() -> str:
    return _drawn_mark()


def _drawn_mark() -> str:
    base = Path(settings.BASE_DIR)
    digest = hashlib.sha256()
    for folder in ("templates", "static", "locale", "replies/views", "replies/templatetags"):
        for file in sorted((base / folder).rglob("*.*")):
            if file.suffix in {".html", ".css", ".js", ".mo", ".py"}:
                digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
