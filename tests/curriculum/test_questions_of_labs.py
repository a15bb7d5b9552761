"""The facets of the catalogue follow the question somebody comes with: when, with whom, where, what."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client

from tests.factories import House, in_english, make_group, make_lab, make_location, make_school_year, make_session
from tests.kept import kept

pytestmark = pytest.mark.django_db
TUESDAY = "2026-11-24T10:00:00+01:00"


@kept
def doorn(house: House, school: Any) -> Any:
    """Two labs at two locations, the later one for a joint group, and one at a location where that group is not."""
    make_school_year()
    doorn, unic = make_location(house.locations, "nxt-doorn"), make_location(house.locations, "unic")
    joint = make_group("samen", places=[(school, True), (doorn, True)])
    make_lab(
        school,
        "coachen",
        groups=[joint],
        kind="vaardigheden",
        sessions=[
            make_session(date(2026, 11, 26), location=school),
            make_session(date(2026, 12, 8), location=doorn),
            make_session(date(2026, 12, 10), location=unic),
            make_session(date(2027, 1, 12), location=school),
        ],
    )
    make_lab(doorn, "schrijven", kind="inhoudelijk", sessions=[make_session(date(2026, 12, 16), location=doorn)])
    return doorn


def page(client: Client, query: str = "", view: str = "") -> BeautifulSoup:
    answer = client.get(f"/nl/labs/{view}{query}")
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def days(client: Client, query: str) -> list[str]:
    """The days that the months show under a choice."""
    shown = [page(client, f"?{query}&vanaf=2026-{month}-01", "maanden/") for month in (11, 12)]
    return [head.get_text().split(maxsplit=1)[1] for one in shown for head in one.select(".month-list h3")]


@time_machine.travel(TUESDAY)
def test_the_form_asks_when_first_then_with_whom_where_and_what(client: Client, doorn: Any) -> None:
    asked = [legend.get_text(strip=True) for legend in page(client).select("form.facets > fieldset > legend")]

    when = ["Wanneer", "Week van de cyclus", "Maand"]
    assert asked == [*when, "Mijn groep", "Locatie", "Soort lab", "Gegeven door"]


@time_machine.travel(TUESDAY)
def test_a_facet_that_splits_nothing_is_folded_away_until_it_does(client: Client, doorn: Any) -> None:
    def folded() -> list[str]:
        return [legend.get_text(strip=True) for legend in page(client).select(".more-facets legend")]

    assert "Geschreven in" in folded()
    in_english(doorn.get_children().get().specific)
    assert "Geschreven in" not in folded()


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        ("periode=drie-weken", ["26 november", "8 december", "10 december"]),
        ("periode=drie-weken&locatie=nxt-doorn", ["8 december"]),
        ("periode=deze-week", ["26 november"]),
        ("periode=later&locatie=nxt-doorn", ["8 december", "16 december"]),
        ("maand=2026-12", ["8 december", "10 december", "16 december"]),
        ("maand=2026-13&maand=x", ["26 november", "8 december", "10 december", "16 december"]),
        ("groep=samen", ["26 november", "8 december"]),
        ("taal=nl&soort=inhoudelijk", ["16 december"]),
    ],
)
@time_machine.travel(TUESDAY)
def test_each_question_finds_its_days(client: Client, doorn: Any, choice: str, found: list[str]) -> None:
    assert days(client, choice) == found


@time_machine.travel(TUESDAY)
def test_a_week_of_the_cycle_is_that_of_the_session(client: Client, doorn: Any) -> None:
    weeks = {number: days(client, f"week={number}") for number in "123"}

    assert weeks == {"1": [], "2": ["8 december", "10 december"], "3": ["26 november", "16 december"]}


def test_the_coming_three_weeks_move_on_at_midnight(client: Client, doorn: Any) -> None:
    with time_machine.travel(datetime(2026, 11, 25, 22, 59, tzinfo=UTC), tick=False):
        assert days(client, "periode=drie-weken&locatie=nxt-doorn") == ["8 december"]
    with time_machine.travel(datetime(2026, 11, 25, 23, 1, tzinfo=UTC), tick=False):
        assert days(client, "periode=drie-weken&locatie=nxt-doorn") == ["8 december", "16 december"]


@time_machine.travel(TUESDAY)
def test_the_button_says_how_many_labs_it_shows(client: Client, doorn: Any) -> None:
    def button(query: str) -> str:
        return page(client, query).select_one("form.facets button[type=submit] .as-chosen").get_text(strip=True)

    assert button("") == "Toon 2 labs"
    assert button("?locatie=unic") == "Toon 1 lab"


@time_machine.travel(TUESDAY)
def test_what_has_been_of_this_month_is_folded_and_what_comes_stands_open(
    client: Client, doorn: Any, school: Any
) -> None:
    make_lab(school, "eerder", sessions=[make_session(date(2026, 11, day), location=school) for day in (3, 23)])

    def shown(query: str = "") -> tuple[list[str], list[str]]:
        months = page(client, query, "maanden/").select_one(".month-list")
        folded = months.select("details h3")
        open_days = [day for day in months.select("h3") if day not in folded]
        return [day.get_text().split()[1] for day in folded], [day.get_text().split()[1] for day in open_days]

    assert shown() == (["3", "23"], ["26"])
    assert shown("?vanaf=2026-12-01") == ([], ["8", "10", "16"])
    with time_machine.travel("2026-11-27 12:00+01:00"):
        assert shown("?vanaf=2026-11-01") == ([], ["3", "23", "26"])


@pytest.mark.parametrize("month", ["2\u0660\u06622-01", "\uff12026-01", "2026-13", "2026-1", "2026-01\n"])
def test_what_is_no_month_is_not_asked(client: Client, doorn: Any, month: str) -> None:
    assert client.get("/nl/labs/", {"maand": month}).status_code == 200


@time_machine.travel(TUESDAY)
def test_the_months_lead_to_the_nearest_month_with_labs(client: Client, doorn: Any) -> None:
    december = page(client, "?vanaf=2026-12-24", "maanden/")

    assert december.select_one("h2#results").get_text(strip=True) == "3 sessies in december 2026"
    assert december.select_one("a[rel~=prev]")["href"].endswith("/nl/labs/maanden/?vanaf=2026-11-01")
    assert december.select_one("a[rel~=next]")["href"].endswith("/nl/labs/maanden/?vanaf=2027-01-01")
    assert [way["href"] for way in december.select("nav.switch a")] == [
        "/nl/labs/",
        "/nl/labs/agenda/",
        "/nl/labs/maanden/",
    ]
    assert page(client, "", "maanden/").select_one("h2#results").get_text(strip=True).endswith("november 2026")
    with time_machine.travel("2026-11-30 23:00+01:00"):  # all of November is over
        assert page(client, "", "maanden/").select_one("h2#results").get_text(strip=True).endswith("december 2026")
    assert client.get("/nl/labs/months/").headers["Location"] == "/nl/labs/maanden/"
