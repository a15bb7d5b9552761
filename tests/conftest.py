"""Fixtures every test may ask for: the house, and a location and an institute in it."""

from typing import Any

import pytest

from tests.factories import House, build_house, make_location, make_partner_page

pytest_plugins = ["tests.report_plugin", "tests.database_plugin", "tests.example_plugin", "tests.race_plugin"]


@pytest.fixture
def house(db: Any) -> House:
    """The empty Dutch house."""
    return build_house()


@pytest.fixture
def school(house: House) -> Any:
    """The live location page of Academie Tien."""
    return make_location(house.locations)


@pytest.fixture
def institute(house: House) -> Any:
    """The live page of Hogeschool Utrecht."""
    return make_partner_page(house.partnership)
