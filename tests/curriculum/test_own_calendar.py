"""A calendar that follows one person, of whom only the address knows."""

from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pytest
import time_machine
from django.test import Client
from icalendar import Calendar

from curriculum.groups.your_week import MOST_LABS
from curriculum.models import LabSession
from locations.models import LocationPage
from tests.calendars import read
from tests.curriculum.asking import ADDRESS, ask
from tests.factories import House, in_english, make_lab, make_school_year, make_session

pytestmark = pytest.mark.django_db
FILE = "/nl/locaties/jouw-week.ics"
TUESDAY = "2026-11-24 12:00+01:00"
FIRST_YEAR = {"variant": "hbo-voltijd", "jaar": "jaar-1", "locatie": "nxt-doorn"}


@pytest.fixture(autouse=True)
def _frozen() -> Any:
    with time_machine.travel(TUESDAY, tick=False):
        yield


@pytest.fixture
def offer(groups: dict[str, Any], street: dict[str, LocationPage]) -> dict[str, Any]:
    """A fixed lab and two to choose from for the first year, one for another group, and a school year."""
    make_school_year()
    tien, first = street["academie-tien"], [groups["hbo-1"]]
    days = [date(2026, 9, 8), date(2026, 11, 3), date(2026, 12, 1)]
    fixed = [make_session(day, "14:00", location=tien) for day in days]
    return {
        "vast": make_lab(tien, "vast", groups=first, is_free_choice=False, sessions=fixed),
        "schrijven": make_lab(tien, "schrijven", groups=first, sessions=[make_session(date(2026, 12, 16))]),
        "gesprekken": make_lab(tien, "gesprekken", groups=first, sessions=[make_session(date(2026, 12, 16))]),
        "anders": make_lab(
            tien,
            "anders",
            groups=[groups["hbo-2-minor"]],
            is_free_choice=False,
            sessions=[make_session(date(2026, 12, 2))],
        ),
    }


def told(client: Client, **answers: Any) -> dict[str, list[date]]:
    """What a calendar tells: each title with the days on which it begins."""
    found: dict[str, list[date]] = {}
    for entry in read(client.get(FILE, answers))[1].values():
        found.setdefault(entry.summary, []).append(entry.starts.date())
    return {title: sorted(days) for title, days in found.items()}


def test_it_holds_the_sessions_of_the_group_the_chosen_labs_the_rhythm_and_the_holidays(
    offer: dict[str, Any], client: Client
) -> None:
    calendar = told(client, **FIRST_YEAR, lab="schrijven")

    assert calendar["Vast"] == [date(2026, 11, 3), date(2026, 12, 1)]
    assert calendar["Schrijven"] == [date(2026, 12, 16)]
    assert calendar["Kerstvakantie"] == [date(2026, 12, 19)]
    assert calendar["Week 3"][:2] == [date(2026, 11, 2), date(2026, 11, 23)]
    assert not {"Gesprekken", "Anders"} & set(calendar)


def test_everything_of_the_year_is_in_it_for_who_asks(offer: dict[str, Any], client: Client) -> None:
    assert date(2026, 9, 8) in told(client, **FIRST_YEAR, alles="1")["Vast"]


def test_the_page_leads_to_it_by_a_link_to_subscribe_and_by_an_address_to_copy(
    offer: dict[str, Any], client: Client
) -> None:
    page = ask(client, **FIRST_YEAR, lab="schrijven")

    link = urlsplit(str(page.select_one("a[href^=webcal]")["href"]))
    assert link.path == FILE
    assert page.select_one("#calendar-address")["value"].partition("?")[2] == link.query
    assert {"Vast", "Schrijven"} <= told_by(client, link)


def told_by(client: Client, link: Any) -> set[str]:
    """The titles of a calendar behind a link."""
    return {entry.summary for entry in read(client.get(f"{link.path}?{link.query}"))[1].values()}


def test_chosen_labs_alone_have_a_calendar_too(offer: dict[str, Any], client: Client) -> None:
    page = ask(client, lab="schrijven")

    link = urlsplit(str(page.select_one("a[href^=webcal]")["href"]))
    titles = told_by(client, link)
    assert "Schrijven" in titles
    assert "Vast" not in titles
    assert page.select_one("input[type=hidden][name=lab]")["value"] == "schrijven"
    assert not page.select(".notice.error")


