"""Databases as files in the cache that a person's clones share, so that a second clone need not build them again.

A file is trusted only when its checksum fits and PostgreSQL can read all of it; anything else counts as absent.
"""

import hashlib
import os
import subprocess
from pathlib import Path

import psycopg

from bin.embedded import postgresql, system
from bin.embedded.system import ServiceUnavailableError

KEPT = 4
"""Files of one kind that stay: the newest."""


def put_back(url: str, name: str) -> bool:
    """Fill the empty database at this address from the file of that name.

    Returns False when there is no sound one, and leaves the database as empty as it was.
    """
    file, seal = _file(name), _seal(name)
    try:
        if seal.read_text() != _digest(file):
            return False
    except OSError:
        return False
    if not _run("pg_restore", "--no-owner", "--single-transaction", f"--dbname={url}", file):
        return False
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("ANALYZE")  # a file tells nothing of how full tables are, and questions are planned by it
    return True


def keep(url: str, name: str, kind: str) -> None:
    """Write the database at this address to the file of that name, and remove the oldest of its kind.

    Where PostgreSQL's own program does not fit the server there is no file, and a next clone builds anew.
    """
    file = _file(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(f".{os.getpid()}.part")
    if not _run("pg_dump", "--format=custom", "--compress=1", "--no-owner", f"--file={part}", url):
        part.unlink(missing_ok=True)
        return
    part.replace(file)
    _seal(name).write_text(_digest(file))
    files = sorted(file.parent.glob(f"{kind}[0-9a-f]*.dump"), key=lambda each: each.stat().st_mtime)
    for old in files[:-KEPT]:
        old.unlink(missing_ok=True)
        old.with_suffix(".sha256").unlink(missing_ok=True)


def _run(program: str, *arguments: str | Path) -> bool:
    try:
        command = [postgresql.binaries() / program, *arguments]
        return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True).returncode == 0
    except (OSError, ServiceUnavailableError):
        return False


def _file(name: str) -> Path:
    return system.cache_dir() / "databases" / f"{name}.dump"


def _seal(name: str) -> Path:
    return _file(name).with_suffix(".sha256")


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
