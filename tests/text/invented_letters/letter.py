"""One letter and what is to be read in it."""

from __future__ import annotations

from typing import Any, NamedTuple


class Letter(NamedTuple):
    """Fields that are not named are not checked; `problem:place` lists the candidates of that question."""

    shows: str
    text: str
    fields: dict[str, Any]


BODY = "近年来，我市高度重视此项工作，已建成服务站点12个。下一步，我局将继续加大投入，逐步扩大覆盖面。\n感谢您对我们工作的关心和支持。\n"
