"""Signing in through a real provider process: the good road."""

from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount

from portal.accounts.models import AuditLogEntry
from portal.core.models.users import User
from portal.partners.rights import Role
from portal.partners.roles import roles_of
from tests.signin.conftest import NOOR, Browser, RunningProvider, asked_of, invited, known

pytestmark = pytest.mark.django_db


def test_an_invited_person_gets_an_account_with_the_role_of_the_invitation(
    provider: RunningProvider, editor: User, browser: Browser
) -> None:
    browser.client.get(invited(), follow=True)
    response = browser.through()

    user = User.objects.get(email="noor@example.org")
    assert (response.status_code, browser.user_id) == (302, str(user.pk))
    assert [group.name for group in user.groups.all()] == ["Kernredactie"]
    assert not user.has_usable_password()


def test_somebody_known_comes_in_again(noor: User, browser: Browser) -> None:
    assert browser.through(next="/admin/pages/").headers["Location"] == "/admin/pages/"
    assert browser.user_id == str(noor.pk)


def test_somebody_known_takes_on_a_second_role_by_invitation(noor: User, browser: Browser) -> None:
    browser.client.get(invited(role=Role.CORE_ADMIN), follow=True)
    browser.through()

    assert browser.user_id == str(noor.pk)
    assert roles_of(User.objects.get(pk=noor.pk)) == [(None, Role.CORE_ADMIN)]


def test_who_got_another_address_at_the_institution_is_still_the_same_person(
    provider: RunningProvider, noor: User, browser: Browser
) -> None:
    provider.be(person={**NOOR, "email": "noor.devries@example.org"})
    browser.through()

    assert browser.user_id == str(noor.pk)
    noor.refresh_from_db()
    assert noor.email == "noor@example.org"


def test_who_has_no_address_at_the_institution_is_still_the_same_person(
    provider: RunningProvider, noor: User, browser: Browser
) -> None:
    provider.be(person={"sub": "a1"})
    browser.through()

    assert browser.user_id == str(noor.pk)


def test_new_keys_of_the_provider_are_no_problem(provider: RunningProvider, noor: User, browser: Browser) -> None:
    provider.be(rotate=True)
    browser.through()

    assert browser.user_id == str(noor.pk)


def test_an_allowed_home_organisation_comes_in(
    provider: RunningProvider, noor: User, browser: Browser, settings: Any
) -> None:
    known(settings, [provider.settings(home_organisations=("hu.nl",))])
    provider.be(person={**NOOR, "schac_home_organization": "hu.nl"})
    browser.through()

    assert browser.user_id == str(noor.pk)


def test_a_strong_way_of_signing_in_is_asked_for_and_accepted(
    provider: RunningProvider, noor: User, browser: Browser, settings: Any
) -> None:
    known(settings, [provider.settings(acr=("loa2",))])
    provider.be(person={**NOOR, "acr": "loa2"})

    address = browser.begin()
    assert asked_of(address)["acr_values"] == "loa2"
    browser.client.get(browser.at_provider(address))
    assert browser.user_id == str(noor.pk)


def test_who_is_signed_in_links_an_institution_and_comes_in_by_it(
    provider: RunningProvider, editor: User, browser: Browser, other_browser: Browser
) -> None:
    browser.client.force_login(editor)
    User.objects.filter(pk=editor.pk).update(password="!")
    browser.client.force_login(User.objects.get(pk=editor.pk))
    browser.through(process="connect")
    other_browser.through()

    assert other_browser.user_id == str(editor.pk)


def test_the_portal_asks_with_pkce_state_and_nonce_and_for_little(provider: RunningProvider, browser: Browser) -> None:
    asked = asked_of(browser.begin())

    assert asked["code_challenge_method"] == "S256"
    assert len(asked["code_challenge"]) == 43
    assert len(asked["state"]) >= 16
    assert len(asked["nonce"]) >= 16
    assert set(asked["scope"].split()) == {"openid", "email", "profile"}


def test_nothing_is_kept_of_what_the_provider_says_but_a_hash(noor: User) -> None:
    account = SocialAccount.objects.get(user=noor)

    assert account.extra_data == {}
    assert len(account.uid) == 64
    assert account.uid != "a1"
    assert AuditLogEntry.objects.filter(subject_hash=account.uid, kind="login").exists()
    assert not any("noor" in str(value) for event in AuditLogEntry.objects.values() for value in event.values())
