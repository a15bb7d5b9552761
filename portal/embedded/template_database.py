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

from portal.embedded import kept_databases

ROOT = Path(__file__).resolve().parent.parent.parent
PREFIX = "portal_template_"
KEPT = 3
# Any number, as long as nobody else on the server takes the same lock.
LOCK = 7_031_964
PACKAGES = ("django", "wagtail", "wagtail-localize", "django-allauth", "django-tasks-db")
MAKING = "PORTAL_MAKES_TEMPLATE"
Filler = Callable[[str, str], None]


def ensure(database: dict[str, Any]) -> str | None:
    """Return the name of the template on this server (Django's DATABASES entry), made first where it is missing.

    None inside the process that makes it, which must not ask for what it is making.
    """
    if os.environ.get(MAKING):
        return None
    name = PREFIX + _fingerprint()
    with _server(database) as connection:
        if not _exists(connection, name):
            connection.execute("SELECT pg_advisory_lock(%s)", [LOCK])
            if not _exists(connection, name):
                _make(connection, database, name)
            _drop_old(connection, name, PREFIX)
    return name


def ensure_filled(
    database: dict[str, Any],
    purpose: str,
    sources: list[Path],
    fill: Filler,
    worth_keeping: Callable[[str], bool] = lambda name: False,
) -> str:
    """Return the name of a template with content in it, filled first where it is missing or its sources changed.

    `fill` gets the name of a copy of the migrated template, puts the content in, and hears what the template will be
    called; `purpose` tells one filling from another; `sources` are the files that decide what the content is, besides
    all of the portal's own code. `worth_keeping` says of a template's name whether a next clone may find it as a file
    and whether all that goes with it is there.
    """
    empty = str(ensure(database))
    kind = f"{PREFIX}{purpose}_"
    name = kind + _digest_of(empty, [*_code(), *sources])
    with _server(database) as connection:
        if _exists(connection, name):
            return name
        connection.execute("SELECT pg_advisory_lock(%s)", [LOCK + 1])
        if not _exists(connection, name):
            part = f"{kind}part"
            _create(connection, part)
            if not (worth_keeping(name) and kept_databases.put_back(_url(database, part), name)):
                _create(connection, part, empty)
                fill(part, name)
                if worth_keeping(name):
                    kept_databases.keep(_url(database, part), name, kind)
            connection.execute(
                sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(part), sql.Identifier(name))
            )
            _drop_old(connection, name, kind)
    return name


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


def _fingerprint() -> str:
    """Return a digest of everything that decides what an empty database looks like."""
    digest = hashlib.sha256()
    for package in PACKAGES:
        digest.update(f"{package}={version(package)}".encode())
    for file in sorted(ROOT.glob("*/migrations/*.py")):
        digest.update(file.name.encode() + file.read_bytes())
    # Creating permissions and content types follows the models, not the migrations.
    digest.update((ROOT / "portal" / "settings" / "base.py").read_bytes())
    return digest.hexdigest()[:16]


def _make(connection: psycopg.Connection, database: dict[str, Any], name: str) -> None:
    """Migrate a database under another name and rename it, so that a template is whole or absent."""
    part = f"{name}_part"
    _create(connection, part)
    if not kept_databases.put_back(_url(database, part), name):
        _create(connection, part)
        _migrate(database, part)
        kept_databases.keep(_url(database, part), name, PREFIX)
    connection.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(part), sql.Identifier(name)))


def _migrate(database: dict[str, Any], part: str) -> None:
    """Migrate an empty database in a process of its own; raises RuntimeError with what that process said."""
    done = subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity=0", "--skip-checks"],
        cwd=ROOT,
        env={
            **os.environ,
            "DATABASE_URL": _url(database, part),
            "DJANGO_SETTINGS_MODULE": "portal.settings.test",
            MAKING: "1",
        },
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"The template of the test databases could not be migrated:\n{done.stderr}")


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


def _drop(connection: psycopg.Connection, name: str) -> None:
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _exists(connection: psycopg.Connection, name: str) -> bool:
    return connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _url(database: dict[str, Any], name: str) -> str:
    user, password = quote(str(database["USER"]), safe=""), quote(str(database["PASSWORD"]), safe="")
    host = quote(str(database["HOST"]), safe=":[]")  # a socket's folder is an address too
    return f"postgres://{user}:{password}@{host}:{database['PORT'] or 5432}/{name}"
