"""`manage.py restore FROM`: a site put back from its backup, on an empty machine or in the place of what is there."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from portal.core.backup.restoring import restore


class Command(BaseCommand):
    """Check a backup, put it back, and make anew what it left out: sizes of pictures, the search index."""

    help = "Put a site back from a backup; nothing is touched before the backup is found to be whole."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask for the file."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--key", type=Path, metavar="FILE", help="file with the secret key of an encrypted backup")
        parser.add_argument("--replace", action="store_true", help="throw away what is in the database now")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; raises CommandError with what is wrong."""
        restore(options["file"], options["key"], replace=options["replace"], say=self.stdout.write)
