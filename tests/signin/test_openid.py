"""Signing in through a real provider process: the good road, and everything that must not get in."""

import time
from typing import Any

import pytest
import requests
import time_machine
from allauth.socialaccount.models import SocialAccount

from portal.models import SignInEvent, User
from portal.partners.rights import Role
from portal.partners.roles import assign
from tests.signin.conftest import DOOR, Browser, RunningProvider, asked_of, invited, known
from tests.signin.provider.tokens import FAULTS

pytestmark = pytest.mark.django_db

NOOR = {"sub": "a1", "email": "noor@example.org"}
LONGEST = 7


@pytest.fixture
def noor(provider: RunningProvider, editor: User) -> User:
    """Somebody who accepted her invitation through the provider, and signed out."""
    browser = Browser()
    browser.client.get(invited(), follow=True)
    browser.through()
    return User.objects.get(email="noor@example.org")


def nobody_came_in(browser: Browser, response: Any) -> None:
    """Check that a visitor is still a visitor, got a page, and that the refusal is on record."""
    assert browser.user_id is None
    assert response.status_code in (302, 401)
    assert SignInEvent.objects.filter(kind="refused").exists()
    assert "_auth_user_id" not in browser.client.session


# --- the good road -----------------------------------------------------------------------------------------------


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
    assert SignInEvent.objects.filter(subject_hash=account.uid, kind="login").exists()
    assert not any("noor" in str(value) for event in SignInEvent.objects.values() for value in event.values())


# --- tokens that are wrong ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", FAULTS)
def test_an_id_token_gets_nobody_in_that_is(
    provider: RunningProvider, noor: User, browser: Browser, fault: str
) -> None:
    provider.be(faults={"token": fault})

    nobody_came_in(browser, browser.through())


@pytest.mark.parametrize("part", ["token", "userinfo", "jwks"])
@pytest.mark.parametrize(
    "fault", ["500", "hangs", "drips", "is huge", "leads elsewhere", "is not JSON", "is a list", "is empty"]
)
def test_a_provider_gets_nobody_in_and_keeps_nobody_waiting_of_which(
    provider: RunningProvider, noor: User, browser: Browser, part: str, fault: str
) -> None:
    provider.be(faults={part: fault})
    began = time.monotonic()
    response = browser.through()

    nobody_came_in(browser, response)
    assert time.monotonic() - began < LONGEST


@pytest.mark.parametrize(
    "fault", ["500", "hangs", "drips", "is huge", "leads elsewhere", "is not JSON", "is a list", "is empty"]
)
def test_a_provider_whose_description(provider: RunningProvider, editor: User, browser: Browser, fault: str) -> None:
    provider.be(faults={"discovery": fault})
    began = time.monotonic()
    response = browser.client.post("/account/oidc/hu/login/")

    nobody_came_in(browser, response)
    assert time.monotonic() - began < LONGEST


@pytest.mark.parametrize(
    "extra",
    [
        {"issuer": "https://login.example"},
        {"token_endpoint": "http://login.example/token"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"jwks_uri": ""},
    ],
    ids=lambda extra: next(iter(extra)),
)
def test_a_description_of_another_or_unsafe_place_is_refused(
    provider: RunningProvider, editor: User, browser: Browser, extra: dict[str, str]
) -> None:
    provider.be(extra=extra)

    nobody_came_in(browser, browser.client.post("/account/oidc/hu/login/"))


def test_userinfo_about_somebody_else_is_refused(provider: RunningProvider, noor: User, browser: Browser) -> None:
    provider.be(faults={"userinfo": "somebody else"})

    nobody_came_in(browser, browser.through())


# --- roads that are wrong ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", ["", "verzonnen-staat-1", "' OR 1=1 --"])
def test_an_answer_with_another_state_is_refused(
    provider: RunningProvider, noor: User, browser: Browser, state: str
) -> None:
    code = asked_of(browser.at_provider(browser.begin()))["code"]

    nobody_came_in(browser, browser.client.get("/account/oidc/hu/login/callback/", {"code": code, "state": state}))


def test_an_answer_without_code_or_state_is_refused(provider: RunningProvider, noor: User, browser: Browser) -> None:
    browser.begin()

    nobody_came_in(browser, browser.client.get("/account/oidc/hu/login/callback/"))


def test_an_answer_works_once(provider: RunningProvider, noor: User, browser: Browser) -> None:
    back = browser.at_provider(browser.begin())
    browser.client.get(back)
    browser.client.post("/nl/account/logout/")

    nobody_came_in(browser, browser.client.get(back))


