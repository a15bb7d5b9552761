"""What visitors see of the home page, standing pages, the glossary and guides."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Locale, Page

from curriculum.models import RhythmElementPage
from home.models import Figure, GlossaryTerm
from news.models import InsightPage
from search.models import SynonymGroup
from tests.factories import (
    House,
    in_english,
    make_event,
    make_insight,
    make_lab,
    make_plan,
    make_school_year,
    make_session,
    make_standard,
    make_story,
    publish_below,
)

pytestmark = pytest.mark.django_db

TUESDAY = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
"""A day in week 3 of the cycle."""


def soup(client: Client, url: str, status: int = 200) -> BeautifulSoup:
    answer = client.get(url)
    assert answer.status_code == status
    return BeautifulSoup(answer.content, "html.parser")


def texts(page: BeautifulSoup, selector: str) -> list[str]:
    return [" ".join(item.get_text(" ").split()) for item in page.select(selector)]


def dutch() -> Locale:
    return Locale.objects.get(language_code="nl")


def make_term(slug: str, term: str, **fields: Any) -> GlossaryTerm:
    return GlossaryTerm.objects.create(locale=dutch(), slug=slug, term=term, definition=f"Wat {term} is.", **fields)


@time_machine.travel(TUESDAY, tick=False)
def test_the_home_page_shows_this_week_the_next_labs_the_locations_and_a_story(
    house: House, school: Any, client: Client
) -> None:
    make_school_year()
    make_lab(school, "didactisch-coachen", sessions=[make_session(date(2026, 11, 26), location=school)])
    make_story(school, "in-de-pauze")

    page = soup(client, "/nl/")

    assert page.html["data-week"] == "3"
    assert texts(page, "h1") == ["Word collega in opleiding"]
    assert texts(page, ".rhythm [aria-current]")
    assert "3" in texts(page, "#rhythm")[0]
    assert texts(page, ".lab h3") == ["Didactisch coachen"]
    assert texts(page, ".street-names a") == ["Academie Tien"]
    assert texts(page, ".story h3") == ["In de pauze"]
    assert len(page.select("form[role=search]")) == 1


def test_the_entry_points_lead_to_pages_and_to_tools_of_pages(house: House, client: Client) -> None:
    page = Page.objects.get(pk=house.locations.pk)
    value = {"title": "Ik wil leraar worden", "text": "Zie je route.", "page": page, "address": "jouw-route/"}
    house.home.doors = [("door", value)]
    house.home.save_revision().publish()

    link = soup(client, "/nl/").select_one(".doors a")

    assert link is not None
    assert (link["href"], link.get_text()) == ("/nl/locaties/jouw-route/", "Ik wil leraar worden")


def test_an_entry_point_to_a_page_that_is_offline_is_left_out(house: House, client: Client) -> None:
    page = Page.objects.get(pk=house.locations.pk)
    house.home.doors = [("door", {"title": "Weg", "text": "Niet te zien.", "page": page, "address": ""})]
    house.home.save_revision().publish()
    house.locations.unpublish()

    assert not soup(client, "/nl/").select(".doors")


def test_figures_on_the_home_page_come_with_their_source(house: House, client: Client) -> None:
    figure = Figure.objects.create(
        locale=dutch(), slug="nieuw", display="ca. 50", unit="nieuwe collega's", source="Praktijkillustratie"
    )
    house.home.body = [("figures", {"heading": "In cijfers", "figures": [figure]})]
    house.home.save_revision().publish()

    page = soup(client, "/nl/")

    assert texts(page, "#figures-1") == ["In cijfers"]
    assert texts(page, ".figures .num") == ["ca. 50"]
    assert "Praktijkillustratie" in texts(page, ".source")[-1]


@time_machine.travel(datetime(2026, 10, 20, 8, 0, tzinfo=UTC), tick=False)
def test_in_a_holiday_the_lights_are_off_and_words_say_so(house: House, client: Client) -> None:
    make_school_year()

    page = soup(client, "/nl/")

    assert page.html["data-week"] == "0"
    assert "Herfstvakantie" in texts(page, "#rhythm")[0]
    assert not page.select(".rhythm [aria-current]")


def test_a_standing_page_lists_insights_by_kind_and_advice_by_audience(house: House, client: Client) -> None:
    parent = make_standard(house.about, "inzichten", title="Inzichten")
    make_insight(parent, "advies", title="Advies", kind="advies", audience="partnerschappen")
    make_insight(parent, "uitdaging", title="Uitdaging", kind="uitdaging")
    make_insight(parent, "kans", title="Kans", kind="kans")

    page = soup(client, parent.get_url())

    assert texts(page, ".onward a") == ["Kans", "Uitdaging", "Advies"]
    assert len(page.select("[id^=insights-]")) == 3


def test_a_standing_page_lists_plans_from_started_to_wish(house: House, client: Client) -> None:
    parent = make_standard(house.about, "plannen", title="Plannen")
    for status in ("wens", "besloten", "verkenning", "gestart"):
        make_plan(parent, f"plan-{status}", title=status, status=status, horizon=f"Vanaf {status}")

    page = soup(client, parent.get_url())

    assert texts(page, ".timeline a") == ["gestart", "besloten", "verkenning", "wens"]
    assert texts(page, ".timeline .meta")[0] == "Vanaf gestart"
    assert len(page.select(".plan-item")) == 2


def test_a_plan_says_in_english_when_it_is_meant_to_come(house: House, client: Client) -> None:
    parent = make_standard(house.about, "plannen", title="Plannen")
    english = in_english(parent, title="Plans")
    in_english(make_plan(parent, "plan", title="Plan", horizon="Volgend jaar"), title="A plan", horizon="Next year")
    make_plan(parent, "ander", title="Ander", horizon="Ooit")

    notes = soup(client, english.get_url()).select(".timeline .meta span")

    assert [(note.get_text(), note.get("lang")) for note in notes] == [("Next year", None), ("Ooit", "nl")]


@time_machine.travel(TUESDAY, tick=False)
def test_a_standing_page_lists_events_to_come_before_those_that_have_been(house: House, client: Client) -> None:
    parent = make_standard(house.about, "evenementen", title="Evenementen")
    for title, day in (("Oud", 1), ("Later", 28), ("Straks", 26), ("Ouder", 1)):
        month = 10 if title == "Ouder" else 11
        starts = datetime(2026, month, day, 9, 0, tzinfo=UTC)
        make_event(parent, title.lower(), title=title, starts=starts, ends=starts.replace(hour=12))

    page = soup(client, parent.get_url())

    assert texts(page, ".lab h3") == ["Straks", "Later", "Oud", "Ouder"]


@time_machine.travel(TUESDAY, tick=False)
def test_the_page_about_the_rhythm_shows_the_weeks_and_every_element(house: House, client: Client) -> None:
    make_school_year()
    parent = make_standard(house.about, "ritme", title="Het ritme")
    element = RhythmElementPage(title="Intervisie", slug="intervisie", cadence="driewekelijks", week=2)
    publish_below(parent, element)

    page = soup(client, parent.get_url())

    assert len(page.select(".rhythm li")) == 3
    assert texts(page, ".onward a") == ["Intervisie"]


def test_a_standing_page_can_keep_the_pages_below_it_to_itself(house: House, client: Client) -> None:
    parent = make_standard(house.about, "map", lists_children=False)
    make_standard(parent, "blad", title="Blad")

    assert "Blad" not in soup(client, parent.get_url()).main.get_text()


def test_an_english_list_marks_what_is_in_dutch_only(house: House, client: Client) -> None:
    parent = make_standard(house.about, "inzichten", title="Inzichten")
    in_english(make_insight(parent, "een", title="Een"), title="One")
    make_insight(parent, "twee", title="Twee")
    english = in_english(parent)

    links = soup(client, english.get_url()).select(".onward a")

    assert [(link.get_text(), link.get("lang")) for link in links] == [("One", None), ("Twee", "nl")]


def test_the_glossary_runs_from_a_to_z_whatever_capitals_and_accents(house: House, client: Client) -> None:
    make_term("zij-instroom", "zij-instroom")
    make_term("opleidingshuis", "Opleidingshuis")
    make_term("een-op-een", "één op één")
    make_term("begeleiders", "begeleiders")

    page = soup(client, house.glossary.get_url())

    assert texts(page, ".section h2") == ["B", "E", "O", "Z"]
    assert texts(page, ".result dfn") == ["begeleiders", "één op één", "Opleidingshuis", "zij-instroom"]
    assert page.select_one("#een-op-een") is not None


def test_a_word_has_a_page_with_its_meaning_and_the_words_people_type(house: House, client: Client) -> None:
    make_term("opleiders", "opleiders", see="begeleiders, bestaat-niet")
    make_term("begeleiders", "begeleiders")
    SynonymGroup.objects.create(slug="mentor", language="nl", typed=["mentor"], words=["begeleiders"], term="opleiders")

    page = soup(client, f"{house.glossary.get_url()}opleiders/")

    assert texts(page, "h1 dfn") == ["opleiders"]
    assert texts(page, ".onward a") == ["begeleiders"]
    assert "mentor" in texts(page, ".facts dd")
    assert "DefinedTerm" in str(page.find("script", type="application/ld+json").string)


def test_an_abbreviation_says_what_it_stands_for(house: House, client: Client) -> None:
    make_term("hu", "Hogeschool Utrecht", abbreviation="HU")

    mark = soup(client, house.glossary.get_url()).select_one("abbr")

    assert mark is not None
    assert (mark["title"], mark.get_text()) == ("Hogeschool Utrecht", "HU")


def test_a_word_the_house_does_not_have_is_not_found(house: House, client: Client) -> None:
    soup(client, f"{house.glossary.get_url()}bestaat-niet/", status=404)


def test_a_word_without_english_is_shown_in_dutch_and_says_so(house: House, client: Client) -> None:
    make_term("ritme", "ritme")
    english = in_english(house.glossary)

    page = soup(client, f"{english.get_url()}ritme/")

    assert page.select_one(".page-head[lang=nl]") is not None
    assert texts(page, ".notice") != []


def test_the_kinds_of_insight_all_have_a_name_for_their_list() -> None:
    for kind in InsightPage.Kind:
        for audience in ["", *InsightPage.Audience.values]:
            assert InsightPage(kind=kind, audience=audience).group
