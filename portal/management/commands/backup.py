"""`manage.py backup TO`: everything that people made, in one file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from portal.core.backup.making import make


class Command(BaseCommand):
    """Write database, uploads and a list of the settings to one file in a folder. Beside a site that goes on."""

    help = "Write a backup to a folder: the database, the uploads and the names of the settings."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask where to, and whom for."""
        parser.add_argument("folder", type=Path)
        parser.add_argument(
            "--for", dest="keys", action="append", default=[], metavar="AGE1…", help="encrypt it for this public key"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Make it, and say which it is; raises CommandError when it failed, with nothing left behind."""
        made = make(options["folder"], options["keys"])
        self.stdout.write(f"{made.path}: {made.files} files, {made.size} bytes")