def test_who_chose_as_many_labs_as_an_address_holds_is_told_so_and_which_were_left_out(
    offer: dict[str, Any], client: Client
) -> None:
    def said(number: int) -> str:
        page = ask(client, **FIRST_YEAR, lab=["schrijven", *(f"lab-{each}" for each in range(number - 1))])
        return " ".join(page.select_one(".own-labs").get_text().split())

    assert "Je hebt" not in said(MOST_LABS - 1)
    assert f"Je hebt {MOST_LABS} labs gekozen" in said(MOST_LABS)
    assert "buiten gelaten" not in said(MOST_LABS)
    assert "Eén lab uit je adres is erbuiten gelaten" in said(MOST_LABS + 1)


def test_what_lasts_whole_days_ends_on_the_first_free_day_and_keeps_nobody_busy(
    offer: dict[str, Any], client: Client
) -> None:
    events = Calendar.from_ical(client.get(FILE, FIRST_YEAR).getvalue()).walk("VEVENT")
    holiday = next(event for event in events if event["summary"] == "Kerstvakantie")

    assert (holiday["dtstart"].dt, holiday["dtend"].dt) == (date(2026, 12, 19), date(2027, 1, 4))
    assert holiday["transp"] == "TRANSPARENT"


def test_it_is_the_same_file_until_something_changes(offer: dict[str, Any], client: Client) -> None:
    first = client.get(FILE, FIRST_YEAR).getvalue()

    with time_machine.travel("2026-11-24 19:00+01:00", tick=False):
        assert client.get(FILE, FIRST_YEAR).getvalue() == first


def test_a_session_that_goes_away_is_called_off_for_who_followed_its_lab(offer: dict[str, Any], client: Client) -> None:
    lab = offer["vast"]
    lab.sessions.set([row for row in lab.sessions.all() if row.starts.date() != date(2026, 12, 1)])
    lab.save_revision().publish()

    mine = read(client.get(FILE, FIRST_YEAR))[1].values()
    others = read(client.get(FILE, {**FIRST_YEAR, "jaar": "jaar-2"}))[1].values()

    assert [entry.starts.date() for entry in mine if entry.status == "CANCELLED"] == [date(2026, 12, 1)]
    assert not [entry for entry in others if entry.status == "CANCELLED"]


def test_a_cancelled_session_stays_in_it_as_cancelled(
    offer: dict[str, Any], street: dict[str, LocationPage], groups: dict[str, Any], client: Client
) -> None:
    row = make_session(date(2026, 12, 3), state=LabSession.State.CANCELLED)
    make_lab(street["academie-tien"], "weg", groups=[groups["hbo-1"]], is_free_choice=False, sessions=[row])

    entries = read(client.get(FILE, FIRST_YEAR))[1].values()

    assert [entry.starts.date() for entry in entries if entry.status == "CANCELLED"] == [date(2026, 12, 3)]


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"variant": "tovenaar", "jaar": "jaar-9", "instituut": "nergens", "locatie": "zweinstein", "lab": "toveren"},
        {"variant": "\x00", "jaar": "\x00", "instituut": "\x00", "locatie": "\x00", "lab": "\x00"},
        {"variant": ["hbo-voltijd", "pabo"], "lab": ["schrijven"] * 50},
        {"lab": [f"lab-{number}" for number in range(200)]},
        {"variant": "hbo-voltijd"},
        {"alles": "misschien"},
    ],
)
def test_whatever_stands_in_the_address_there_is_a_calendar_and_a_page(
    offer: dict[str, Any], client: Client, answers: dict[str, Any]
) -> None:
    assert "Kerstvakantie" in told(client, **answers)
    assert client.get(ADDRESS, answers).status_code == 200


def test_an_english_reader_has_it_under_an_english_name(house: House, offer: dict[str, Any], client: Client) -> None:
    in_english(house.locations)

    answer = client.get("/en/locaties/your-week.ics", FIRST_YEAR)

    assert "your-week.ics" in answer["Content-Disposition"]
    assert read(answer)[0].startswith("Your week at the Opleidingshuis | ")
