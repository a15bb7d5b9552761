"""Empties the outbox once, or keeps doing so."""

import logging
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

from portal.core.away import is_away
from search import nightly
from search.meaning.contract import EncoderAwayError
from search.meaning.encoding import encode_waiting
from search.worker import Report, sync_once

log = logging.getLogger(__name__)
POLL_SECONDS = 0.3
AWAY_SECONDS = 5.0
"""Pause after a turn in which a part was away."""
NIGHTLY_SECONDS = 60.0
"""Pause between two looks whether the tasks of the night are due; also before a task is tried again."""


class Command(BaseCommand):
    """`search_sync` handles what waits now; `--loop` runs until it is stopped, encodes, and does the night's tasks."""

    help = "Bring changed content to both search engines."
    next_look = 0.0
    pause = POLL_SECONDS
    may_encode = True
    goes_on = False

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the switch."""
        parser.add_argument(
            "--loop",
            action="store_true",
            help="keep running: look for changes every 0.3 seconds, and do the tasks of the night",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Work until nothing waits, or for ever."""
        self.goes_on = options["loop"]
        if not self.goes_on:
            self.drain()
        while self.goes_on:
            self.turn()
            time.sleep(self.pause)

    def turn(self) -> None:
        """Do one turn of the loop; a database that is away, or a disk that takes no more, is waited for.

        All that was read and encoded for what could not be kept would be so again at once, as long as it lasts.
        """
        self.pause = POLL_SECONDS
        try:
            self.drain()
            self.encode()
            self.nightly()
        except Exception as error:
            if not is_away(error):
                raise
            log.warning("a part is away: %s", error)
            close_old_connections()
            self.pause, self.next_look = AWAY_SECONDS, time.monotonic() + NIGHTLY_SECONDS

    def drain(self) -> None:
        """Handle batches until none is left."""
        while report := sync_once():
            self.tell(line_about(report))
            self.may_encode = True

    def encode(self) -> None:
        """Encode documents one by one, each time after what changed meanwhile; looks after a change and every minute.

        An encoder that is away is asked again at the next look.
        """
        if not self.may_encode and time.monotonic() < self.next_look:
            return
        self.may_encode = False
        try:
            for _document in encode_waiting():
                self.drain()
        except EncoderAwayError as error:
            log.warning("pages are not compared by meaning: %s", error)

    def nightly(self) -> None:
        """Do the tasks of the night when they are due; asked once a minute."""
        if time.monotonic() < self.next_look:
            return
        for name, result in nightly.run_due().items():
            self.tell(f"nightly {name}: {result}")
        self.next_look = time.monotonic() + NIGHTLY_SECONDS

    def tell(self, line: str) -> None:
        """Say what was done to who asked for it once; what goes on by itself says it to the log."""
        if self.goes_on:
            log.info(line)
        else:
            self.stdout.write(line)


def line_about(report: Report) -> str:
    """Return what one batch did."""
    line = f"{report.objects} changed: {report.stored} written, {report.removed} removed, {report.failed} failed"
    return f"{line}; Elasticsearch is away: {report.away}" if report.away else line
