"""Pages of the news app cost the same number of queries whatever they refer to, and 25 at most."""

from typing import Any

import pytest
from django.test import Client

from news.models import (
    EventLocation,
    InsightRelated,
    InsightTheme,
    PlanLocation,
    PlanPartner,
    PlanTheme,
    StoryInsight,
    StoryLab,
    StoryLocation,
    StoryTheme,
)
from tests.budgets import MOST, queries
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

pytestmark = pytest.mark.django_db

Things = dict[str, list[Any]]


def things(house: House, school: Any, count: int) -> Things:
    """Make a number of locations, themes, labs and insights, half of them in English too."""
    parent = make_standard(house.about, f"inzichten-{count}")
    made = {
        "locations": [make_location(house.locations, f"plek-{count}-{n}") for n in range(count)],
        "themes": [make_theme(house.themes, f"thema-{count}-{n}") for n in range(count)],
        "labs": [make_lab(school, f"lab-{count}-{n}") for n in range(count)],
        "insights": [make_insight(parent, f"inzicht-{count}-{n}") for n in range(count)],
    }
    for pages in made.values():
        for page in pages[::2]:
            in_english(page)
    return made


def story(house: House, school: Any, made: Things, slug: str) -> Any:
    return make_story(
        school,
        slug,
        places=[StoryLocation(location=page) for page in made["locations"]],
        labs=[StoryLab(lab=page) for page in made["labs"]],
        themes=[StoryTheme(theme=page) for page in made["themes"]],
        insights=[StoryInsight(insight=page) for page in made["insights"]],
    )


def insight(house: House, school: Any, made: Things, slug: str) -> Any:
    page = make_insight(
        house.about,
        slug,
        themes=[InsightTheme(theme=theme) for theme in made["themes"]],
        related=[InsightRelated(insight=other) for other in made["insights"]],
    )
    for number, _theme in enumerate(made["themes"]):
        make_story(school, f"{slug}-{number}", insights=[StoryInsight(insight=page)])
    return page


def plan(house: House, school: Any, made: Things, slug: str) -> Any:
    return make_plan(
        house.about,
        slug,
        partner_rows=[PlanPartner(partner=page.partner) for page in made["locations"]],
        places=[PlanLocation(location=page) for page in made["locations"]],
        themes=[PlanTheme(theme=page) for page in made["themes"]],
    )


def event(house: House, school: Any, made: Things, slug: str) -> Any:
    return make_event(house.about, slug, places=[EventLocation(location=page) for page in made["locations"]])


def news(house: House, school: Any, made: Things, slug: str) -> Any:
    return make_news(school, slug)


def test_a_page_costs_as_much_with_five_relations_as_with_two(house: House, school: Any, client: Client) -> None:
    few_things, many_things = things(house, school, 2), things(house, school, 5)

    for make in (story, insight, plan, event, news):
        dutch = [
            make(house, school, made, f"{make.__name__}-{number}")
            for number, made in enumerate((few_things, many_things))
        ]
        for pages in (dutch, [in_english(page) for page in dutch]):
            few, many = (queries(client, page.get_url()) for page in pages)

            assert len(few) == len(many), "\n".join(many)
            assert len(many) <= MOST, "\n".join(many)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_catalogue_costs_as_much_with_five_stories_as_with_two(
    house: House, school: Any, client: Client, language: str
) -> None:
    index = house.stories if language == "nl" else in_english(house.stories)

    def grow(numbers: range) -> list[str]:
        for number in numbers:
            page = make_story(school, f"verhaal-{number}", places=[StoryLocation(location=school)])
            if number % 2:
                in_english(page)
        return queries(client, f"{index.get_url()}?sector=po")

    few, many = grow(range(2)), grow(range(2, 5))

    assert len(few) == len(many), "\n".join(many)
    assert len(many) <= MOST, "\n".join(many)


def test_a_feed_costs_as_much_with_five_stories_as_with_two(house: House, school: Any, client: Client) -> None:
    def grow(numbers: range) -> int:
        for number in numbers:
            make_story(school, f"verhaal-{number}")
        return len(queries(client, f"{house.stories.get_url()}atom/"))

    assert grow(range(2)) == grow(range(2, 5)) <= MOST
