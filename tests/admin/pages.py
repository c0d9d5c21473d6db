"""What a browser would send back from a page: the fields of a form, as they stand in it."""

from __future__ import annotations

from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode


def filled_form(response: Any, selector: str = "#review-form") -> dict[str, list[str]]:
    """Name to values of every field that would be sent if nobody touched the form."""
    form = LexborHTMLParser(response.content.decode()).css_first(selector)
    assert form is not None
    sent: dict[str, list[str]] = {}
    for node in form.css("input[name], textarea[name], select[name]"):
        value = _value(node)
        if value is not None:
            sent.setdefault(str(node.attributes["name"]), []).append(value)
    return sent


def _value(node: LexborNode) -> str | None:
    if node.tag == "textarea":
        # A browser drops the line end behind the tag and sends line ends as CRLF.
        return node.text().removeprefix("\n").replace("\n", "\r\n")
    if node.tag == "select":
        chosen = node.css_first("option[selected]") or node.css_first("option")
        return (chosen and chosen.attributes.get("value")) or ""
    if node.attributes.get("type") == "checkbox":
        return node.attributes.get("value") or "on" if "checked" in node.attributes else None
    return node.attributes.get("value") or ""


def text_of(response: Any) -> str:
    """All words of a page, closed up."""
    body: Any = LexborHTMLParser(response.content.decode()).body
    return "".join(body.text().split())
