"""Copies the labs of a school year to the next one, as drafts."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from curriculum.rhythm.models import SchoolYear
from curriculum.rollover.carrying import carry_over
from curriculum.rollover.reading import Rollover, read_rollover
from curriculum.rollover.words import of_lab, of_session
from portal.core.locks import Lock, only_one
from portal.partners.models import Partner


class Command(BaseCommand):
    """Show what is copied, what is not and why; then copy it, unless it is a dry run."""

    help = "Copy the labs that were given in one school year to the next as drafts; a second run adds what is new."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the years and the partners."""
        parser.add_argument("--from", dest="old", type=int, required=True, help="year in which the old one begins")
        parser.add_argument("--to", dest="new", type=int, required=True, help="year in which the new one begins")
        parser.add_argument("--partner", action="append", default=[], help="short name of a partner; may be repeated")
        parser.add_argument("--dry-run", action="store_true", help="only show the table")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the table, and copy."""
        with only_one(Lock.NEW_YEAR) as mine:
            if not mine:
                raise CommandError("Somebody else is copying labs at this moment. Try again in a minute.")
            rollover = read_rollover(_year(options["old"]), _year(options["new"]), _partners(options["partner"]))
            self._show(rollover)
            if not options["dry_run"]:
                self._copy(rollover)

    def _copy(self, rollover: Rollover) -> None:
        number, refused = len(rollover.todo), 0
        for done, plan in enumerate(carry_over(rollover), 1):
            refused += plan.reason is not None
            self.stderr.write(f"{done}/{number} {plan.lab.title}{f': {of_lab(plan)}' if plan.reason else ''}")
        self.stdout.write(f"copied {number - refused} labs as drafts")

    def _show(self, rollover: Rollover) -> None:
        for plan in rollover.labs:
            self.stdout.write(f"{plan.lab.partner}: {plan.lab.title}: {of_lab(plan)}")
            for row in plan.skipped:
                self.stdout.write(f"    {row.given.starts:%Y-%m-%d %H:%M}: {of_session(row)}")


def _year(first: int) -> SchoolYear:
    years = SchoolYear.objects.prefetch_related("breaks", "cycle_starts__location")
    year = years.filter(starts__year=first).first()
    if year is None:
        raise CommandError(f"No school year begins in {first}. Make it first, in the admin under School years.")
    return year


def _partners(slugs: list[str]) -> list[int] | None:
    found = dict(Partner.objects.filter(slug__in=slugs).values_list("slug", "pk"))
    if unknown := [slug for slug in slugs if slug not in found]:
        raise CommandError(f"No partner is called {', '.join(unknown)}.")
    return list(found.values()) if slugs else None
