"""Two schools that join at once: on every screen, in every file and every mail a team meets its own school alone."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client, TestCase
from django.urls import reverse

from locations.models import Duty, PassedGate, TaskProgress, Trajectory, WeeklyMail
from search.nightly import TASKS
from tests.factories import House, make_editor, make_location
from tests.kept import kept
from tests.locations.conftest import make_phase

pytestmark = pytest.mark.django_db

SCREENS = ("detail", "duties", "print", "template")


@pytest.fixture(autouse=True)
def in_november() -> Any:
    """Look at it in November."""
    with time_machine.travel("2026-11-24 09:00 +0100", tick=False):
        yield


@kept
def joining(house: House, school: Any) -> Any:
    """Two schools on their way, each with something of which the other must not hear."""
    for number in (1, 2):
        make_phase(number)
    schools = {"Roodborst": school, "Winterkoning": make_location(house.locations, "nxt-doorn")}
    return SimpleNamespace(**{name.lower(): on_its_way(name, place) for name, place in schools.items()})


def on_its_way(name: str, place: Any) -> Any:
    """A school that wrote down its own name at its first task."""
    trajectory = Trajectory.objects.create(
        partner=place.represents, name=name, starts_on=date(2026, 9, 1), joins_on=date(2027, 9, 1)
    )
    TaskProgress.objects.create(trajectory=trajectory, task="taak-1a", note=f"Gedaan door {name}")
    editor = make_editor(place.represents, email=f"{name.lower()}@example.org")
    editor.last_name = name
    editor.save()
    return SimpleNamespace(name=name, trajectory=trajectory, editor=editor)


def reader(school: Any) -> Client:
    """The browser of the team of a school."""
    client = Client(headers={"accept-language": "nl"})
    client.force_login(school.editor)
    return client


def addresses(school: Any) -> list[str]:
    """Everything there is to read of the trajectory of a school."""
    key = school.trajectory.pk
    screens = [reverse(f"joining:{name}", args=[key]) for name in SCREENS]
    task = reverse("joining:task", args=[key, "taak-1a"])
    return [*screens, task, f"{screens[0]}?export=csv", f"{screens[0]}?export=xlsx"]


def test_a_team_reads_its_own_school_everywhere_and_the_other_nowhere(joining: Any) -> None:
    for own, other in ((joining.roodborst, joining.winterkoning), (joining.winterkoning, joining.roodborst)):
        client = reader(own)
        everywhere = [reverse("wagtailadmin_home"), reverse("joining:index"), reverse("wagtailadmin_account")]
        for address in [*everywhere, *addresses(own)]:
            answer = client.get(address, follow=True)
            assert answer.status_code == 200, address
            assert other.name.encode() not in answer.getvalue(), address
        assert own.name in client.get(addresses(own)[0]).content.decode()
        for address in addresses(other):
            assert client.get(address).status_code == 403, address


def test_nothing_that_a_team_sends_to_the_other_school_is_kept(joining: Any) -> None:
    client, key = reader(joining.roodborst), joining.winterkoning.trajectory.pk
    sent = {
        reverse("joining:task", args=[key, "taak-1b"]): {"note": "Van hiernaast"},
        reverse("joining:duties", args=[key]): {"team": joining.winterkoning.editor.pk},
        reverse("joining:gate", args=[key, "fase-1"]): {"action": "pass"},
        reverse("joining:template", args=[key]): {},
        reverse("wagtailsnippets_locations_trajectory:edit", args=[key]): {"name": "Anders"},
        reverse("wagtailsnippets_locations_trajectory:delete", args=[key]): {},
    }

    for address, data in sent.items():
        answer = client.post(address, data)
        assert answer.status_code in (302, 403), address
        assert answer.status_code == 403 or answer.headers["Location"] == reverse("wagtailadmin_home"), address
    assert Trajectory.objects.get(pk=key).name == "Winterkoning"
    assert TaskProgress.objects.count() == 2
    assert not Duty.objects.exists()
    assert not PassedGate.objects.exists()


def test_nobody_of_the_other_school_stands_in_or_looks_after_anything(joining: Any) -> None:
    own, stranger = joining.roodborst, joining.winterkoning.editor
    duties = reader(own).post(reverse("joining:duties", args=[own.trajectory.pk]), {"team": stranger.pk})
    assert set(duties.context["form"].errors) == {"team"}

    # Not even one that was chosen while they were still of the same team.
    WeeklyMail.objects.create(user=own.editor, away_until=date(2026, 12, 1), deputy=stranger)
    Duty.objects.create(trajectory=own.trajectory, role="team", person=stranger)
    with TestCase.captureOnCommitCallbacks(execute=True):
        TASKS["joining"]()

    letters = {letter.to[0]: f"{letter.subject}{letter.body}" for letter in mail.outbox}
    assert "Roodborst" in letters[own.editor.email]
    assert "Winterkoning" in letters[stranger.email]
    assert "Roodborst" not in letters[stranger.email]
