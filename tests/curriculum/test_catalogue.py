"""The catalogue of labs: what it lists, filters and links to."""

from datetime import date
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup

from curriculum.models import LabPartner
from tests.factories import (
    House,
    in_english,
    make_group,
    make_lab,
    make_location,
    make_school_year,
    make_session,
    make_theme,
    make_variant,
)
from tests.kept import kept

pytestmark = pytest.mark.django_db
TUESDAY = "2026-11-24T10:00:00+01:00"


@kept
def offer(house: House, school: Any, institute: Any) -> dict[str, Any]:
    """Three labs: one this week in two places, one that is over, one without dates."""
    make_school_year()
    doorn = make_location(house.locations, "nxt-doorn")
    theme = make_theme(house.themes)
    group = make_group(variants=[make_variant()], places=[(school, True), (doorn, False)])
    coming: Any = make_lab(
        school,
        "coachen",
        title="Coachen",
        places=[school, doorn],
        themes=[theme],
        groups=[group],
        week_in_cycle=3,
        sessions=[
            make_session(date(2026, 11, 26), location=school),
            make_session(date(2026, 12, 16), location=doorn, state="geannuleerd", reason="Ziek"),
            make_session(date(2026, 11, 4), location=school),
        ],
    )
    coming.offered_with = [LabPartner(partner=institute.partner)]
    coming.save_revision().publish()
    over = make_lab(
        school, "schrijven", title="Schrijven", kind="inhoudelijk", sessions=[make_session(date(2026, 10, 7))]
    )
    undated = make_lab(doorn, "onderzoek", title="Onderzoek", kind="onderzoek", places=[doorn])
    return {"coming": coming, "over": over, "undated": undated, "doorn": doorn, "theme": theme, "group": group}


