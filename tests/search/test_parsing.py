"""A query is read once; what was read goes to the engines and comes back with the answer."""

from collections.abc import Callable
from typing import Any

import pytest

from search.engines import elasticsearch, postgresql
from search.engines.breaker import Breaker
from search.models import KnownWord
from search.parsing import parse
from search.request import SearchRequest
from tests.search.conftest import Searching, document

pytestmark = pytest.mark.elasticsearch
ENGINES = pytest.mark.parametrize("ask", [elasticsearch.ask, postgresql.answer], ids=["elasticsearch", "postgresql"])


@pytest.fixture
def day(searching: Searching) -> None:
    """One page to find."""
    searching.put(document("dag", title="Een dag in Utrecht", body="Samenwerken in een sectoroverstijgend team."))


@ENGINES
def test_an_answer_tells_the_query_it_was_handed(day: None, ask: Callable[..., Any]) -> None:
    request = SearchRequest("nl", "utrecht")
    parsed = parse(request)

    assert ask(request, parsed).query is parsed


@ENGINES
def test_after_a_correction_an_answer_tells_what_was_searched(day: None, ask: Callable[..., Any]) -> None:
    request = SearchRequest("nl", "sectoroverstijgnd")

    answer = ask(request, parse(request))

    assert (answer.query.words, answer.query.language) == ("sectoroverstijgend", "nl")


def test_the_words_in_the_other_language_are_read_once(searching: Searching) -> None:
    parsed = parse(SearchRequest("nl", "utrecht"))

    assert parsed.elsewhere is parsed.elsewhere
    assert (parsed.elsewhere.words, parsed.elsewhere.language) == ("utrecht", "en")


def test_the_breaker_hands_arguments_to_a_function() -> None:
    assert Breaker().call(int, "ff", base=16) == 255


def test_a_query_is_read_anew_once_a_page_holds_a_word_that_was_unknown(db: None) -> None:
    request = SearchRequest("nl", "zeilkamp")
    assert not parse(request).groups[0].spellings
    KnownWord.objects.add([("nl", "zeil"), ("nl", "kamp")])
    assert parse(request).groups[0].spellings == ("zeil kamp",)
