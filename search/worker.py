"""Empties the outbox: builds the documents of changed objects and brings both engines up to date."""

import logging
import random
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import F
from django.utils import timezone
from elasticsearch import ApiError, TransportError

from search.documents import Identity
from search.engines.breaker import reason
from search.engines.client import hosts
from search.index import names, writing
from search.models import SearchEvent
from search.models.outbox import SearchEventQuerySet
from search.stored_documents import DocumentUpdate, update_documents

log = logging.getLogger(__name__)

BATCH = 200
MOST_ATTEMPTS = 12
AWAY_PAUSE = timedelta(seconds=5)
FIRST_PAUSE = timedelta(seconds=1)
LONGEST_PAUSE = timedelta(minutes=10)


@dataclass(frozen=True)
class Batch:
    """Objects whose changes are handled together, and the last event that is covered for them."""

    identities: tuple[Identity, ...]
    fresh: tuple[Identity, ...]
    """Those that PostgreSQL does not know yet; the others only wait for Elasticsearch."""
    last_event: int


@dataclass(frozen=True)
class Report:
    """What one round did."""

    objects: int
    stored: int
    removed: int
    failed: int
    away: str = ""
    """Why Elasticsearch could not be written; PostgreSQL is up to date all the same."""


def sync_once() -> Report | None:
    """Handle one batch; None when nothing waits.

    Several workers at once are right, only wasteful: documents are read anew under one lock and the
    index keeps the highest version.
    """
    batch = next_batch()
    if batch is None:
        return None
    try:
        # Asked before reading: an index made later is filled from a state that is newer than this one.
        targets = names.targets() if hosts() else {}
    except (TransportError, ApiError) as error:
        return away(batch, update_documents(batch.fresh), error)
    update = update_documents(batch.identities)
    try:
        written = push(update, targets)
    except (TransportError, ApiError) as error:
        return away(batch, update, error)
    finish(batch, update, written)
    failed = len(update.failed) + len(written.refused) + len(written.later)
    return Report(len(batch.identities), len(update.stored), len(update.gone), failed)


def next_batch() -> Batch | None:
    """Return the objects that wait longest."""
    waiting = SearchEvent.objects.waiting().order_by("id")[:BATCH]
    events = list(waiting)
    if not events:
        return None
    return Batch(
        identities=tuple(dict.fromkeys(event.identity for event in events)),
        fresh=tuple(dict.fromkeys(event.identity for event in events if not event.attempts)),
        last_event=events[-1].pk,
    )


def away(batch: Batch, update: DocumentUpdate, error: Exception) -> Report:
    """Leave the events for when Elasticsearch is back; an outage is nobody's fault and never a dead letter."""
    waiting = SearchEvent.objects.waiting().filter(id__lte=batch.last_event)
    waiting.filter(attempts=0).update(attempts=1)
    waiting.update(next_try=timezone.now() + AWAY_PAUSE, error=reason(error))
    return Report(len(batch.identities), len(update.stored), len(update.gone), 0, away=reason(error))


def push(update: DocumentUpdate, targets: dict[str, tuple[str, ...]]) -> writing.Written:
    """Write an update of documents to the indices."""
    if not any(targets.values()):
        return writing.Written()
    return writing.write(writing.actions(update.stored, update.gone, update.version, targets), at_once=True)


def finish(batch: Batch, update: DocumentUpdate, written: writing.Written) -> None:
    """Forget the events that are done; put off or give up the others."""
    failed = update.failed | written.refused
    postpone(batch, failed, for_good=True)
    postpone(batch, written.later, for_good=False)
    for identity in batch.identities:
        if identity not in failed and identity not in written.later:
            covered(batch, identity).delete()


def covered(batch: Batch, identity: Identity) -> SearchEventQuerySet:
    """Return the events of one object that this batch covers; later ones stay."""
    return SearchEvent.objects.filter(object_type=identity[0], object_id=identity[1], id__lte=batch.last_event)


def postpone(batch: Batch, failed: dict[Identity, str], for_good: bool) -> None:
    """Try again later, each time after a longer pause; give up after a dozen times or when trying is useless."""
    for identity, error in failed.items():
        events = covered(batch, identity).filter(dead=False)
        attempts = max(events.values_list("attempts", flat=True), default=0)
        dead = for_good or attempts + 1 >= MOST_ATTEMPTS
        events.update(
            attempts=F("attempts") + 1, error=error[:500], dead=dead, next_try=timezone.now() + pause(attempts)
        )
        if dead:
            log.error("given up on %s:%s: %s", *identity, error)


def pause(attempts: int) -> timedelta:
    """Return how long to wait, with some chance in it so that not everything comes back at once."""
    wait = min(FIRST_PAUSE * 2**attempts, LONGEST_PAUSE)
    return wait * random.uniform(0.8, 1.2)  # spreads load, keeps no secret
