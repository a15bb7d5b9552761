"""What the worker does at night by itself, with the clock in the test's hands."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connections

from portal.core.locks import Lock
from search import nightly
from search.management.commands.search_sync import Command
from search.models import SearchCount
from tests.factories import make_lab
from tests.search.conftest import Searching

pytestmark = pytest.mark.elasticsearch
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
TODAY = datetime(2026, 11, 24, 12, 0, tzinfo=AMSTERDAM)


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """Noon; the worker has seen its tasks, so that they are due from the next night on."""
    with time_machine.travel(TODAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
def running(searching: Searching, clock: time_machine.Traveller) -> Command:
    """A worker that has been running since noon."""
    worker = Command(stdout=StringIO(), stderr=StringIO())
    worker.turn()
    return worker


def at(hour: int, minute: int = 0, days: int = 1) -> datetime:
    return (TODAY + timedelta(days=days)).replace(hour=hour, minute=minute)


def test_a_new_worker_has_nothing_to_do_on_its_first_day(running: Command) -> None:
    assert nightly.due() == []


def test_tasks_are_due_from_three_in_the_morning_and_once(running: Command, clock: time_machine.Traveller) -> None:
    clock.move_to(at(2, 59))
    assert nightly.run_due() == {}
    clock.move_to(at(3, 0))
    assert set(nightly.run_due()) == {"forget", "reconcile", "phrases", "checks", "links", "joining"}
    assert nightly.run_due() == {}
    clock.move_to(at(23, 59))
    assert nightly.run_due() == {}
    clock.move_to(at(3, 0, days=2))
    assert set(nightly.run_due()) == {"forget", "reconcile", "phrases", "checks", "links", "joining"}


def test_a_machine_that_sleeps_at_night_catches_up_in_the_morning(
    running: Command, clock: time_machine.Traveller
) -> None:
    clock.move_to(at(9, 30, days=3))
    assert set(nightly.run_due()) == {"forget", "reconcile", "phrases", "checks", "links", "joining"}
    assert nightly.run_due() == {}


def test_the_worker_forgets_searches_of_ninety_days_ago_and_repairs(
    running: Command, searching: Searching, clock: time_machine.Traveller, school: Any
) -> None:
    lab = make_lab(school, title="Lab zonder signaal")
    searching.sync()
    type(lab).objects.filter(pk=lab.pk).update(title="Stil veranderd")
    for days in (10, 89, 91, 200):
        SearchCount.objects.create(day=(TODAY - timedelta(days=days)).date(), language="nl", words=f"w{days}")
    clock.move_to(at(3, 5, days=0) + timedelta(days=1))
    running.next_look = 0.0
    running.turn()
    assert sorted(SearchCount.objects.values_list("words", flat=True)) == ["w10", "w89"]
    assert searching.keys("stil veranderd") == ["een-lab"]


def test_the_worker_looks_once_a_minute_only(
    running: Command, clock: time_machine.Traveller, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(1):  # the look at the outbox
        running.turn()


def test_while_elasticsearch_is_away_forgetting_goes_on_and_repairing_waits(
    running: Command, clock: time_machine.Traveller, settings: Any
) -> None:
    address = settings.ELASTICSEARCH_URL
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:1"
    clock.move_to(at(4))
    assert "away" in nightly.run_due()["reconcile"]
    assert nightly.due() == ["reconcile"]
    settings.ELASTICSEARCH_URL = address
    assert list(nightly.run_due()) == ["reconcile"]


def test_without_an_address_of_elasticsearch_everything_is_done(
    running: Command, clock: time_machine.Traveller, settings: Any
) -> None:
    settings.ELASTICSEARCH_URL = ""
    clock.move_to(at(4))
    nightly.run_due()
    assert nightly.due() == []


def test_two_workers_do_not_do_it_both(running: Command, clock: time_machine.Traveller) -> None:
    clock.move_to(at(4))
    other = connections["default"].copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [Lock.NIGHT])
            assert nightly.run_due() == {}
            cursor.execute("SELECT pg_advisory_unlock(%s)", [Lock.NIGHT])
    finally:
        other.close()
    assert set(nightly.run_due()) == {"forget", "reconcile", "phrases", "checks", "links", "joining"}
