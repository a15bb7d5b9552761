"""Where a session is: on every page that names a place, a session shown without one is at that place."""

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup, Tag

from tests.factories import House, in_english, make_lab, make_location, make_session, make_theme
from tests.kept import kept

pytestmark = pytest.mark.django_db
TUESDAY = "2026-11-24T10:00:00+01:00"
UNKNOWN = ("Locatie nog niet bekend", "Location not yet known")


@kept
def offer(house: House, school: Any) -> dict[str, Any]:
    """Labs given at one, two or no places, with sessions there, elsewhere, and without a place; each at its own time.

    The answer is where each session really is: its location, or the only place of its lab.
    """
    doorn = make_location(house.locations, "nxt-doorn", title="NXT Doorn")
    tien = school
    in_english(house.labs, slug="labs-en")
    theme = make_theme(house.themes)
    truth: dict[str, Any] = {}
    days = (date(2026, 11, 25) + timedelta(days=number) for number in range(100))
    choices = product(
        [[tien], [doorn], [tien, doorn], []], [[tien], [doorn], [doorn, tien], [None, tien], [None, doorn]]
    )
    for number, (places, wheres) in enumerate(choices):
        sessions = [make_session(next(days), location=where) for where in wheres]
        only = places[0] if len(places) == 1 else None
        truth |= {row.starts.astimezone().isoformat(): row.location or only for row in sessions}
        make_lab(tien, f"lab-{number}", places=places, themes=[theme], sessions=sessions)
    return {"truth": {key[:10]: place for key, place in truth.items()}, "places": [tien, doorn]}


def rows_with_sessions(page: BeautifulSoup) -> list[tuple[Tag, str]]:
    """Return each piece of a page that shows a session, with the day of that session."""
    shown = [(time.find_parent(["li", "tr", "dd"]), str(time["datetime"])[:10]) for time in page.select("main time")]
    return [(piece, day) for piece, day in shown if piece is not None]


@time_machine.travel(TUESDAY)
def test_a_session_shown_without_a_place_is_at_the_place_of_the_page(client: Any, offer: dict[str, Any]) -> None:
    truth, shown = offer["truth"], 0
    pages = [(place.get_url(), place) for place in offer["places"]]
    pages += [(f"/nl/labs/?locatie={place.content_key}&sorteer=locatie", None) for place in offer["places"]]
    pages += [(f"/nl/locaties/academie-tien/lab-{number}/", None) for number in range(20)]
    for address, place in [*pages, ("/nl/", None), ("/nl/curriculum/themas/pedagogiek/", None)]:
        page = BeautifulSoup(client.get(address).content, "html.parser")
        for piece, day in rows_with_sessions(page):
            if day not in truth:
                continue
            text, where = piece.get_text(" ", strip=True), truth[day] or None
            shown += 1
            named = [other.title for other in offer["places"] if other.title in text]
            if where is None:
                assert "nog niet bekend" in text, (address, text)
                assert not named, (address, text)
            else:
                assert named == [where.title] or (not named and where == place), (address, text)
    assert shown > 60


@time_machine.travel(TUESDAY)
def test_a_location_lists_every_lab_one_can_visit_there_and_counts_as_the_catalogue_does(
    client: Any, offer: dict[str, Any]
) -> None:
    for place in offer["places"]:
        listed = BeautifulSoup(client.get(f"/nl/labs/?locatie={place.content_key}").content, "html.parser")
        compare = BeautifulSoup(
            client.get(f"/nl/locaties/vergelijken/?locatie={place.content_key}").content, "html.parser"
        )
        number = len(listed.select(".lab"))
        assert compare.find("a", href=f"{place.get_url()}#labs").get_text(" ", strip=True).startswith(f"{number} ")
        rows = BeautifulSoup(client.get(place.get_url()).content, "html.parser").select(".lab")
        assert all(row.select("time") for row in rows), "labs with a session here come first"
