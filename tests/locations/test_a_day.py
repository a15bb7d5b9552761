"""A day at a location, the way there and the next visiting day, as a visitor reads them and an editor writes them."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from locations.day_line import draw_day
from locations.models import DayStop, Journey
from news.models import EventLocation
from tests.factories import House, in_english, make_event, make_lab, make_session, make_story
from tests.locations.conftest import Read

pytestmark = pytest.mark.django_db
PAGE = "/nl/locaties/academie-tien/"


def with_day(school: Any, *stops: tuple[str, str, Any]) -> None:
    """Give a school moments of a day: time, title and where they lead."""
    school.day = [
        DayStop(starts=time.fromisoformat(at), title=title, leads_to=page, locale=school.locale)
        for at, title, page in stops
    ]
    school.save()
    school.save_revision().publish()


def test_a_day_is_a_line_in_time_whose_moments_lead_to_a_lab_and_a_story(
    house: House, filled_school: Any, read: Read
) -> None:
    lab, story = make_lab(filled_school, "een-lab"), make_story(filled_school, "een-verhaal")
    with_day(filled_school, ("15:45", "Een lab", lab), ("10:45", "De pauze", story), ("08:15", "Je team", None))

    section = read(PAGE).select_one("section[aria-labelledby=day]")

    assert [row.time.get_text() for row in section.select("ol.day > li")] == ["08.15", "10.45", "15.45"]
    assert [link["href"] for link in section.select("ol.day a")] == [story.get_url(), lab.get_url()]
    assert len(section.select("svg .bar")) == 3


def test_a_moment_that_leads_to_a_page_nobody_can_read_stands_without_a_link(
    house: House, filled_school: Any, read: Read
) -> None:
    lab = make_lab(filled_school, "een-lab")
    with_day(filled_school, ("15:45", "Een lab", lab))
    lab.unpublish()

    section = read(PAGE).select_one("section[aria-labelledby=day]")

    assert section.h3.get_text() == "Een lab"
    assert not section.select("ol.day a")


def test_the_english_day_keeps_the_times_of_the_dutch_one(house: House, filled_school: Any, read: Read) -> None:
    with_day(filled_school, ("15:45", "Een lab", make_lab(filled_school, "een-lab")))
    english = in_english(filled_school, title="Academie Tien")
    row = filled_school.day.get()
    row.starts = time(14, 30)
    row.save()

    section = read(english.get_url()).select_one("section[aria-labelledby=day]")

    assert section.select_one("ol.day time").get_text() == "14:30"
    assert section.select("ol.day a")


def test_a_day_at_a_school_has_no_moment_in_the_night() -> None:
    with pytest.raises(ValidationError) as refused:
        DayStop(starts=time(3, 0), title="Slapen").clean()

    assert set(refused.value.message_dict) == {"starts"}


def test_the_line_begins_at_the_hour_of_the_first_moment_and_keeps_distances() -> None:
    line = draw_day([time(12), time(8, 0), time(10)])

    assert line is not None
    first, second, third = (mark.x for mark in line.stops)
    assert second - first == pytest.approx(third - second, abs=0.2)
    assert [mark.label for mark in line.hours] == ["8", "10", "12"]
    assert draw_day([]) is None


def test_the_way_there_names_its_source_and_day_and_asks_nothing_of_others(
    house: House, filled_school: Any, read: Read
) -> None:
    filled_school.journeys = [
        Journey(origin="Utrecht Centraal", by="bus", minutes=15, source="9292", checked_on=date(2026, 11, 2))
    ]
    filled_school.save_revision().publish()

    section = read(PAGE).select_one("section[aria-labelledby=way]")

    assert "Utrecht Centraal" in section.li.get_text()
    assert "15 minuten" in section.li.get_text()
    assert {"9292", "2026"} <= set(section.li.small.get_text().replace(",", " ").replace(".", " ").split())
    assert section.select_one("a[href='https://9292.nl/']")["rel"] == ["external", "noreferrer"]
    assert not section.select("img, iframe, script")
    assert "Utrecht Centraal, met de bus" in filled_school.search_document().body


def test_the_next_step_names_the_next_visiting_day_and_forgets_it_when_it_is_over(
    house: House, filled_school: Any, read: Read
) -> None:
    places, now = [EventLocation(location=filled_school)], timezone.now()
    make_event(filled_school, "kijkdag", title="Kijkdag", opens_doors=True, places=places)
    make_event(filled_school, "feest", title="Feest", places=[EventLocation(location=filled_school)])

    before = read(PAGE).select_one("section[aria-labelledby=next]")
    with time_machine.travel(now + timedelta(days=3)):
        after = read(PAGE).select_one("section[aria-labelledby=next]")

    assert "Feest" not in before.get_text()
    assert [link.get_text() for link in before.p.select("a")] == ["Kijkdag"]
    assert [link["href"] for link in after.p.select("a")] == ["#contact"]


def test_the_days_with_labs_are_said_in_words(house: House, filled_school: Any, read: Read) -> None:
    days = [date(2026, 12, 1), date(2026, 12, 3), date(2026, 12, 10), date(2027, 2, 5)]
    sessions = [make_session(day, location=filled_school) for day in days]
    make_lab(filled_school, "een-lab", places=[filled_school], sessions=sessions)

    with time_machine.travel(datetime(2026, 11, 28, 8, 0, tzinfo=UTC), tick=False):
        section = read(PAGE).select_one("section[aria-labelledby=groups]")

    assert "op dinsdag en donderdag." in " ".join(section.get_text().split())
