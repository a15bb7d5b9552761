"""What the tests of the route finder, of the weeks ahead and of their calendar ask about."""

from typing import Any

import pytest

from locations.models import LocationPage
from tests.curriculum.asking import make_groups, make_street
from tests.factories import House
from tests.kept import kept


@kept
def asked_about(house: House) -> tuple[dict[str, LocationPage], dict[str, Any]]:
    """The locations, variants and groups of the table of answers."""
    street = make_street(house)
    return street, make_groups(street)


@pytest.fixture
def street(asked_about: Any) -> Any:
    """The locations, by their key."""
    return asked_about[0]


@pytest.fixture
def groups(asked_about: Any) -> Any:
    """The groups, by their slug."""
    return asked_about[1]
