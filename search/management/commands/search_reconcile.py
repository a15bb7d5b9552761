"""Compares content, stored documents and index, and repairs the differences."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from elasticsearch import ApiError, TransportError

from search.engines.breaker import reason
from search.index.reconcile import reconcile


class Command(BaseCommand):
    """For every night, and after anything that changed content without signals."""

    help = "Find and repair missing, stale and ghost documents."

    def handle(self, *args: Any, **options: Any) -> None:
        """Repair, and say what was wrong."""
        try:
            found = reconcile()
        except (TransportError, ApiError) as error:
            raise CommandError(f"Elasticsearch is away: {reason(error)}") from error
        line = f"{len(found.missing)} missing, {len(found.stale)} stale, {len(found.ghosts)} ghosts"
        self.stdout.write(f"{line}; {found.total} repaired")
