"""PostgreSQL's own programs, with the database of the settings; passwords never stand on a command line."""

import os
import shutil
import subprocess
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection

CONNECTION = {"HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD", "NAME": "PGDATABASE"}
ANEW = "DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public;"
"""Takes away all tables; in the transaction that fills them again, so that a failure leaves what was there."""


def dump(target: Path, left_out: list[str]) -> None:
    """Write the database to a file, in the state of one moment; raises CommandError with what went wrong."""
    without = [f"--exclude-table-data=public.{table}" for table in left_out]
    _run("pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--file={target}", *without)


def can_read(source: Path) -> bool:
    """Return whether a file is a whole dump."""
    try:
        _run("pg_restore", f"--file={os.devnull}", str(source))
    except CommandError:
        return False
    return True


def put_back(source: Path) -> None:
    """Fill the database from a dump in one transaction; raises CommandError, with everything as it was."""
    words = _script(source)
    connection.close()
    try:
        _run("psql", "--quiet", "--no-psqlrc", "--single-transaction", "--set=ON_ERROR_STOP=1", f"--file={words}")
    finally:
        words.unlink()


def _script(source: Path) -> Path:
    """Write a dump as commands beside it, after those that take away what is there."""
    words = source.with_suffix(".sql")
    _run("pg_restore", "--no-owner", "--no-acl", f"--file={words}.dumped", str(source))
    dumped = Path(f"{words}.dumped")
    with words.open("wb") as whole, dumped.open("rb") as rest:
        whole.write(f"{ANEW}\n".encode())
        shutil.copyfileobj(rest, whole)
    dumped.unlink()
    return words


def _run(program: str, *arguments: str) -> None:
    """Run a program on the database of the settings; raises CommandError with its last words."""
    found = shutil.which(program, path=settings.POSTGRESQL_PROGRAMS or None)
    if not found:
        raise CommandError(f"{program} is missing: install PostgreSQL's client programs, or set POSTGRESQL_PROGRAMS")
    done = subprocess.run([found, *arguments], env=_environment(), capture_output=True, text=True)
    if done.returncode:
        raise CommandError(f"{program}: {done.stderr.strip()[-1000:]}")


def _environment() -> dict[str, str]:
    """Return the environment in which the programs find the database."""
    database = connection.settings_dict
    address = {name: str(database[key]) for key, name in CONNECTION.items() if database.get(key)}
    options = {f"PG{key.upper()}": str(value) for key, value in database["OPTIONS"].items() if key.startswith("ssl")}
    others = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**others, **address, **options}
