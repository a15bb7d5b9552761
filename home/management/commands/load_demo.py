"""`manage.py load_demo`: fill an empty database with the demo site, in Dutch and English."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from home.demo.files import all_or_nothing, clear_away
from home.demo.load import is_loaded, load


class Command(BaseCommand):
    """Load the demo site once. What is there already, changed by an editor or not, is left alone."""

    help = "Fill an empty site with the demo content in both languages; a site with a home page is left as it is."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and print one line per step with the seconds since the start."""
        if not settings.DEMONSTRATION:
            raise CommandError(
                "These settings are not for a demonstration: the accounts of the demo site have published passwords. "
                "Nothing is loaded. `manage.py bootstrap` makes a site to work in."
            )
        if is_loaded():
            clear_away()
            self.stdout.write("The site has a home page already: nothing is changed.")
            return
        start = time.monotonic()
        with _ends_in_order(), all_or_nothing():
            load(lambda step: self.stdout.write(f"{time.monotonic() - start:5.1f} s  {step}"))


@contextmanager
def _ends_in_order() -> Iterator[None]:
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(_number: int, _frame: FrameType | None) -> None:
    """End in order when somebody stops the load, so that its files are cleared away."""
    raise SystemExit("Stopped; nothing is loaded.")
