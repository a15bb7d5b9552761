"""Institutes beside each other: the reader's own first, what each asks of a theme and a lab, and what serves it."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client

from curriculum.models import OutcomeTheme
from tests.factories import House, in_english, make_lab, make_outcome, make_partner_page, make_session, make_theme
from tests.kept import kept

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def now() -> Any:
    with time_machine.travel("2026-11-24T10:00:00+01:00", tick=False):
        yield


@kept
def sides(house: House, school: Any, institute: Any) -> SimpleNamespace:
    """Two institutes with outcomes; one lab with four dates counts for both."""
    pedagogy, writing = make_theme(house.themes, "pedagogiek"), make_theme(house.themes, "schrijven")
    days: list[tuple[int, dict[str, Any]]] = [
        (1, {}),
        (2, {"state": "geannuleerd", "reason": "Ziek"}),
        (3, {}),
        (4, {}),
    ]
    lab = make_lab(
        school,
        "rust",
        title="Rust",
        themes=[pedagogy],
        places=[school],
        sessions=[make_session(date(2026, 12, day), **fields) for day, fields in days],
    )
    university = make_partner_page(house.partnership, "universiteit-utrecht")
    hu = make_outcome(institute, "HU-1", themes=[pedagogy, writing], labs=[lab], verwerking="Een logboek")
    make_outcome(university, "UU-1", themes=[pedagogy], labs=[lab], verwerking="Een essay")
    make_outcome(university, "UU-2", themes=[writing])
    return SimpleNamespace(pedagogy=pedagogy, writing=writing, lab=lab, hu=hu)


def soup(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, address
    assert not response.cookies
    return BeautifulSoup(response.content, "html.parser")


def words(part: Any) -> str:
    return " ".join(part.get_text(" ").split())


def heads(page: BeautifulSoup) -> list[str]:
    return [words(head) for head in page.select(".pair h3")]


def test_the_table_begins_with_the_institute_in_the_address_and_its_links_keep_it(client: Client, sides: Any) -> None:
    table = soup(client, "/nl/curriculum/?instituut=universiteit-utrecht").table

    assert [words(head).split(" hbo")[0] for head in table.select("thead th")][1:] == [
        "Universiteit Utrecht",
        "Hogeschool Utrecht",
    ]
    link = table.select_one("tbody td a")
    assert link["href"] == f"{sides.pedagogy.get_url()}?instituut=universiteit-utrecht#outcomes"
    assert heads(soup(client, link["href"])) == ["Universiteit Utrecht", "Hogeschool Utrecht"]
    assert heads(soup(client, sides.pedagogy.get_url())) == ["Hogeschool Utrecht", "Universiteit Utrecht"]


def test_partners_without_outcomes_stand_in_one_line_and_in_no_column(client: Client, sides: Any, house: House) -> None:
    make_partner_page(house.partnership, "pabo-utrecht")

    page = soup(client, "/nl/curriculum/")

    assert "Pabo Utrecht" not in words(page.table)
    assert "hebben hier nog geen leerresultaten: Pabo Utrecht." in words(page.select_one(".table + .source"))


def test_the_table_is_one_for_every_screen_and_says_its_parts_to_a_screen_reader(client: Client, sides: Any) -> None:
    page = soup(client, "/nl/curriculum/")

    assert len(page.select("table")) == 1
    roles = {name: {part.get("role") for part in page.table.select(name)} for name in ("tr", "tbody th", "td")}
    assert roles == {"tr": {"row"}, "tbody th": {"rowheader"}, "td": {"cell"}}
    assert {cell["data-head"] for cell in page.select("td")} == {"Hogeschool Utrecht", "Universiteit Utrecht"}


@pytest.mark.parametrize("query", ["?instituut=%00", "?instituut=bestaat-niet", "?instituut=a&instituut=" + "x" * 5000])
def test_an_address_with_anything_else_shows_the_curriculum_as_it_is(client: Client, sides: Any, query: str) -> None:
    for address in ("/nl/curriculum/", sides.pedagogy.get_url()):
        assert words(soup(client, f"{address}{query}").main) == words(soup(client, address).main)


def test_a_theme_names_the_labs_of_each_outcome_and_their_next_two_sessions(client: Client, sides: Any) -> None:
    first, second = soup(client, sides.pedagogy.get_url()).select(".pair > div")

    assert "Een logboek" in words(first)
    assert "Een essay" in words(second)
    for side in (first, second):
        assert [link.get_text() for link in side.select("ul ul a")] == ["Rust"]
        assert [time["datetime"][:10] for time in side.select("time")] == ["2026-12-01", "2026-12-03"]
        assert "Academie Tien" in words(side)
    nothing = soup(client, sides.writing.get_url()).select(".pair > div")[1]
    assert "nog geen lab" in words(nothing)


def test_a_lab_says_what_one_does_with_it_in_the_words_of_its_theme(client: Client, sides: Any, institute: Any) -> None:
    sides.hu.themes = [
        OutcomeTheme(theme=sides.pedagogy, locale=sides.hu.locale, verwerking="Een observatie van de pauze"),
        OutcomeTheme(theme=sides.writing, locale=sides.hu.locale, verwerking="Een brief"),
    ]
    sides.hu.save_revision().publish()

    page = soup(client, sides.lab.get_url())

    section = page.find(id="outcomes").find_parent("section")
    assert words(section.h2) == "Zelfde vertrekpunt, eigen verwerking"
    first, second = section.select(".pair > div")
    assert "Een observatie van de pauze" in words(first)
    assert "Een brief" not in words(first)
    assert "Een essay" in words(second)


def test_an_institute_that_does_not_count_a_lab_says_so_beside_one_that_does(
    client: Client, sides: Any, school: Any, institute: Any
) -> None:
    lab = make_lab(school, "alleen-hu")
    make_outcome(institute, "HU-9", labs=[lab])

    other = soup(client, lab.get_url()).select(".pair > div")[1]

    assert words(other) == "Universiteit Utrecht hbo Telt dit lab nog voor geen leerresultaat."
    nobody = soup(client, make_lab(school, "niemand").get_url())
    assert nobody.select(".pair") == []


def test_the_english_pages_show_the_same(client: Client, sides: Any) -> None:
    english = in_english(sides.pedagogy)
    in_english(sides.lab, title="Calm")

    page = soup(client, f"{english.get_url()}?institute=universiteit-utrecht")

    assert heads(page) == ["Universiteit Utrecht", "Hogeschool Utrecht"]
    assert [link.get_text() for link in page.select(".pair ul ul a")] == ["Calm", "Calm"]
