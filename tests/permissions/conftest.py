"""One world for all tests of a module, in a database of its own; a test that changes something puts it back."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from tests.permissions.world import World, build_world
from tests.race_plugin import own_database


@pytest.fixture(scope="module")
def world(django_test_environment: None, django_db_blocker: Any) -> Iterator[World]:
    """Everything there is."""
    with own_database(django_db_blocker, "world"):
        yield build_world()


@pytest.fixture
def undone(world: World) -> Iterator[None]:
    """Put back afterwards whatever a test changed."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
