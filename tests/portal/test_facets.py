"""Filters combine, and their counts promise what one click brings."""

from typing import NamedTuple

import pytest
from bs4 import BeautifulSoup
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from portal.core.facet_form import FacetField, Option
from portal.core.facets import MOST_VALUES, FacetedList, NamedFacet, WordFacet
from portal.templatetags.portal_tags import facet_option


class Thing(NamedTuple):
    """An entry of a thing, with the values of two facets."""

    name: str
    colours: frozenset[str]
    sizes: frozenset[str]


COLOURS, SIZES = ["red", "blue", "green"], ["small", "large"]
FACETS = [
    NamedFacet[Thing]("colour", "Colour", lambda entry: {value: value.upper() for value in entry.colours}),
    WordFacet[Thing]("size", "Size", {value: value.upper() for value in SIZES}, lambda entry: entry.sizes),
]
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


def faceted(entries: list[Thing], choice: dict[str, list[str]]) -> FacetedList[Thing]:
    query = QueryDict(mutable=True)
    for name, values in choice.items():
        query.setlist(name, values)
    return FacetedList(entries, FACETS, query, thing=lambda entry: entry.name)


def naively_fits(entry: Thing, colours: list[str], sizes: list[str]) -> bool:
    return (not colours or bool(entry.colours & set(colours))) and (not sizes or bool(entry.sizes & set(sizes)))


@given(things, choices)
def test_values_widen_and_facets_narrow(entries: list[Thing], choice: dict[str, list[str]]) -> None:
    expected = [entry for entry in entries if naively_fits(entry, choice["colour"], choice["size"])]

    assert faceted(entries, choice).found == expected


@given(things, choices)
def test_a_count_is_the_number_of_things_that_choosing_only_that_value_shows(
    entries: list[Thing], choice: dict[str, list[str]]
) -> None:
    colours, sizes = faceted(entries, choice).fields

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
    for facet in faceted(entries, choice).fields:
        assert {option.value for option in facet.chosen} == set(choice[facet.name])


def test_a_thing_is_found_only_when_one_entry_fits_all_facets_at_once() -> None:
    entries = [
        Thing("lab", frozenset({"red"}), frozenset({"small"})),
        Thing("lab", frozenset({"blue"}), frozenset({"large"})),
    ]

    assert faceted(entries, {"colour": ["red"], "size": ["large"]}).found == []


def test_options_stand_in_a_given_order_or_in_that_of_their_labels() -> None:
    entries = [Thing("a", frozenset({"red", "blue"}), frozenset({"small", "large"}))]

    colours, sizes = faceted(entries, {}).fields

    assert [option.value for option in colours.options] == ["blue", "red"]
    assert [option.value for option in sizes.options] == ["small", "large"]


def test_a_text_that_is_none_of_the_words_is_not_asked_or_finds_nothing() -> None:
    entries = [Thing("a", frozenset({"red"}), frozenset({"small"}))]
    words = {"small": "SMALL"}
    deaf = WordFacet[Thing]("size", "Size", words, lambda entry: entry.sizes)
    keeping = WordFacet[Thing]("size", "Size", words, lambda entry: entry.sizes, keeps_unknown=True)
    query = QueryDict("size=huge")

    assert FacetedList(entries, [deaf], query).found == entries
    assert not FacetedList(entries, [deaf], query).chips
    assert FacetedList(entries, [keeping], query).found == []
    assert [chip.url for chip in FacetedList(entries, [keeping], query).chips] == ["?"]


def test_all_words_are_shown_when_the_list_is_to_show_what_it_lacks() -> None:
    facet = WordFacet[Thing]("size", "Size", {"small": "S", "large": "L"}, lambda entry: entry.sizes, shows_all=True)

    (field,) = FacetedList([Thing("a", frozenset(), frozenset({"large"}))], [facet], QueryDict()).fields

    assert [(option.label, option.count) for option in field.options] == [("S", 0), ("L", 1)]


def test_an_address_says_each_value_once_and_no_more_than_anyone_would_choose() -> None:
    query = QueryDict("colour=red&colour=&colour=red&size=small" + "".join(f"&colour=c{n}" for n in range(99)))

    choice = FacetedList([], FACETS, query).choice

    assert choice["colour"][:2] == ("red", "c0")
    assert len(choice["colour"]) == MOST_VALUES


def test_addresses_lead_to_the_list_without_one_value_and_keep_the_rest() -> None:
    listed = FacetedList([], FACETS, QueryDict("colour=red&colour=blue&size=small&page=3"), path="/labs/")

    assert listed.address() == "/labs/?colour=red&colour=blue&size=small"
    assert {chip.label: chip.url for chip in listed.chips}["SMALL"] == "/labs/?colour=red&colour=blue"
    assert listed.address(page="2").endswith("&size=small&page=2")


def test_of_a_list_to_choose_one_word_from_the_last_one_counts() -> None:
    facet = WordFacet[Thing]("size", "Size", {"small": "S", "large": "L"}, lambda entry: entry.sizes, takes_one=True)

    assert FacetedList([], [facet], QueryDict("size=small&size=large")).choice == {"size": ("large",)}


def field_of(count: int, chosen: int | None = None) -> FacetField:
    return FacetField("x", "X", tuple(Option(str(n), str(n), n + 1, n == chosen) for n in range(count)))


@pytest.mark.parametrize(("count", "in_sight"), [(0, 0), (1, 1), (6, 6), (7, 7), (8, 6), (40, 6)])
def test_a_long_list_of_values_is_folded_but_never_one_value_alone(count: int, in_sight: int) -> None:
    field = field_of(count)
    assert len(field.in_sight) == in_sight
    assert field.in_sight + field.folded == field.options


def test_a_folded_value_that_is_chosen_is_seen() -> None:
    assert not field_of(9, chosen=2).unfolded
    assert field_of(9, chosen=8).unfolded


@given(st.lists(st.integers(0, 5), max_size=5), st.integers(0, 5))
def test_a_facet_splits_a_list_when_a_value_gives_some_of_it_but_not_all(counts: list[int], total: int) -> None:
    field = FacetField("x", "X", tuple(Option(str(n), str(n), count, False) for n, count in enumerate(counts)))
    assert field.splits(total) == any(count in range(1, total) for count in counts)


def test_a_box_shows_words_as_words_and_says_whether_it_can_be_ticked() -> None:
    odd = '"><script>&'
    boxes = [Option(odd, odd, 3, False), Option("aan", "Aan", 0, True), Option("uit", "Uit", 0, False)]
    shown = BeautifulSoup("".join(facet_option("thema", box) for box in boxes), "html.parser")
    sector = BeautifulSoup(facet_option("sector", Option(odd, "po", 1, False)), "html.parser")

    assert [box["value"] for box in shown.select("input")] == [odd, "aan", "uit"]
    assert [label.find("span").get_text() for label in shown.select("label")] == [odd, "Aan", "Uit"]
    assert [(box.has_attr("checked"), box.has_attr("disabled")) for box in shown.select("input")] == [
        (False, False),
        (True, False),
        (False, True),
    ]
    assert [label["class"] for label in shown.select("label")] == [["check"], ["check"], ["check", "off"]]
    assert [(found["data-s"], found.get_text()) for found in sector.select(".sector")] == [(odd, odd)]
    assert shown.select("script") == sector.select("script") == []
