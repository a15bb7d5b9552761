"""A migrated, empty database that test databases are copied from; made once per set of migrations."""

import hashlib
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parent.parent.parent
PREFIX = "portal_template_"
KEPT = 3
# Any number, as long as nobody else on the server takes the same lock.
LOCK = 7_031_964
PACKAGES = ("django", "wagtail", "wagtail-localize", "django-allauth", "django-tasks-db")
MAKING = "PORTAL_MAKES_TEMPLATE"


def ensure(database: dict[str, Any]) -> str | None:
    """Return the name of the template on this server (Django's DATABASES entry), made first where it is missing.

    None inside the process that makes it, which must not ask for what it is making.
    """
    if os.environ.get(MAKING):
        return None
    name = PREFIX + _fingerprint()
    with psycopg.connect(_url(database, database["NAME"]), autocommit=True) as connection:
        if not _exists(connection, name):
            connection.execute("SELECT pg_advisory_lock(%s)", [LOCK])
            if not _exists(connection, name):
                _make(connection, database, name)
            _drop_old(connection, name)
    return name


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
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(part)))
    connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(part)))
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
    connection.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(part), sql.Identifier(name)))


def _drop_old(connection: psycopg.Connection, name: str) -> None:
    """Keep the newest few templates: each change of a migration leaves one behind."""
    found = connection.execute(
        "SELECT datname FROM pg_database WHERE starts_with(datname, %s) AND datname <> %s ORDER BY oid DESC OFFSET %s",
        [PREFIX, name, KEPT],
    ).fetchall()
    for (old,) in found:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(old)))


def _exists(connection: psycopg.Connection, name: str) -> bool:
    return connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _url(database: dict[str, Any], name: str) -> str:
    user, password = quote(str(database["USER"]), safe=""), quote(str(database["PASSWORD"]), safe="")
    host = quote(str(database["HOST"]), safe=":[]")  # a socket's folder is an address too
    return f"postgres://{user}:{password}@{host}:{database['PORT'] or 5432}/{name}"
