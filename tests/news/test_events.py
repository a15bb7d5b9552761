"""What visitors see of events and news, and the calendar file they can take along."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from news.models import EventLocation
from news.models.event import LONGEST
from tests.calendars import read
from tests.factories import House, in_english, make_event, make_news
from tests.news.reading import linked_data, soup, texts

pytestmark = pytest.mark.django_db


def make_safari(house: House, school: Any) -> Any:
    starts = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
    return make_event(
        house.about,
        "schoolsafari",
        title="Schoolsafari",
        summary="Neem je opdracht mee.",
        starts=starts,
        ends=starts.replace(hour=14, minute=30),
        capacity=24,
        places=[EventLocation(location=school)],
    )


@time_machine.travel(datetime(2026, 11, 24, 8, 0, tzinfo=UTC), tick=False)
def test_an_event_shows_when_and_where_and_can_be_taken_along(house: House, school: Any, client: Client) -> None:
    event = make_safari(house, school)

    page = soup(client, event.get_url())

    assert page.select_one("aside time")["datetime"] == "2026-11-26T09:00:00+01:00"
    assert texts(page, "aside dd a") == ["Academie Tien"]
    assert linked_data(page)["location"]["name"] == "Academie Tien"
    answer = client.get(str(page.select_one("aside .btn")["href"]))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    entry = Calendar.from_ical(answer.getvalue()).walk("VEVENT")[0]
    assert entry["uid"] == f"{event.translation_key}@opleidingshuis"
    assert entry["dtstart"].dt == datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
    assert (str(entry["location"]), str(entry["summary"])) == ("Academie Tien", "Schoolsafari")


@time_machine.travel(datetime(2026, 11, 24, 8, 0, tzinfo=UTC), tick=False)
def test_the_file_of_an_english_event_has_the_dates_and_the_identity_of_the_dutch_one(
    house: House, school: Any, client: Client
) -> None:
    event = make_safari(house, school)
    english = in_english(event, title="School safari")

    entry = Calendar.from_ical(client.get(f"{english.get_url()}ics/").getvalue()).walk("VEVENT")[0]

    assert str(entry["summary"]) == "School safari"
    assert entry["uid"] == f"{event.translation_key}@opleidingshuis"
    assert entry["dtstart"].dt == event.starts


@time_machine.travel(datetime(2026, 12, 24, 8, 0, tzinfo=UTC), tick=False)
def test_an_event_that_is_over_says_so_and_offers_no_calendar(house: House, school: Any, client: Client) -> None:
    page = soup(client, make_safari(house, school).get_url())

    assert page.select_one(".state[data-state=past]") is not None
    assert not page.select("aside .btn")


def test_a_piece_of_news_shows_its_date(house: House, school: Any, client: Client) -> None:
    page = soup(client, make_news(school, title="Lab erbij", date=date(2026, 11, 3)).get_url())

    assert page.select_one("article time")["datetime"] == "2026-11-03"
    assert (linked_data(page)["@type"], linked_data(page)["datePublished"]) == ("NewsArticle", "2026-11-03")


@time_machine.travel(datetime(2026, 11, 24, 8, 0, tzinfo=UTC), tick=False)
def test_a_cancelled_event_says_so_to_readers_calendars_and_search_engines(
    house: House, school: Any, client: Client
) -> None:
    event = make_safari(house, school)
    english = in_english(event, title="School safari")
    assert linked_data(soup(client, event.get_url()))["eventStatus"] == "https://schema.org/EventScheduled"
    event.is_cancelled, event.reason = True, "De bus is stuk."
    event.save_revision().publish()

    page = soup(client, event.get_url())

    assert page.select_one(".state[data-state=off]") is not None
    assert "De bus is stuk." in page.select_one("main").get_text()
    assert linked_data(page)["eventStatus"] == "https://schema.org/EventCancelled"
    _name, found = read(client.get(f"{event.get_url()}ics/"))
    assert [(entry.status, entry.summary) for entry in found.values()] == [("CANCELLED", "Vervallen: Schoolsafari")]
    assert "De bus is stuk." in soup(client, english.get_url()).select_one("main .notice [lang=nl]").get_text()
    _name, found = read(client.get(f"{english.get_url()}ics/"))
    assert [entry.status for entry in found.values()] == ["CANCELLED"]


def test_an_event_is_cancelled_with_a_reason(house: House, school: Any) -> None:
    event = make_safari(house, school)
    event.is_cancelled = True

    with pytest.raises(ValidationError) as refused:
        event.full_clean()

    assert list(refused.value.message_dict) == ["reason"]


@time_machine.travel(datetime(2026, 11, 24, 8, 0, tzinfo=UTC), tick=False)
@pytest.mark.parametrize("how", ["unpublish", "delete"])
def test_the_file_of_an_event_that_went_away_calls_it_off(house: House, school: Any, client: Client, how: str) -> None:
    event = make_safari(house, school)
    address, uid = f"{event.get_url()}ics/", f"{event.translation_key}@opleidingshuis"
    getattr(event, how)()

    _name, found = read(client.get(address))

    assert [(key, entry.status) for key, entry in found.items()] == [(uid, "CANCELLED")]
    assert client.get("/nl/over/iets-anders/ics/").status_code == 404


def test_search_knows_every_day_of_an_event_that_takes_several(house: House) -> None:
    starts = datetime(2027, 3, 26, 13, 0, tzinfo=UTC)
    event = make_event(house.about, "congres", starts=starts, ends=datetime(2027, 3, 29, 8, 0, tzinfo=UTC))

    moments = event.search_document().moments

    assert [f"{timezone.localtime(moment):%d %H:%M}" for moment in moments] == [
        "26 14:00",
        "27 14:00",
        "28 14:00",
        "29 00:00",
    ], "at the same hour, also behind the change to summer time"
    long = make_event(house.about, "lang", starts=starts, ends=starts.replace(year=2037))
    assert len(long.days) == LONGEST


def test_an_event_of_several_days_stands_with_all_of_them_in_the_list(house: House, client: Client) -> None:
    starts = datetime(2027, 3, 1, 13, 0, tzinfo=UTC)
    make_event(house.about, "congres", starts=starts, ends=starts.replace(day=3))

    days = [time["datetime"][:10] for time in soup(client, house.about.get_url()).select(".labs time")]

    assert days == ["2027-03-01", "2027-03-03"]
