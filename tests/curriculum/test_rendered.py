"""What templates say of labs is rendered once, and never shown once it is not so any more."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup, Tag
from django.test import Client

from tests.factories import House, in_english, make_lab, make_school_year, make_session

pytestmark = pytest.mark.django_db
TUESDAY = "2026-11-24T10:00:00+01:00"
ROWS = ("curriculum/lab_row.html", "curriculum/session_row.html", "curriculum/calendar_session.html")
LISTS = ("/nl/labs/", "/nl/labs/agenda/", "/nl/locaties/academie-tien/", "/nl/locaties/academie-tien/coachen/")


@pytest.fixture
def clock() -> Iterator[Any]:
    """A clock that stands still until it is moved."""
    with time_machine.travel(TUESDAY, tick=False) as standing:
        yield standing


@pytest.fixture
def lab(clock: Any, house: House, school: Any) -> Any:
    """A lab with one session, this afternoon."""
    make_school_year()
    sessions = [make_session(date(2026, 11, 24), "15:00", location=school, room="Aula", room_en="Hall")]
    return make_lab(school, "coachen", title="Coachen", places=[school], sessions=sessions)


def row(client: Client, address: str = "/nl/labs/") -> Tag:
    found = BeautifulSoup(client.get(address).content, "html.parser").select_one(".lab")
    assert found is not None
    return found


@pytest.mark.parametrize("address", LISTS)
def test_a_second_reader_gets_what_was_rendered_for_the_first(client: Client, lab: Any, address: str) -> None:
    first, second = client.get(address), client.get(address)

    assert not {template.name for template in first.templates}.isdisjoint(ROWS)
    assert {template.name for template in second.templates}.isdisjoint(ROWS)
    assert BeautifulSoup(second.content, "html.parser").main == BeautifulSoup(first.content, "html.parser").main


@pytest.mark.parametrize("address", ["/nl/labs/", "/nl/labs/agenda/", "/nl/locaties/academie-tien/coachen/"])
def test_a_session_that_begins_or_ends_is_told_at_that_moment(
    client: Client, lab: Any, clock: Any, address: str
) -> None:
    told = []
    for moment in ("14:59:59", "15:00:00", "16:29:59", "16:30:00"):
        clock.move_to(f"2026-11-24T{moment}+01:00")
        page = BeautifulSoup(client.get(address).content, "html.parser")
        told.append([state["data-state"] for state in page.select(".labs .state, .weeks .state, .sessions .state")])

    assert told == [["walk"], ["busy"], ["busy"], ["past"]]


def test_a_lab_by_itself_says_that_it_is_over_once_it_is(client: Client, lab: Any, clock: Any, school: Any) -> None:
    before = row(client, "/nl/locaties/academie-tien/").select_one(".when")
    clock.move_to("2026-11-24T16:30:00+01:00")

    after = row(client, "/nl/locaties/academie-tien/").select_one(".when")

    assert before is not None
    assert before.select_one("time") is not None
    assert after is not None
    assert after.get_text(strip=True) == "geweest"


def test_a_change_is_shown_at_once(client: Client, lab: Any) -> None:
    row(client)
    lab.title = "Coachend begeleiden"
    session = lab.sessions.get()
    session.room = "Kelder"
    lab.sessions = [session]
    lab.save_revision().publish()

    text = row(client).get_text()

    assert "Coachend begeleiden" in text
    assert "Kelder" in text
    assert "Aula" not in text


def test_every_reader_gets_it_in_their_own_language(client: Client, house: House, lab: Any) -> None:
    in_english(house.labs)
    in_english(lab, title="Coaching")

    for address, words in {
        "/nl/labs/": ("Coachen", "Aula", "vrije inloop"),
        "/en/labs/": ("Coaching", "Hall", "just walk in"),
    }.items():
        text = row(client, address).get_text()
        assert [word for word in words if word not in text] == [], address


def test_where_a_lab_is_listed_decides_what_is_said_of_it(client: Client, lab: Any) -> None:
    in_the_list, at_the_location = row(client), row(client, "/nl/locaties/academie-tien/")

    assert "Academie Tien" in in_the_list.get_text()
    assert in_the_list.select_one("h4") is not None
    assert "Academie Tien" not in at_the_location.get_text()
    assert at_the_location.select_one("h3") is not None
