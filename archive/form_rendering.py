"""Django's own markup of inputs, made without a template for each.

The review of a long letter has a thousand inputs, and a template for each of them was two thirds of the time
the page took.  What is not made here goes to Django's templates as ever.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

Context = Mapping[str, Any]


class QuickRenderer(DjangoTemplates):
    def render(self, template_name: str, context: Any, request: Any = None) -> str:
        make = MADE_HERE.get(template_name.removeprefix("django/forms/"))
        made = make(context) if make else None
        return super().render(template_name, context, request) if made is None else made


def _input(context: Context) -> str:
    widget = context["widget"]
    shown = {"type": widget["type"], "name": widget["name"]}
    if widget["value"] is not None:
        shown["value"] = widget["value"]
    return format_html("<input{}{}>", _attributes(shown), _attributes(widget["attrs"]))


def _textarea(context: Context) -> str:
    widget = context["widget"]
    attributes = _attributes({"name": widget["name"], **widget["attrs"]})
    return format_html("<textarea{}>\n{}</textarea>", attributes, widget["value"] or "")


def _select(context: Context) -> str | None:
    """None where the options stand in groups."""
    widget = context["widget"]
    if any(name for name, _options, _index in widget["optgroups"]):
        return None
    options = (option for _name, options, _index in widget["optgroups"] for option in options)
    made = format_html_join(
        "\n",
        "<option{}{}>{}</option>",
        (
            (_attributes({"value": option["value"]}), _attributes(option["attrs"]), option["label"])
            for option in options
        ),
    )
    attributes = _attributes({"name": widget["name"], **widget["attrs"]})
    return format_html("<select{}>\n{}\n</select>", attributes, made)


def _label(context: Context) -> str | None:
    if not context["use_tag"]:
        return None
    attributes = _attributes(context["attrs"] or {})
    return format_html("<{0}{1}>{2}</{0}>", SafeString(context["tag"]), attributes, context["label"])


def _no_errors(context: Context) -> str | None:
    return None if context["errors"] else ""


def _attributes(attributes: Mapping[str, Any]) -> SafeString:
    return SafeString(
        "".join(
            f" {name}" if value is True else format_html(' {}="{}"', SafeString(name), str(value))
            for name, value in attributes.items()
            if value is not False
        )
    )


MADE_HERE: dict[str, Callable[[Context], str | None]] = {
    **{f"widgets/{kind}.html": _input for kind in ("text", "hidden", "number", "checkbox")},
    "widgets/textarea.html": _textarea,
    "widgets/select.html": _select,
    "label.html": _label,
    "errors/list/default.html": _no_errors,
}
