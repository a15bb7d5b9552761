"""The minute hand of `make run`: publishes and takes offline what editors planned. In production cron does this."""

import io
import os
import sys
import time

import django
from django.core.management import CommandError, call_command
from django.db import DatabaseError, close_old_connections

SECONDS_BETWEEN_RUNS = 30


def main() -> None:
    """Look every half minute, for ever; a page that cannot be published is told and does not stop the others."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    django.setup()
    while True:
        try:
            call_command("publish_scheduled", stdout=io.StringIO())
        except (CommandError, DatabaseError) as error:
            print(error, file=sys.stderr, flush=True)
        close_old_connections()
        time.sleep(SECONDS_BETWEEN_RUNS)


if __name__ == "__main__":
    main()
