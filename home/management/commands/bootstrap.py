"""`manage.py bootstrap`: an empty database becomes a site with a core team; twice changes nothing."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from home.bootstrap import bootstrap, invite_administrator


class Command(BaseCommand):
    """Make home page, indexes, the groups of the core team with their rights, and invite the first administrator."""

    help = "Make what every site has, where it is missing, and invite a core administrator by mail."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask for the first administrator. There is no password: who is invited chooses one."""
        parser.add_argument("--administrator", metavar="ADDRESS", help="E-mail address of a core administrator.")
        parser.add_argument("--again", action="store_true", help="Invite anew when the first invitation was lost.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make and invite; raise CommandError in words where something is in the way, with nothing done."""
        try:
            made = bootstrap()
            self.stdout.write(f"Made: {', '.join(made)}." if made else "The site is there: nothing is changed.")
            if address := options["administrator"]:
                sent = invite_administrator(address, options["again"])
                self.stdout.write(
                    f"{address} is invited." if sent else f"{address} is invited or has the role already."
                )
        except ValidationError as error:
            raise CommandError("\n".join(error.messages)) from error
