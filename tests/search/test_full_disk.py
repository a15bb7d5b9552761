"""A database whose disk is full: the worker of search waits, gives nothing up, and goes on afterwards."""

from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.db import OperationalError, connection
from django.utils import timezone

from search import nightly
from search.management.commands.search_sync import AWAY_SECONDS, Command
from search.models import SearchEvent
from tests.factories import make_lab
from tests.portal.test_full_disk import NO_ROOM
from tests.search.conftest import Searching

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def worker(searching: Searching, monkeypatch: pytest.MonkeyPatch) -> Command:
    """A worker that keeps the connection of the test."""
    monkeypatch.setattr("search.management.commands.search_sync.close_old_connections", lambda: None)
    return Command(stdout=StringIO(), stderr=StringIO())


def test_a_change_is_not_given_up_for_a_disk_that_was_full(
    searching: Searching, school: Any, worker: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    lab = make_lab(school, title="Lab over rekenen")

    def without_room(self: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DO $$ BEGIN {NO_ROOM}; END $$")

    with monkeypatch.context() as patch:
        patch.setattr(type(lab), "search_document", without_room)
        worker.turn()
    assert SearchEvent.objects.exists()
    assert not SearchEvent.objects.dead_letters().exists()
    searching.sync()
    assert searching.keys("rekenen") == ["een-lab"]


def test_a_task_of_the_night_that_finds_no_room_is_tried_after_a_minute_and_not_at_once(
    worker: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def without_room() -> str:
        tried.append(1)
        raise OperationalError("could not extend file: No space left on device")

    worker.turn()
    monkeypatch.setattr(nightly, "TASKS", {"forget": without_room})
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        worker.next_look = 0.0
        for _turn in range(3):
            worker.turn()
        assert len(tried) == 1
        worker.next_look = 0.0
        worker.turn()
    assert len(tried) == 2


def test_pages_that_cannot_be_kept_are_not_encoded_again_and_again(
    worker: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def without_room() -> Iterator[None]:
        tried.append(1)
        raise OperationalError("could not extend file: No space left on device")
        yield

    monkeypatch.setattr("search.management.commands.search_sync.encode_waiting", without_room)
    worker.turn()
    assert worker.pause == AWAY_SECONDS
    for _turn in range(2):
        worker.turn()
    assert len(tried) == 1
    worker.next_look = 0.0
    worker.turn()
    assert len(tried) == 2
