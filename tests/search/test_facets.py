"""Facet counts against a plain model in Python, on both engines, on random content and choices."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.documents import SearchDocument
from search.engines import elasticsearch, postgresql
from search.kinds import FACETS
from search.models import StoredDocument
from search.parsing import parse
from search.request import SearchRequest
from search.results import EngineResponse, ResultPage
from tests.search.conftest import Searching, document

pytestmark = pytest.mark.elasticsearch

VALUES = {facet.name: [f"{facet.name}-{n}" for n in range(4)] for facet in FACETS} | {
    "soort": ["lab", "verhaal", "thema"],
    "sector": ["po", "vo", "mbo"],
}
CONTENT = st.lists(
    st.fixed_dictionaries(
        {facet.field: st.sampled_from(VALUES["soort"]) if facet.field == "kind"
         else st.lists(st.sampled_from(VALUES[facet.name]), unique=True, max_size=3).map(tuple) for facet in FACETS}
        | {"word": st.sampled_from(["gesprek", "rooster"])}
    ),
    min_size=1,
    max_size=25,
)  # fmt: skip
CHOICES = st.fixed_dictionaries(
    {facet.name: st.lists(st.sampled_from(VALUES[facet.name]), unique=True, max_size=2).map(tuple) for facet in FACETS}
)
NUMBER = itertools.count(1)


def values_of(item: dict[str, Any], field: str) -> set[str]:
    return {item["kind"]} if field == "kind" else set(item[field])


def model(content: list[dict[str, Any]], choices: dict[str, tuple[str, ...]], words: str) -> tuple[int, dict[str, Any]]:
    """Count in the plainest way: a value counts the documents that pass every *other* facet."""
    matching = [item for item in content if not words or item["word"] == words]

    def passes(item: dict[str, Any], leave_out: str = "") -> bool:
        return all(
            facet.name == leave_out
            or not choices[facet.name]
            or values_of(item, facet.field) & set(choices[facet.name])
            for facet in FACETS
        )

    counts = {
        facet.name: {
            value: count
            for value in VALUES[facet.name]
            if (count := sum(value in values_of(i, facet.field) for i in matching if passes(i, facet.name)))
        }
        for facet in FACETS
    }
    return sum(passes(item) for item in matching), counts


def documents(content: list[dict[str, Any]]) -> list[SearchDocument]:
    return [
        document(f"d{n}", title=f"Over een {item['word']}", **{k: v for k, v in item.items() if k != "word"})
        for n, item in enumerate(content)
    ]


def ask(engine: Callable[..., EngineResponse], words: str, choices: dict[str, tuple[str, ...]]) -> EngineResponse:
    request = SearchRequest("nl", words, tuple((name, chosen) for name, chosen in choices.items() if chosen))
    return engine(request, parse(request))


@pytest.mark.parametrize("engine", [elasticsearch.ask, postgresql.answer], ids=["elasticsearch", "postgresql"])
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=CONTENT, choices=CHOICES, words=st.sampled_from(["", "gesprek"]))
def test_trap_16_counts_equal_a_plain_model(
    searching: Searching,
    engine: Callable[..., EngineResponse],
    content: list[dict[str, Any]],
    choices: dict[str, tuple[str, ...]],
    words: str,
) -> None:
    searching.empty()
    searching.put(*documents(content))
    total, counts = model(content, choices, words)
    answer = ask(engine, words, choices)
    assert answer.total == total
    assert answer.counts == counts


@pytest.fixture
def many(searching: Searching) -> list[dict[str, Any]]:
    """Twenty-five themes, documents without any value, and values that look like nothing."""
    content: list[dict[str, Any]] = [
        {"kind": "lab", "word": "gesprek", "themes": (f"thema-{n}",), "groups": ("0",) if n % 2 else ()}
        for n in range(25)
    ]
    content += [{"kind": "verhaal", "word": "gesprek", "themes": (), "groups": ()}]
    for item in content:
        item |= {"sectors": ("vo",), "locations": (), "partners": (), "variants": ()}
    searching.put(*documents(content))
    return content


def options(page: ResultPage, name: str) -> dict[str, int]:
    return next(({o.value: o.count for o in facet.options} for facet in page.facets if facet.name == name), {})


def test_trap_15_every_value_is_shown_also_zeros_and_none(engine: Any, many: list[dict[str, Any]]) -> None:
    page = engine("gesprek")
    assert options(page, "thema") == {f"thema-{n}": 1 for n in range(25)}
    assert options(page, "groep") == {"0": 12}
    assert sum(options(page, "soort").values()) == page.total == 26


def test_clicking_any_value_gives_as_many_results_as_it_promised(engine: Any, many: list[dict[str, Any]]) -> None:
    page = engine("gesprek")
    for facet in page.facets:
        for option in facet.options:
            assert engine("gesprek", filters={facet.name: [option.value]}).total == option.count, option


def test_a_chosen_value_without_results_stays_and_can_be_taken_away(engine: Any, many: list[dict[str, Any]]) -> None:
    page = engine("gesprek", filters={"thema": ["bestaat-niet"], "soort": ["lab"]})
    assert page.total == 0
    assert options(page, "thema")["bestaat-niet"] == 0
    assert [option.value for field in page.facets for option in field.chosen if field.name == "thema"] == [
        "bestaat-niet"
    ]
    assert page.request.without(("thema", "bestaat-niet")).chosen == {"soort": ("lab",)}


def test_values_of_one_facet_add_up_and_facets_narrow(engine: Any, many: list[dict[str, Any]]) -> None:
    assert engine("gesprek", filters={"thema": ["thema-1", "thema-2"]}).total == 2
    assert engine("gesprek", filters={"thema": ["thema-1", "thema-2"], "groep": ["0"]}).total == 1


def test_trap_24_the_last_page_works_and_pages_beyond_show_it(engine: Any, many: list[dict[str, Any]]) -> None:
    assert len(engine("gesprek", page=3).results) == 6
    beyond = engine("gesprek", page=1000)
    assert (beyond.request.page, len(beyond.results)) == (3, 6)


def test_every_result_stands_on_exactly_one_page(engine: Any, many: list[dict[str, Any]]) -> None:
    keys = [hit.key for number in (1, 2, 3) for hit in engine("gesprek", page=number).results]
    assert len(keys) == len(set(keys)) == StoredDocument.objects.count()
