"""How the portal writes its logs: one line per event, one clock (UTC), and no secret that opens something.

Used by Django's logging and by gunicorn's, so that both look the same (deploy/gunicorn.py).
"""

import logging
import re
from datetime import UTC, datetime

SECRETS = re.compile(r"(/(?:meelezen|invitation)/)[^/\s\"'?#&]+")
"""Addresses whose next part lets somebody in: the link of a guest and that of an invitation."""

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def without_secrets(text: str) -> str:
    """Return a text in which the secret part of an address is a star."""
    return SECRETS.sub(r"\1*", text)


class LineFormatter(logging.Formatter):
    """Writes `2026-11-28T12:34:56.789Z LEVEL name message`; only what went wrong in the code has more lines."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name} {message}", style="{")

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802 - logging's name
        """Return the moment in UTC, whatever zone the process is in."""
        return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

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
