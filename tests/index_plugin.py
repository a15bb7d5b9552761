"""Wagtail's two indexes in tests: what was saved is indexed when somebody first asks an index, not at every save.

Keeping them costs four tenths of making a page, and few tests ask them anything. So no test says that it needs one,
and none can read an index that is behind: the first statement about its table brings it up to date. Tests that really
commit, and worlds that are built outside a test's transaction, keep both at every save, as the site does; what a test
takes back in such a world waits too.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from unittest.mock import patch

import modelsearch.signal_handlers
import pytest
import wagtail.signal_handlers
from django.core.exceptions import ObjectDoesNotExist
from django.db import connection, connections
from django.utils.translation import get_language, override

REFERENCES, WORDS = TABLES = ("wagtailcore_referenceindex", "wagtailsearch_indexentry")
DONE = "tests."
"""How settings of PostgreSQL begin that say how far an index is: a savepoint taken back takes it back with it."""


class Waiting:
    """What was saved and not indexed yet; each thing once, in the order in which it was last saved."""

    def __init__(self) -> None:
        self.owner: Any = None
        self.number = 0
        self.saved: dict[str, dict[tuple[Any, ...], int]] = {table: {} for table in TABLES}

    def is_open(self) -> bool:
        """Whether saves wait now, in this thread."""
        return self.owner is connections["default"]

    def is_untouched(self) -> bool:
        """Whether this is a test's own transaction in which no page or other thing was saved yet."""
        return self.is_open() and not any(self.saved.values())

    def add(self, table: str, task: Any, *saved: str) -> None:
        """Remember something that was saved, and the language in which its index would have been written."""
        self.number += 1
        entry = (task, saved, get_language())
        self.saved[table].pop(entry, None)
        self.saved[table][entry] = self.number

    def look(self, execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        """Bring an index up to date before a statement about it."""
        if self.is_open():
            for table, saved in self.saved.items():
                if saved and table in str(sql):
                    self.catch_up(table)
        return execute(sql, params, many, context)

    def catch_up(self, table: str) -> None:
        """Index what was saved since the last time, as part of the same savepoint, and without being counted."""
        done = int(_ask("SELECT current_setting(%s, true)", DONE + table) or 0)
        waiting = [entry for entry, number in self.saved[table].items() if number > done]
        with _uncounted(), patch.object(self, "owner", None):
            for task, saved, language in waiting:
                # What is gone by now has nothing to index.
                with override(language), suppress(ObjectDoesNotExist):
                    task.call(*saved)
        if waiting:
            _ask("SELECT set_config(%s, %s, false)", DONE + table, str(self.number))

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Let saves wait meanwhile, which are taken back at the end."""
        if self.is_open():
            yield
            return
        for saved in self.saved.values():
            saved.clear()
        with connection.execute_wrapper(self.look), patch.object(self, "owner", connections["default"]):
            yield


waiting = Waiting()


class Later:
    """Stands where Wagtail hands a task to its queue."""

    def __init__(self, table: str, task: Any) -> None:
        self.table = table
        self.task = task

    def enqueue(self, *saved: str) -> None:
        """Let it wait in a test's own transaction, else do it at once."""
        if waiting.is_open():
            waiting.add(self.table, self.task, *saved)
        else:
            self.task.enqueue(*saved)


def _ask(sql: str, *values: str) -> Any:
    """Ask the database something that no test counts."""
    return connection.connection.execute(sql, values).fetchone()[0]


@contextmanager
def _uncounted() -> Iterator[None]:
    kept, connection.force_debug_cursor = connection.force_debug_cursor, False
    try:
        yield
    finally:
        connection.force_debug_cursor = kept


@pytest.fixture(scope="session", autouse=True)
def indexes_wait() -> Iterator[None]:
    """Stand between Wagtail's signals and their tasks."""
    reference, search = wagtail.signal_handlers, modelsearch.signal_handlers
    with (
        patch.object(
            reference, "update_reference_index_task", Later(REFERENCES, reference.update_reference_index_task)
        ),
        patch.object(search, "insert_or_update_object_task", Later(WORDS, search.insert_or_update_object_task)),
    ):
        yield


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: Any, request: pytest.FixtureRequest) -> Any:
    """Begin just after pytest-django opened the transaction that a test is rolled back with; end just before it."""
    made = yield
    if fixturedef.argname == "_django_db_helper" and connection.in_atomic_block:
        opened = waiting.opened()
        opened.__enter__()
        request.addfinalizer(lambda: opened.__exit__(None, None, None))
    return made
