"""The partnership and the page of a partner, as a visitor reads them."""

from typing import Any

import pytest
from django.test import Client

from tests.factories import (
    House,
    in_english,
    make_lab,
    make_location,
    make_news,
    make_outcome,
    make_partner,
    make_partner_page,
    make_story,
)
from tests.locations.conftest import Read

pytestmark = pytest.mark.django_db


def test_partners_stand_in_groups_with_their_formality_in_words_and_line(
    house: House, school: Any, institute: Any, read: Read
) -> None:
    college = make_partner("mbo-utrecht", kind="mbo", formality="informeel")
    make_partner_page(house.partnership, "mbo-utrecht", represents=college)

    groups = read("/nl/over-het-opleidingshuis/partnerschap/").select("main .cols > div")

    assert [[item.get_text() for item in group.select("strong")] for group in groups] == [
        ["Academie Tien"],
        ["Hogeschool Utrecht"],
        ["Mbo Utrecht"],
    ]
    assert [group.select_one(".formality")["data-f"] for group in groups] == ["formeel", "formeel", "informeel"]


def test_an_archived_partner_is_no_longer_listed(house: House, institute: Any, read: Read) -> None:
    institute.represents.archived = True
    institute.represents.save()

    assert not read("/nl/over-het-opleidingshuis/partnerschap/").select("main strong")


def test_the_address_of_a_school_below_the_partnership_leads_to_its_location(
    house: House, school: Any, client: Client
) -> None:
    answer = client.get("/nl/over-het-opleidingshuis/partnerschap/academie-tien/")

    assert (answer.status_code, answer["Location"]) == (302, "/nl/locaties/academie-tien/")


def test_an_unknown_partner_does_not_exist(house: House, read: Read) -> None:
    read("/nl/over-het-opleidingshuis/partnerschap/nergens/", status=404)


def test_a_partner_shows_everything_it_publishes(house: House, school: Any, institute: Any, read: Read) -> None:
    lab = make_lab(institute, "schrijven", places=[school])
    make_outcome(institute, "HU-P1", labs=[lab])
    make_story(institute, "een-verhaal")
    make_news(institute, "nieuws", title="Nieuwe docent")

    page = read("/nl/over-het-opleidingshuis/partnerschap/hogeschool-utrecht/")

    assert "HU-P1" in page.select_one("section[aria-labelledby=outcomes]").get_text()
    assert page.select_one("li.lab a").get_text() == "Schrijven"
    assert {"Een verhaal", "Nieuwe docent"} <= {link.get_text() for link in page.select("main .onward a")}


def test_a_partner_that_publishes_nothing_says_so(house: House, institute: Any, read: Read) -> None:
    assert read("/nl/over-het-opleidingshuis/partnerschap/hogeschool-utrecht/").select("#nothing")


def test_an_english_partner_reads_its_facts_from_the_dutch_page(house: House, institute: Any, read: Read) -> None:
    english = in_english(institute)
    institute.website = "https://hu.example/"
    institute.save_revision().publish()

    assert read(english.get_url()).select_one("a[href='https://hu.example/']")


def test_a_partner_without_translation_is_marked_as_dutch(
    house: House, school: Any, institute: Any, read: Read
) -> None:
    in_english(house.partnership)
    location = make_location(house.locations, "nxt-doorn")
    in_english(location)

    marked = {
        link.get_text(): link.get("lang")
        for link in read("/en/over-het-opleidingshuis/partnerschap/").select("strong a")
    }

    assert marked == {"Academie Tien": "nl", "Nxt Doorn": None, "Hogeschool Utrecht": "nl"}
