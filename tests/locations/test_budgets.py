"""Pages of the locations app cost the same number of queries whatever they list, and 25 at most."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from curriculum.models import LabPage
from locations.models import DayStop, Journey, LocationContact, LocationUnit, TaskProgress, Trajectory
from news.models import EventLocation
from tests.budgets import MOST, queries
from tests.factories import (
    House,
    in_english,
    make_event,
    make_group,
    make_guide,
    make_lab,
    make_location,
    make_news,
    make_outcome,
    make_partner,
    make_partner_page,
    make_school_year,
    make_session,
    make_story,
    make_variant,
)
from tests.locations.conftest import make_phase

pytestmark = pytest.mark.django_db
ASKED = "?variant=variant-0&jaar=jaar-1&locatie=academie-tien"
ASKED_IN_ENGLISH = "?programme=variant-0&year=year-1&location=academie-tien"
VIEWS = {
    "nl": {"locations": ["", "vergelijken/", f"jouw-route/{ASKED}"], "joining": ["", "traject/", "traject/fase-1/"]},
    "en": {
        "locations": ["", "compare/", f"your-route/{ASKED_IN_ENGLISH}"],
        "joining": ["", "trajectory/", "trajectory/fase-1/"],
    },
}


@pytest.fixture(autouse=True)
def _week_three() -> Any:
    with time_machine.travel(datetime(2026, 11, 24, 8, 0, tzinfo=UTC), tick=False):
        yield


def fill_offer(house: House, school: Any, numbers: range) -> None:
    """Give a school a group, a lab with a session, a story, news, a unit and a contact for each number."""
    for number in numbers:
        variant = make_variant(f"variant-{number}", order=number)
        group = make_group(f"groep-{number}", variants=[variant], places=[(school, True)])
        session = make_session(date(2026, 12, 1) + timedelta(days=number), location=school)
        lab = make_lab(school, f"lab-{number}", places=[school], groups=[group], sessions=[session])
        make_event(school, f"kijkdag-{number}", opens_doors=True, places=[EventLocation(location=school)])
        story, news = make_story(school, f"verhaal-{number}", places=[]), make_news(school, f"nieuws-{number}")
        if number == 1:
            for page in (lab, story, news):
                in_english(page)


def fill_spaces(house: House, institute: Any, numbers: range) -> None:
    """Put a location, a partner page and a guide for each number in the house, and an outcome at the institute."""
    for number in numbers:
        pages = [
            make_location(house.locations, f"school-{number}", town="Utrecht", latitude="52.1", longitude="5.1"),
            make_partner_page(
                house.partnership, f"partner-{number}", represents=make_partner(f"partner-{number}", kind="mbo")
            ),
            make_guide(house.joining, f"gids-{number}"),
            make_outcome(institute, f"P{number}"),
        ]
        make_phase(number + 1)
        if number == 1:
            for page in pages:
                in_english(page)


def fill_rows(school: Any, number: int) -> None:
    """Give a school so many units, contacts, journeys, and moments of a day that each lead to a lab."""
    labs = LabPage.objects.child_of(school).order_by("path")
    school.day = [
        DayStop(starts=time(8 + n), title=f"Moment {n}", leads_to=lab, locale=school.locale)
        for n, lab in zip(range(number), labs, strict=False)
    ]
    school.journeys = [
        Journey(origin=f"Halte {n}", by="bus", minutes=n, source="9292", checked_on=date(2026, 11, 2))
        for n in range(number)
    ]
    school.units = [LocationUnit(name=f"Unit {n}", age_from=10, age_to=18, locale=school.locale) for n in range(number)]
    school.contacts = [LocationContact(task="labs", role=f"Rol {n}") for n in range(number)]
    school.save()


def make_example(number: int) -> None:
    """Make the example trajectory with so many finished tasks."""
    Trajectory.objects.all().delete()
    trajectory = Trajectory(name="Voorbeeld", starts_on=date(2026, 9, 1), joins_on=date(2027, 9, 1), is_example=True)
    trajectory.progress = [TaskProgress(task=f"taak-{n}a", done_on=date(2026, 9, 2)) for n in range(number)]
    trajectory.save()


def test_every_page_of_the_app(house: House, school: Any, institute: Any, client: Client) -> None:
    make_school_year()
    make_guide(house.joining, "gids")
    english = {name: in_english(getattr(house, name)) for name in ("locations", "joining", "partnership", "curriculum")}
    urls = [
        page.get_url() + view
        for language, pages in (("nl", vars(house)), ("en", english))
        for name, views in VIEWS[language].items()
        for page in [pages[name]]
        for view in views
    ]
    spaces = [house.partnership, english["partnership"], school, in_english(school), institute, in_english(institute)]
    urls += [page.get_url() for page in spaces]

    def grow(numbers: range) -> None:
        fill_offer(house, school, numbers)
        fill_spaces(house, institute, numbers)
        fill_rows(school, numbers.stop)
        make_example(numbers.stop)

    grow(range(2))
    before = {url: queries(client, url) for url in urls}
    grow(range(2, 5))
    for url, few in before.items():
        many = queries(client, url)
        assert len(many) == len(few), f"{url}: {len(few)} became {len(many)}\n" + "\n".join(many)
    assert {url: len(few) for url, few in before.items() if len(few) > MOST} == {}
