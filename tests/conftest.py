"""Fixtures every test may ask for: the house, and a location and an institute in it."""

import gc
from typing import Any

import pytest
from django.utils import translation

from tests.factories import House
from tests.kept import standing

gc.disable()  # nothing of what is imported to find the tests is garbage

pytest_plugins = [
    "tests.report_plugin",
    "tests.database_plugin",
    "tests.index_plugin",
    "tests.order_plugin",
    "tests.example_plugin",
    "tests.race_plugin",
]


def pytest_collection_finish() -> None:
    """Look for garbage less often, and not among what was imported: that stays."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)
    gc.enable()


@pytest.fixture(autouse=True)
def language_of_the_house() -> None:
    """Begin each test in the language a new process has: a request leaves the language of its address behind."""
    translation.deactivate()


@pytest.fixture
def house(db: Any) -> House:
    """The empty Dutch house; it and the two below stand in the database already, see `database_plugin`."""
    found: House = standing("house")
    return found


@pytest.fixture
def school(house: House) -> Any:
    """The live location page of Academie Tien."""
    return standing("school")


@pytest.fixture
def institute(house: House) -> Any:
    """The live page of Hogeschool Utrecht."""
    return standing("institute")
