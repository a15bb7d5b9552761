"""What a page costs: at most 25 queries with header and footer, and as many for five things as for two."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from curriculum.models import RhythmElementPage
from news.models import StoryLab, StoryTheme
from tests.budgets import MOST, queries
from tests.factories import (
    House,
    in_english,
    make_group,
    make_lab,
    make_outcome,
    make_partner_page,
    make_school_year,
    make_session,
    make_story,
    make_theme,
    make_variant,
    publish_below,
)

pytestmark = pytest.mark.django_db
TUESDAY = "2026-11-24T10:00:00+01:00"
FIRST_DAY = date(2026, 12, 1)


class Filled:
    """A house that can be filled further: each round adds a theme, a group, a lab and an outcome."""

    def __init__(self, house: House, school: Any, institute: Any) -> None:
        self.house, self.school, self.institute = house, school, institute
        self.themes: list[Any] = []
        self.groups: list[Any] = []
        self.labs: list[Any] = []
        self.outcomes: list[Any] = []
        self.variant = make_variant()
        make_school_year()
        self.elements = [
            publish_below(
                house.about, RhythmElementPage(title=f"Week {n}", slug=f"week-{n}", cadence="driewekelijks", week=n)
            )
            for n in (1, 2, 3)
        ]
        self.partner_page = make_partner_page(house.partnership, "universiteit-utrecht")

    def add(self) -> None:
        """Add one of everything, linked to the first of everything."""
        number = len(self.labs)
        self.themes.append(make_theme(self.house.themes, f"thema-{number}"))
        self.groups.append(make_group(f"groep-{number}", variants=[self.variant], places=[(self.school, True)]))
        themes, groups = {self.themes[0], self.themes[-1]}, {self.groups[0], self.groups[-1]}
        sessions = [make_session(FIRST_DAY + timedelta(days=n), location=self.school) for n in range(2)]
        lab = make_lab(
            self.school,
            f"lab-{number}",
            themes=list(themes),
            groups=list(groups),
            places=[self.school],
            sessions=sessions,
            week_in_cycle=3,
        )
        self.labs.append(lab)
        space = self.institute if number % 2 else self.partner_page
        counted = {self.labs[0].pk: self.labs[0], lab.pk: lab}
        outcome = make_outcome(
            space, f"X{number}", themes=list(themes), groups=list(groups), labs=list(counted.values())
        )
        self.outcomes.append(outcome)
        if number < 3:
            self.tell(f"verhaal-{number}")

    def tell(self, slug: str) -> None:
        """Add a story about the first lab and the first theme."""
        story: Any = make_story(self.school, slug)
        story.labs = [StoryLab(lab=self.labs[0])]
        story.themes = [StoryTheme(theme=self.themes[0])]
        story.save_revision().publish()
        in_english(story)

    def pages(self) -> list[Any]:
        """Every page type of this app."""
        return [
            self.house.labs,
            self.house.curriculum,
            self.house.themes,
            self.labs[0],
            self.themes[0],
            self.outcomes[0],
            self.elements[2],
        ]


@pytest.fixture
def filled(house: House, school: Any, institute: Any) -> Filled:
    """The house with two of everything."""
    found = Filled(house, school, institute)
    found.add()
    found.add()
    return found


VIEWS = {
    "nl": ["labs/agenda/", "labs/agenda.ics", "labs/feed/", "curriculum/opleidingsgroepen/",
           "curriculum/opleidingsgroepen/groep-0/", "curriculum/leerresultaten/", "curriculum/wat-ontbreekt/"],
    "en": ["labs/calendar/", "labs/calendar.ics", "labs/feed/", "curriculum/training-groups/",
           "curriculum/training-groups/groep-0/", "curriculum/outcomes/", "curriculum/what-is-missing/"],
}  # fmt: skip


def addresses(filled: Filled) -> list[str]:
    """Every address of this app in both languages."""
    dutch = [page.get_url() for page in filled.pages()]
    english = [in_english(page).get_url() for page in filled.pages()]
    views = [f"/{language}/{path}" for language, paths in VIEWS.items() for path in paths]
    return [*dutch, *english, *views]


def costs(client: Client, known: list[str]) -> dict[str, int]:
    """Return the number of queries of each address."""
    return {address: len(queries(client, address)) for address in known}


@time_machine.travel(TUESDAY)
def test_every_page_costs_at_most_25_queries_and_the_same_for_five_things(client: Client, filled: Filled) -> None:
    known = addresses(filled)
    before = costs(client, known)
    while len(filled.labs) < 5:
        filled.add()
    after = costs(client, known)

    assert {address: number for address, number in after.items() if number > MOST} == {}
    assert after == before
