"""A database that really commits, for tests in which several connections race.

Django's own way empties every table afterwards, the root page and the permissions too, and spoils the database for
the tests that follow. Here such a test gets a copy of the migrated template for itself.
"""

from collections.abc import Callable, Iterator
from threading import Barrier, Thread
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
