"""When the home page has to be made anew.

The home page shows something of everything, so its sections are kept in the cache for a minute. They
are kept under a version, and the version changes with every publication: what an editor publishes
shows at once. (Several processes without a shared cache see it within that minute.)
"""

from typing import Any
from uuid import uuid4

from django.core.cache import cache
from django.db import transaction

KEY = "home-version"
SECONDS = 60
"""How long the sections are kept at most; sessions that are over leave the list within this time."""


def version() -> str:
    """Return the version of what the house has published."""
    return str(cache.get_or_set(KEY, _new_version, None))


def renew(**kwargs: Any) -> None:
    """Change the version now, and once more when the change is there for everyone."""
    cache.set(KEY, _new_version(), None)
    transaction.on_commit(lambda: cache.set(KEY, _new_version(), None))


def _new_version() -> str:
    return uuid4().hex
