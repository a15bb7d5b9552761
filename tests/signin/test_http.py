"""The client that asks providers: it neither waits, nor reads on, nor wanders off."""

import time

import pytest
import requests

from portal.accounts.http import LimitedSession
from tests.signin.conftest import RunningProvider


def ask(provider: RunningProvider) -> requests.Response:
    """Ask for the keys of the provider."""
    with LimitedSession() as session:
        return session.get(f"{provider.address}/hu/jwks")


def test_an_answer_comes_through_whole(provider: RunningProvider) -> None:
    assert len(ask(provider).json()["keys"]) == 1


@pytest.mark.parametrize(
    ("fault", "word"),
    [
        ("is huge", "too large"),
        ("leads elsewhere", "leads elsewhere"),
        ("hangs", "timed out"),
        ("drips", "too long"),
    ],
)
def test_it_gives_up_on_an_answer_that(provider: RunningProvider, fault: str, word: str) -> None:
    provider.be(faults={"jwks": fault})
    began = time.monotonic()

    with pytest.raises(requests.RequestException, match=word):
        ask(provider)
    assert time.monotonic() - began < 6


def test_it_asks_no_proxy_of_the_environment(provider: RunningProvider, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1/")

    assert ask(provider).status_code == 200
