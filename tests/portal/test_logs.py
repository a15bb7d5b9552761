"""The logs: one line, one clock, and nothing in them that lets somebody in."""

import json
import logging
import subprocess
import sys
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from portal.core.logs import JsonFormatter, LineFormatter
from portal.core.mail.models import OutgoingMail
from portal.core.mail.tasks import deliver
from tests.serving import ROOT, production

TOKEN = "aB3-geheim_geheim"


def line(message: str, **fields: Any) -> str:
    record = logging.makeLogRecord({"name": "gunicorn.access", "msg": message, "created": 1_780_000_000.5, **fields})
    return LineFormatter().format(record)


def event(**fields: Any) -> dict[str, Any]:
    """What production writes of an event: one line."""
    (written,) = JsonFormatter().format(logging.makeLogRecord(fields)).splitlines()
    found: dict[str, Any] = json.loads(written)
    return found


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
        for message in (f"GET {address} 200", f'"GET {address}?x=1"', f"Internal Server Error: {address}\n."):
            assert TOKEN not in line(message)
            assert TOKEN not in event(msg=message)["message"]


def test_an_event_is_one_line_with_a_moment_in_utc() -> None:
    written = line("GET /nl/\n2026 INFO portal all is well\r\u2028 200")

    assert written.startswith("2026-05-28T20:26:40.500Z ")
    assert len(written.splitlines()) == 1


def test_what_went_wrong_is_in_the_same_event_without_secrets() -> None:
    try:
        raise ValueError(f"/nl/meelezen/{TOKEN}/")
    except ValueError:
        found = event(msg='de "regel"\n%s', args=("twee",), exc_info=sys.exc_info())

    assert found["message"] == 'de "regel"\ntwee'
    assert "ValueError: /nl/meelezen/*/" in found["error"]


@pytest.mark.parametrize("sent", ["kort", "x" * 65, "naam-met-spatie en meer", "é" * 20, 'aanhaling"0123456789'])
def test_what_is_no_name_is_not_taken_over(client: Client, settings: Any, sent: str) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert client.get("/livez", headers={"x-request-id": sent}).headers["X-Request-ID"] != sent


def test_a_visitor_without_a_proxy_of_ours_between_names_nothing(client: Client, settings: Any) -> None:
    name = "een-naam-van-een-bezoeker"
    assert client.get("/livez", headers={"x-request-id": name}).headers["X-Request-ID"] != name
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert client.get("/livez", headers={"x-request-id": name}).headers["X-Request-ID"] == name


def test_a_command_names_its_lines_after_this_run_of_it() -> None:
    code = "import logging; logging.getLogger('portal').error('kijk')"
    done = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "--command", code],
        cwd=ROOT,
        env=production("nothing"),
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stderr)["job"].startswith("shell-")


@pytest.mark.django_db
def test_a_mail_that_fails_is_named_in_its_line(settings: Any, caplog: pytest.LogCaptureFixture) -> None:
    settings.MAIL_DELIVERY_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    caplog.handler.setFormatter(JsonFormatter())
    waiting = OutgoingMail.objects.create(recipients=["a@example.org"], sender="b@example.org", message=b"")
    deliver.call(waiting.pk)

    assert json.loads(caplog.text)["job"] == f"mail-{waiting.pk}"


def test_a_wrong_host_is_one_line(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        assert client.get("/nl/", headers={"host": "kwaad.example"}).status_code == 400

    (record,) = [record for record in caplog.records if record.name.startswith("django.security")]
    assert len(LineFormatter().format(record).splitlines()) == 1
