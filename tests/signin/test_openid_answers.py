"""What a provider answers that it should not: none of it gets anybody in, or keeps anybody waiting."""

import time

import pytest

from portal.accounts import http
from portal.core.models.users import User
from tests.signin.conftest import Browser, RunningProvider, nobody_came_in
from tests.signin.provider.tokens import FAULTS

pytestmark = pytest.mark.django_db

PATIENCE = 1.0
"""Seconds for a provider that is slow, in place of those of `test_http`."""
LONGEST = PATIENCE + 3


@pytest.fixture
def hurried(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give up sooner on a provider that hangs or drips; for every other fault there is time enough."""
    if request.getfixturevalue("fault") in ("hangs", "drips"):
        monkeypatch.setattr(http, "SECONDS", PATIENCE)


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
    provider: RunningProvider, noor: User, browser: Browser, hurried: None, part: str, fault: str
) -> None:
    provider.be(faults={part: fault})
    began = time.monotonic()
    response = browser.through()

    nobody_came_in(browser, response)
    assert time.monotonic() - began < LONGEST


@pytest.mark.parametrize(
    "fault", ["500", "hangs", "drips", "is huge", "leads elsewhere", "is not JSON", "is a list", "is empty"]
)
def test_a_provider_whose_description(
    provider: RunningProvider, editor: User, browser: Browser, hurried: None, fault: str
) -> None:
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
