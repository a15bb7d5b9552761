"""The comparison of locations, as a visitor reads it."""

from datetime import date, time
from typing import Any

import pytest

from locations.models import DayStop, Journey
from news.models import StoryLocation
from tests.factories import (
    House,
    make_story,
)
from tests.locations.conftest import Read

pytestmark = pytest.mark.django_db


def test_the_comparison_shows_first_in_what_locations_differ_with_honest_gaps(
    house: House, street: list[Any], read: Read
) -> None:
    page = read("/nl/locaties/vergelijken/")
    table = page.select_one("section[aria-labelledby=differ] table")
    gaps = [cell.get_text(strip=True) for cell in table.select("td.gap")]

    assert [cell.get_text(strip=True) for cell in table.select("thead th")][1:] == ["Academie Tien", "Nxt Doorn"]
    assert len(gaps) >= 4
    assert all(gaps)
    assert {cell["scope"] for cell in table.select("th")} == {"col", "row"}
    assert "nog niet ingevuld" not in page.get_text()


def test_what_locations_have_in_common_is_folded_below(house: House, street: list[Any], read: Read) -> None:
    street[1].town = "Utrecht"
    street[1].save_revision().publish()

    page = read("/nl/locaties/vergelijken/")
    folded = page.select_one("main details")

    assert [row.get_text(strip=True) for row in folded.select("tbody th")] == ["Plaats"]
    assert "Plaats" not in [row.get_text(strip=True) for row in page.select("#differ ~ * tbody th, section tbody th")]
    assert "één punt" in folded.summary.get_text()


def test_a_location_that_has_always_been_there_is_said_to_be_active_beside_one_that_joins(
    house: House, street: list[Any], read: Read
) -> None:
    street[1].status = "toetredend"
    street[1].save_revision().publish()

    rows = {row.th.get_text(strip=True): row for row in read("/nl/locaties/vergelijken/").select("tbody tr")}
    assert [cell.get_text(strip=True) for cell in rows["Status"].select("td")] == ["actief", "sluit aan"]


def test_two_locations_are_laid_side_by_side_with_their_day_way_and_stories(
    house: House, street: list[Any], read: Read
) -> None:
    school = street[0]
    school.day = [DayStop(starts=time(8, 15), title="Je team", locale=school.locale)]
    school.journeys = [Journey(origin="Utrecht Centraal", by="bus", minutes=15, source="9292", checked_on=date.today())]
    school.save_revision().publish()
    make_story(school, "een-verhaal", places=[StoryLocation(location=school)])

    page = read("/nl/locaties/vergelijken/?locatie=academie-tien&locatie=nxt-doorn")
    cells = {row.th.get_text(strip=True): row.td for row in page.select("tbody tr")}

    assert page.select(".table.versus")
    assert "08.15 Je team" in cells["Een dag hier"].get_text()
    assert "15 minuten" in cells["Reis erheen"].get_text()
    assert cells["Verhalen"].a.get_text(strip=True) == "1 verhaal"


def test_a_location_leads_to_itself_beside_another(house: House, street: list[Any], read: Read) -> None:
    section = read("/nl/locaties/academie-tien/").select_one("section[aria-labelledby=next]")
    (link,) = section.select(".try a")

    assert link["href"] == "/nl/locaties/vergelijken/?locatie=academie-tien&locatie=nxt-doorn"
    assert link.get_text() == "Nxt Doorn"


def test_the_comparison_remembers_which_locations_were_chosen(house: House, street: list[Any], read: Read) -> None:
    page = read("/nl/locaties/vergelijken/?locatie=nxt-doorn&locatie=nergens")

    assert [cell.get_text(strip=True) for cell in page.select("thead th")][1:] == ["Nxt Doorn"]
    assert [box["value"] for box in page.select("input[checked]")] == ["nxt-doorn"]
    assert "nergens" in page.select_one(".notice.error").get_text()
