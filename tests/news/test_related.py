"""Which stories stand beside a story, in which order, and with which reason."""

from typing import Any

import pytest
from django.test import Client

from news.models import StoryLab, StoryLocation, StoryTheme
from tests.factories import House, in_english, make_lab, make_location, make_story, make_theme
from tests.news.reading import soup, texts

pytestmark = pytest.mark.django_db
BESIDE = "section[aria-labelledby=beside] li"


def shared_things(house: House, school: Any) -> Any:
    """Four stories: one to read, one that shares a theme, one that shares a lab and a theme, and one with nothing."""
    lab, theme = make_lab(school, "een-lab"), make_theme(house.themes)
    other = make_theme(house.themes, "ander-thema")
    labs, themes = [StoryLab(lab=lab)], [StoryTheme(theme=theme), StoryTheme(theme=other)]
    much = {"labs": [StoryLab(lab=lab)], "themes": [StoryTheme(theme=theme)]}
    make_story(school, "veel", title="Veel", sector_from="po", sector_to="vo", **much)
    make_story(school, "weinig", title="Weinig", sector_from="po", sector_to="mbo", themes=[StoryTheme(theme=theme)])
    make_story(school, "niets", title="Niets", sector_from="po", sector_to="vo")
    return make_story(school, "dit", title="Dit", sector_from="wo", sector_to="mbo", labs=labs, themes=themes)


def test_what_shares_most_stands_first_with_the_reason_in_words(house: House, school: Any, client: Client) -> None:
    story = shared_things(house, school)
    make_story(
        school, "alles", title="Alles", sector_from="mbo", sector_to="wo", labs=[StoryLab(lab=story.labs.get().lab)]
    )

    rows = [(row.a.get_text(), row.span.get_text()) for row in soup(client, story.get_url()).select(BESIDE)]

    assert rows == [
        ("Alles", "zelfde lab, zelfde sectoren"),
        ("Weinig", "zelfde thema, één gelijke sector"),
        ("Veel", "zelfde lab, zelfde thema"),
    ]


def test_what_readers_cannot_see_connects_nothing(house: House, school: Any, client: Client) -> None:
    story = shared_things(house, school)
    story.labs.get().lab.unpublish()

    found = soup(client, story.get_url()).select(BESIDE)

    assert [row.a.get_text() for row in found] == ["Weinig", "Veel"]
    assert "lab" not in found[1].span.get_text()


def test_an_english_story_stands_beside_what_its_dutch_one_shares(house: House, school: Any, client: Client) -> None:
    english = in_english(shared_things(house, school), title="This")

    found = soup(client, english.get_url()).select(BESIDE)

    assert [row.span.get_text() for row in found] == ["same theme, one sector in common", "same lab, same theme"]
    assert [row.a.get("lang") for row in found] == ["nl", "nl"]


def test_a_story_that_shares_nothing_stands_alone(house: House, school: Any, client: Client) -> None:
    place = make_location(house.locations, "unic")
    make_story(school, "een", sector_from="po", sector_to="vo")
    alone = make_story(school, "twee", sector_from="mbo", sector_to="wo", places=[StoryLocation(location=place)])

    assert not texts(soup(client, alone.get_url()), BESIDE)


def told_at(client: Client, page: Any) -> list[tuple[str, list[str]]]:
    """The stories a page lists, with what stands below each."""
    rows = soup(client, page.get_url()).select("section[aria-labelledby=stories] li")
    return [(row.a.get_text(), [note.get_text(strip=True) for note in row.select("span")]) for row in rows]


def test_a_lab_a_theme_and_a_location_list_first_what_shares_most_with_them(
    house: House, school: Any, client: Client
) -> None:
    theme = make_theme(house.themes)
    lab = make_lab(school, "coachen", places=[school], themes=[theme])

    def story(key: str, place: bool, of_lab: bool, of_theme: bool) -> None:
        make_story(
            school,
            key,
            title=key,
            summary="",
            places=[StoryLocation(location=school)] if place else [],
            labs=[StoryLab(lab=lab)] if of_lab else [],
            themes=[StoryTheme(theme=theme)] if of_theme else [],
        )

    story("alles", place=True, of_lab=True, of_theme=True)
    story("lab", place=False, of_lab=True, of_theme=False)
    story("thema", place=False, of_lab=False, of_theme=True)
    story("plek", place=True, of_lab=False, of_theme=False)

    assert told_at(client, lab) == [("alles", ["Op dezelfde locatie, over hetzelfde thema"]), ("lab", [])]
    assert told_at(client, theme) == [("alles", ["Over een lab dat hierbij hoort"]), ("thema", [])]
    assert told_at(client, school) == [("alles", ["Over een lab dat hierbij hoort"]), ("plek", [])]
