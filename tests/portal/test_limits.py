"""Who asks very often from one address waits a minute; a reader never does."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from portal.settings import signin
from portal.settings.base import cache as configured_cache

SEARCH = "/nl/zoeken/?q=ritme"


@pytest.fixture(autouse=True)
def few(settings: Any) -> Iterator[time_machine.Traveller]:
    """Three a minute of everything, counted behind one proxy, with the clock in the test's hands."""
    settings.ACCOUNT_RATE_LIMITS = dict.fromkeys(("search", "suggestions", "form"), "3/m/ip")
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    cache.clear()
    with time_machine.travel(datetime(2026, 11, 24, 12, 0), tick=False) as clock:
        yield clock
    cache.clear()


def statuses(client: Client, path: str = SEARCH, times: int = 4, seen: str = "192.0.2.1") -> list[int]:
    return [client.get(path, headers={"x-forwarded-for": seen}).status_code for _time in range(times)]


def test_a_search_too_many_waits_a_minute_and_reading_goes_on(client: Client, school: Any, few: Any) -> None:
    assert statuses(client) == [200, 200, 200, 429]
    assert statuses(client, "/nl/", 9) == [200] * 9
    assert statuses(client, seen="192.0.2.2", times=1) == [200]
    few.shift(61)
    assert statuses(client, times=1) == [200]


@pytest.mark.parametrize(("path", "words"), [(SEARCH, "Een ogenblik"), ("/en/search/?q=week", "One moment")])
def test_it_is_said_in_the_language_of_the_address(client: Client, school: Any, path: str, words: str) -> None:
    statuses(client, path, 3, "127.0.0.1")
    answer = client.get(path)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
    assert answer.headers["Cache-Control"] == "no-store"
    page = answer.content.decode()
    assert words in page
    assert "<nav" in page
    assert f'href="{path}"' in page


def test_a_program_gets_a_line(client: Client, school: Any) -> None:
    found = [client.get("/nl/zoeken/suggesties?q=ri", headers={"accept": "application/json"}) for _time in range(4)]
    assert [answer.status_code for answer in found] == [200, 200, 200, 429]
    assert found[-1].headers["Content-Type"].startswith("text/plain")


def test_what_is_sent_too_often_is_not_taken_and_a_form_may_always_be_read(client: Client, school: Any) -> None:
    sent = [client.post("/nl/zoeken/gevonden", {"gevonden": "ja"}) for _time in range(4)]
    assert [answer.status_code for answer in sent] == [302, 302, 302, 429]
    assert "Ga terug" in sent[-1].content.decode()
    assert {client.get("/nl/meelezen/bestaat-niet/").status_code for _time in range(5)} == {404}


@pytest.mark.parametrize("invented", ["", "10.0.0.{n}", "geen adres", "::{n}, 10.0.0.{n}", "\x00{n}", "{n}" * 2000])
def test_an_invented_address_before_that_of_our_proxy_helps_nobody(client: Client, school: Any, invented: str) -> None:
    seen = [f"{invented.format(n=number)}, 192.0.2.9".lstrip(", ") for number in range(4)]
    assert [statuses(client, times=1, seen=each)[0] for each in seen] == [200, 200, 200, 429]


@pytest.mark.parametrize("told", ["onbekend", "192.0.2.1"])
def test_a_proxy_that_tells_less_than_it_should_is_counted_itself(
    client: Client, school: Any, settings: Any, told: str
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1 if told == "onbekend" else 2
    assert statuses(client, seen=told) == [200, 200, 200, 429]


def test_the_limits_stop_a_program_and_no_class() -> None:
    limits = signin.ACCOUNT_RATE_LIMITS
    assert 30 < int(limits["search"].partition("/")[0]) < 80
    assert all(limits[action].endswith("/m/ip") for action in ("search", "suggestions", "form"))


def test_what_was_counted_while_the_clock_was_ahead_keeps_nobody_out_afterwards(
    client: Client, school: Any, settings: Any, few: Any
) -> None:
    own, settings.CACHES = settings.CACHES, configured_cache("", shared=True)
    few.shift(24 * 60 * 60)
    assert statuses(client) == [200, 200, 200, 429]
    few.shift(-24 * 60 * 60)
    assert statuses(client) == [200, 200, 200, 429]
    settings.CACHES = own
