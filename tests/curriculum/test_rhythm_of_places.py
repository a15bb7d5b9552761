"""The rhythm of a location counts wherever its sessions are shown; a year that is not planned is said in words."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup

from curriculum.labs.planning import suggestions
from curriculum.models import CycleStart, SchoolYear
from curriculum.rhythm.admin_views import next_year
from curriculum.rhythm.proposal import propose_year
from curriculum.rhythm.weeks import monday_of
from tests.factories import House, make_lab, make_location, make_school_year, make_session

TUESDAY = "2026-11-24T10:00:00+01:00"


def soup(client: Any, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


def words(page: BeautifulSoup, selector: str) -> str:
    return " ".join(page.select_one(selector).get_text(" ").split())


@pytest.fixture
def doorn(house: House, school: Any) -> Any:
    """NXT Doorn, which begins its cycle a week after the house, with a lab that has a session there."""
    place = make_location(house.locations, "nxt-doorn")
    year = make_school_year()
    year.cycle_starts.add(CycleStart(location=place, starts=date(2026, 9, 7)))
    year.save()
    when = date(2026, 11, 26)
    sessions = [make_session(when, location=place), make_session(when, location=school)]
    make_lab(place, "lab", title="Lab", places=[place], week_in_cycle=2, kind="inhoudelijk", sessions=sessions)
    return place


@pytest.mark.django_db
@time_machine.travel(TUESDAY)
def test_the_rhythm_of_a_location_counts_on_every_page(client: Any, doorn: Any) -> None:
    assert soup(client, "/nl/").html["data-week"] == "3"
    page = soup(client, "/nl/locaties/nxt-doorn/")
    assert page.html["data-week"] == "2"
    assert words(page, "section[aria-labelledby=week] [aria-current] h3") == "Week 2"
    assert page.select_one(".lab .week").get_text(strip=True) == "week 2"
    assert soup(client, "/nl/locaties/academie-tien/").select_one(".lab .week").get_text(strip=True) == "week 3"
    assert "week 2" in words(soup(client, "/nl/labs/?locatie=nxt-doorn"), ".day-head")
    assert "week 3" in words(soup(client, "/nl/labs/?locatie=academie-tien"), ".day-head")
    assert words(soup(client, "/nl/labs/agenda/?locatie=nxt-doorn"), "tbody th").startswith("week 2")
    assert words(soup(client, "/nl/labs/agenda/"), "tbody th").startswith("week 3")
    elsewhere = soup(client, "/nl/locaties/nxt-doorn/lab/")
    assert elsewhere.select_one(".rhythm [aria-current] h3").get_text(strip=True) == "Week 2"
    lab = doorn.get_children().get().specific
    assert monday_of(date.fromisoformat(suggestions(lab, doorn)["3"][0]["starts"][:10])) == date(2026, 11, 30)


@pytest.mark.django_db
def test_the_strip_says_that_it_is_holiday_or_that_the_next_year_is_not_planned(house: House, client: Any) -> None:
    make_school_year()
    said = {
        "2026-10-20": "Herfstvakantie: het ritme rust.",
        "2027-07-14": "Het volgende schooljaar is nog niet gepland.",
        "2027-07-20": "Zomervakantie: het ritme rust. Het volgende schooljaar is nog niet gepland.",
        "2027-09-01": "Het ritme rust deze week. Het volgende schooljaar is nog niet gepland.",
    }
    for now, sentence in said.items():
        with time_machine.travel(f"{now}T10:00:00+02:00"):
            assert sentence in words(soup(client, "/nl/"), "section[aria-labelledby=rhythm]"), now


@pytest.mark.django_db
def test_a_new_school_year_is_proposed_with_the_holidays_of_the_region(house: House) -> None:
    make_school_year()

    year = next_year()
    year.full_clean()
    year.save()

    assert (year.slug, year.starts, year.ends) == ("2027-2028", date(2027, 8, 30), date(2028, 7, 7))
    breaks = {row.name: (row.starts, row.ends) for row in year.breaks.all()}
    assert breaks["Kerstvakantie"] == (date(2027, 12, 25), date(2028, 1, 9))
    assert breaks["Dag na Hemelvaart"] == (date(2028, 5, 26), date(2028, 5, 26))
    assert "Koningsdag" in breaks
    assert SchoolYear.objects.of_the_house().week(date(2027, 8, 30)) == 1
    assert SchoolYear.objects.of_the_house().week(date(2028, 2, 28)) == 0


@pytest.mark.django_db
def test_the_form_of_a_new_school_year_shows_the_proposal(house: House, admin_client: Any) -> None:
    make_school_year()

    page = soup(admin_client, "/admin/snippets/curriculum/schoolyear/add/")

    assert page.select_one("[name=slug]")["value"] == "2027-2028"
    assert "Herfstvakantie" in {field.get("value") for field in page.select("[name^=breaks-][name$=-name]")}


def test_every_year_that_is_proposed_runs_from_monday_to_friday_without_overlap() -> None:
    years = [year for first in range(2024, 2032) if (year := propose_year(first))]

    assert len(years) > 4
    for year in years:
        assert (year.year.first.weekday(), year.year.last.weekday()) == (0, 4)
        assert all(item.period.first in year.year for item in year.breaks)
        assert all(item.name and item.name_en for item in year.breaks)
    assert all(one.year.last < other.year.first for one, other in pairwise(years))
    assert propose_year(2190) is None
