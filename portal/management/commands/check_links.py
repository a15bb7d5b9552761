"""`manage.py check_links`: look now at every link in the texts on the site, as each night does."""

from typing import Any

from django.core.management.base import BaseCommand

from portal.editorial.links.checking import check_links


class Command(BaseCommand):
    """Look at the links; the report in the admin shows what is wrong."""

    help = "Look at the links in all texts on the site, without a request to anybody."

    def handle(self, *args: Any, **options: Any) -> None:
        """Look, and say how many are broken."""
        self.stdout.write(check_links())
