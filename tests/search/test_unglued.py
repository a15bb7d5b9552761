"""Words that somebody writes as one are read apart, and what holds no word of a query is said to be a guess."""

from typing import Any

import pytest

from search.parsing import parse
from search.request import SearchRequest
from tests.search.conftest import Searching, document

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def pages(searching: Searching) -> None:
    """Pages whose words stand apart."""
    searching.put(
        document("gesprek", title="Leerling en oudergesprek", body="Een gesprek voeren. Doe je best voor de leerling."),
        document("jaar", title="Het jaar van de leerling", body="In jaar 3 doe je onderzoek, voor de uu is dat r1."),
    )


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("leerlingoudergesprekvoeren", "leerling oudergesprek voeren"),
        ("LeerlingOudergesprekVoeren!", "leerling oudergesprek voeren"),
        ("jaar3", "jaar 3"),
        ("uur1", "uu r1"),
    ],
)
def test_words_written_as_one_are_the_words_apart(pages: None, typed: str, read: str) -> None:
    assert [group.text for group in parse(SearchRequest("nl", typed)).groups] == read.split()


def test_they_are_found_wherever_they_stand_on_a_page(engine: Any, pages: None) -> None:
    page = engine("leerlingoudergesprekvoeren")
    assert page.results[0].key == "gesprek"
    assert not page.similar


@pytest.mark.parametrize("typed", ["oudergesprek", "voerjaar", "jaarxx", '"leerlingoudergesprek jaar"'])
def test_what_is_a_word_or_none_or_quoted_stays_one(pages: None, typed: str) -> None:
    assert [group.text for group in parse(SearchRequest("nl", typed)).groups] == [typed.strip('"')]


def test_pages_with_parts_of_a_word_only_are_no_results_for_the_rest_of_the_query(engine: Any, pages: None) -> None:
    page = engine("pizza bestellen")
    assert page.results
    assert page.similar
    assert page.without == ()


def test_a_word_of_a_few_letters_is_never_a_similar_word(engine: Any, pages: None) -> None:
    assert engine("hoe flurbelt een snorx").total == 0
