"""Disks of their own for the tables of the load and for PostgreSQL's log, to be filled: only root can mount one."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from bin.embedded import system

NAME = "small_disk"
MEGABYTES = 512
MEGABYTES_OF_LOG = 2048
"""More than the log ever takes by itself (`max_wal_size`), so that it is full only when it is filled."""
LOG = "pg_wal"


@contextmanager
def mounted(folder: Path, megabytes: int = MEGABYTES) -> Iterator[Path | None]:
    """Mount a disk for as long as the block takes; nothing where this is not allowed."""
    folder.mkdir(parents=True, exist_ok=True)
    asked = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", NAME, str(folder)]
    if os.geteuid() or subprocess.run(asked, capture_output=True).returncode:
        yield None
        return
    try:
        tables = folder / "tables"
        tables.mkdir()
        system.hand_over(tables)
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def tablespace(connection: "psycopg.Connection", disk: Path | None) -> sql.Composable:
    """Return the words that put a new database on the disk, where there is one; one of an earlier run is forgotten."""
    name = sql.Identifier(NAME)
    connection.execute(sql.SQL("DROP TABLESPACE IF EXISTS {}").format(name))
    if disk is None:
        return sql.SQL("")
    connection.execute(sql.SQL("CREATE TABLESPACE {} LOCATION {}").format(name, sql.Literal(str(disk / "tables"))))
    return sql.SQL("TABLESPACE {}").format(name)


@contextmanager
def log_of(data: Path, disk: Path | None) -> Iterator[None]:
    """Keep the log of a server on the disk for as long as the block takes; it may run in the block only."""
    own = data / LOG
    if disk is None:
        yield
        return
    _move(own, disk / LOG)
    own.symlink_to(disk / LOG)
    try:
        yield
    finally:
        own.unlink()
        _move(disk / LOG, own)


def forget_lost_log(data: Path) -> None:
    """Remove the data of a server whose log went with its disk: the run before was killed."""
    if (data / LOG).is_symlink() and not (data / LOG).exists():
        shutil.rmtree(data)


def _move(folder: Path, to: Path) -> None:
    shutil.move(folder, to)
    system.hand_over(to)


def fill(disk: Path) -> None:
    """Leave no room on a disk, whatever became free since it was filled last."""
    with (disk / "ballast").open("ab", buffering=0) as ballast:
        try:
            while free := shutil.disk_usage(disk).free:
                end = ballast.seek(0, os.SEEK_END)
                os.posix_fallocate(ballast.fileno(), end, free)
        except OSError:
            pass


def make_room(disk: Path) -> None:
    """Take away what filled a disk."""
    (disk / "ballast").unlink()
