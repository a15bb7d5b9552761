"""Lists the phrases that do not find their page."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from search.lost_phrases import look
from search.models import StoredDocument


class Command(BaseCommand):
    """Look now, as the worker does every night, and print what is lost."""

    help = "Search how people search for each page, and list the phrases that do not find it among the first ten."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the limit."""
        parser.add_argument("--minutes", type=int, default=60, help="stop after this time; the rest is next")

    def handle(self, *args: Any, **options: Any) -> None:
        """Look, and print a line a phrase."""
        seen = look(timedelta(minutes=options["minutes"]))
        for document in StoredDocument.objects.with_lost_phrases():
            for phrase in document.lost:
                self.stdout.write(f"{document.language} {document.kind}/{document.key}: {phrase}")
        self.stdout.write(f"phrases of {seen} documents searched")
