"""People whom a provider vouches for, and who still have no account here: none of them gets in."""

from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount

from portal.core.models.users import User
from portal.partners.assignment import assign
from portal.partners.rights import Role
from tests.signin.conftest import NOOR, Browser, RunningProvider, invited, known, nobody_came_in

pytestmark = pytest.mark.django_db


def test_somebody_unknown_without_invitation_gets_no_account(
    provider: RunningProvider, editor: User, browser: Browser
) -> None:
    nobody_came_in(browser, browser.through())
    assert not User.objects.filter(email="noor@example.org").exists()


def test_the_address_of_an_account_is_no_way_into_it(provider: RunningProvider, editor: User, browser: Browser) -> None:
    provider.be(person={"sub": "b2", "email": editor.email, "email_verified": True})

    nobody_came_in(browser, browser.through())
    assert not SocialAccount.objects.exists()


def test_another_person_with_the_same_address_is_somebody_else(
    provider: RunningProvider, noor: User, browser: Browser
) -> None:
    provider.be(person={**NOOR, "sub": "b2"})

    nobody_came_in(browser, browser.through())


def test_the_same_sub_of_another_issuer_is_somebody_else(
    provider: RunningProvider, noor: User, browser: Browser
) -> None:
    provider.be("uu", person=NOOR)

    nobody_came_in(browser, browser.through("uu"))


def test_a_provider_that_moved_to_another_issuer_brings_nobody_along(
    provider: RunningProvider, noor: User, browser: Browser, settings: Any
) -> None:
    moved = provider.settings("uu")
    known(settings, [type(moved)("hu", "HU", moved.issuer, moved.client_id, moved.secret)])

    nobody_came_in(browser, browser.through("hu"))


@pytest.mark.parametrize("home", [None, "uu.nl", "hu.nl.evil.example", ["uu.nl"]])
def test_somebody_of_another_home_organisation_is_refused(
    provider: RunningProvider, noor: User, browser: Browser, settings: Any, home: Any
) -> None:
    known(settings, [provider.settings(home_organisations=("hu.nl",))])
    provider.be(person={**NOOR, "schac_home_organization": home})

    nobody_came_in(browser, browser.through())


@pytest.mark.parametrize("acr", [None, "loa1", "loa2 "])
def test_a_weak_way_of_signing_in_is_refused_where_a_strong_one_is_asked(
    provider: RunningProvider, noor: User, browser: Browser, settings: Any, acr: str | None
) -> None:
    known(settings, [provider.settings(acr=("loa2",))])
    provider.be(person={**NOOR, "acr": acr})

    nobody_came_in(browser, browser.through())


def test_a_deactivated_account_does_not_come_in(provider: RunningProvider, noor: User, browser: Browser) -> None:
    User.objects.filter(pk=noor.pk).update(is_active=False)

    nobody_came_in(browser, browser.through())


@pytest.mark.parametrize(
    "person",
    [
        {"sub": "a1"},
        {"sub": "a1", "email": ""},
        {"sub": "a1", "email": "iemand.anders@example.org"},
        {"sub": "a1", "email": "noor@example.org.evil.example"},
        {"sub": "a1", "email": "noor@example.org", "email_verified": False},
        {"sub": "a1", "email": ["noor@example.org"]},
    ],
    ids=["no address", "an empty address", "another address", "a longer address", "a doubtful address", "a list"],
)
def test_an_invitation_is_not_accepted_with(
    provider: RunningProvider, editor: User, browser: Browser, person: dict[str, Any]
) -> None:
    provider.be(person=person)
    browser.client.get(invited(), follow=True)

    nobody_came_in(browser, browser.through())
    assert not User.objects.filter(email__startswith="noor").exists()


def test_an_invitation_of_somebody_else_gives_who_is_known_no_role(noor: User, browser: Browser) -> None:
    browser.client.get(invited("bas@example.org", role=Role.CORE_ADMIN), follow=True)
    browser.through()

    assert [group.name for group in User.objects.get(pk=noor.pk).groups.all()] == ["Kernredactie"]


def test_an_institution_of_somebody_else_cannot_be_linked(
    provider: RunningProvider, noor: User, editor: User, browser: Browser
) -> None:
    User.objects.filter(pk=editor.pk).update(password="!")
    browser.client.force_login(User.objects.get(pk=editor.pk))
    browser.through(process="connect")

    assert SocialAccount.objects.get().user == noor


@pytest.mark.parametrize("process", ["connect", "redirect", "iets"])
def test_a_visitor_cannot_pretend_to_be_linking(
    provider: RunningProvider, noor: User, browser: Browser, process: str
) -> None:
    provider.be(person={"sub": "c3", "email": "noor@example.org"})
    browser.client.get(invited(), follow=True)

    nobody_came_in(browser, browser.through(process=process))
    assert SocialAccount.objects.count() == 1


def test_a_claim_gives_nobody_a_role(provider: RunningProvider, noor: User, browser: Browser) -> None:
    provider.be(person={**NOOR, "groups": ["Kernbeheer"], "roles": "superuser", "eduperson_affiliation": ["admin"]})
    assign(noor, None, Role.CORE_EDITOR)
    browser.through()

    noor.refresh_from_db()
    assert (noor.is_superuser, [group.name for group in noor.groups.all()]) == (False, ["Kernredactie"])
