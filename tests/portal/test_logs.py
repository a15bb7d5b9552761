"""The logs: one line, one clock, and nothing in them that lets somebody in."""

import logging
import runpy
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from portal.core.logs import LineFormatter

TOKEN = "aB3-geheim_geheim"


def line(message: str, **fields: Any) -> str:
    record = logging.makeLogRecord({"name": "gunicorn.access", "msg": message, "created": 1_780_000_000.5, **fields})
    return LineFormatter().format(record)


def addresses_with_a_secret(patterns: Any, before: str = "/") -> Any:
    """Yield every address of the portal in which a token stands."""
    for pattern in patterns:
        route = f"{before}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from addresses_with_a_secret(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern) and "<str:token>" in route:
            yield route.replace("<str:token>", TOKEN)


def test_every_address_that_lets_somebody_in_loses_its_secret() -> None:
    found = list(addresses_with_a_secret(get_resolver().url_patterns))
    assert len(found) >= 3
    for address in found:
        for message in (f"GET {address} 200", f'"GET {address}?x=1"', f"Internal Server Error: {address}"):
            assert TOKEN not in line(message)


def test_an_event_is_one_line_with_a_moment_in_utc() -> None:
    written = line("GET /nl/\n2026 INFO portal all is well\r\u2028 200")

    assert written.startswith("2026-05-28T20:26:40.500Z ")
    assert len(written.splitlines()) == 1


def test_gunicorn_writes_like_django_and_neither_question_nor_page_before() -> None:
    settings = runpy.run_path("deploy/gunicorn.py")

    assert settings["logconfig_dict"]["formatters"]["line"]["()"] == "portal.core.logs.LineFormatter"
    assert not {"%(r)s", "%(q)s", "%(f)s", "%(t)s"} & set(settings["access_log_format"].replace('"', "").split())


def test_a_wrong_host_is_one_line(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        assert client.get("/nl/", headers={"host": "kwaad.example"}).status_code == 400

    (record,) = [record for record in caplog.records if record.name.startswith("django.security")]
    assert len(LineFormatter().format(record).splitlines()) == 1
