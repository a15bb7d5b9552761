"""Content that a module keeps: there in each test as it was made, whatever the test before it did."""

from typing import Any

import pytest
from django.db import connection

from locations.models import LocationPage
from tests.factories import House, make_location
from tests.kept import kept

MADE: list[str] = []
"""The databases in which it was made; tests come in any order."""


@kept
def pair(house: House) -> dict[str, Any]:
    """A second school, and how it is called."""
    MADE.append(connection.settings_dict["NAME"])
    return {"page": make_location(house.locations, "nxt-doorn"), "names": ["nxt-doorn"]}


@pytest.mark.parametrize("turn", ["first", "again"])
def test_each_test_finds_it_as_it_was_made(pair: dict[str, Any], turn: str) -> None:
    assert pair["page"].title == LocationPage.objects.get().title == "Nxt Doorn"
    assert pair["names"] == ["nxt-doorn"]

    pair["names"].append(turn)
    pair["page"].title = turn
    pair["page"].save()
    assert MADE.count(connection.settings_dict["NAME"]) == 1


def test_it_may_stand_beside_other_content(pair: dict[str, Any], school: Any) -> None:
    assert {page.slug for page in LocationPage.objects.all()} == {school.slug, pair["page"].slug}
    assert MADE.count(connection.settings_dict["NAME"]) == 1
