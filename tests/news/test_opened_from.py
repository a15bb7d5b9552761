"""A story that is opened from the catalogue under a choice keeps it: breadcrumbs, menu and the way back."""

from typing import Any

import pytest
from django.test import Client

from news.catalogue import PER_PAGE
from news.models import StoryLocation
from tests.factories import House, in_english, make_location, make_story
from tests.news.reading import soup

pytestmark = pytest.mark.django_db


def opened(client: Client, listed: str) -> Any:
    return soup(client, str(soup(client, listed).select_one("li.result h3 a")["href"]))


def test_the_way_back_leads_to_the_stories_as_they_were(house: House, school: Any, client: Client) -> None:
    doorn = make_location(house.locations, "nxt-doorn", title="NXT Doorn")
    make_story(school, "een", title="Een", places=[StoryLocation(location=doorn)])
    make_story(school, "twee", title="Twee", places=[])
    choice = f"{house.stories.get_url()}?locatie=nxt-doorn"

    shown = opened(client, choice)

    assert shown.select_one(".back a").get_text(strip=True) == "Terug naar 1 verhaal op NXT Doorn"
    assert shown.select_one(".back a")["href"] == choice
    assert [item.get_text(strip=True) for item in shown.select(".crumbs li")][1:] == [
        "Verhalen",
        "1 verhaal op NXT Doorn",
        "Een",
    ]
    assert "?" not in shown.select_one("link[rel=canonical]")["href"]


def test_the_page_of_the_list_is_kept_and_a_story_from_all_of_it_keeps_nothing(
    house: House, school: Any, client: Client
) -> None:
    for number in range(PER_PAGE + 1):
        make_story(school, f"verhaal-{number}", places=[])
    url = house.stories.get_url()

    assert opened(client, f"{url}?pagina=2").select_one(".back a")["href"] == f"{url}?pagina=2"
    assert opened(client, url).select(".back") == []


def test_an_english_reader_goes_back_to_the_english_stories(house: House, school: Any, client: Client) -> None:
    in_english(house.stories, slug="stories", title="Stories")
    in_english(make_story(school, "een", sector_from="po", sector_to="vo", places=[]), title="One")

    back = opened(client, "/en/stories/?sector=po&page=1").select_one(".back a")

    assert (back["href"], back.get_text(strip=True)) == ("/en/stories/?sector=po", "Back to 1 story, po")


@pytest.mark.parametrize("told", ["//elders.example", "agenda?locatie=a", "%00?%ff", "?sector=onbekend&pagina=%C2%B2"])
def test_what_stands_in_the_address_never_leads_elsewhere(house: House, school: Any, client: Client, told: str) -> None:
    story = make_story(school, "een", places=[])

    page = soup(client, f"{story.get_url()}?uit={told}")

    links = [str(link["href"]) for link in page.select(".back a, .crumbs a")]
    assert all(link.startswith("/nl/") for link in links)
