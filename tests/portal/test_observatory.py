"""With the settings of production every page gets 125 or more from the MDN HTTP Observatory."""

import json
from typing import Any

import pytest
from django.test import Client

from tests.factories import House
from tests.observatory import score
from tests.portal.test_settings import PRINT, WHOLE, in_production

SENT = (
    *("SECURE_HSTS_SECONDS", "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_HSTS_PRELOAD", "SECURE_SSL_REDIRECT"),
    *("SECURE_REFERRER_POLICY", "SECURE_CONTENT_TYPE_NOSNIFF", "SECURE_CROSS_ORIGIN_OPENER_POLICY"),
    *("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "CONTENT_SECURITY_POLICY", "X_FRAME_OPTIONS"),
)
"""What decides over headers."""


@pytest.fixture
def visitor(house: House, settings: Any) -> Client:
    """A browser at a site whose headers are those of production."""
    names = f"{{name: getattr(settings, name) for name in {SENT!r}}}"
    for name, value in json.loads(in_production(PRINT.format(names=names), WHOLE).stdout).items():
        setattr(settings, name, value)
    return Client()


@pytest.mark.parametrize("path", ["/nl/", "/en/", "/nl/zoeken/?q=lab", "/nl/bestaat-niet/", "/robots.txt", "/livez"])
def test_every_page_gets_125_or_more_and_sets_no_cookie(visitor: Client, path: str) -> None:
    answer = visitor.get(path, secure=True)

    assert score(answer.headers) >= 125, dict(answer.headers)
    assert not answer.cookies


def test_without_tls_one_is_led_to_the_same_host_with_it(visitor: Client) -> None:
    answer = visitor.get("/nl/")

    assert answer.status_code == 301
    assert answer.headers["Location"] == "https://testserver/nl/"


def test_an_answer_without_any_of_it_gets_little() -> None:
    assert score({}) == 30
