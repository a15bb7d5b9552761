"""Empties the outbox once, or keeps doing so."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import OperationalError, close_old_connections

from search.worker import Report, sync_once

POLL_SECONDS = 0.3


class Command(BaseCommand):
    """`search_sync` handles what waits now; `search_sync --loop` runs until it is stopped."""

    help = "Bring changed content to both search engines."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the switch."""
        parser.add_argument("--loop", action="store_true", help="keep running, and look for changes every 0.3 seconds")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work until nothing waits, or for ever."""
        while True:
            if not self.drain(patient=options["loop"]) and not options["loop"]:
                return
            if not options["loop"]:
                return
            time.sleep(POLL_SECONDS)

    def drain(self, patient: bool) -> int:
        """Handle batches until none is left; returns how many objects were handled."""
        handled = 0
        while True:
            try:
                report = sync_once()
            except OperationalError as error:
                if not patient:
                    raise
                self.stderr.write(f"the database is away: {error}")
                close_old_connections()
                return handled
            if report is None:
                return handled
            handled += report.objects
            self.tell(report)

    def tell(self, report: Report) -> None:
        """Print one line about a batch."""
        line = f"{report.objects} changed: {report.stored} written, {report.removed} removed, {report.failed} failed"
        self.stdout.write(f"{line}; Elasticsearch is away: {report.away}" if report.away else line)
