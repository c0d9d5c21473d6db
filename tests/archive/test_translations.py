"""Every word that a page can show has its English, collected and compiled without gettext installed."""

import pytest
from babel.messages.catalog import Catalog

from archive import translations

CODE = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext

title = _("Saved replies")
counted = ngettext("%(n)s reply", "%(n)s replies", n)
month = pgettext("month", "May")
plain = "not marked"
"""

TEMPLATE = """{% load i18n %}
    <h1>{% translate "Search" %}</h1>
      {% blocktranslate count n=total trimmed %}
        {{ n }} reply found
      {% plural %}
        {{ n }} replies found
      {% endblocktranslate %}
  {{ _("Next") }}
"""


def test_marked_words_are_found_in_code():
    expected = {("Saved replies", None), (("%(n)s reply", "%(n)s replies"), None), ("May", "month")}
    assert set(translations.messages_in(CODE)) == expected


def test_marked_words_are_found_in_templates(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(TEMPLATE)
    found = set(translations.messages_in(translations.template_as_code(path)))
    assert found == {
        ("Search", None),
        (("%(n)s reply found", "%(n)s replies found"), None),
        ("Next", None),
    }


@pytest.mark.parametrize(
    ("string", "flags", "known"),
    [("五月", (), True), ("", (), False), ("五月", ("fuzzy",), False)],
)
def test_a_message_counts_as_translated_only_with_words_that_somebody_confirmed(string, flags, known):
    catalogue = Catalog(locale="en")
    catalogue.add("May", string, context="month", flags=flags)
    assert translations.has(catalogue, ("May", "month")) is known
    assert not translations.has(catalogue, ("May", None))


@pytest.mark.parametrize(("language", "missing"), [("zh_Hans", 0), ("en", 1)])
def test_the_language_the_words_are_written_in_needs_no_translation(monkeypatch, language, missing):
    monkeypatch.setattr(translations, "marked_messages", lambda: {("搜索", None)})
    assert len(translations.untranslated(Catalog(locale=language))) == missing


def test_missing_words_are_added_once_and_kept_words_stay(tmp_path, monkeypatch):
    path = tmp_path / "en" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "搜索"\nmsgstr "Search"\n'
    )
    monkeypatch.setattr(translations, "marked_messages", lambda: {("搜索", None), ("下一页", None)})
    assert translations.add_untranslated(path) == 1
    assert translations.untranslated(translations.read_catalogue(path)) == [("下一页", None)]
    assert translations.read_catalogue(path)["搜索"].string == "Search"


def test_a_changed_catalogue_is_compiled_again(tmp_path, settings):
    path = tmp_path / "en" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgid ""\nmsgstr ""\n\nmsgid "搜索"\nmsgstr "Search"\n')
    settings.LOCALE_PATHS = [tmp_path]
    assert translations.compile_catalogues() == [path.with_suffix(".mo")]
    assert translations.compile_catalogues() == []


@pytest.mark.parametrize("path", translations.catalogue_files(), ids=lambda path: path.parent.parent.name)
def test_every_marked_word_has_its_translation(path):
    assert translations.untranslated(translations.read_catalogue(path)) == []
