"""The data files themselves: two languages, honest marks, the words of the house."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from home.demo.data import FOLDER, read
from home.models import GlossaryTerm
from home.words import Words

FILES = sorted(file.stem for file in FOLDER.glob("*.yaml"))
DUTCH_ONLY = {"to_complete_nl", "inflections_nl", "forms_nl"}
REFUSED = re.compile(r"werkplek-?begeleid|instituuts?-?opleider|school-?opleider(?!s?ing)", re.IGNORECASE)
VISITORS = {"glossary", "synonyms", "search_phrases"}
"""Files that hold the words of visitors."""
CURLY = re.compile(r"(?<=[a-z])’(?=[a-z])", re.IGNORECASE)
DISCOURAGED = re.compile(r"\b(stagiaire?s?|studente?n?|stagebegeleiders?|stagescho(ol|len))\b", re.IGNORECASE)


def entries(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping of a data file, however deep."""
    if isinstance(value, dict):
        yield value
        for child in value.values():
            yield from entries(child)
    elif isinstance(value, list):
        for child in value:
            yield from entries(child)


def texts(name: str) -> Iterator[str]:
    """Every Dutch and English text of a data file, without quotations."""
    for entry in entries(read(name)):
        for field, value in entry.items():
            if field.endswith(("_nl", "_en")):
                yield from [value] if isinstance(value, str) else value


@pytest.mark.parametrize("name", [name for name in FILES if name not in VISITORS])
def test_an_apostrophe_is_written_as_in_the_texts_of_the_portal(name: str) -> None:
    assert [text for text in texts(name) if CURLY.search(text)] == []


@pytest.mark.parametrize("name", FILES)
def test_every_text_has_both_languages(name: str) -> None:
    words = Words()
    for entry in entries(read(name)):
        for field in [field[:-3] for field in entry if field.endswith("_nl") and field not in DUTCH_ONLY]:
            dutch, english = entry[f"{field}_nl"], entry.get(f"{field}_en")
            assert bool(dutch) == bool(english), f"{field}: {dutch!r}"
            if isinstance(dutch, list):
                assert words.lines(entry, field) == dutch
            else:
                assert len(dutch.split("\n\n")) == len(str(english).split("\n\n")), f"{field}: {dutch!r}"


@pytest.mark.parametrize("name", [name for name in FILES if name not in VISITORS])
def test_refused_words_stand_only_where_the_words_of_visitors_do(name: str) -> None:
    assert [text for text in texts(name) if REFUSED.search(text)] == []


@pytest.mark.parametrize("name", [name for name in FILES if name not in VISITORS])
def test_we_write_the_words_of_the_house_ourselves(name: str) -> None:
    assert [text for text in texts(name) if DISCOURAGED.search(text)] == []


@pytest.mark.parametrize("name", ["labs", "outcomes", "events", "news", "questions", "stories"])
def test_what_was_invented_says_so(name: str) -> None:
    assert [entry["slug"] for entry in read(name) if not entry.get("example")] == []


@pytest.mark.parametrize("name", ["themes", "insights", "plans", "rhythm", "timeline", "variants", "locations"])
def test_facts_name_the_lines_of_their_source(name: str) -> None:
    assert [entry["slug"] for entry in read(name) if not entry.get("source_lines")] == []


def test_circa_stays_with_a_number_that_is_an_estimate() -> None:
    estimates = [figure for figure in read("figures")["figures"] if figure["approx"]]
    assert estimates
    for figure in estimates:
        assert re.match(r"ca\.|ongeveer", figure["display_nl"])
        assert figure["display_en"].startswith("about")


def test_every_file_tells_what_it_holds() -> None:
    for name in FILES:
        assert Path(FOLDER / f"{name}.yaml").read_text(encoding="utf-8").startswith("# ")


def test_a_second_english_text_for_the_same_dutch_one_is_refused() -> None:
    words = Words()
    words.add("Samen", "Together")
    with pytest.raises(ValueError, match="two English texts"):
        words.add("Samen", "Jointly")


def test_a_text_nobody_translated_is_an_error_and_never_dutch_on_an_english_page() -> None:
    with pytest.raises(KeyError):
        Words().english("Niemand heeft dit vertaald")


def test_a_text_in_one_language_only_is_refused() -> None:
    with pytest.raises(ValueError, match="only one language"):
        Words().text({"title_nl": "Alleen Nederlands"}, "title")


def test_a_figure_says_per_what_it_counts_and_says_its_date_once() -> None:
    figures = {figure["slug"]: figure for figure in read("figures")["figures"]}
    for slug, figure in figures.items():
        if figure["as_of"]:
            assert str(figure["as_of"])[:4] not in figure["scope_nl"] + figure["scope_en"], slug
        if "nieuwe" in slug or "-per-" in slug or "weken" in slug:
            assert all(" per " in figure[f"unit_{language}"] for language in ("nl", "en")), slug
    share = figures["verhouding-in-opleiding-en-collegas"]
    assert f"{share['display_en']} {share['unit_en']}" == "about one colleague in training for every two colleagues"


def test_search_phrases_are_written_as_an_editor_would_keep_them() -> None:
    field = GlossaryTerm._meta.get_field("search_phrases")
    for name, entry in read("search_phrases").items():
        assert re.fullmatch(r"[a-z]+:[a-z0-9-]+", name), name
        assert list(entry) == ["nl", "en"], name
        for phrases in entry.values():
            text = "\n".join(phrases)
            assert len(phrases) >= 5, name
            assert field.clean(text, None) == text, name


def test_nothing_has_its_search_phrases_twice() -> None:
    lines = (FOLDER / "search_phrases.yaml").read_text(encoding="utf-8").splitlines()
    names = [line for line in lines if re.match(r"[a-z]+:[a-z0-9-]+:", line)]
    assert len(names) == len(read("search_phrases"))
