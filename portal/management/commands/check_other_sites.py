"""`manage.py check_other_sites`: ask other sites for the addresses our links lead to, as far as that is due."""

from typing import Any

from django.core.management.base import BaseCommand

from portal.editorial.links.outside.round import check_other_sites


class Command(BaseCommand):
    """Ask other sites; the report in the admin shows what is wrong."""

    help = "Ask other sites for what links on ours lead to: each address once a week, where CHECK_OTHER_SITES is 1."

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask, and say how much was asked."""
        self.stdout.write(check_other_sites())
