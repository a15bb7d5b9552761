"""The demo site, loaded once for this folder inside a transaction that is rolled back afterwards."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from home.demo.load import load


@pytest.fixture(scope="package")
def loaded(django_db_setup: Any, django_db_blocker: Any) -> Iterator[list[str]]:
    """Load the demo site; the value is the list of steps it reported."""
    steps: list[str] = []
    with django_db_blocker.unblock(), transaction.atomic():
        load(steps.append)
        yield steps
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded: list[str], db: Any) -> list[str]:
    """The loaded demo site; what a test changes is undone."""
    return loaded
