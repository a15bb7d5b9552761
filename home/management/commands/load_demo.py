"""`manage.py load_demo`: fill an empty database with the demo site, in Dutch and English."""

import time
from typing import Any

from django.core.management.base import BaseCommand

from home.demo.load import is_loaded, load


class Command(BaseCommand):
    """Load the demo site once. What is there already, changed by an editor or not, is left alone."""

    help = "Fill an empty site with the demo content in both languages; a site with a home page is left as it is."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and print one line per step with the seconds since the start."""
        if is_loaded():
            self.stdout.write("The site has a home page already: nothing is changed.")
            return
        start = time.monotonic()
        load(lambda step: self.stdout.write(f"{time.monotonic() - start:5.1f} s  {step}"))
