"""`manage.py messages`: keep the Dutch catalogue complete."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal import catalogue


class Command(BaseCommand):
    """Extract, merge, check or compile the Dutch texts."""

    help = "Keep the Dutch message catalogue complete: extract, merge FILES, check, compile."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer one word per task."""
        tasks = parser.add_subparsers(dest="task", required=True)
        tasks.add_parser("extract", help="Bring the catalogue up to date with the sources.")
        merge = tasks.add_parser("merge", help="Fill in translations from JSON files.")
        merge.add_argument("files", nargs="+", type=Path)
        tasks.add_parser("check", help="Fail on missing, fuzzy or obsolete texts and on differing placeholders.")
        tasks.add_parser("compile", help="Write the .mo files the site reads.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do the task under a lock; raise CommandError when the check finds something."""
        with catalogue.locked():
            match options["task"]:
                case "extract":
                    self.stdout.write(f"{len(catalogue.extract())} texts")
                case "merge":
                    self._merge(options["files"])
                case "check":
                    self._check()
                case "compile":
                    self.stdout.write(f"{catalogue.compile_all()} catalogue(s) compiled")

    def _merge(self, files: list[Path]) -> None:
        merged = catalogue.merge(files)
        for complaint in merged.complaints:
            self.stderr.write(complaint)
        catalogue.compile_all()
        self.stdout.write(f"{merged.filled} texts filled in, {len(catalogue.problems())} problems left")

    def _check(self) -> None:
        if problems := catalogue.problems():
            raise CommandError("\n".join(["The Dutch catalogue is not complete:", *problems]))
        self.stdout.write("every text has its Dutch translation")
