"""A database that really commits, for tests in which several connections race.

Django's own way empties every table afterwards, the root page and the permissions too, and spoils the database for
the tests that follow. Here such a test gets a copy of the migrated template for itself.
"""

import time
from collections.abc import Callable, Iterator
from threading import Barrier, Event, Thread
from typing import Any

import pytest
from django.db import connection

from tests.copies import own_database
from tests.factories import House, build_house


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse Django's own way before anything runs."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        if marker and marker.kwargs.get("transaction"):
            raise pytest.UsageError(f"{item.nodeid} would empty the database of the others: use committing_database")


@pytest.fixture
def committing_database(django_test_environment: None, django_db_blocker: Any) -> Iterator[None]:
    """Give one test a database that really commits."""
    with own_database(django_db_blocker, "race"):
        yield


@pytest.fixture
def committed_house(committing_database: None) -> House:
    """The empty Dutch house, seen by every connection."""
    return build_house()


def together(*actions: Callable[[], Any]) -> list[Any]:
    """Run the actions at the same moment, each in a thread with a connection of its own; return their results.

    An exception of an action is returned in the place of its result.
    """
    barrier, results = Barrier(len(actions)), [None] * len(actions)

    def act(number: int) -> None:
        try:
            barrier.wait(timeout=20)
            results[number] = actions[number]()
        except Exception as error:
            results[number] = error
        finally:
            connection.close()

    threads = [Thread(target=act, args=[number]) for number in range(len(actions))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    return results


def until_somebody_waits(over: Event | None = None) -> None:
    """Return once another connection waits for its turn, once it is over, or after two seconds."""
    for _try in range(100):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
            if cursor.fetchone()[0] or (over and over.is_set()):
                return
        time.sleep(0.02)
