"""The cache that all processes share where there is no Redis: Django's table, which is honest about what is counted.

allauth counts attempts in it, by the moments at which they were made, under a lock that lives there too.
"""

import time
from collections.abc import Callable, Iterable
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache
from django.db import InternalError, OperationalError, connections, router

COUNTS = "allauth:rl:"
"""How the keys begin of what is counted."""
APART = 10
"""Seconds by which the clocks of two web servers may differ."""
UNWRITTEN = (OperationalError, InternalError)
"""What a database raises that takes nothing: it is away or full, or may only be read."""


class SharedCache(DatabaseCache):
    """Counts nobody for a moment still to come, and says so when it cannot count."""

    def get_many(self, keys: Iterable[str], version: int | None = None) -> dict[str, Any]:
        """Return values by key. What was counted while the clock was ahead would keep everybody out for so long."""
        found: dict[str, Any] = super().get_many(list(keys), version)
        latest = time.time() + APART
        for key, value in found.items():
            if key.startswith(COUNTS) and isinstance(value, list):
                found[key] = [moment for moment in value if moment <= latest]
        return found

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Add a value that is not there yet.

        Raises one of UNWRITTEN when the database takes no lock, for which Django says that somebody else has it: then
        everybody waits for a lock that nobody has, and is told to have asked too often.
        """
        if not key.startswith(COUNTS):
            return bool(super().add(key, value, timeout, version))
        refused: list[OperationalError | InternalError] = []

        def watch(execute: Callable[..., Any], *asked: Any) -> Any:
            try:
                return execute(*asked)
            except UNWRITTEN as error:
                refused.append(error)
                raise

        with connections[router.db_for_write(self.cache_model_class)].execute_wrapper(watch):
            is_new = bool(super().add(key, value, timeout, version))
        if refused:
            raise refused[0]
        return is_new
