"""What other apps show of stories, and what is asked of events."""

from datetime import timedelta
from typing import Any

import pytest
from django.template import Context, Template
from django.utils import timezone
from wagtail.models import PageViewRestriction

from news.models import EventPage, StoryLab, StoryLocation, StoryTheme
from tests.factories import (
    House,
    in_english,
    make_event,
    make_lab,
    make_location,
    make_story,
    make_theme,
)

pytestmark = pytest.mark.django_db


def found(tag: str, **context: Any) -> Any:
    """Return what a tag puts in the context."""
    result = Context(context)
    Template("{% load news_tags %}{% " + tag + " as found %}").render(result)
    return result["found"]


def about(subject: Any) -> list[Any]:
    """Return the stories about a page."""
    return [story.page for story in found("stories_about page 3", page=subject)]


def titles(pages: list[Any]) -> list[str]:
    return [page.title for page in pages]


def test_stories_of_a_location_are_those_that_take_place_there(house: House, school: Any) -> None:
    other = make_location(house.locations, "unic")
    make_story(school, "hier", places=[StoryLocation(location=school)])
    make_story(other, "daar", places=[StoryLocation(location=other)])

    assert titles(about(school)) == ["Hier"]


def test_stories_of_a_theme_or_a_lab_that_share_as_much_come_newest_first(house: House, school: Any) -> None:
    theme = make_theme(house.themes)
    lab = make_lab(school)
    make_story(school, "oud", themes=[StoryTheme(theme=theme)])
    make_story(school, "nieuw", themes=[StoryTheme(theme=theme)], labs=[StoryLab(lab=lab)])
    make_story(school, "los")

    assert titles(about(theme)) == ["Nieuw", "Oud"]
    assert titles(about(lab)) == ["Nieuw"]
    assert found("newest_story", page=lab).title == "Los"


def test_an_english_page_shows_english_stories_with_dutch_facts_and_dutch_where_there_is_nothing_else(
    house: House, school: Any
) -> None:
    place = [StoryLocation(location=school)]
    in_english(make_story(school, "vertaald", places=list(place)), title="Translated")
    make_story(school, "onvertaald", places=[StoryLocation(location=school)])
    english = in_english(school)

    stories = about(english)

    assert titles(stories) == ["Onvertaald", "Translated"]
    assert [story.locale.language_code for story in stories] == ["nl", "en"]
    assert [story.facts.sector_to for story in stories] == ["po", "po"]


def test_a_story_behind_a_restriction_is_shown_nowhere(house: House, school: Any) -> None:
    story = make_story(school, "besloten", places=[StoryLocation(location=school)])
    PageViewRestriction.objects.create(page=story, restriction_type=PageViewRestriction.LOGIN)

    assert about(school) == []
    assert found("newest_story", page=school) is None


def test_only_events_that_are_not_over_come_up(house: House, school: Any) -> None:
    now = timezone.now()
    make_event(school, "voorbij", starts=now - timedelta(days=2), ends=now - timedelta(days=1))
    make_event(school, "later", title="Later", starts=now + timedelta(days=9), ends=now + timedelta(days=10))
    make_event(school, "bezig", title="Bezig", starts=now - timedelta(hours=1), ends=now + timedelta(hours=1))

    assert titles(list(EventPage.objects.originals().upcoming())) == ["Bezig", "Later"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_list_costs_as_much_for_five_stories_as_for_two(
    house: House, school: Any, language: str, django_assert_max_num_queries: Any
) -> None:
    for number in range(5):
        in_english(make_story(school, f"verhaal-{number}", places=[StoryLocation(location=school)]))
    page = school if language == "nl" else in_english(school)
    assert page.locale.language_code == language

    with django_assert_max_num_queries(2):
        stories = [story.page for story in found("stories_about page 5", page=page)]
        assert len([(story.facts.sector_from, str(story.locale), str(story.partner)) for story in stories]) == 5
