"""The mail about pages to check: once for each check to who keeps a page right, later once to who does so instead."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client, TestCase
from django.urls import reverse

from portal.core.models.pages import PortalPage
from portal.core.models.users import User
from portal.editorial.freshness.caring import give_to, say_still_right
from portal.editorial.freshness.models import CheckMail
from search.nightly import TASKS
from tests.factories import House, make_editor, make_location, make_standard
from tests.kept import kept

pytestmark = pytest.mark.django_db

DUE, LATER = "2026-11-03 04:00 +0100", "2026-11-17 04:00 +0100"


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """The night on which a page that was checked a year ago comes due."""
    with time_machine.travel(DUE, tick=False) as traveller:
        yield traveller


@kept
def team(house: House, school: Any) -> Any:
    """A page with an owner and a deputy, that is due."""
    owner, deputy = make_editor(school.represents, "authors"), make_editor(school.represents, "authors", "b@x.example")
    page = make_standard(school, title="Over onze school")
    give_to(page, {"keeper": owner, "deputy": deputy}, owner)
    PortalPage.objects.update(checked_on=date(2030, 1, 1))
    PortalPage.objects.filter(pk=page.pk).update(checked_on=date(2025, 11, 3))
    editor = make_editor(school.represents)
    return SimpleNamespace(page=page, owner=owner, deputy=deputy, editor=editor)


def night() -> dict[str, str]:
    """Do the work of a night and return what was written to whom."""
    mail.outbox.clear()
    with TestCase.captureOnCommitCallbacks(execute=True):
        TASKS["checks"]()
    return {letter.to[0]: f"{letter.subject}\n{letter.body}" for letter in mail.outbox}


def test_the_owner_hears_once_and_the_deputy_two_weeks_later_once(team: Any, clock: time_machine.Traveller) -> None:
    letters = night()
    assert set(letters) == {team.owner.email}
    letter = letters[team.owner.email]
    assert letter.startswith("Is dit nog juist? 1 pagina om na te kijken")
    assert "- Over onze school (nakijken vóór 3 november 2026)" in letter
    assert reverse("to_check") in letter

    clock.move_to("2026-11-16 04:00 +0100")
    assert not night()
    clock.move_to(LATER)
    assert set(night()) == {team.deputy.email}
    clock.move_to("2027-06-01 04:00 +0200")
    assert not night()


def test_the_day_before_there_is_no_mail(team: Any, clock: time_machine.Traveller) -> None:
    clock.move_to("2026-11-02 23:00 +0100")
    assert not night()


def test_what_was_checked_in_between_is_told_to_nobody_else_until_the_next_time(
    team: Any, clock: time_machine.Traveller
) -> None:
    assert night()
    clock.move_to("2026-11-10 12:00 +0100")
    say_still_right(team.page, team.owner)
    clock.move_to("2027-11-09 04:00 +0100")
    assert not night()
    clock.move_to("2027-11-10 04:00 +0100")
    assert set(night()) == {team.owner.email}


def test_a_night_that_is_done_twice_writes_once(team: Any) -> None:
    assert night()
    assert not night()
    assert CheckMail.objects.count() == 1


def test_whose_account_is_closed_is_passed_over(team: Any, clock: time_machine.Traveller) -> None:
    User.objects.filter(pk=team.owner.pk).update(is_active=False)
    assert set(night()) == {team.editor.email}

    User.objects.filter(pk=team.deputy.pk).update(is_active=False)
    clock.move_to(LATER)
    assert not night()


def test_who_wants_no_mail_gets_none_and_the_deputy_hears_in_time(team: Any, clock: time_machine.Traveller) -> None:
    client = Client()
    client.force_login(team.owner)
    address = reverse("wagtailadmin_account")
    assert 'name="checks-wants_check_mail"' in client.get(address).content.decode()
    User.objects.filter(pk=team.owner.pk).update(wants_check_mail=False)

    assert not night()
    clock.move_to(LATER)
    assert set(night()) == {team.deputy.email}


def test_pages_of_one_person_stand_in_one_mail_and_those_of_another_partner_in_none(
    house: House, school: Any, team: Any
) -> None:
    other = make_location(house.locations, "nxt-doorn")
    stranger = make_editor(other.represents)
    for number in range(21):
        make_standard(school, f"pagina-{number}")
    make_standard(other, "daar", title="Van daar")
    PortalPage.objects.filter(slug__startswith="pagina-").update(keeper=team.owner, checked_on=date(2020, 1, 1))
    PortalPage.objects.filter(slug="daar").update(checked_on=date(2020, 1, 1))

    letters = night()

    assert set(letters) == {team.owner.email, stranger.email}
    assert "22 pagina's om na te kijken" in letters[team.owner.email]
    assert letters[team.owner.email].count("\n- ") == 20
    assert "Van daar" not in letters[team.owner.email]
    assert "Van daar" in letters[stranger.email]


def test_a_page_of_nobody_with_an_account_is_told_to_nobody_and_breaks_nothing(house: House, school: Any) -> None:
    make_standard(school)
    PortalPage.objects.update(checked_on=date(2020, 1, 1))

    assert not night()
