"""The weekly mail of joining: to who looks after a task, or stands in; what is late first, and never twice a week."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client, TestCase
from django.urls import reverse
from wagtail.users.models import UserProfile

from locations.models import Duty, OnboardingTask, TaskProgress, Trajectory, WeeklyMail
from locations.onboarding.digest import send_weekly
from locations.onboarding.people import who_acts
from portal.core.models.users import User
from search.nightly import TASKS
from tests.factories import House, make_editor, make_location
from tests.kept import kept
from tests.locations.conftest import make_phase

pytestmark = pytest.mark.django_db

MONDAY, TUESDAY, NEXT_MONDAY = "2026-11-23 04:00 +0100", "2026-11-24 04:00 +0100", "2026-11-30 04:00 +0100"


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """Early on a Monday: the first phase was due at the end of October."""
    with time_machine.travel(MONDAY, tick=False) as traveller:
        yield traveller


@kept
def joining(house: House, school: Any) -> Any:
    """A school with a task of the educators that is late, and one of the whole team that may be skipped."""
    make_phase(1)
    OnboardingTask.objects.filter(slug="taak-1a").update(owner="opleiders")
    OnboardingTask.objects.filter(slug="taak-1b").update(required=False)
    trajectory = Trajectory.objects.create(
        partner=school.represents, name="Tien", starts_on=date(2026, 9, 1), joins_on=date(2027, 9, 1)
    )
    other = make_location(house.locations, "nxt-doorn").represents
    return SimpleNamespace(
        trajectory=trajectory,
        editor=make_editor(school.represents),
        author=make_editor(school.represents, "authors"),
        translator=make_editor(school.represents, "translators"),
        stranger=make_editor(other),
    )


def night() -> dict[str, str]:
    """Do the work of a night and return what was written to whom."""
    mail.outbox.clear()
    with TestCase.captureOnCommitCallbacks(execute=True):
        TASKS["joining"]()
    return {letter.to[0]: f"{letter.subject}\n{letter.body}" for letter in mail.outbox}


def test_everybody_of_the_team_hears_what_is_late_and_then_what_can_be_done(joining: Any) -> None:
    letters = night()

    assert set(letters) == {joining.editor.email, joining.author.email}
    letter = letters[joining.author.email]
    assert letter.startswith("Aansluiten van Tien: 1 taak te laat")
    assert "Taak 1a (moest klaar zijn op 31 oktober 2026)" in letter
    assert "Taak 1b (uiterlijk klaar op 31 oktober 2026; dit mag je overslaan)" in letter
    assert letter.index("Taak 1a") < letter.index("Taak 1b")
    assert reverse("joining:detail", args=[joining.trajectory.pk]) in letter


def test_who_reads_english_hears_it_in_english(joining: Any) -> None:
    profile = UserProfile.get_for_user(joining.author)
    profile.preferred_language = "en"
    profile.save()

    letter = night()[joining.author.email]

    assert letter.startswith("Joining of Tien: 1 task late")
    assert "Taak 1a (was due on 31 October 2026)" in letter
    assert "Taak 1b (due on 31 October 2026; you may skip this)" in letter


def test_a_mail_about_nothing_late_begins_with_what_is_to_do(joining: Any) -> None:
    TaskProgress.objects.create(trajectory=joining.trajectory, task="taak-1a", done_on=date(2026, 10, 1))

    assert night()[joining.author.email].startswith("Aansluiten van Tien: 1 taak te doen")


def test_a_week_has_one_mail_and_a_missed_night_is_made_up_for(joining: Any, clock: time_machine.Traveller) -> None:
    clock.move_to(TUESDAY)
    assert night()
    assert not night()
    clock.move_to("2026-11-29 23:00 +0100")
    assert not night()
    clock.move_to(NEXT_MONDAY)
    assert night()


def test_a_clock_that_was_ahead_keeps_nobody_without_mail_and_sends_none_twice(
    joining: Any, clock: time_machine.Traveller
) -> None:
    clock.move_to("2026-11-30 04:00 +0100")
    assert night()
    clock.move_to(TUESDAY)
    assert night() == {}
    clock.move_to(NEXT_MONDAY)
    assert night() == {}
    clock.move_to("2027-11-30 04:00 +0100")
    assert night()
    clock.move_to("2026-12-07 04:00 +0100")
    assert night()


def test_a_task_goes_to_who_looks_after_it_and_to_the_deputy_while_they_are_away(
    joining: Any, clock: time_machine.Traveller
) -> None:
    Duty.objects.create(trajectory=joining.trajectory, role="opleiders", person=joining.editor)
    letters = night()
    assert "Taak 1a" in letters[joining.editor.email]
    assert "Taak 1a" not in letters[joining.author.email]

    WeeklyMail.objects.create(user=joining.editor, away_until=date(2026, 11, 30), deputy=joining.author)
    clock.move_to(NEXT_MONDAY)
    letters = night()
    assert set(letters) == {joining.author.email}
    assert "Taak 1a" in letters[joining.author.email]

    clock.move_to("2026-12-07 04:00 +0100")
    assert "Taak 1a" in night()[joining.editor.email]


def test_who_wants_no_mail_gets_none_and_a_mail_about_nothing_is_not_written(joining: Any) -> None:
    WeeklyMail.objects.create(user=joining.author, wanted=False)
    assert set(night()) == {joining.editor.email}

    Trajectory.objects.update(mailed_on=None, plan={"phases": []})
    assert not night()


def test_a_trajectory_that_has_yet_to_begin_is_quiet(joining: Any) -> None:
    Trajectory.objects.update(starts_on=date(2026, 12, 1))
    assert not night()
    assert send_weekly() == "0 mails about joining"


def test_two_who_stand_in_for_each_other_do_not_send_a_task_round_and_round() -> None:
    one, two = User(pk=1, email="een@x.example"), User(pk=2, email="twee@x.example")
    away = date(2026, 12, 1)
    choices = {
        1: WeeklyMail(user=one, away_until=away, deputy=two),
        2: WeeklyMail(user=two, away_until=away, deputy=one),
    }

    assert who_acts(one, {1: one, 2: two}, choices, away) == one
    assert who_acts(one, {1: one}, {1: choices[1]}, away) == one
    assert who_acts(one, {1: one, 2: two}, {1: choices[1]}, away) == two


def reader(user: Any) -> Client:
    """Return the browser of somebody who reads Dutch."""
    client = Client(headers={"accept-language": "nl"})
    client.force_login(user)
    return client


def test_the_team_chooses_among_itself_who_looks_after_what(joining: Any) -> None:
    client, address = reader(joining.author), reverse("joining:duties", args=[joining.trajectory.pk])
    assert client.get(address).status_code == 200

    refused = client.post(address, {"opleiders": joining.stranger.pk, "team": joining.translator.pk})
    assert set(refused.context["form"].errors) == {"opleiders", "team"}
    assert not Duty.objects.exists()

    client.post(address, {"opleiders": joining.editor.pk})
    client.post(address, {"opleiders": joining.editor.pk, "team": joining.author.pk})
    assert {duty.role: duty.person for duty in Duty.objects.all()} == {
        "opleiders": joining.editor,
        "team": joining.author,
    }


def test_everyone_says_for_themselves_whether_they_get_it_and_who_stands_in(joining: Any) -> None:
    client, address = reader(joining.author), reverse("wagtailadmin_account")
    page = client.get(address)
    assert "joining-deputy" in page.content.decode()
    assert "joining-deputy" not in reader(joining.stranger).get(address).content.decode()
    assert "joining-deputy" not in reader(joining.translator).get(address).content.decode()

    own = {
        "name_email-first_name": "Sam",
        "name_email-last_name": "Jansen",
        "name_email-email": joining.author.email,
        "theme-theme": "light",
        "theme-density": "default",
        "theme-contrast": "system",
        "locale-preferred_language": "nl",
        "locale-current_time_zone": "Europe/Amsterdam",
    }
    client.post(address, {**own, "joining-deputy": joining.stranger.pk, "joining-away_until": "1-12-2026"})
    client.post(address, {**own, "joining-deputy": joining.editor.pk})
    assert not WeeklyMail.objects.exists()

    client.post(address, {**own, "joining-deputy": joining.editor.pk, "joining-away_until": "1-12-2026"})
    chosen = WeeklyMail.objects.get(user=joining.author)
    assert (chosen.wanted, chosen.deputy, chosen.away_until) == (False, joining.editor, date(2026, 12, 1))
