"""A part that is away is said as it is, in the language of the address."""

import errno
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.db import connections
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse
from redis.exceptions import ConnectionError as RedisIsAwayError

from portal import away, navigation
from portal.embedded.host import free_port

SIGNED_IN = {settings.SESSION_COOKIE_NAME: "a" * 32}


@pytest.fixture
def without_database(django_db_blocker: Any) -> Iterator[None]:
    """Nobody listens where the database should be."""
    connection = connections["default"]
    connection.close()
    before = dict(connection.settings_dict)
    connection.settings_dict.update(HOST="127.0.0.1", PORT=str(free_port()))
    with django_db_blocker.unblock():
        yield
    connection.close()
    connection.settings_dict.update(HOST=before["HOST"], PORT=before["PORT"])


def addresses() -> list[str]:
    """Every address that takes no argument, and pages, files and odd ones in both languages."""
    found = {
        "/",
        "/nl/",
        "/en/",
        "/en/labs/coaching/",
        "/nl/a.ics",
        "/media/original_images/a.png",
        "/documents/1/a.pdf",
    }
    for name in get_resolver().reverse_dict:
        if isinstance(name, str):
            try:
                found.add(reverse(name))
            except NoReverseMatch:
                continue
    return sorted(found)


def test_every_address_says_honestly_that_the_database_is_away(without_database: None) -> None:
    client = Client(raise_request_exception=False)
    client.cookies.load(SIGNED_IN)
    answers = {address: client.get(address) for address in addresses()}
    assert {"/robots.txt", "/sitemap.xml", "/nl/zoeken/"} <= set(answers)
    assert not {
        address for address, answer in answers.items() if answer.status_code >= 500 and answer.status_code != 503
    }
    for address in ("/robots.txt", "/sitemap.xml", "/nl/", "/en/", "/admin/", "/en/labs/coaching/"):
        assert answers[address].status_code == 503, address
    for address, answer in answers.items():
        if answer.status_code == 503:
            assert int(answer.headers["Retry-After"]) > 0, address


@pytest.mark.parametrize(
    ("address", "language", "words"),
    [
        ("/nl/labs/", "nl", "We zijn zo terug"),
        ("/en/labs/", "en", "We will be right back"),
        ("/admin/", "nl", "zo terug"),
    ],
)
def test_the_answer_is_in_the_language_of_the_address_with_the_menu_shown_last(
    without_database: None, monkeypatch: pytest.MonkeyPatch, address: str, language: str, words: str
) -> None:
    monkeypatch.setitem(navigation._LAST_MENU, language, [navigation.Link("Locaties", f"/{language}/locaties/")])
    client = Client(raise_request_exception=False, headers={"accept-language": "en" if language == "nl" else "nl"})
    client.cookies.load(SIGNED_IN)
    answer = client.get(address)
    page = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 503
    assert page.html["lang"] == language
    assert words in page.h1.text
    links = {link["href"] for link in page.select("nav a, a.logo")}
    assert {f"/{language}/", f"/{language}/locaties/"} < links
    assert answer.headers["Content-Security-Policy"]


def test_a_file_and_a_script_get_a_line_of_text(without_database: None) -> None:
    answer = Client(raise_request_exception=False).get("/robots.txt")
    assert answer.headers["Content-Type"].startswith("text/plain")


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (RedisIsAwayError("refused"), True),
        (OSError(errno.ENOSPC, "full"), True),
        (FileNotFoundError("gone"), False),
        (ValueError("ours"), False),
    ],
)
def test_only_what_passes_by_itself_counts_as_away(error: Exception, status: bool) -> None:
    assert away.is_away(error) is status
