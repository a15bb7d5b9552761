"""Filters combine, and their counts promise what one click brings."""

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from curriculum.labs.facets import Facet, counted, fitting


class Thing(NamedTuple):
    """An entry of a thing, with the values of two facets."""

    name: str
    colours: frozenset[str]
    sizes: frozenset[str]


FACETS = [
    Facet[Thing]("colour", "Colour", lambda entry: {value: value.upper() for value in entry.colours}),
    Facet[Thing]("size", "Size", lambda entry: {value: value.upper() for value in entry.sizes}),
]
COLOURS, SIZES = ["red", "blue", "green"], ["small", "large"]
things = st.lists(
    st.builds(
        Thing,
        st.sampled_from("abcde"),
        st.frozensets(st.sampled_from(COLOURS)),
        st.frozensets(st.sampled_from(SIZES)),
    ),
    max_size=12,
)
choices = st.fixed_dictionaries(
    {"colour": st.lists(st.sampled_from(COLOURS), unique=True), "size": st.lists(st.sampled_from(SIZES), unique=True)}
)


def naively_fits(entry: Thing, colours: list[str], sizes: list[str]) -> bool:
    return (not colours or bool(entry.colours & set(colours))) and (not sizes or bool(entry.sizes & set(sizes)))


@given(things, choices)
def test_values_widen_and_facets_narrow(entries: list[Thing], choice: dict[str, list[str]]) -> None:
    expected = [entry for entry in entries if naively_fits(entry, choice["colour"], choice["size"])]

    assert fitting(entries, FACETS, choice) == expected


@given(things, choices)
def test_a_count_is_the_number_of_things_that_choosing_only_that_value_shows(
    entries: list[Thing], choice: dict[str, list[str]]
) -> None:
    colours, sizes = counted(entries, FACETS, choice, lambda entry: entry.name, {})

    for option in colours.options:
        seen = {entry.name for entry in entries if naively_fits(entry, [option.value], choice["size"])}
        assert option.count == len(seen)
    for option in sizes.options:
        seen = {entry.name for entry in entries if naively_fits(entry, choice["colour"], [option.value])}
        assert option.count == len(seen)


@given(things, choices)
def test_a_chosen_value_is_always_shown_so_that_one_can_take_it_away(
    entries: list[Thing], choice: dict[str, list[str]]
) -> None:
    for facet in counted(entries, FACETS, choice, lambda entry: entry.name, {}):
        assert {option.value for option in facet.chosen} == set(choice[facet.name])


def test_a_thing_is_found_only_when_one_entry_fits_all_facets_at_once() -> None:
    entries = [
        Thing("lab", frozenset({"red"}), frozenset({"small"})),
        Thing("lab", frozenset({"blue"}), frozenset({"large"})),
    ]

    assert fitting(entries, FACETS, {"colour": ["red"], "size": ["large"]}) == []


def test_options_stand_in_a_given_order_or_in_that_of_their_labels() -> None:
    entries = [Thing("a", frozenset({"red", "blue"}), frozenset({"small", "large"}))]

    colours, sizes = counted(entries, FACETS, {}, lambda entry: entry.name, {"size": ["small", "large"]})

    assert [option.value for option in colours.options] == ["blue", "red"]
    assert [option.value for option in sizes.options] == ["small", "large"]
