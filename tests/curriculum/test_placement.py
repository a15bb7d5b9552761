"""The placement rule: variant × year × location → training group, where it meets, and why."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from curriculum.groups.placement import GroupRule, Placement, Reason, place

DATA = yaml.safe_load((Path(__file__).parent / "data" / "placements.yaml").read_text(encoding="utf-8"))
RULES = [
    GroupRule(
        key=entry["slug"],
        variants=frozenset(entry["variants"]),
        years=frozenset(entry["years"]),
        works_at=frozenset(entry["locations"]),
        meets_at=tuple(entry["meets_at"]),
    )
    for entry in DATA["groups"]
]
LOCATIONS = ("academie-tien", "nxt-doorn", "nxt-maarsbergen", "unic")
KEYS = st.sampled_from("abcd")
GROUPS = st.builds(
    GroupRule,
    key=st.text("xyz", min_size=1, max_size=3),
    variants=st.frozensets(KEYS),
    years=st.frozensets(KEYS),
    works_at=st.frozensets(KEYS),
    meets_at=st.lists(KEYS, unique=True).map(tuple),
)


@pytest.mark.parametrize("row", DATA["placements"], ids=lambda row: f"{row['variant']}-{row['year']}-{row['location']}")
def test_every_variant_year_and_location_gets_the_answer_of_the_house(row: dict[str, Any]) -> None:
    expected = Placement(row["group"], tuple(row["meets_at"]), Reason[row["reason"].upper()])

    assert place(row["variant"], row["year"], row["location"], RULES) == expected


def test_the_table_of_answers_leaves_no_combination_out() -> None:
    combinations = {
        (variant, year, location)
        for variant, years in DATA["variants"].items()
        for year in years
        for location in LOCATIONS
    }

    assert {(row["variant"], row["year"], row["location"]) for row in DATA["placements"]} == combinations


def test_the_first_year_of_the_hbo_meets_at_academie_tien_wherever_one_works() -> None:
    places = [place("hbo-voltijd", "jaar-1", location, RULES) for location in LOCATIONS[:3]]

    assert {answer.group for answer in places} == {"hbo-1"}
    assert {answer.meets_at for answer in places} == {("academie-tien",)}


@given(variant=KEYS, year=KEYS, location=KEYS, groups=st.lists(GROUPS, max_size=5))
def test_a_group_is_named_exactly_when_one_accepts(
    variant: str, year: str, location: str, groups: list[GroupRule]
) -> None:
    answer = place(variant, year, location, groups)
    accepting = [group for group in groups if group.accepts(variant, year, location)]

    assert (answer.group is not None) == bool(accepting)
    if accepting:
        assert (answer.group, answer.meets_at) == (accepting[0].key, accepting[0].meets_at)
    else:
        assert answer.meets_at == ()


@given(variant=KEYS, year=KEYS, location=KEYS, groups=st.lists(GROUPS, max_size=5))
def test_the_reason_names_the_nearest_cause(variant: str, year: str, location: str, groups: list[GroupRule]) -> None:
    answer = place(variant, year, location, groups)
    known_location = any(location in group.works_at for group in groups)
    known_variant = any(variant in group.variants for group in groups)

    assert (answer.reason is Reason.GROUP) == (answer.group is not None)
    assert (answer.reason is Reason.LOCATION) == (not known_location)
    if answer.reason is Reason.VARIANT:
        assert known_location
        assert not known_variant
    if answer.reason is Reason.COMBINATION:
        assert known_location
        assert known_variant


@given(variant=KEYS, year=KEYS, location=KEYS, groups=st.lists(GROUPS, max_size=5), other=GROUPS)
def test_a_group_for_others_changes_no_placement(
    variant: str, year: str, location: str, groups: list[GroupRule], other: GroupRule
) -> None:
    if other.accepts(variant, year, location):
        return
    before = place(variant, year, location, groups)
    after = place(variant, year, location, [*groups, other])

    assert (before.group, before.meets_at) == (after.group, after.meets_at)
