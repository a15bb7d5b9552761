"""Databases that others are copied from: an empty one per set of migrations, filled ones per state of the code."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
from psycopg import sql

from bin.embedded import kept_databases
from portal.core.locks import Lock

ROOT = Path(__file__).resolve().parent.parent.parent
PREFIX = "portal_template_"
KEPT = 3
PACKAGES = ("django", "wagtail", "wagtail-localize", "django-allauth", "django-tasks-db")
MAKING = "PORTAL_MAKES_TEMPLATE"
Filler = Callable[[str, str], None]


def ensure(database: dict[str, Any]) -> str | None:
    """Return the name of the template on this server (Django's DATABASES entry), made first where it is missing.

    None inside the process that makes it, which must not ask for what it is making.
    """
    if os.environ.get(MAKING):
        return None
    name = _name_of_tables()
    with _server(database) as connection:
        if not _exists(connection, name):
            connection.execute("SELECT pg_advisory_lock(%s)", [Lock.TEMPLATE])
            if not _exists(connection, name):
                _make(connection, database, name)
            _drop_old(connection, name, PREFIX)
    return name


def ensure_filled(
    database: dict[str, Any],
    purpose: str,
    sources: list[Path],
    fill: Filler,
    whole: Callable[[str], bool] | None = None,
) -> str:
    """Return the name of a template with content in it, filled first where it is missing or its sources changed.

    `fill` gets the address of a copy of the migrated template, puts the content in, and hears what the template will be
    called; `purpose` tells one filling from another; `sources` are the files that decide what the content is, besides
    all of the portal's own code. A template with `whole`, which says of a name whether all that goes with it is there,
    is kept as a file for a next clone.
    """
    name, kind = name_of(purpose, sources), kind_of(purpose)
    with _server(database) as connection:

        def is_there() -> bool:
            return _exists(connection, name) and (whole is None or whole(name))

        if is_there():
            return name
        connection.execute("SELECT pg_advisory_lock(%s)", [Lock.FILLED_TEMPLATE])
        if not is_there():
            part = f"{kind}part"
            _create(connection, part)
            if not (whole and whole(name) and kept_databases.put_back(_url(database, part), name)):
                _create(connection, part, str(ensure(database)))
                fill(_url(database, part), name)
                if whole:
                    kept_databases.keep(_url(database, part), name, kind)
            _rename(connection, part, name)
            _drop_old(connection, name, kind)
    return name


def name_of(purpose: str, sources: list[Path]) -> str:
    """Return how a filled template is called, wherever it is: as a database of a server or as a file."""
    return kind_of(purpose) + _digest_of(_name_of_tables(), [*_code(), *sources])


def kind_of(purpose: str) -> str:
    """Return how the names of all templates of one purpose begin."""
    return f"{PREFIX}{purpose}_"


def make_tables(url: str) -> None:
    """Make the tables of the portal in the empty database at this address."""
    name = _name_of_tables()
    if not kept_databases.put_back(url, name):
        _migrate(url)
        kept_databases.keep(url, name, PREFIX)


def _server(database: dict[str, Any]) -> psycopg.Connection:
    """Connect to the database in which all processes lock: PostgreSQL keeps an advisory lock within one database."""
    return psycopg.connect(_url(database, "postgres"), autocommit=True)


def _code() -> list[Path]:
    """Return the portal's own modules."""
    return [
        file
        for folder in ("portal", "home", "news", "curriculum", "locations", "search")
        for file in (ROOT / folder).rglob("*.py")
    ]


def _digest_of(start: str, files: list[Path]) -> str:
    """Return a short digest of a text and of files, names included."""
    digest = hashlib.sha256(start.encode())
    for file in sorted(files):
        digest.update(str(file.relative_to(ROOT)).encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def _name_of_tables() -> str:
    """Return the name of the empty template: a digest of everything that decides what it looks like."""
    digest = hashlib.sha256()
    for package in PACKAGES:
        digest.update(f"{package}={version(package)}".encode())
    for file in sorted(ROOT.glob("*/migrations/*.py")):
        digest.update(file.name.encode() + file.read_bytes())
    # Creating permissions and content types follows the models, not the migrations.
    digest.update((ROOT / "portal" / "settings" / "base.py").read_bytes())
    return PREFIX + digest.hexdigest()[:16]


def _make(connection: psycopg.Connection, database: dict[str, Any], name: str) -> None:
    """Migrate a database under another name and rename it, so that a template is whole or absent."""
    part = f"{name}_part"
    _create(connection, part)
    make_tables(_url(database, part))
    _rename(connection, part, name)


def _migrate(url: str) -> None:
    """Migrate an empty database in a process of its own; raises RuntimeError with what that process said."""
    done = subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity=0", "--skip-checks"],
        cwd=ROOT,
        env={
            **os.environ,
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
            MAKING: "1",
        },
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"The tables could not be made:\n{done.stderr}")


def _drop_old(connection: psycopg.Connection, name: str, kind: str) -> None:
    """Keep the newest few templates of a kind: each change of a migration or of code leaves one behind."""
    found = connection.execute(
        "SELECT datname FROM pg_database WHERE datname ~ %s AND datname <> %s ORDER BY oid DESC OFFSET %s",
        [f"^{kind}[0-9a-f]{{16}}$", name, KEPT],
    ).fetchall()
    for (old,) in found:
        _drop(connection, old)


def _create(connection: psycopg.Connection, name: str, template: str = "template1") -> None:
    """Make a database anew, as a copy of another."""
    _drop(connection, name)
    create = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
    connection.execute(create)


def _rename(connection: psycopg.Connection, part: str, name: str) -> None:
    """Give a database its name, in place of one that was not whole."""
    _drop(connection, name)
    connection.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(part), sql.Identifier(name)))


def _drop(connection: psycopg.Connection, name: str) -> None:
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _exists(connection: psycopg.Connection, name: str) -> bool:
    return connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _url(database: dict[str, Any], name: str) -> str:
    user, password = quote(str(database["USER"]), safe=""), quote(str(database["PASSWORD"]), safe="")
    host = quote(str(database["HOST"]), safe=":[]")  # a socket's folder is an address too
    return f"postgres://{user}:{password}@{host}:{database['PORT'] or 5432}/{name}"
