"""A database that really commits, for tests in which several connections race.

Django's own way empties every table afterwards, the root page and the permissions too, and spoils the database for
the tests that follow. Here such a test gets a copy of the migrated template for itself.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Barrier, Thread
from typing import Any

import psycopg
import pytest
from django.core.cache import cache
from django.db import connection, connections
from psycopg import sql
from wagtail.models import Site

from portal.embedded import template_database
from tests.factories import House, build_house

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")


@contextmanager
def own_database(django_db_blocker: Any, purpose: str) -> Iterator[None]:
    """Point all connections of this process at a fresh copy of the template, and back afterwards."""
    name = make_database(purpose)
    try:
        with pointed_at(name, django_db_blocker):
            yield
    finally:
        drop_database(name)


def make_database(purpose: str) -> str:
    """Make a fresh copy of the template for this process and return its name."""
    settings = connections["default"].settings_dict
    template = template_database.ensure(settings)
    name = f"{settings['TEST']['NAME']}{WORKER}_{purpose}"
    drop_database(name)
    create = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(str(template)))
    _server(settings, create)
    return name


def drop_database(name: str) -> None:
    """Remove a database that `make_database` made, if it is there."""
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
    _server(connections["default"].settings_dict, drop)


@contextmanager
def pointed_at(name: str, django_db_blocker: Any) -> Iterator[None]:
    """Let the connections of this process lead to another database, and back afterwards."""
    settings = connections["default"].settings_dict
    usual = settings["NAME"]
    with django_db_blocker.unblock():
        connection.close()
        settings["NAME"] = name
        _forget()
        try:
            yield
        finally:
            connection.close()
            settings["NAME"] = usual
            _forget()


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


def _server(settings: dict[str, Any], command: sql.Composed) -> None:
    address = {"user": settings["USER"], "password": settings["PASSWORD"], "host": settings["HOST"]}
    with psycopg.connect(**address, port=settings["PORT"] or None, dbname="postgres", autocommit=True) as server:
        server.execute(command)


def _forget() -> None:
    """Drop what the process remembers of the other database."""
    from django.contrib.contenttypes.models import ContentType

    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()
    cache.clear()
