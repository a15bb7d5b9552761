"""Encodes what waits, without waiting for the worker."""

import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.meaning import kept
from search.meaning.contract import EncoderAwayError
from search.meaning.encoding import encode_all


class Command(BaseCommand):
    """For a first deployment, or after a change of encoder; the worker does the same between other work."""

    help = "Encode every passage of every page that the sentence encoder has not read yet."

    def add_arguments(self, parser: CommandParser) -> None:
        """Let the outcome be kept for a next site with the same texts, as the demo's is."""
        parser.add_argument("--write", type=Path, metavar="FILE.npz", help="then write what all texts mean to a file")

    def handle(self, *args: Any, **options: Any) -> None:
        """Encode, and say how many documents and how long."""
        start = time.monotonic()
        try:
            done = encode_all()
        except EncoderAwayError as error:
            raise CommandError(f"The encoder is away: {error}") from error
        self.stdout.write(f"{done} documents encoded in {time.monotonic() - start:.1f} s")
        if file := options["write"]:
            self.stdout.write(f"{kept.write(file)} vectors written to {file}")
