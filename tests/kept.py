"""Content that the tests of a module share: built once, in a database of its own, and never changed for the next test.

    @kept
    def offer(house, school): ...

is a fixture like any other. Its content stands in a copy of the database that `house` and `school` stand in; each test
rolls back what it does there, and gets a copy of the value to itself. It may ask for those three fixtures only, and is
built at the hour of the clock, not of the test.
"""

import pickle
from collections.abc import Callable, Collection
from copy import deepcopy
from functools import wraps
from inspect import signature
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import override

from locations.models import LocationPage, PartnerPage
from tests.factories.house import find_dutch, find_house

STANDING: dict[str, Callable[[], Any]] = {
    "house": find_house,
    "school": lambda: find_dutch(LocationPage, "academie-tien"),
    "institute": lambda: find_dutch(PartnerPage, "hogeschool-utrecht"),
}
"""What a database can hold beforehand, as it is read."""
_read: dict[tuple[str, str], bytes] = {}


def standing(name: str) -> Any:
    """Return what stands in a test's database already; nothing changed before, so it is read once for all tests there.

    Reading the ten pages of the house anew took six milliseconds of each of some thousand tests.
    """
    from tests.index_plugin import waiting  # a plugin, which pytest wants to be the first to import

    if not waiting.is_untouched():
        return STANDING[name]()
    place = (connection.settings_dict["NAME"], name)
    if place not in _read:
        _read[place] = pickle.dumps(STANDING[name]())
    return pickle.loads(_read[place])


class Kept:
    """One piece of content: how it is made, and its value in the database of this process that a test stands on."""

    def __init__(self, make: Callable[..., Any]) -> None:
        self.make = make
        self.parts = list(signature(make).parameters)
        self.values: dict[str, Any] = {}
        self.here = ""

    def build(self, database: str) -> None:
        """Make the content as one transaction whose after-effects nobody waits for."""
        with transaction.atomic(), override(settings.LANGUAGE_CODE):
            self.values[database] = self.make(**{name: STANDING[name]() for name in self.parts})
            connection.run_on_commit = []


KEPT: dict[tuple[str, str], Kept] = {}
"""All of them, by the module and the name of their fixture."""


def kept(make: Callable[..., Any]) -> Any:
    """Turn a function that makes content into a fixture that is built once."""
    content = KEPT[make.__module__, make.__name__] = Kept(make)

    @pytest.fixture
    @wraps(make)
    def fixture(**standing: Any) -> Any:
        return deepcopy(content.values[content.here])

    return fixture


def kept_for(module: str, fixtures: Collection[str]) -> Kept | None:
    """Return the kept content among the fixtures that a test of a module asks for (one at most)."""
    places = [module, *(f"{module.rsplit('.', level)[0]}.conftest" for level in range(1, module.count(".") + 1))]
    found = [KEPT[place, name] for name in fixtures for place in places if (place, name) in KEPT]
    assert len(found) <= 1, "a test stands on the content of one module"
    return found[0] if found else None
