"""Facts that tick tasks: each counts what visitors can read of the school itself, and lets go when it is gone."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import time_machine

from curriculum.models import CycleStart, GroupPlace, OutcomeLab
from home.models import GuidePage
from locations.models import LocationContact, LocationPage
from locations.onboarding.registry import CHECKS, counted, register_check, unknown
from tests.factories import (
    House,
    in_english,
    make_editor,
    make_group,
    make_guide,
    make_lab,
    make_location,
    make_outcome,
    make_school_year,
    make_session,
    make_story,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_october() -> Any:
    """Look at it in October."""
    with time_machine.travel("2026-10-05 09:00 +0200", tick=False):
        yield


@pytest.fixture
def bridge(house: House) -> Any:
    """A location that has nothing yet but its page; the school of the house has everything beside it."""
    return make_location(house.locations, "de-brug", town="Utrecht")


def _team(page: Any) -> Any:
    page.team_text = "Vier collega's."
    page.save()
    return page


def _contact(page: Any) -> Any:
    return LocationContact.objects.create(
        page=page, task="labs", role="coördinator", checked_on=date(2026, 9, 1), sort_order=0
    )


def _rhythm(page: Any) -> Any:
    year = make_school_year()
    CycleStart.objects.filter(year=year).delete()
    return CycleStart.objects.create(year=year, location=page, starts=date(2026, 8, 31))


def _outcome(page: Any) -> Any:
    institute = page.get_site().root_page.get_descendants().get(slug="hogeschool-utrecht").specific
    lab = make_lab(page, "taal")
    return OutcomeLab.objects.create(page=make_outcome(institute, "hu-1"), lab=lab)


def _group(page: Any) -> Any:
    return GroupPlace.objects.create(group=make_group(), location=page)


def _session(page: Any) -> Any:
    lab = make_lab(page, "taal", sessions=[make_session(date(2026, 11, 3))])
    return lab.sessions.get()


MAKES: dict[str, Callable[[Any], Any]] = {
    "locatiepagina-live": lambda page: page,
    "locatiepagina-engels-live": in_english,
    "actieve-redacteuren": lambda page: make_editor(page.represents, "authors"),
    "teamblok-ingevuld": _team,
    "contacten-gecontroleerd": _contact,
    "ritme-ingesteld": _rhythm,
    "labs-gepubliceerd": lambda page: make_lab(page, "taal"),
    "lab-met-leerresultaat": _outcome,
    "lab-met-komende-sessie": _session,
    "safari-opdracht-live": lambda page: make_guide(page, "schoolsafari-bij-ons"),
    "opleidingsgroep-gekoppeld": _group,
    "verhaal-gepubliceerd": lambda page: make_story(page, "een-verhaal"),
}
"""What makes each fact true at a location."""


def _is_gone(made: Any) -> None:
    """Take it away again, as people do: offline, or deleted."""
    if hasattr(made, "live"):
        made.unpublish()
    elif hasattr(made, "is_active"):
        made.is_active = False
        made.save()
    else:
        made.delete()


def test_every_check_of_the_registry_is_tried_here() -> None:
    assert set(MAKES) == set(CHECKS)


@pytest.mark.parametrize("name", [name for name in MAKES if name != "locatiepagina-live"])
def test_a_fact_counts_once_it_is_there_for_its_own_school_and_no_longer_than_that(
    name: str, bridge: Any, school: Any, institute: Any
) -> None:
    assert counted([name], bridge.represents) == {name: 0}

    made = MAKES[name](bridge)
    assert counted([name], bridge.represents) == {name: 1}
    assert counted([name], school.represents) == {name: 0}

    _is_gone(made)
    assert counted([name], bridge.represents) == {name: 0}


def test_a_page_that_goes_offline_takes_what_stands_on_it_along(bridge: Any) -> None:
    _team(bridge)
    assert counted(["locatiepagina-live", "teamblok-ingevuld"], bridge.represents) == {
        "locatiepagina-live": 1,
        "teamblok-ingevuld": 1,
    }

    LocationPage.objects.get(pk=bridge.pk).unpublish()

    assert not any(counted(["locatiepagina-live", "teamblok-ingevuld"], bridge.represents).values())


def test_one_contact_that_nobody_checked_for_half_a_year_makes_them_all_doubtful(bridge: Any) -> None:
    _contact(bridge)
    LocationContact.objects.create(page=bridge, task="aansluiten", role="directie", checked_on=date(2026, 4, 1))

    assert counted(["contacten-gecontroleerd"], bridge.represents) == {"contacten-gecontroleerd": 0}


def test_a_guide_about_something_else_is_no_safari(bridge: Any) -> None:
    guide: GuidePage = make_guide(bridge, "fietsenstalling")

    assert guide.live
    assert counted(["safari-opdracht-live"], bridge.represents) == {"safari-opdracht-live": 0}


def test_what_is_no_check_counts_for_nothing_and_a_name_is_given_once(bridge: Any) -> None:
    assert unknown(["labs-gepubliceerd", "bestaat-niet", ""]) == ["bestaat-niet"]
    assert counted(["bestaat-niet"], bridge.represents) == {}
    with pytest.raises(ValueError, match="check already"):
        register_check("labs-gepubliceerd", "nog eens")(lambda partner: 1)
