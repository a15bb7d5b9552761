"""An abbreviation and its full form find the same pages, both ways: the word first, then what it is about."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.reading.abbreviations import is_short_for
from tests.search.conftest import Searching, document


@pytest.mark.parametrize(
    ("name", "title"),
    [
        *(("OA", "onderwijsassistent"), ("hbo", "hoger beroepsonderwijs"), ("vo", "voortgezet onderwijs")),
        *(("slb", "studieloopbaanbegeleiding"), ("O.C.W.", "ministerie van Onderwijs, Cultuur en Wetenschap")),
    ],
)
def test_a_few_letters_beside_a_long_title_are_short_for_it(name: str, title: str) -> None:
    assert is_short_for(name, title)


@pytest.mark.parametrize(
    ("name", "title"),
    [("team", "onderwijsteam"), ("labs", "lab"), ("minor", "educatieve minor"), ("a", "onderwijsassistent")],
)
def test_a_part_of_a_title_and_an_inflection_are_not_short_for_it(name: str, title: str) -> None:
    assert not is_short_for(name, title)


@given(st.text(max_size=20))
def test_nothing_is_short_for_itself(name: str) -> None:
    assert not is_short_for(name, name)


@pytest.fixture
def pages(searching: Searching) -> None:
    """A term with its abbreviation, and pages that write either of them."""
    searching.put(
        document("term", kind="begrip", title="zwemonderwijs voor kleuters", aliases=("ZVK",)),
        document("long", title="Hulp", body="Een uur zwemonderwijs voor kleuters in het bad."),
        document("short", title="Nog meer hulp", body="De ZVK begint om tien uur."),
        document("other", title="Iets anders", body="Over kleuters."),
    )


@pytest.mark.elasticsearch
@pytest.mark.parametrize(
    "words", ["ZVK", "zvk", "z.v.k.", "zwemonderwijs voor kleuters", "Zwemonderwijs voor kleuters?"]
)
def test_either_finds_the_term_first_and_then_the_pages_that_write_the_other(
    engine: Any, pages: None, words: str
) -> None:
    found = [result.key for result in engine(words).results]
    assert found[0] == "term"
    assert {"long", "short"} <= set(found[:3])


@pytest.mark.elasticsearch
def test_beside_other_words_an_abbreviation_is_only_itself(engine: Any, pages: None) -> None:
    assert {result.key for result in engine("zvk begint").results} == {"term", "short"}
