"""The filters of the list of locations, against a plain model of what they should do."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs

from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from locations.comparison import compare
from locations.facets import FACETS
from portal.core.facets import FacetedList

SECTORS, TRAITS, STATES = ("po", "vo", "mbo"), ("juniorenklassen", "buiten-de-stad"), ("actief", "toetredend")


@dataclass(frozen=True)
class School:
    """A location as the filters see it."""

    sector_codes: tuple[str, ...]
    characteristics: tuple[str, ...]
    status: str
    number: int

    @property
    def facts(self) -> "School":
        return self

    def has(self, name: str) -> tuple[str, ...]:
        return {"sector": self.sector_codes, "kenmerk": self.characteristics, "status": (self.status,)}[name]


SCHOOLS = st.lists(
    st.builds(
        School,
        sector_codes=st.sets(st.sampled_from(SECTORS)).map(tuple),
        characteristics=st.sets(st.sampled_from(TRAITS)).map(tuple),
        status=st.sampled_from(STATES),
        number=st.integers(),
    ),
    max_size=8,
)
CHOICES = st.fixed_dictionaries(
    {
        "sector": st.lists(st.sampled_from((*SECTORS, "onzin")), unique=True),
        "kenmerk": st.lists(st.sampled_from((*TRAITS, "onzin")), unique=True),
        "status": st.lists(st.sampled_from(STATES), unique=True),
    }
)


def listed(schools: list[School], choices: dict[str, list[str]]) -> FacetedList[Any]:
    query = QueryDict(mutable=True)
    for name, values in choices.items():
        query.setlist(name, values)
    return FacetedList(schools, FACETS, query)


def passes(school: School, choices: dict[str, list[str]]) -> bool:
    wanted = {name: {value for value in values if value != "onzin"} for name, values in choices.items()}
    return all(not values or values & set(school.has(name)) for name, values in wanted.items())


@given(SCHOOLS, CHOICES)
def test_the_list_holds_what_passes_every_filter(schools: list[School], choices: dict[str, list[str]]) -> None:
    assert listed(schools, choices).found == [school for school in schools if passes(school, choices)]


@given(SCHOOLS, CHOICES)
def test_a_count_says_what_choosing_only_that_value_of_the_filter_would_show(
    schools: list[School], choices: dict[str, list[str]]
) -> None:
    for facet in listed(schools, choices).fields:
        for option in facet.options:
            only = {**choices, facet.name: [option.value]}
            assert option.count == sum(passes(school, only) for school in schools)


@given(SCHOOLS, CHOICES)
def test_every_choice_can_be_taken_back_by_itself(schools: list[School], choices: dict[str, list[str]]) -> None:
    known = {name: [value for value in values if value != "onzin"] for name, values in choices.items()}
    chips = listed(schools, choices).chips

    assert len(chips) == sum(len(values) for values in known.values())
    for chip in chips:
        left = sum(len(values) for values in parse_qs(chip.url.removeprefix("?")).values())
        assert left == len(chips) - 1


def page(key: str) -> Any:
    return SimpleNamespace(content_key=key)


@given(st.lists(st.sampled_from("abcdef"), unique=True), st.lists(st.sampled_from("abcdefxy"), unique=True))
def test_a_comparison_shows_the_chosen_locations_or_all_of_them(keys: list[str], wanted: list[str]) -> None:
    comparison = compare([page(key) for key in keys], wanted)
    chosen = [key for key in keys if key in wanted]

    assert [location.content_key for location in comparison.locations] == (chosen or keys)
    assert set(comparison.unknown) == set(wanted) - set(keys)
    assert [location.content_key for location, _chosen in comparison.options] == keys


def test_one_location_has_nothing_to_be_compared_with() -> None:
    assert compare([page("a"), page("b")], ["a"]).needs_more
    assert not compare([page("a")], ["a"]).needs_more
