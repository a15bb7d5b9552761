"""What visitors see of stories, insights and plans, and what they can take along."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client

from news.models import (
    InsightRelated,
    PlanLocation,
    PlanPartner,
    PlanTheme,
    StoryInsight,
    StoryLab,
    StoryLocation,
    StoryTheme,
)
from tests.factories import (
    House,
    in_english,
    make_event,
    make_insight,
    make_lab,
    make_location,
    make_news,
    make_plan,
    make_standard,
    make_story,
    make_theme,
)
from tests.news.reading import linked_data, soup, texts

pytestmark = pytest.mark.django_db


def full_story(house: House, school: Any) -> Any:
    insight = make_insight(make_standard(house.about, "inzichten"), title="Je leert van andermans vak")
    return make_story(
        school,
        "in-de-pauze",
        sector_from="wo",
        sector_to="mbo",
        people="Een collega in opleiding",
        quote="veel leren van een onderwijsassistent",
        places=[StoryLocation(location=school)],
        labs=[StoryLab(lab=make_lab(school, "kijken-in-de-pauze"))],
        themes=[StoryTheme(theme=make_theme(house.themes))],
        insights=[StoryInsight(insight=insight)],
    )


def test_a_story_shows_its_crossing_what_it_is_about_and_how_honest_it_is(
    house: House, school: Any, client: Client
) -> None:
    page = soup(client, full_story(house, school).get_url())

    assert [item["data-s"] for item in page.select(".crossing .sector")] == ["wo", "mbo"]
    assert page.select_one("svg.scene[aria-hidden=true]") is not None
    assert texts(page, ".quote blockquote") == ["“veel leren van een onderwijsassistent”"]
    assert texts(page, ".onward a") == ["Je leert van andermans vak", "Kijken in de pauze", "Academie Tien"]
    assert len(page.select("aside .facts > div")) == 5
    assert linked_data(page)["headline"] == "In de pauze"


def test_an_english_story_leads_to_english_pages_and_marks_dutch_ones(
    house: House, school: Any, client: Client
) -> None:
    story = full_story(house, school)
    in_english(school, title="Academie Tien (en)")
    english = in_english(story, title="During the break")

    page = soup(client, english.get_url())

    assert [(link.get_text(), link.get("lang")) for link in page.select(".onward a")] == [
        ("Je leert van andermans vak", "nl"),
        ("Kijken in de pauze", "nl"),
        ("Academie Tien (en)", None),
    ]


def test_a_story_leaves_out_a_lab_that_is_offline(house: House, school: Any, client: Client) -> None:
    story = full_story(house, school)
    story.labs.first().lab.unpublish()

    assert "Kijken in de pauze" not in texts(soup(client, story.get_url()), ".onward a")


def test_a_preview_shows_rows_that_are_not_saved_yet(house: House, school: Any) -> None:
    story = make_story(school, "in-de-pauze")
    draft = story.get_latest_revision_as_object()
    draft.places = [StoryLocation(location=school)]

    response = draft.make_preview_request()

    assert texts(BeautifulSoup(response.content, "html.parser"), ".onward a") == ["Academie Tien"]


def catalogue(house: House, school: Any) -> Any:
    """Three stories at two locations, and the catalogue that lists them."""
    other = make_location(house.locations, "unic")
    for slug, sectors, place in (("een", "wo mbo", school), ("twee", "vo po", school), ("drie", "mbo vo", other)):
        sector_from, sector_to = sectors.split()
        places = [StoryLocation(location=place)]
        make_story(school, slug, sector_from=sector_from, sector_to=sector_to, places=places)
    return house.stories


def counts(page: BeautifulSoup, name: str) -> dict[str, int]:
    return {str(item["value"]): int(str(item["data-count"])) for item in page.select(f"input[name={name}]")}


def test_the_catalogue_lists_stories_newest_first_with_counts_by_sector_and_location(
    house: House, school: Any, client: Client
) -> None:
    page = soup(client, catalogue(house, school).get_url())

    assert texts(page, ".result h3") == ["Drie", "Twee", "Een"]
    assert counts(page, "sector") == {"po": 1, "vo": 2, "mbo": 2, "hbo": 0, "wo": 1}
    assert counts(page, "locatie") == {"academie-tien": 2, "unic": 1}


def test_a_chosen_location_narrows_the_list_and_the_counts_of_the_other_filter(
    house: House, school: Any, client: Client
) -> None:
    page = soup(client, catalogue(house, school).get_url() + "?locatie=academie-tien&sector=mbo")

    assert texts(page, ".result h3") == ["Een"]
    assert counts(page, "locatie") == {"academie-tien": 1, "unic": 1}
    assert counts(page, "sector")["vo"] == 1
    assert [chip["href"] for chip in page.select(".chip")] == ["?locatie=academie-tien", "?sector=mbo"]


def test_two_sectors_widen_the_list(house: House, school: Any, client: Client) -> None:
    page = soup(client, catalogue(house, school).get_url() + "?sector=wo&sector=po")

    assert texts(page, ".result h3") == ["Twee", "Een"]


@pytest.mark.parametrize("query", ["?sector=xyz", "?locatie=nergens&sector=", "?pagina=99", "?pagina=abc"])
def test_an_address_with_nonsense_shows_everything(house: House, school: Any, client: Client, query: str) -> None:
    assert len(soup(client, catalogue(house, school).get_url() + query).select(".result")) == 3


def test_no_matching_story_says_so(house: House, school: Any, client: Client) -> None:
    page = soup(client, catalogue(house, school).get_url() + "?sector=po&locatie=unic")

    assert not page.select(".result")
    assert len(page.select(".chip")) == 2


def test_a_short_address_leads_to_the_story_in_its_space(house: House, school: Any, client: Client) -> None:
    story = make_story(school, "in-de-pauze")

    answer = client.get(f"{house.stories.get_url()}in-de-pauze/")

    assert (answer.status_code, answer["Location"]) == (302, story.get_url())
    assert client.get(f"{house.stories.get_url()}bestaat-niet/").status_code == 404


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_feed_of_stories_holds_those_of_its_language(
    house: House, school: Any, client: Client, language: str
) -> None:
    story = make_story(school, "in-de-pauze")
    make_story(school, "alleen-nederlands")
    english = in_english(story, title="During the break")
    index = house.stories if language == "nl" else in_english(house.stories)

    answer = client.get(f"{index.get_url()}atom/")
    feed = BeautifulSoup(answer.content, "xml")

    assert answer["Content-Type"].startswith("application/atom+xml")
    assert feed.feed["xml:lang"] == language
    found = {entry.title.get_text(): entry.link["href"] for entry in feed.find_all("entry")}
    if language == "nl":
        assert set(found) == {"In de pauze", "Alleen nederlands"}
    else:
        assert list(found.values()) == [f"http://testserver{english.get_url()}"]
        assert list(found) == ["During the break"]


def test_the_feed_of_the_house_holds_stories_news_and_events(house: House, school: Any, client: Client) -> None:
    make_story(school, "een-verhaal")
    make_news(school, title="Nieuws")
    make_event(school, title="Evenement")
    make_lab(school, "een-lab")

    feed = BeautifulSoup(client.get("/nl/atom/").content, "xml")

    assert {entry.title.get_text() for entry in feed.find_all("entry")} == {"Een verhaal", "Nieuws", "Evenement"}


@pytest.mark.parametrize("address", ["/nl/", "/nl/verhalen/"])
def test_pages_tell_readers_of_feeds_where_the_feed_is(house: House, client: Client, address: str) -> None:
    link = soup(client, address).find("link", type="application/atom+xml")

    assert client.get(str(link["href"])).status_code == 200


def test_an_insight_shows_what_helped_what_belongs_to_it_and_the_stories(
    house: House, school: Any, client: Client
) -> None:
    parent = make_standard(house.about, "inzichten")
    other = make_insight(parent, "ander", title="Ander inzicht")
    related = [InsightRelated(insight=other)]
    insight = make_insight(parent, kind="uitdaging", what_helped="Durven en doen.", related=related)
    make_story(school, "in-de-pauze", insights=[StoryInsight(insight=insight)])

    page = soup(client, insight.get_url())

    assert texts(page, ".notice p") == ["Durven en doen."]
    assert texts(page, ".onward a") == ["In de pauze", "Ander inzicht"]


@time_machine.travel(datetime(2026, 11, 24, 8, 0, tzinfo=UTC), tick=False)
def test_a_plan_shows_its_partners_and_says_when_nobody_looked_again(
    house: House, school: Any, institute: Any, client: Client
) -> None:
    plan = make_plan(
        make_standard(house.about, "plannen"),
        review_on=date(2026, 10, 1),
        partner_rows=[PlanPartner(partner=institute.partner)],
        places=[PlanLocation(location=school)],
        themes=[PlanTheme(theme=make_theme(house.themes))],
    )

    page = soup(client, plan.get_url())

    assert texts(page, "aside dd a") == ["Hogeschool Utrecht", "Academie Tien", "Pedagogiek"]
    assert page.select_one(".notice.gap") is not None
    assert page.select_one("aside time")["datetime"] == "2026-10-01"


@time_machine.travel(datetime(2026, 11, 24, 8, 0, tzinfo=UTC), tick=False)
def test_a_plan_with_a_day_to_come_says_nothing_of_the_kind(house: House, client: Client) -> None:
    plan = make_plan(make_standard(house.about, "plannen"), review_on=date(2027, 2, 1))

    assert not soup(client, plan.get_url()).select(".notice.gap")
