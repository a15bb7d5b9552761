"""A small house for pages of locations, partners and joining."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from locations.models import LocationPage, LocationUnit, OnboardingPhase, OnboardingTask, TaskProgress, Trajectory
from tests.factories import House, make_location
from tests.factories.content import dutch
from tests.kept import kept

Read = Callable[..., BeautifulSoup]


@pytest.fixture
def read(client: Client) -> Read:
    """Read an address as a visitor does; the answer must have the wanted status."""

    def get(path: str, status: int = 200) -> BeautifulSoup:
        answer = client.get(path, follow=True)
        assert answer.status_code == status, path
        return BeautifulSoup(answer.content, "html.parser")

    return get


@pytest.fixture
def street(house: House, filled_school: Any) -> list[Any]:
    """Academie Tien with everything, NXT Doorn with almost nothing."""
    return [filled_school, make_location(house.locations, "nxt-doorn", status="toetredend")]


@pytest.fixture
def phases(house: House) -> list[OnboardingPhase]:
    """Two phases with two tasks each; the first task of each opens the gate."""
    return [make_phase(number) for number in (1, 2)]


def make_phase(number: int) -> OnboardingPhase:
    """Make a phase with tasks `taak-1a` (needed for the gate) and `taak-1b`."""
    phase: Any = OnboardingPhase(
        slug=f"fase-{number}",
        order=number,
        title=f"Fase {number}",
        intro="Zo gaat het.",
        month_from=number,
        month_to=number + 1,
        gate="Iedereen doet mee.",
        locale=dutch(),
    )
    phase.tasks = [
        OnboardingTask(
            slug=f"taak-{number}{letter}",
            title=f"Taak {number}{letter}",
            why="Daarom.",
            evidence="Een datum",
            opens_gate=letter == "a",
            sort_order=place,
            locale=dutch(),
        )
        for place, letter in enumerate("ab")
    ]
    phase.save()
    return phase


@pytest.fixture
def example(phases: list[OnboardingPhase]) -> Trajectory:
    """The invented trajectory, with one task done."""
    trajectory = Trajectory(name="Verzonnen school", starts_on=date(2026, 9, 1), joins_on=date(2027, 9, 1))
    trajectory.is_example = True
    trajectory.progress = [TaskProgress(task="taak-1b", done_on=date(2026, 9, 22))]
    trajectory.save()
    return trajectory


@kept
def filled_school(house: House) -> Any:
    """Academie Tien with a place, ages, units and a junior department."""
    page: Any = make_location(
        house.locations,
        town="Utrecht",
        latitude="52.0907",
        longitude="5.1214",
        age_from=10,
        age_to=18,
        gable="tien",
        characteristics=["juniorenklassen"],
        what_is_different="Po en vo in één gebouw.",
        team_text="Je hoort bij een team.",
    )
    page.units = [
        LocationUnit(name="Bovenbouw", age_from=15, age_to=18, text="Voor de oudsten.", locale=page.locale),
        LocationUnit(
            name="Junioren",
            kind="junior-afdeling",
            age_from=10,
            age_to=12,
            subjects=["taal", "filosofie"],
            locale=page.locale,
        ),
    ]
    page.save_revision().publish()
    return LocationPage.objects.get(pk=page.pk)
