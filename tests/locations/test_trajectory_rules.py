"""When a school may start a trajectory, with which template, and what becomes of it when the template changes."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from locations.models import OnboardingPhase, OnboardingTask, TaskProgress, Trajectory
from locations.onboarding.differences import Difference, differences
from locations.onboarding.doing import left_behind, renew
from locations.onboarding.months import earliest_join, first_day, last_day
from locations.onboarding.plan import read_template
from tests.factories import House, make_editor, make_partner
from tests.factories.content import dutch
from tests.locations.conftest import make_phase

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@pytest.fixture(autouse=True)
def in_september() -> Any:
    """Begin in September 2026."""
    with time_machine.travel("2026-09-01 09:00 +0200", tick=False):
        yield


def planned(school: Any, **fields: Any) -> Trajectory:
    """A trajectory as somebody of the core team fills it in, not yet kept."""
    dates = {"starts_on": date(2026, 9, 1), "joins_on": date(2027, 9, 1)}
    return Trajectory(**{"name": "Tien", "partner": school.represents, **dates, **fields})


def refused(trajectory: Trajectory) -> dict[str, list[str]]:
    """What the form would say, per field; nothing when it would be kept."""
    try:
        trajectory.full_clean()
    except ValidationError as error:
        return error.message_dict
    return {}


@given(DAYS, st.integers(1, 40))
def test_a_month_of_the_trajectory_follows_the_one_before_it_without_a_gap(start: date, month: int) -> None:
    assert first_day(start, 1) == start
    assert first_day(start, month) <= last_day(start, month)
    assert last_day(start, month) + timedelta(days=1) == first_day(start, month + 1)


@given(DAYS)
def test_a_year_is_never_shorter_than_the_same_day_allows(start: date) -> None:
    assert timedelta(days=364) < earliest_join(start) - start <= timedelta(days=366)


@pytest.mark.django_db
def test_joining_within_a_year_is_refused_with_the_first_day_that_can_be(school: Any, phases: Any) -> None:
    problem = refused(planned(school, joins_on=date(2027, 8, 31)))

    assert list(problem) == ["joins_on"]
    assert "1 september 2027" in problem["joins_on"][0]
    assert not refused(planned(school))


@pytest.mark.django_db
def test_the_year_of_a_new_trajectory_counts_from_today_even_when_it_is_said_to_have_begun(
    school: Any, phases: Any
) -> None:
    trajectory = planned(school, starts_on=date(2026, 1, 1), joins_on=date(2027, 1, 2))
    assert "joins_on" in refused(trajectory)

    trajectory.joins_on = date(2027, 9, 1)
    trajectory.save()
    with time_machine.travel("2027-03-01", tick=False):
        trajectory.joins_on = date(2027, 6, 1)
        assert not refused(trajectory)


@pytest.mark.django_db
def test_a_day_that_no_calendar_reaches_is_refused_and_no_error(school: Any, phases: Any) -> None:
    problem = refused(planned(school, starts_on=date(9999, 12, 1), joins_on=date(9999, 12, 31)))

    assert set(problem) == {"starts_on", "joins_on"}


@pytest.mark.django_db
def test_only_a_school_joins(school: Any, institute: Any, phases: Any) -> None:
    assert "partner" in refused(planned(school, partner=institute.represents))
    assert "partner" in refused(planned(school, partner=make_partner("weg", archived=True)))


@pytest.mark.django_db
def test_a_template_that_names_what_the_portal_cannot_see_does_not_start(school: Any, phases: Any) -> None:
    OnboardingTask.objects.filter(slug="taak-2b").update(check_name="bestaat-niet")

    problem = refused(planned(school))

    assert "Taak 2b" in problem["partner"][0]
    assert "bestaat-niet" in problem["partner"][0]


@pytest.mark.django_db
def test_a_template_without_tasks_or_with_a_task_twice_does_not_start(school: Any) -> None:
    assert "partner" in refused(planned(school))

    for number in (1, 2):
        make_phase(number)
    OnboardingTask.objects.filter(slug="taak-2b").update(slug="taak-1a")

    assert "taak-1a" in refused(planned(school))["partner"][0]


@pytest.fixture
def on_its_way(school: Any, phases: list[OnboardingPhase]) -> Trajectory:
    """A school with one task done and one begun."""
    trajectory = planned(school)
    trajectory.progress = [
        TaskProgress(task="taak-1a", done_on=date(2026, 9, 1), note="Op de studiedag"),
        TaskProgress(task="taak-2b", note="Half af"),
    ]
    trajectory.save()
    return Trajectory.objects.get(pk=trajectory.pk)


@pytest.mark.django_db
def test_a_school_keeps_the_version_it_began_with(on_its_way: Trajectory, phases: list[OnboardingPhase]) -> None:
    OnboardingTask.objects.filter(slug="taak-1b").delete()
    phases[1].delete()

    assert [step.task.slug for step in on_its_way.walked("nl").steps] == ["taak-1a", "taak-1b", "taak-2a", "taak-2b"]


def found(trajectory: Trajectory, language: str = "nl") -> list[Difference]:
    """What a newer version would change for a school."""
    with translation.override(language):
        return differences(trajectory.plan, read_template(), language)


def changes(trajectory: Trajectory, language: str = "nl") -> dict[str, tuple[str, list[tuple[str, str, str]]]]:
    """What it would change, by the short name of the task or phase."""
    return {
        item.slug: (item.kind, [(change.label, change.old, change.new) for change in item.changes])
        for item in found(trajectory, language)
    }


@pytest.mark.django_db
def test_of_a_task_that_changed_it_is_told_in_words_what_stood_there_and_what_does_now(on_its_way: Trajectory) -> None:
    OnboardingTask.objects.filter(slug="taak-1a").update(
        why="Omdat het helpt.", owner="redactie", required=False, check_name="labs-gepubliceerd", minimum=2
    )
    OnboardingPhase.objects.filter(slug="fase-2").update(month_to=9)

    assert changes(on_its_way) == {
        "taak-1a": (
            "changed",
            [
                ("wie ervoor zorgt", "het hele team", "redactie van de locatie"),
                ("verplicht", "ja", "nee"),
                ("wat het portaal nakijkt", "", "labs die online staan"),
                ("minstens", "", "2"),
                ("waarom", "Daarom.", "Omdat het helpt."),
            ],
        ),
        "fase-2": ("changed", [("tot en met maand", "3", "9")]),
    }


@pytest.mark.django_db
def test_another_order_is_told_once_and_words_of_another_language_are_told_as_that(
    on_its_way: Trajectory, phases: list[OnboardingPhase]
) -> None:
    phases[0].order, phases[1].order = 2, 1
    for phase in phases:
        phase.save()
    assert found(on_its_way) == [Difference("ordered")]

    on_its_way.follow_template()
    on_its_way.plan["phases"][0]["tasks"][0]["why"]["en"] = "Once upon a time"
    assert changes(on_its_way) == {"taak-2a": ("changed", [])}
    assert changes(on_its_way, "en") == {"taak-2a": ("changed", [("why", "Once upon a time", "Daarom.")])}


@pytest.mark.django_db
def test_what_changed_in_the_template_is_told_and_taking_it_over_loses_nothing(
    house: House, school: Any, on_its_way: Trajectory, phases: list[OnboardingPhase]
) -> None:
    assert differences(on_its_way.plan, read_template(), "nl") == []

    OnboardingTask.objects.filter(slug="taak-1a").update(title="Praat met iedereen")
    OnboardingTask.objects.filter(slug="taak-1b").update(phase=phases[1])
    OnboardingTask.objects.filter(slug="taak-2b").delete()
    OnboardingTask.objects.create(phase=phases[0], slug="nieuw", title="Nieuw", why="Daarom", locale=dutch())
    assert changes(on_its_way) == {
        "taak-1a": ("changed", [("taak", "Taak 1a", "Praat met iedereen")]),
        "taak-1b": ("moved", [("fase", "Fase 1", "Fase 2")]),
        "taak-2b": ("removed", []),
        "nieuw": ("added", []),
    }

    renew(on_its_way, make_editor(school.represents))
    after = Trajectory.objects.get(pk=on_its_way.pk)

    assert [step.task.title for step in after.walked("nl").steps][:2] == ["Praat met iedereen", "Nieuw"]
    assert after.finished() == {"taak-1a": date(2026, 9, 1)}
    assert [(title, row.note) for title, row in left_behind(after, "nl")] == [("Taak 2b", "Half af")]
    assert differences(after.plan, read_template(), "nl") == []

    renew(after, make_editor(school.represents, "authors"))
    assert [title for title, _row in left_behind(after, "nl")] == ["Taak 2b"]
