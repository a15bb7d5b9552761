"""The living street on the home page: what is lit and open, and the words that say so."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import pytest
import time_machine
from bs4 import BeautifulSoup, Tag
from django.test import Client
from PIL import Image

from curriculum.models import LabSession
from news.models import EventLocation
from tests.factories import House, make_event, make_lab, make_location, make_school_year, make_session

pytestmark = pytest.mark.django_db


@contextmanager
def at(moment: str) -> Iterator[None]:
    """Be there at a moment of UTC; in winter the house is an hour ahead."""
    with time_machine.travel(datetime.fromisoformat(moment).replace(tzinfo=UTC), tick=False):
        yield


def hero(client: Client) -> Tag:
    found = BeautifulSoup(client.get("/nl/").content, "html.parser").select_one(".hero")
    assert found is not None
    return found


def lit(client: Client) -> list[str]:
    """Return where the lit windows lead; the words below the street lead to the same, once each."""
    street = hero(client)
    windows = [str(link["href"]) for link in street.select("svg a")]
    assert sorted(windows) == sorted(str(link["href"]) for link in street.select(".street-now a"))
    return windows


@pytest.fixture
def lab(house: House, school: Any) -> Any:
    """A lab from a quarter to four to a quarter past five on Tuesday 24 November."""
    return make_lab(school, "coachen", sessions=[make_session(date(2026, 11, 24), location=school)])


def test_a_window_lights_when_a_session_begins_and_goes_dark_when_it_ends(lab: Any, client: Client) -> None:
    with at("2026-11-24T14:44:59"):
        assert lit(client) == []
    with at("2026-11-24T14:45:00"):
        assert lit(client) == [lab.get_url()]
        assert "tot 17.15 uur" in hero(client).select_one(".street-now").get_text()
    with at("2026-11-24T16:15:00"):
        assert lit(client) == []


def test_a_cancelled_session_and_one_elsewhere_light_no_window(house: House, school: Any, client: Client) -> None:
    unic = make_location(house.locations, "unic", status="toetredend")
    day = date(2026, 11, 24)
    off = make_session(day, location=school, state=LabSession.State.CANCELLED, reason="Ziek")
    make_lab(school, "coachen", sessions=[off, make_session(day, location=unic)])

    with at("2026-11-24T15:00:00"):
        assert lit(client) == []


def opens(school: Any, slug: str, starts: str, ends: str) -> str:
    """Let a school receive visitors between two moments of UTC; return where that leads."""
    moments = [datetime.fromisoformat(moment).replace(tzinfo=UTC) for moment in (starts, ends)]
    places = [EventLocation(location=school)]
    visit = make_event(school, slug, starts=moments[0], ends=moments[1], opens_doors=True, places=places)
    return str(visit.get_url())


def behind_the_door(client: Client) -> list[str]:
    """Return where the words of the open doors lead; as many doors of the drawing are open."""
    street = hero(client)
    visits = [str(link["href"]) for link in street.select(".street-now a")]
    assert len(street.select("svg .leaf")) == len(visits)
    return visits


def test_the_door_is_open_from_midnight_of_a_visiting_day_until_it_ends(
    house: House, school: Any, client: Client
) -> None:
    visit = opens(school, "kijkdag", "2026-11-24T08:00", "2026-11-24T14:00")

    found = {}
    for moment in ("23T22:59:59", "23T23:00:00", "24T13:59:59", "24T14:00:00", "24T23:00:00"):
        with at(f"2026-11-{moment}"):
            found[moment] = behind_the_door(client)

    assert list(found.values()) == [[], [visit], [visit], [], []]


def test_the_door_stays_open_on_the_second_day_of_a_visit(house: House, school: Any, client: Client) -> None:
    visit = opens(school, "kijkdagen", "2026-11-24T08:00", "2026-11-25T14:00")

    with at("2026-11-25T09:00:00"):
        assert behind_the_door(client) == [visit]
    with at("2026-11-25T14:00:00"):
        assert behind_the_door(client) == []


def test_of_two_visits_on_a_day_the_door_leads_to_the_first_until_that_is_over(
    house: House, school: Any, client: Client
) -> None:
    later = opens(school, "middag", "2026-11-24T12:00", "2026-11-24T14:00")
    first = opens(school, "ochtend", "2026-11-24T08:00", "2026-11-24T10:00")

    with at("2026-11-24T09:59:59"):
        assert behind_the_door(client) == [first]
    with at("2026-11-24T10:00:00"):
        assert behind_the_door(client) == [later]


def test_in_a_holiday_no_column_is_lit(house: House, school: Any, client: Client) -> None:
    make_school_year()

    with at("2026-12-22T10:00:00"):
        page = BeautifulSoup(client.get("/nl/").content, "html.parser")

    assert page.html is not None
    assert page.html["data-week"] == "0"
    assert not page.select(".hero .busy")


def picture(client: Client, language: str = "nl") -> Image.Image:
    """The picture that an app shows where somebody shares the address of the home page."""
    page = BeautifulSoup(client.get(f"/{language}/").content, "html.parser")
    told = page.select_one('meta[property="og:image"]')
    assert told is not None
    answer = client.get(urlsplit(str(told["content"])).path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    return Image.open(BytesIO(answer.content))


def lamps(image: Image.Image) -> int:
    """How many points of the picture are lit."""
    return sum(count for count, colour in image.convert("RGB").getcolors(1 << 24) or [] if colour == (255, 201, 60))


def test_the_picture_to_share_is_the_street_of_this_moment(lab: Any, client: Client) -> None:
    with at("2026-11-24T14:44:59"):
        before = picture(client)
    with at("2026-11-24T14:45:00"):
        during = picture(client)
    with at("2026-11-24T16:15:00"):
        after = picture(client)

    assert before.size == (1200, 630)
    assert lamps(during) > lamps(before) == lamps(after)
    assert before.tobytes() == after.tobytes()


def test_the_picture_is_there_in_english_and_for_a_house_without_locations(house: House, client: Client) -> None:
    assert picture(client, "en").size == (1200, 630)


def test_the_picture_holds_whatever_a_location_is_called_and_however_many_there_are(
    house: House, client: Client
) -> None:
    for number, title in enumerate(["A & B <C>", "\x01\ufffe", "]]>", "«🏠»", "x" * 200, *"123456789"]):
        make_location(house.locations, f"school-{number}", title=title)

    assert picture(client).size == (1200, 630)
