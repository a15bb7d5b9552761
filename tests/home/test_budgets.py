"""Pages of the home app cost the same number of queries whatever they list, and 25 at most."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from wagtail.models import Locale, Page

from curriculum.models import RhythmElementPage
from home.models import Figure, GlossaryTerm
from tests.budgets import MOST, queries
from tests.factories import (
    House,
    in_english,
    make_event,
    make_guide,
    make_insight,
    make_lab,
    make_location,
    make_plan,
    make_school_year,
    make_session,
    make_standard,
    make_story,
    publish_below,
)

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _week_three() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


def assert_budget(client: Client, pages: list[Any], grow: Any) -> None:
    """Compare the queries of pages before and after `grow` added eighteen of everything they list."""
    before = {page.get_url(): queries(client, page.get_url()) for page in pages}
    grow()
    for url, few in before.items():
        many = queries(client, url)
        assert len(many) == len(few), f"{url}: {len(few)} became {len(many)}\n" + "\n".join(many)
        assert len(many) <= MOST, f"{url}: {len(many)}\n" + "\n".join(many)


def fill_house(house: House, numbers: range) -> None:
    """Put a location, a lab with a session, a story, a figure for each number in the house, in both languages."""
    dutch = Locale.objects.get(language_code="nl")
    for number in numbers:
        school = make_location(house.locations, f"school-{number}", town="Utrecht", sectors=[])
        session = make_session(date(2026, 12, 1) + timedelta(days=number), location=school)
        lab = make_lab(school, f"lab-{number}", sessions=[session])
        story = make_story(school, f"verhaal-{number}")
        Figure.objects.create(locale=dutch, slug=f"cijfer-{number}", display="1", unit="ding", source="bron")
        for page in (school, lab, story):
            in_english(page)


def test_the_home_page(house: House, client: Client) -> None:
    make_school_year()
    target = Page.objects.get(pk=house.labs.pk)
    door = {"title": "Labs", "text": "Vind een lab.", "page": target, "address": ""}
    for page in (house.labs, house.stories):
        in_english(page)
    for week in (1, 2, 3):
        element = RhythmElementPage(title=f"Week {week}", slug=f"week-{week}", cadence="driewekelijks", week=week)
        in_english(publish_below(house.about, element))
    fill_house(house, range(2))
    figures = list(Figure.objects.all())
    house.home.doors = [("door", door)] * 4
    house.home.body = [("figures", {"heading": "", "figures": figures})]
    house.home.save_revision().publish()
    english = in_english(house.home)

    assert_budget(client, [house.home, english], lambda: fill_house(house, range(2, 5)))


def fill_standard(parent: Any, numbers: range) -> None:
    """Put a page of every kind below a standing page for each number, half of them in English."""
    for number in numbers:
        week = number % 3 + 1
        element = RhythmElementPage(title="Element", slug=f"element-{number}", cadence="driewekelijks", week=week)
        pages = [
            make_standard(parent, f"blad-{number}"),
            make_guide(parent, f"gids-{number}"),
            make_insight(parent, f"inzicht-{number}"),
            make_plan(parent, f"plan-{number}"),
            make_event(parent, f"evenement-{number}"),
            publish_below(parent, element),
        ]
        if number % 2:
            for page in pages:
                in_english(page)


def test_a_standing_page_with_children_of_every_kind(house: House, client: Client) -> None:
    make_school_year()
    parent = make_standard(house.about, "alles")
    fill_standard(parent, range(2))

    assert_budget(client, [parent, in_english(parent)], lambda: fill_standard(parent, range(2, 5)))


def fill_glossary(numbers: range) -> None:
    """Add a word for each number, which refers to the one before."""
    dutch = Locale.objects.get(language_code="nl")
    for number in numbers:
        see = f"woord-{number - 1}"
        term = GlossaryTerm(locale=dutch, slug=f"woord-{number}", term=f"Woord {number}", definition="Iets.", see=see)
        term.save()
        term.copy_for_translation(Locale.objects.get(language_code="en")).save()


def test_the_glossary(house: House, client: Client) -> None:
    fill_glossary(range(2))

    assert_budget(client, [house.glossary, in_english(house.glossary)], lambda: fill_glossary(range(2, 5)))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_word(house: House, client: Client, language: str) -> None:
    fill_glossary(range(5))
    page = house.glossary if language == "nl" else in_english(house.glossary)

    assert len(queries(client, f"{page.get_url()}woord-3/")) <= MOST


@pytest.mark.parametrize("count", [2, 5])
def test_a_guide(house: House, client: Client, count: int) -> None:
    steps = [("step", {"title": f"Stap {number}", "text": "<p>Doe iets.</p>"}) for number in range(count)]
    guide = make_guide(house.joining, steps=steps, extras=[("checklist", ["Klaar"] * count)])

    found = {len(queries(client, page.get_url())) for page in (guide, in_english(guide))}

    assert max(found) <= MOST
