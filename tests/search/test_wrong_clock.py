"""A clock that was ahead and comes back: nothing in search waits for the time it was ahead, or goes on for it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine

from search import nightly, probes
from search.lost_phrases import look
from search.models import NightlyTask, SearchEvent, StoredDocument
from search.worker import sync_once
from tests.factories import make_lab
from tests.search.conftest import Searching, document

pytestmark = pytest.mark.elasticsearch
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOON = datetime(2026, 11, 24, 12, tzinfo=AMSTERDAM)
AHEAD = [timedelta(hours=1), timedelta(days=1), timedelta(days=365)]


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.mark.parametrize("ahead", AHEAD)
def test_a_change_made_meanwhile_is_found_at_once_afterwards(
    searching: Searching, school: Any, clock: time_machine.Traveller, ahead: timedelta
) -> None:
    clock.shift(ahead)
    make_lab(school, title="Lab over rekenen")
    clock.shift(-ahead)
    searching.sync()
    assert searching.keys("rekenen") == ["een-lab"]
    assert not SearchEvent.objects.exists()


@pytest.mark.parametrize("ahead", AHEAD)
def test_a_change_that_was_put_off_meanwhile_is_tried_again_afterwards(
    searching: Searching, school: Any, clock: time_machine.Traveller, settings: Any, ahead: timedelta
) -> None:
    address = settings.ELASTICSEARCH_URL
    make_lab(school, title="Lab over rekenen")
    clock.shift(ahead)
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:1"
    assert sync_once()
    assert not SearchEvent.objects.waiting().exists()
    clock.shift(-ahead)
    settings.ELASTICSEARCH_URL = address
    searching.sync()
    assert searching.keys("rekenen") == ["een-lab"]


@pytest.mark.parametrize("ahead", AHEAD[1:])
def test_no_night_is_left_out_afterwards(searching: Searching, clock: time_machine.Traveller, ahead: timedelta) -> None:
    nightly.run_due()
    clock.shift(ahead)
    assert "reconcile" in nightly.run_due()
    clock.shift(-ahead)
    assert set(probes.late_tasks()) == set(NightlyTask.objects.all())  # until the worker looks
    nightly.run_due()
    assert not probes.late_tasks().exists()
    assert nightly.run_due() == {}
    clock.move_to(NOON + timedelta(days=1))
    assert "reconcile" in nightly.run_due()


@pytest.mark.parametrize("sunday", [datetime(2026, 3, 29), datetime(2026, 10, 25)])
def test_a_night_in_which_summer_begins_or_ends_is_one_night(
    searching: Searching, clock: time_machine.Traveller, sunday: datetime
) -> None:
    midnight = sunday.replace(tzinfo=AMSTERDAM)
    clock.move_to(midnight - timedelta(hours=12))
    nightly.run_due()
    NightlyTask.objects.update(done_for=nightly.night())
    done: list[str] = []
    for minutes in range(0, 8 * 60, 20):
        clock.move_to(midnight.timestamp() + minutes * 60)
        done += nightly.run_due()
    assert sorted(done) == sorted(nightly.TASKS)


def test_a_look_for_lost_phrases_ends_in_time_when_the_clock_goes_back(
    searching: Searching, clock: time_machine.Traveller, monkeypatch: pytest.MonkeyPatch
) -> None:
    searching.put(*(document(f"zin-{n}", phrases=(f"eigen zin {n}",)) for n in range(3)))

    def set_back(*asked: Any) -> bool:
        clock.shift(-timedelta(days=1))
        return True

    monkeypatch.setattr("search.lost_phrases._leads_to", set_back)
    assert look(patience=timedelta(0)) == 1


def test_phrases_that_were_looked_at_meanwhile_are_looked_at_again_first(
    searching: Searching, clock: time_machine.Traveller
) -> None:
    searching.put(*(document(f"zin-{n}", phrases=(f"eigen zin {n}",)) for n in range(2)))
    first, second = StoredDocument.objects.order_by("pk")
    StoredDocument.objects.filter(pk=first.pk).update(phrases_seen_at=NOON - timedelta(days=1))
    StoredDocument.objects.filter(pk=second.pk).update(phrases_seen_at=NOON + timedelta(days=365))
    assert look(patience=timedelta(0)) == 1
    second.refresh_from_db()
    assert second.phrases_seen_at == NOON
