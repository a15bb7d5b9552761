"""One world for all tests of this folder, in a database of its own; a test that changes something puts it back."""

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from django.db import transaction

from tests.copies import drop_database, make_database, pointed_at
from tests.permissions.watching import listening
from tests.permissions.world import World, build_world


@pytest.fixture(scope="session")
def kept_world() -> Iterator[dict[str, Any]]:
    """The world that this process built and the name of its database; both empty until a test asks for them."""
    kept: dict[str, Any] = {}
    yield kept
    if kept:
        drop_database(kept["database"])


@pytest.fixture(scope="module")
def world(django_test_environment: None, django_db_blocker: Any, kept_world: dict[str, Any]) -> Iterator[World]:
    """Everything there is. Other folders' tests come between these, so each module points at the database anew."""
    kept_world.setdefault("database", "") or kept_world.update(database=make_database("world"))
    with pointed_at(kept_world["database"], django_db_blocker):
        if "world" not in kept_world:
            kept_world["world"] = build_world()
        # The client would keep a copy of all that each template saw; nobody here looks at it, and it takes time.
        with listening(kept_world["world"].logged), patch("django.test.client.store_rendered_templates"):
            yield kept_world["world"]


@pytest.fixture
def undone(world: World) -> Iterator[None]:
    """Put back afterwards whatever a test changed."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
