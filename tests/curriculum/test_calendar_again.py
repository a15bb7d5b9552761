"""A program that asks for a calendar or a feed again: only what is new is sent, and only what one plans by."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from icalendar import Calendar

from curriculum.labs.full import say_full
from curriculum.models import LabPage
from tests.calendars import read
from tests.factories import House, make_event, make_group, make_lab, make_location, make_session
from tests.kept import kept

pytestmark = pytest.mark.django_db
TUESDAY = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Europe/Amsterdam"))
FILE, FEED = "/nl/labs/agenda.ics", "/nl/labs/feed/"
DAYS = [date(2026, 9, 8), date(2026, 10, 23), date(2026, 10, 24), date(2026, 12, 2)]


@pytest.fixture(autouse=True)
def on_a_tuesday() -> Any:
    with time_machine.travel(TUESDAY, tick=False):
        yield


@kept
def lab(house: House, school: Any) -> LabPage:
    """A lab with sessions a term ago, a day more than a month ago, a month ago, and next week."""
    return make_lab(school, "coachen", groups=[make_group("hbo-1")], sessions=[make_session(day) for day in DAYS])


def days(client: Client, query: str = "") -> list[date]:
    _name, found = read(client.get(f"{FILE}{query}"))
    return sorted(entry.starts.date() for entry in found.values())


@pytest.mark.parametrize("choice", ["lab=coachen", "locatie=academie-tien", "groep=hbo-1", "soort=vaardigheden"])
def test_a_calendar_goes_a_month_back_and_whole_when_all_is_asked(lab: LabPage, client: Client, choice: str) -> None:
    lab.sessions.update(location=lab.get_parent().specific)
    lab.save_revision().publish()

    assert days(client, f"?{choice}") == DAYS[2:]
    assert days(client, f"?{choice}&alles=1") == DAYS


def test_a_calendar_says_how_often_to_look_again_in_the_words_of_old_and_new_programs(
    lab: LabPage, client: Client
) -> None:
    calendar = Calendar.from_ical(client.get(FILE).getvalue())

    assert calendar["refresh-interval"].dt == timedelta(hours=12)
    assert str(calendar["x-published-ttl"]) == "PT12H"
    assert all(event["sequence"] and event["last-modified"] for event in calendar.walk("VEVENT"))


def uuid_of(lab: Any) -> UUID:
    return UUID(str(lab.sessions.last().uid))


def again(client: Client, address: str, mark: str) -> Any:
    return client.get(address, headers={"If-None-Match": mark})


ADDRESSES = [
    *(FILE, f"{FILE}?lab=coachen", f"{FILE}?locatie=academie-tien", f"{FILE}?groep=hbo-1"),
    *("/nl/locaties/jouw-week.ics?lab=coachen", "/nl/over-het-opleidingshuis/een-evenement/ics/"),
    *(FEED, "/nl/atom/", "/nl/verhalen/atom/", "/nl/zoeken/rss?q=coachen"),
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_did_not_change_is_not_sent_again(lab: LabPage, house: House, client: Client, address: str) -> None:
    make_event(house.about)
    first = client.get(address)
    assert first.status_code == 200
    answer = again(client, address, first["ETag"])

    assert (answer.status_code, answer.getvalue()) == (304, b"")
    assert answer["ETag"] == first["ETag"]


@pytest.mark.parametrize("change", ["a new session", "it is full", "another day", "another choice"])
def test_what_changed_is_sent_again(lab: LabPage, client: Client, change: str) -> None:
    mark = client.get(FILE)["ETag"]
    if change == "a new session":
        lab.sessions.add(make_session(date(2026, 12, 9)))
        lab.save_revision().publish()
    elif change == "it is full":
        say_full(uuid_of(lab), True)
    moment = TUESDAY + timedelta(days=1) if change == "another day" else TUESDAY

    with time_machine.travel(moment, tick=False):
        answer = again(client, f"{FILE}?lab=coachen" if change == "another choice" else FILE, mark)
    assert answer.status_code == 200


def sequences(client: Client) -> list[int]:
    """The number by which a program knows whether it has the newest of each session."""
    calendar = Calendar.from_ical(client.get(f"{FILE}?lab=coachen").getvalue())
    return [int(str(event["sequence"])) for event in calendar.walk("VEVENT")]


def test_the_sequence_of_a_session_grows_with_what_is_published_and_with_nothing_else(
    lab: LabPage, school: Any, client: Client
) -> None:
    lab.save_revision().publish()
    first = sequences(client)
    with time_machine.travel(TUESDAY + timedelta(hours=1), tick=False):
        make_lab(school, "schrijven", sessions=[make_session(date(2026, 12, 2))])
        lab.save_revision()
        assert sequences(client) == first

        lab.save_revision().publish()
        assert all(number > before for number, before in zip(sequences(client), first, strict=True))


def test_the_sequence_rises_when_something_is_published_twice_within_a_minute(lab: LabPage, client: Client) -> None:
    found = []
    for second in (0, 1, 2):
        with time_machine.travel(TUESDAY + timedelta(seconds=second), tick=False):
            lab.save_revision().publish()
            found.append(sequences(client))

    assert found == [[number + second for number in found[0]] for second in (0, 1, 2)]
    assert max(found[-1]) < 2**31


def test_a_feed_with_a_new_lab_is_sent_again(lab: LabPage, school: Any, client: Client) -> None:
    mark = client.get(FEED)["ETag"]
    make_lab(school, "schrijven")

    assert again(client, FEED, mark).status_code == 200


def test_nothing_is_written_for_who_has_it_already(lab: LabPage, client: Client) -> None:
    mark = client.get(FILE)["ETag"]

    assert not getattr(again(client, FILE, mark), "streaming", False)


def test_a_page_has_no_mark(lab: LabPage, client: Client, house: House) -> None:
    make_location(house.locations, "nxt-doorn")

    assert "ETag" not in client.get("/nl/labs/").headers


def test_the_page_of_a_group_leads_to_its_calendar(lab: LabPage, house: House, client: Client) -> None:
    page = client.get("/nl/curriculum/opleidingsgroepen/hbo-1/").content.decode()

    assert "webcal://testserver/nl/labs/agenda.ics?groep=hbo-1" in page
