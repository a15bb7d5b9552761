"""Answers that come twice, from elsewhere, too late or for somebody else: none of them gets in."""

import time

import pytest
import requests
import time_machine

from portal.core.models.users import User
from tests.signin.conftest import DOOR, Browser, RunningProvider, asked_of, nobody_came_in

pytestmark = pytest.mark.django_db


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
