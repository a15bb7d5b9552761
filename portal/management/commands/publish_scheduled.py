"""`manage.py publish_scheduled`: what an editor planned happens; takes the place of Wagtail's own command."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.core import schedule


class Command(BaseCommand):
    """Publish what is due and take offline what is over. Run it every minute, on as many machines as you like."""

    help = "Publish what is due and take offline what is over; exactly once, whoever else runs it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer a look without doing."""
        parser.add_argument("--dryrun", action="store_true", help="Only count what is waiting.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do one run; raise CommandError naming what could not be handled, so that cron shows it."""
        if options["dryrun"]:
            self.stdout.write(f"{len(schedule.due())} to publish, {len(schedule.expiring())} to take offline")
            return
        report = schedule.run()
        if report.busy:
            self.stdout.write("another run is busy")
            return
        self.stdout.write(f"{len(report.published)} published, {len(report.expired)} taken offline")
        if report.broken:
            raise CommandError("These could not be handled and will be tried again: " + ", ".join(report.broken))