def test_a_code_works_once_also_with_a_fresh_state(provider: RunningProvider, noor: User, browser: Browser) -> None:
    used = asked_of(browser.at_provider(browser.begin()))["code"]
    first = browser.client.session["socialaccount_states"]
    browser.client.get("/account/oidc/hu/login/callback/", {"code": used, "state": next(iter(first))})
    browser.client.post("/nl/account/logout/")
    state = asked_of(browser.begin())["state"]

    nobody_came_in(browser, browser.client.get("/account/oidc/hu/login/callback/", {"code": used, "state": state}))


def test_an_answer_for_another_browser_is_refused(
    provider: RunningProvider, noor: User, browser: Browser, other_browser: Browser
) -> None:
    back = browser.at_provider(browser.begin())

    nobody_came_in(other_browser, other_browser.client.get(back))


def test_a_code_of_somebody_elses_sign_in_is_refused_by_pkce(
    provider: RunningProvider, noor: User, browser: Browser, other_browser: Browser
) -> None:
    theirs = asked_of(browser.at_provider(browser.begin()))["code"]
    mine = asked_of(other_browser.begin())["state"]

    nobody_came_in(
        other_browser, other_browser.client.get("/account/oidc/hu/login/callback/", {"code": theirs, "state": mine})
    )


def test_the_provider_refuses_a_request_without_pkce(provider: RunningProvider, browser: Browser) -> None:
    address = browser.begin().replace("code_challenge=", "weg=")

    assert requests.get(address, allow_redirects=False, timeout=5).status_code == 400


def test_an_answer_of_one_issuer_at_the_address_of_another_is_refused(
    provider: RunningProvider, noor: User, browser: Browser
) -> None:
    back = browser.at_provider(browser.begin("uu"))

    nobody_came_in(browser, browser.client.get(back.replace("/oidc/uu/", "/oidc/hu/")))


def test_an_answer_that_names_another_issuer_is_refused(
    provider: RunningProvider, noor: User, browser: Browser
) -> None:
    back = browser.at_provider(browser.begin())

    nobody_came_in(browser, browser.client.get(f"{back}&iss={provider.address}/uu"))


def test_an_issuer_that_promises_its_name_must_give_it(provider: RunningProvider, noor: User, browser: Browser) -> None:
    provider.be(extra={"authorization_response_iss_parameter_supported": True})

    nobody_came_in(browser, browser.through())


def test_a_sign_in_that_took_too_long_is_refused(provider: RunningProvider, noor: User, browser: Browser) -> None:
    back = browser.at_provider(browser.begin())
    with time_machine.travel(time.time() + 700, tick=True):
        nobody_came_in(browser, browser.client.get(back))


def test_an_error_of_the_provider_is_no_way_in(provider: RunningProvider, noor: User, browser: Browser) -> None:
    state = asked_of(browser.begin())["state"]

    nobody_came_in(
        browser, browser.client.get("/account/oidc/hu/login/callback/", {"error": "server_error", "state": state})
    )


@pytest.mark.parametrize(
    "wish",
    [
        "auth_params=nonce%3Dvan-mij",
        "auth_params=redirect_uri%3Dhttps%3A%2F%2Fevil.example",
        "auth_params=code_challenge_method%3Dplain",
        "scope=admin",
    ],
)
def test_an_address_cannot_change_what_the_portal_asks(provider: RunningProvider, browser: Browser, wish: str) -> None:
    asked = asked_of(browser.client.post(f"/account/oidc/hu/login/?{wish}").headers["Location"])

    assert asked["nonce"] != "van-mij"
    assert asked["redirect_uri"] == "http://testserver/account/oidc/hu/login/callback/"
    assert (asked["code_challenge_method"], "admin" in asked["scope"]) == ("S256", False)


def test_a_link_on_another_site_does_not_start_a_sign_in(provider: RunningProvider, browser: Browser) -> None:
    assert browser.client.get("/account/oidc/hu/login/?process=login").status_code == 200


@pytest.mark.parametrize(
    "target", ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_nobody_is_led_to_another_site_afterwards(noor: User, browser: Browser, target: str) -> None:
    assert browser.through(next=target).headers["Location"] == "/admin/"


def test_an_unknown_provider_leads_to_the_door(browser: Browser, provider: RunningProvider) -> None:
    assert browser.client.post("/account/oidc/nergens/login/", follow=True).redirect_chain[-1][0] == DOOR
    assert browser.client.get("/account/oidc/openid_connect/login/callback/?code=a&state=b").status_code == 302
    assert browser.user_id is None


# --- people who are not who they should be -----------------------------------------------------------------------


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