def soup(client: Any, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


def titles(page: BeautifulSoup) -> list[str]:
    return [link.get_text() for link in page.select(".lab h4 a")]


@time_machine.travel(TUESDAY)
def test_labs_stand_under_the_week_of_their_next_session_and_what_is_over_comes_last(client: Any, offer: Any) -> None:
    page = soup(client, "/nl/labs/")

    assert titles(page) == ["Coachen", "Onderzoek", "Schrijven"]
    assert len(page.select(".day-head")) == 3
    assert "3" in page.select_one(".day-head").get_text()


@time_machine.travel(TUESDAY)
def test_filters_combine_and_count(client: Any, offer: Any) -> None:
    page = soup(client, "/nl/labs/?locatie=nxt-doorn&soort=onderzoek")

    assert titles(page) == ["Onderzoek"]
    counts = {box["value"]: box["data-count"] for box in page.select("input[name=soort][type=checkbox]")}
    assert counts == {"inhoudelijk": "0", "vaardigheden": "1", "onderzoek": "1"}
    chosen = {box["value"] for box in page.select("input[checked]")}
    assert chosen == {"nxt-doorn", "onderzoek"}
    chips = [chip["href"] for chip in page.select(".chip")]
    assert chips == ["/nl/labs/?soort=onderzoek", "/nl/labs/?locatie=nxt-doorn"]


@time_machine.travel(TUESDAY)
def test_a_location_and_a_week_must_fit_in_one_session(client: Any, offer: Any) -> None:
    assert titles(soup(client, "/nl/labs/?periode=deze-week&locatie=academie-tien")) == ["Coachen"]
    assert titles(soup(client, "/nl/labs/?periode=deze-week&locatie=nxt-doorn")) == []


@time_machine.travel(TUESDAY)
def test_a_filter_without_results_says_where_the_group_meets(client: Any, offer: Any) -> None:
    page = soup(client, "/nl/labs/?groep=hbo-1&soort=onderzoek")

    assert "Academie Tien" in page.select_one(".notice[role=status]").get_text()
    assert "Nxt Doorn" not in page.select_one(".notice[role=status]").get_text()


@time_machine.travel(TUESDAY)
def test_a_value_nobody_has_can_be_taken_away_again(client: Any, offer: Any) -> None:
    page = soup(client, "/nl/labs/?thema=%3Cscript%3E")

    assert titles(page) == []
    assert page.select_one(".chip")["href"] == "/nl/labs/"
    assert "<script>" not in page.select_one(".chips").decode()


@time_machine.travel(TUESDAY)
def test_sorting_by_title_and_by_location_keeps_every_lab(client: Any, offer: Any) -> None:
    assert titles(soup(client, "/nl/labs/?sorteer=titel")) == ["Coachen", "Onderzoek", "Schrijven"]
    by_place = soup(client, "/nl/labs/?sorteer=locatie")
    assert titles(by_place) == ["Coachen", "Onderzoek", "Schrijven"]
    assert [head.get_text(strip=True) for head in by_place.select(".day-head")][:2] == ["Academie Tien", "Nxt Doorn"]


@time_machine.travel(TUESDAY)
def test_an_english_reader_sees_english_text_and_dutch_text_marked_as_dutch(
    client: Any, house: House, offer: Any
) -> None:
    in_english(house.labs, slug="labs", title="Labs")
    in_english(offer["coming"], title="Coaching")
    page = soup(client, "/en/labs/")

    assert titles(page) == ["Coaching", "Onderzoek", "Schrijven"]
    assert [link.get("lang") for link in page.select(".lab h4 a")] == [None, "nl", "nl"]


def test_a_short_address_leads_to_the_lab_in_its_space(client: Any, offer: Any) -> None:
    response = client.get("/nl/labs/coachen/")

    assert response.status_code == 302
    assert response["Location"].endswith("/nl/locaties/academie-tien/coachen/")
    assert client.get("/nl/labs/bestaat-niet/").status_code == 404


@time_machine.travel(TUESDAY)
def test_the_calendar_shows_four_weeks_and_leads_to_other_weeks_with_labs(client: Any, offer: Any) -> None:
    page = soup(client, "/nl/labs/agenda/")

    assert len(page.select("tbody tr")) == 4
    assert [link.get_text() for link in page.select("tbody td a")] == ["Coachen", "Coachen"]
    assert page.select_one("a[rel~=prev]")["href"] == "/nl/labs/agenda/?vanaf=2026-10-26"
    assert page.select_one("a[rel~=next]") is None

    days = [link["href"] for link in page.select(".day-list h4 + ul a")]
    assert days == [link["href"] for link in page.select("tbody td a")]

    earlier = soup(client, "/nl/labs/agenda/?vanaf=2026-10-26")
    assert len(earlier.select("tbody td a")) == 1


@pytest.mark.parametrize(
    ("today", "query", "weeks", "month"),
    [
        ("2026-11-24", "", 2, "november 2026"),
        ("2026-11-24", "?maand=2026-11", 1, "november 2026"),
        ("2026-08-24", "?maand=2026-12", 1, "december 2026"),
        ("2026-08-24", "", 1, "oktober 2026"),
        ("2026-11-24", "?maand=2026-10", 1, "oktober 2026"),
        ("2027-01-20", "?periode=eerder", 2, "december 2026"),
        ("2027-01-20", "?locatie=academie-tien", 0, "januari 2027"),
        ("2027-01-20", "", 0, "januari 2027"),
    ],
)
def test_weeks_and_months_begin_where_something_of_what_was_chosen_happens(
    client: Any, offer: Any, today: str, query: str, weeks: int, month: str
) -> None:
    with time_machine.travel(f"{today}T10:00:00+01:00"):
        assert len(soup(client, f"/nl/labs/agenda/{query}").select("tbody td a")) == weeks
        assert soup(client, f"/nl/labs/maanden/{query}").select_one("h2#results").get_text(strip=True).endswith(month)


@time_machine.travel(TUESDAY)
def test_another_choice_or_another_week_has_another_title_and_description(client: Any, offer: Any) -> None:
    chosen = ["", "agenda/", "agenda/?vanaf=2026-10-26", "agenda/?vanaf=2026-12-28", "?locatie=nxt-doorn"]
    chosen += ["agenda/?locatie=nxt-doorn", "agenda/?locatie=academie-tien&vanaf=2026-10-26"]
    pages = [soup(client, f"/nl/labs/{address}") for address in chosen]

    assert len({page.title.get_text() for page in pages}) == len(chosen)
    told = [page.select_one("meta[name=description]") for page in pages]
    assert len({tag["content"] for tag in told if tag}) == len(list(filter(None, told))) >= len(chosen) - 1


@time_machine.travel(TUESDAY)
@pytest.mark.parametrize("day", ["", "morgen", "9999-12-31", "0001-01-01", "2026-02-30"])
def test_a_strange_date_shows_this_week(client: Any, offer: Any, day: str) -> None:
    assert "23 november" in soup(client, f"/nl/labs/agenda/?vanaf={day}").select_one("caption").get_text().lower()


@time_machine.travel(TUESDAY)
def test_the_calendar_of_the_other_language_leads_to_the_pages_own_name(client: Any, offer: Any) -> None:
    response = client.get("/nl/labs/calendar/?soort=onderzoek")

    assert response.status_code == 302
    assert response["Location"] == "/nl/labs/agenda/?soort=onderzoek"


@time_machine.travel(TUESDAY)
def test_the_feed_lists_the_newest_labs(client: Any, offer: Any) -> None:
    response = client.get("/nl/labs/feed/")

    assert response["Content-Type"].startswith("application/atom+xml")
    entries = BeautifulSoup(response.content, "xml").find_all("entry")
    assert {entry.title.get_text() for entry in entries} == {"Coachen", "Schrijven", "Onderzoek"}
