"""One process at a time: locks that live in the session or a transaction of the database: a dead process holds none.

PostgreSQL knows them by a number and keeps them within one database; all numbers of the portal stand here, so that no
two parts mean different things by the same one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

from django.db import connection


class Lock(IntEnum):
    """What only one process does at a time."""

    RIGHTS = 5_130_401
    """Changing what partners may do."""
    DOCUMENTS = 720_611
    """Reading and storing search documents: the newest state is written last."""
    REBUILD = 720_612
    """Building the search indices anew."""
    NIGHT = 720_613
    """The tasks of the night."""
    OTHER_SITES = 720_614
    """Asking other sites whether links to them are right."""
    SCHEDULE = 7_031_965
    """Publishing and taking offline what was planned."""
    NEW_YEAR = 7_031_967
    """Making a school year, copying labs to it and undoing that."""
    TEMPLATE = 7_031_964
    """Making the database that others are copied from."""
    FILLED_TEMPLATE = 7_031_966
    """Filling such a database with content; who does so may have to make an empty one first."""


@contextmanager
def only_one(lock: Lock) -> Iterator[bool]:
    """Hold a lock; gives False at once when another process has it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [lock])
        mine = bool(cursor.fetchone()[0])
    try:
        yield mine
    finally:
        if mine:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [lock])


def taken_to_the_end(lock: Lock) -> bool:
    """Hold a lock until the end of the transaction, which must be open; False at once when another process has it.

    A request is one transaction: what it wrote is seen only after that, so that a lock let go before is no lock.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [lock])
        return bool(cursor.fetchone()[0])


def wait_for(lock: Lock) -> None:
    """Wait for a lock and hold it until the end of the transaction, which must be open."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock])
