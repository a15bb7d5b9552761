"""The Dutch catalogue: nothing forgotten, nothing left over, nothing broken."""

import json
import re
from collections.abc import Mapping
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from bin.messages import catalogue

CODE = """
from django.utils.translation import gettext as _, ngettext, pgettext
_("Read on")
ngettext("%(n)s lab", "%(n)s labs", 2)
pgettext("month", "May")
"""
TEMPLATE = (
    "{% load i18n %}{% translate 'Search' %}"
    "{% blocktranslate with name=page.title trimmed %}The page {{ name }}{% endblocktranslate %}"
)
WORDS: dict[str, str | list[str]] = {
    "Read on": "Lees verder",
    "%(n)s lab": ["%(n)s lab", "%(n)s labs"],
    "month\x04May": "mei",
    "Search": "Zoeken",
    "The page %(name)s": "De pagina %(name)s",
}


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project: one module, one template."""
    monkeypatch.setattr(catalogue, "ROOT", tmp_path)
    for name, text in (("home/code.py", CODE), ("templates/home/page.html", TEMPLATE)):
        file = tmp_path / name
        file.parent.mkdir(parents=True)
        file.write_text(text)
    return tmp_path


def merge(sources: Path, words: Mapping[str, str | list[str]]) -> catalogue.Merged:
    file = sources / "words.json"
    file.write_text(json.dumps(words))
    return catalogue.merge([file])


def test_texts_come_from_code_and_templates_with_plurals_and_contexts(sources: Path) -> None:
    found = {(message.context, message.id) for message in catalogue.template() if message.id}
    assert found == {
        (None, "Read on"),
        (None, ("%(n)s lab", "%(n)s labs")),
        ("month", "May"),
        (None, "Search"),
        (None, "The page %(name)s"),
    }


def test_a_complete_word_list_leaves_no_problem(sources: Path) -> None:
    merged = merge(sources, WORDS)
    assert merged == catalogue.Merged(filled=5, complaints=[])
    assert catalogue.problems() == []


def test_a_text_without_dutch_is_a_problem(sources: Path) -> None:
    merge(sources, {key: value for key, value in WORDS.items() if key != "Search"})
    assert catalogue.problems() == ["not translated: 'Search'"]


def test_a_text_that_no_source_uses_any_more_is_a_problem_until_it_goes(sources: Path) -> None:
    merge(sources, WORDS)
    (sources / "templates/home/page.html").write_text("")
    assert catalogue.problems() == ["obsolete: 'Search'", "obsolete: 'The page %(name)s'"]
    catalogue.extract()
    assert catalogue.problems() == []


def test_a_new_text_is_a_problem_before_it_is_extracted(sources: Path) -> None:
    merge(sources, WORDS)
    (sources / "home/more.py").write_text('_("Print")')
    assert catalogue.problems() == ["missing: 'Print'"]


def test_a_text_inside_a_formatted_string_is_a_problem_as_it_is_never_extracted(sources: Path) -> None:
    merge(sources, WORDS)
    (sources / "home" / "title.py").write_text("title = f\"{name} ({_('Read on')})\"\n")
    assert catalogue.problems() == ["never extracted, as it stands in an f-string: home/title.py:1"]


@pytest.mark.parametrize("dutch", ["De pagina", "De pagina %(naam)s", "De pagina %(name)s van %(name2)s"])
def test_other_placeholders_than_the_english_text_are_a_problem(sources: Path, dutch: str) -> None:
    merge(sources, {**WORDS, "The page %(name)s": dutch})
    assert catalogue.problems() == ["placeholders differ: 'The page %(name)s'"]


def test_the_singular_may_leave_out_the_number(sources: Path) -> None:
    merge(sources, {**WORDS, "%(n)s lab": ["één lab", "%(n)s labs"]})
    assert catalogue.problems() == []


def test_a_fuzzy_text_is_a_problem(sources: Path) -> None:
    merge(sources, WORDS)
    text = catalogue.path().read_text().replace('msgid "Search"', '#, fuzzy\nmsgid "Search"')
    catalogue.path().write_text(text)
    assert catalogue.problems() == ["fuzzy: 'Search'"]


def test_words_for_no_text_or_with_other_forms_are_complained_about(sources: Path) -> None:
    merged = merge(sources, {"Nowhere": "Nergens", "Search": ["Zoek", "Zoeken"], "%(n)s lab": "lab"})
    assert merged.filled == 0
    assert len(merged.complaints) == 3


def test_extracting_again_changes_no_byte(sources: Path) -> None:
    merge(sources, WORDS)
    before = catalogue.path().read_bytes()
    catalogue.extract()
    assert catalogue.path().read_bytes() == before


def test_the_compiled_form_holds_what_the_catalogue_holds(sources: Path) -> None:
    merge(sources, WORDS)
    assert catalogue.compile_all() == 1
    compiled = catalogue.path().with_suffix(".mo").read_bytes()
    with catalogue.path().open("rb") as content:
        assert all(str(m.string).encode() in compiled for m in read_po(content) if m.id and isinstance(m.string, str))


def test_a_word_with_a_plural_is_found_by_itself_too_whatever_the_python() -> None:
    catalogue.compile_all()
    with catalogue.path().with_suffix(".mo").open("rb") as content:
        assert GNUTranslations(content)._catalog["Theme"] == "Thema"  # type: ignore[attr-defined]


def test_an_apostrophe_is_written_in_one_way() -> None:
    told = [message.string for message in catalogue.stored()]
    said = [text for words in told for text in ([words] if isinstance(words, str) else words)]

    assert len(said) > 1000
    assert [text for text in said if re.search(r"[A-Za-z]’[a-z]", text)] == []
