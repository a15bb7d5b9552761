"""The continuous line: what hangs on it, at which stop, and where its doors are."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from locations.models import LocationUnit
from news.models import StoryLab
from tests.budgets import MOST, queries
from tests.factories import House, in_english, make_lab, make_location, make_story, make_variant
from tests.locations.conftest import Read

pytestmark = pytest.mark.django_db
LINE = "/nl/locaties/doorlopende-lijn/"


def stop(page: BeautifulSoup, sector: str) -> list[str]:
    """Return the words of all links at a stop of the line."""
    return [link.get_text(" ", strip=True) for link in page.select(f"ol.timeline > #{sector} a")]


def test_units_stories_labs_and_programmes_hang_at_their_stop(house: House, filled_school: Any, read: Read) -> None:
    make_variant("pabo", name="Pabo", level="hbo")
    make_variant("master", name="Master", level="wo")
    lab = make_lab(filled_school, "rekenen", title="Van rekenen naar wiskunde")
    story = {"sector_from": "vo", "sector_to": "po", "labs": [StoryLab(lab=lab)]}
    make_story(filled_school, "som", title="Dezelfde som", **story)
    make_story(filled_school, "pauze", title="In de pauze", sector_from="wo", sector_to="mbo")

    page = read(LINE)

    assert [item["id"] for item in page.select("ol.timeline > li")] == ["po", "vo", "mbo", "hbo", "wo"]
    assert stop(page, "po") == ["Junioren , Academie Tien", "Dezelfde som", "Van rekenen naar wiskunde"]
    assert stop(page, "vo") == ["Bovenbouw , Academie Tien"]
    assert (stop(page, "mbo"), stop(page, "hbo"), stop(page, "wo")) == (["In de pauze"], ["Pabo"], ["Master"])
    assert [item.h2.get_text(" ", strip=True).endswith("jaar") for item in page.select("ol.timeline > li")[:3]] == [
        True,
        True,
        False,
    ]
    assert page.select_one("svg.ages[role=img] title") is not None


def test_its_door_stands_in_the_list_of_locations_at_a_school_and_at_a_story(
    house: House, filled_school: Any, read: Read
) -> None:
    story = make_story(filled_school, "som")

    doors = [
        read(address).select_one(f"main a[href='{LINE}']")
        for address in ("/nl/locaties/", filled_school.get_url(), story.get_url())
    ]

    assert [door.get_text() for door in doors] == [
        "Waar komen je brugklassers vandaan?",
        "Waar komen je brugklassers vandaan?",
        "Bekijk dit verhaal op de doorlopende lijn",
    ]


def test_an_empty_line_says_so_and_draws_nothing(house: House, read: Read) -> None:
    page = read(LINE)

    assert not page.select("main svg.ages")
    assert "Hier hangt nog niets." in page.main.get_text()


def test_search_knows_the_line_by_what_hangs_on_it(house: House, filled_school: Any) -> None:
    told, untold = make_lab(filled_school, "een", title="Samen rekenen"), make_lab(filled_school, "twee", title="Lezen")
    make_story(filled_school, "som", title="Dezelfde som", labs=[StoryLab(lab=told)])

    documents = {document.key: document for document in house.locations.view_documents()}

    assert {"Dezelfde som", "Junioren", told.title} <= set(documents["doorlopende-lijn"].related)
    assert untold.title not in documents["doorlopende-lijn"].related
    assert documents["doorlopende-lijn"].url == LINE


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_line_costs_as_much_with_five_of_each_as_with_two(house: House, client: Client, language: str) -> None:
    index = house.locations if language == "nl" else in_english(house.locations)
    address = index.get_url() + {"nl": "doorlopende-lijn/", "en": "continuous-line/"}[language]

    def grow(numbers: range) -> list[str]:
        for number in numbers:
            school: Any = make_location(house.locations, f"school-{number}")
            school.units = [LocationUnit(name=f"Unit {number}", age_from=10, age_to=15, locale=school.locale)]
            school.save()
            lab = make_lab(school, f"lab-{number}")
            story = make_story(school, f"verhaal-{number}", labs=[StoryLab(lab=lab)])
            make_variant(f"variant-{number}", order=number)
            if number % 2:
                in_english(story)
        return queries(client, address)

    few, many = grow(range(2)), grow(range(2, 5))

    assert len(few) == len(many), "\n".join(many)
    assert len(many) <= MOST, "\n".join(many)
