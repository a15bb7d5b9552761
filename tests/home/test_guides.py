"""What visitors see of a guide: steps to tick, an agenda to print, a text to copy, and that nothing of it is kept."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import House, in_english, make_guide

pytestmark = pytest.mark.django_db


def soup(client: Client, url: str) -> BeautifulSoup:
    answer = client.get(url)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def texts(page: BeautifulSoup, selector: str) -> list[str]:
    """The texts of what a selector finds."""
    return [found.get_text(" ", strip=True) for found in page.select(selector)]


def test_a_guide_is_an_ordered_list_of_steps_with_what_comes_along(house: House, client: Client) -> None:
    guide = make_guide(
        house.joining,
        privacy_note="Het portaal bewaart niets.",
        extras=[("checklist", ["Ik weet bij welk team ik kom"]), ("invitation", "Beste collega, kom je?")],
    )

    page = soup(client, guide.get_url())

    assert texts(page, "ol.steps h3") == ["Begin"]
    assert texts(page, ".checklist li") == ["Ik weet bij welk team ik kom"]
    assert "Het portaal bewaart niets." in page.get_text()
    assert "HowToStep" in str(page.find("script", type="application/ld+json").string)


def test_how_far_somebody_is_in_a_guide_stands_in_the_address_and_nowhere_else(house: House, client: Client) -> None:
    steps = [("step", {"title": name, "text": "<p>Zo.</p>"}) for name in ("Een", "Twee", "Drie")]
    guide = make_guide(house.joining, steps=steps)
    address = guide.get_url()
    assert soup(client, address).select("main input[name=klaar]")
    assert not soup(client, address).select("main input[checked], meta[name=robots]")

    with CaptureQueriesContext(connection) as asked:
        answer = client.get(f"{address}?klaar=1&klaar=3&klaar=9&klaar=-1&klaar=%00&klaar=%C2%B2")
    page = BeautifulSoup(answer.content, "html.parser")

    assert [field["value"] for field in page.select("main input[checked]")] == ["1", "3"]
    assert "2 stappen van de 3" in page.select_one("aside").get_text(" ", strip=True)
    assert page.select_one("meta[name=robots]")["content"] == "noindex"
    assert not answer.cookies
    assert all(query["sql"].startswith(("SELECT", "SAVEPOINT", "RELEASE")) for query in asked.captured_queries)


def test_a_guide_without_an_agenda_stays_the_guide_when_somebody_asks_for_it(house: House, client: Client) -> None:
    guide = make_guide(house.joining, extras=[("checklist", ["Klaar"])])

    page = soup(client, f"{guide.get_url()}?agenda")

    assert texts(page, "ol.steps h3") == ["Begin"]
    assert texts(page, ".checklist li") == ["Klaar"]


def test_the_agenda_of_a_guide_is_printed_alone_and_its_invitation_can_be_selected(
    house: House, client: Client
) -> None:
    extras = [("agenda", ["Welkom, 5 minuten"]), ("invitation", "Beste <collega>, kom je?"), ("checklist", ["Klaar"])]
    guide = make_guide(house.joining, extras=extras)
    page = soup(client, guide.get_url())

    assert page.select_one("textarea[readonly]").get_text() == "Beste <collega>, kom je?"
    assert page.select_one("button[data-copies]").has_attr("hidden")
    paper = soup(client, str(page.select_one("a[href$='?agenda']")["href"]))
    assert texts(paper, "ol.steps li") == ["Welkom, 5 minuten"]
    assert not paper.select(".checklist, textarea")


def test_a_step_leads_to_a_page_in_the_language_of_the_reader_and_not_to_one_that_is_gone(
    house: House, client: Client
) -> None:
    place = {"title": "Ga", "text": "<p>Zo.</p>", "page": house.glossary, "address": "lab/"}
    guide = make_guide(house.joining, steps=[("step", place), ("step", {**place, "page": None, "address": "/en/"})])
    english = in_english(house.glossary)
    found = [link["href"] for link in soup(client, in_english(guide).get_url()).select("ol.steps p > a")]
    assert found == [f"{english.get_url()}lab/", "/en/"]

    for page in (house.glossary, english):
        page.unpublish()
    assert [link["href"] for link in soup(client, guide.get_url()).select("ol.steps p > a")] == ["/en/"]
