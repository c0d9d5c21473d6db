"""The pages in other languages: words collected from code and templates, and compiled, without gettext.

Words in code and templates are Chinese; `locale/<language>/LC_MESSAGES/django.po` holds what they are in
another language.  The one for Chinese holds only those words of
the framework that the house says otherwise.  The compiled catalogues are never committed: they are made where they
are needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

CALLS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
    "Problem": (3,),
    "ask": (3,),  # what reading asks of a clerk; `replies.text` knows no Django to mark it with
}

WRITTEN_IN = "zh"
CHINESE = re.compile("[\u3400-\u9fff]")

# A message as catalogues know it: its words (a pair where there is a plural) and its context.
Message = tuple[str | tuple[str, ...], str | None]


def marked_messages() -> set[Message]:
    """Every message in Chinese that code or a template marks for translation."""
    found: set[Message] = set()
    for folder in (settings.BASE_DIR / "archive", settings.BASE_DIR / "replies"):
        for path in folder.rglob("*.py"):
            found.update(messages_in(path.read_text(encoding="utf-8")))
    for path in (settings.BASE_DIR / "templates").rglob("*"):
        if path.is_file():
            found.update(messages_in(template_as_code(path)))
    return {message for message in found if CHINESE.search(repr(message))}


def messages_in(code: str) -> Iterator[Message]:
    for _line, words, _comments, context in extract("python", BytesIO(code.encode()), CALLS):
        if words:
            yield words, context


def template_as_code(path: Path) -> str:
    """Django turns a template into calls among blanked-out text; without indents it reads as Python."""
    code = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    return "\n".join(line.strip() for line in code.splitlines())


def catalogue_files() -> Iterable[Path]:
    return sorted(
        path for folder in settings.LOCALE_PATHS for path in Path(folder).glob("*/LC_MESSAGES/django.po")
    )


def read_catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name)


def untranslated(catalogue: Catalog) -> list[Message]:
    """Marked messages which the catalogue does not have, or has without words; none where they need no translation."""
    if catalogue.locale and catalogue.locale.language == WRITTEN_IN:
        return []
    return sorted((message for message in marked_messages() if not has(catalogue, message)), key=repr)


def has(catalogue: Catalog, message: Message) -> bool:
    words, context = message
    found = catalogue.get(words if isinstance(words, str) else words[0], context)
    if found is None or found.fuzzy:
        return False
    return all(found.string) if isinstance(found.string, (list, tuple)) else bool(found.string)


def add_untranslated(path: Path) -> int:
    """Writes the messages that are missing into the catalogue, their translation left empty."""
    catalogue = read_catalogue(path)
    missing = untranslated(catalogue)
    for words, context in missing:
        catalogue.add(words, context=context)
    with path.open("wb") as file:
        write_po(file, catalogue, width=100, sort_output=True, omit_header=False)
    return len(missing)


def compile_catalogues() -> list[Path]:
    """Compiles each catalogue that is newer than its compiled form; says which."""
    compiled = []
    for source in catalogue_files():
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime_ns <= source.stat().st_mtime_ns:
            compile_catalogue(source, target)
            compiled.append(target)
    return compiled


def compile_catalogue(source: Path, target: Path) -> None:
    """In one move: a process that reads at this moment sees the old words or the new, never half."""
    catalogue = read_catalogue(source)
    half = target.with_suffix(".mo.new")
    with half.open("wb") as file:
        write_mo(file, catalogue)
    half.replace(target)
