"""Looking for canaries beside the answers: in the mails that a request sent and in what it logged."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.core import mail

from tests.permissions.canaries import PATTERN, seen


class Listener(logging.Handler):
    """Notes the canaries in log lines. Nobody's content belongs there, so all of them count."""

    def __init__(self, found: set[str]) -> None:
        super().__init__(level=logging.DEBUG)
        self.found = found
        self.setFormatter(logging.Formatter("%(name)s %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        """Look at one line, the traceback below it included."""
        self.found |= {match.group() for match in PATTERN.finditer(self.format(record))}


@contextmanager
def listening(found: set[str]) -> Iterator[None]:
    """Add the canaries of all lines that the site logs to a set meanwhile, at the level it keeps."""
    root, listener = logging.getLogger(), Listener(found)
    root.addHandler(listener)
    try:
        yield
    finally:
        root.removeHandler(listener)


def foreign_words_in_mails(readers: dict[str, str]) -> set[str]:
    """Return the canaries in the mails sent so far that a receiver may not meet; `readers` maps addresses to owners.

    A receiver's own name and address are no news to that receiver.
    """
    found: set[str] = set()
    for message in mail.outbox:
        bodies = [str(content) for content, _kind in getattr(message, "alternatives", [])]
        for receiver in message.recipients():
            text = "\n".join([str(message.subject), str(message.body), *bodies]).replace(receiver, "")
            found |= seen(text, readers.get(receiver, ""))
    return found
