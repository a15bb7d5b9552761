"""Builds the search index anew, without downtime."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from elasticsearch import ApiError, TransportError

from search.engines.breaker import reason
from search.engines.client import hosts
from search.index.rebuild import RebuildError, rebuild, refresh_store, roll_back
from search.index.reconcile import reconcile


class Command(BaseCommand):
    """`search_rebuild` builds and swaps; `--rollback` goes back to the index before, `--stored` reads no page anew."""

    help = "Build new search indices beside the old ones and put them in use."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the switches."""
        parser.add_argument(
            "--rollback", action="store_true", help="use the previous index again and bring it up to date"
        )

        parser.add_argument(
            "--stored", action="store_true", help="build from the documents in the database, of which all are fresh"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Build, or go back."""
        start = time.monotonic()
        refresh = not options["stored"]
        if not hosts():
            _refresh(refresh)
            self.stdout.write("Documents are stored; no ELASTICSEARCH_URL, so search answers from PostgreSQL.")
            return
        try:
            if options["rollback"]:
                indices = roll_back()
                repaired = reconcile().total
                self.stdout.write(f"In use again: {', '.join(indices.values())}; {repaired} documents repaired.")
                return
            result = rebuild(refresh=refresh)
        except RebuildError as error:
            raise CommandError(str(error)) from error
        except (TransportError, ApiError) as error:
            _refresh(refresh)
            raise CommandError(
                f"Elasticsearch is away ({reason(error)}); documents are stored and search answers from PostgreSQL."
            ) from error
        for identity, problem in result.failed.items():
            self.stderr.write(f"no document of {identity[0]}:{identity[1]}: {problem}")
        total = sum(result.documents.values())
        self.stdout.write(f"{total} documents in {time.monotonic() - start:.1f} s: {result.documents}")


def _refresh(wanted: bool) -> None:
    if wanted:
        refresh_store()
