"""The demo site as a visitor meets it: an own database, an own search index, an own server process."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import urlopen

import psycopg
from django.conf import settings
from django.db import connections
from psycopg import sql

from bin import demo_site

ROOT = Path(__file__).resolve().parent.parent.parent
NAME = "portal_browser_tests"
SECONDS_TO_START = 60
SUFFIX = "_browser"
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")
"""Several processes may test: each has a site of its own. The settings of the site's own processes read it too."""
BROWSER_MEDIA = settings.STATE_DIR / "media-of-tests" / "-".join(filter(None, ["test", SUFFIX.strip("_"), WORKER]))


@dataclass
class DemoSite:
    """The running demo site: its address and the address of its database."""

    address: str
    database_url: str
    environment: dict[str, str]

    def url(self, path: str) -> str:
        """Return the full address of a path."""
        return f"{self.address}{path}"

    def manage(self, *arguments: str) -> str:
        """Run a command of Django's on the site and return what it prints."""
        return run_manage(self.environment, *arguments)

    def page_types(self) -> dict[str, dict[str, str]]:
        """Return one address per page type and language: {"labpage": {"nl": "/nl/…", "en": "/en/…"}}."""
        query = """
            SELECT type.model, locale.language_code, min(page.url_path)
            FROM wagtailcore_page page
            JOIN django_content_type type ON type.id = page.content_type_id
            JOIN wagtailcore_locale locale ON locale.id = page.locale_id
            WHERE page.live AND page.depth > 1 AND page.alias_of_id IS NULL
            GROUP BY 1, 2 ORDER BY 1, 2"""
        found: dict[str, dict[str, str]] = {}
        with psycopg.connect(self.database_url) as connection:
            for model, language, path in connection.execute(query):
                found.setdefault(model, {})[language] = public_path(language, path)
        return found

    def page_id(self, model: str, language: str, slug: str) -> int:
        """Return the number of a page, as it stands in addresses of the admin."""
        query = """
            SELECT page.id FROM wagtailcore_page page
            JOIN django_content_type type ON type.id = page.content_type_id
            JOIN wagtailcore_locale locale ON locale.id = page.locale_id
            WHERE type.model = %s AND locale.language_code = %s AND page.slug = %s"""
        with psycopg.connect(self.database_url) as connection:
            found = connection.execute(query, [model, language, slug]).fetchone()
        assert found is not None
        return int(found[0])


def public_path(language: str, url_path: str) -> str:
    """Turn a path in the tree into an address: the slug of the home page gives way to the language."""
    return f"/{language}/" + url_path.strip("/").partition("/")[2] + ("/" if url_path.strip("/").count("/") else "")


def run_manage(environment: dict[str, str], *arguments: str) -> str:
    """Run a command of Django's; raises RuntimeError with its output when it fails."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(f"manage.py {' '.join(arguments)} failed:\n{done.stdout}\n{done.stderr}")
    return done.stdout


@contextmanager
def running_demo_site(database_url: str) -> Iterator[DemoSite]:
    """Build its search index, serve it and keep its index up to date."""
    environment = {
        **os.environ,
        "DATABASE_URL": database_url,
        "ELASTICSEARCH_URL": settings.ELASTICSEARCH_URL,
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "PORTAL_TEST_SHARES_CACHE": "1",
        "PORTAL_TEST_DATABASE_SUFFIX": SUFFIX,
    }
    run_manage(environment, "search_rebuild", "--stored")
    port = free_port()
    serve = [sys.executable, "manage.py", "runserver", "--noreload", "--insecure", f"127.0.0.1:{port}"]
    sync = [sys.executable, "manage.py", "search_sync", "--loop"]
    log = (ROOT / ".local" / f"browser-tests{WORKER}.log").open("w")
    processes = [
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log) for command in (serve, sync)
    ]
    try:
        site = DemoSite(f"http://127.0.0.1:{port}", database_url, environment)
        wait_for(site.url("/nl/"))
        yield site
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(timeout=15)
        log.close()


def fresh_database() -> str:
    """Make the database anew from the template with the demo site, its pictures too, and return its address."""
    base = settings.DATABASES["default"]
    address = f"postgres://{base['USER']}:{base['PASSWORD']}@{base['HOST']}:{base['PORT']}/postgres"
    template = demo_site.ensure(connections["default"].settings_dict)
    demo_site.put_pictures(template, BROWSER_MEDIA)
    name = NAME + os.environ.get("PORTAL_TEST_DATABASE_SUFFIX", "") + WORKER
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(str(template)))
        )
    return urlunsplit(urlsplit(address)._replace(path=f"/{name}"))


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str) -> None:
    """Return once the address answers; raises TimeoutError when it does not."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        try:
            with urlopen(url, timeout=20):
                return
        except URLError as problem:
            if getattr(problem, "code", 0) >= 500:
                raise
            time.sleep(0.2)
    raise TimeoutError(f"{url} does not answer")
