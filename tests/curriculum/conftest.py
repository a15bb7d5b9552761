"""What the tests of the route finder, of the weeks ahead, of their calendar and of proposals ask about."""

from types import SimpleNamespace
from typing import Any

import pytest

from locations.models import LocationPage
from tests.curriculum.asking import make_groups, make_street
from tests.curriculum.proposing import wish
from tests.factories import House, make_lab, make_outcome, make_partner_page, make_theme
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


@kept
def proposed(house: House, school: Any, institute: Any) -> SimpleNamespace:
    """A lab that is proposed for an outcome of each of two institutes, and one that is proposed for none."""
    theme = make_theme(house.themes, "pedagogiek")
    university = make_partner_page(house.partnership, "universiteit-utrecht")
    hu = make_outcome(institute, "HU-1", title="Leren kijken", themes=[theme])
    uu = make_outcome(university, "UU-1", title="Zien wat er is", themes=[theme])
    return SimpleNamespace(
        lab=make_lab(school, "kijken", title="Kijken in de pauze", proposals=[wish(hu), wish(uu)]),
        other=make_lab(school, "vrij"),
        university=university,
        hu=hu,
        uu=uu,
    )
