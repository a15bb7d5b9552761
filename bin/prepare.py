"""What `make run` does to the site before it is served; each part is nothing when it was done before.

A program of its own, in which Django is loaded once: it prepares the database, says so with a line in the pipe whose
number it was given, and the index when a line of its input says what became of the node: `ready` or `absent`.
"""

import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import django
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from bin import demo_site
from bin.messages import catalogue
from bin.steps import say, step


def prepare_database() -> bool:
    """Compile the Dutch texts; an empty database becomes the demo site, any other keeps what is in it.

    There the tables are brought up to date, and the demo site is loaded when there is no site yet. Returns whether the
    database was empty.
    """
    from home.demo.load import is_loaded  # reads models, known once Django is set up

    with step("Dutch texts compiled"), catalogue.locked():
        catalogue.compile_all()
    if was_empty := not connection.introspection.table_names():
        with step("Tables and demo site"):
            demo_site.fill_empty(settings.DATABASE_URL, Path(settings.MEDIA_ROOT))
    else:
        with step("Tables up to date"):
            _migrate()
    if not is_loaded():
        with step("Demo site loaded"):
            call_command("load_demo", stdout=io.StringIO())
    follow_address()
    return was_empty


def follow_address() -> None:
    """Let full addresses of pages (calendars, mails, feeds) lead to the address on which the site is served now."""
    from wagtail.models import Site  # a model, known once Django is set up

    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    site = Site.objects.get(is_default_site=True)
    wanted = (address.hostname or "localhost", address.port or (443 if address.scheme == "https" else 80))
    if (site.hostname, site.port) != wanted:
        site.hostname, site.port = wanted
        site.save()


def _migrate() -> None:
    """Migrate where something waits; asking that is ten times quicker than migrating nothing."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0)


def prepare_index(*, stored: bool, absent: bool) -> None:
    """Build the search index where it is missing or was made by other code or of another database.

    With `stored` all documents are in the database, fresh as it is. Without a node that should be there say so in one
    line; one that is `absent` was spoken of before.
    """
    from search.index.status import status  # reads models, known once Django is set up

    found = status()
    if found["engine"]["ok"] and not stored:
        with step("Search index (as it was)"):
            _warm_up()
            return
    away = found["engine"].get("away", "")
    if not (away and all(found["stored"].values())):
        # Without a node this still stores the documents that PostgreSQL answers from.
        with step("Search index built"), suppress(CommandError):
            call_command("search_rebuild", stored=stored, stdout=io.StringIO())
            _warm_up()
    if away and not absent:
        say(f"  - Elasticsearch is away ({away}); search uses PostgreSQL: start it, or unset ELASTICSEARCH_URL")


def _warm_up() -> None:
    """Search once in each language: a node that just started is slow the first time, and a visitor should not wait."""
    for language, words in (("nl", "leraar worden"), ("en", "become a teacher")):
        call_command("search_explain", words, language=language, stdout=io.StringIO())


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    django.setup()
    stored = prepare_database()
    connection.close()  # the node may be a while
    os.write(int(sys.argv[1]), b"database\n")
    if told := sys.stdin.readline():
        prepare_index(stored=stored, absent=told.strip() == "absent")
    sys.stdout.flush()
    os._exit(0)  # the run waits for this; taking a loaded Django apart takes Python half a second
