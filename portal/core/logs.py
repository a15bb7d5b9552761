"""How the portal writes its logs: one line per event, one clock (UTC), and no secret that opens something.

In production a line is JSON, for programs; while developing it is made to be read. Used by Django's logging, by the
commands and by gunicorn, so that all look the same (deploy/gunicorn.py).
"""

import json
import logging
import re
from collections.abc import Mapping
from datetime import UTC, datetime

from portal.core.request_id import about

SECRETS = re.compile(r"(/(?:meelezen|invitation)/)[^/\s\"'?#&]+")
"""Addresses whose next part lets somebody in: the link of a guest and that of an invitation."""

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def without_secrets(text: str) -> str:
    """Return a text in which the secret part of an address is a star."""
    return SECRETS.sub(r"\1*", text)


def moment(record: logging.LogRecord) -> str:
    """Return when it was, in UTC whatever zone the process is in: `2026-11-28T12:34:56.789Z`."""
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


ACCESS = {
    "request": "{x-request-id}o",
    "address": "{x-forwarded-for}i",
    "method": "m",
    "path": "U",
    "status": "s",
    "bytes": "B",
    "milliseconds": "M",
    "agent": "a",
}
"""Who asked what, and how it went, by gunicorn's names for it. Neither the question nor the page before, which may hold
a secret."""


class JsonFormatter(logging.Formatter):
    """Writes an event as one line of JSON: `time`, `level`, `logger`, `message`, and whose work it was about."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, without secrets."""
        event: dict[str, object] = {"time": moment(record), "level": record.levelname, "logger": record.name, **about()}
        if isinstance(record.args, Mapping) and record.name == "gunicorn.access":
            event |= {field: record.args[name] for field, name in ACCESS.items()}
        else:
            event["message"] = record.getMessage()
        if record.exc_info:
            event["error"] = self.formatException(record.exc_info)
        told = {name: without_secrets(value) if isinstance(value, str) else value for name, value in event.items()}
        return json.dumps(told, default=str)


class LineFormatter(logging.Formatter):
    """Writes `2026-11-28T12:34:56.789Z LEVEL name message`; only what went wrong in the code has more lines."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name} {message}", style="{")

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802 - logging's name
        """Return the moment in UTC."""
        return moment(record)

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's name
        """Keep a message on its line: what a visitor sends can't look like another event."""
        return CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", super().formatMessage(record))

    def format(self, record: logging.LogRecord) -> str:
        """Return the event without secrets."""
        return without_secrets(super().format(record))


def without_traceback(record: logging.LogRecord) -> bool:
    """Filter for requests that are refused on purpose, such as one for another host: the line says all there is."""
    if record.name.startswith("django.security."):
        record.exc_info = record.exc_text = None
    return True
