"""Publishing and taking offline at the time an editor chose, exactly once however many runners there are.

Core's own command stops at the first broken revision and lets two runners publish the same page twice. Here one
runner at a time works, each item has a transaction and a row lock of its own, and a broken item is skipped and
reported while the others go on.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import OperationalError, models, transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import DraftStateMixin, Page, Revision

from portal.core.held import HeldError
from portal.core.locks import Lock, only_one
from portal.core.translations.holding import HELD

logger = logging.getLogger(__name__)

# Any number, as long as nobody else on the server takes the same lock.
TRIES = 3


@dataclass
class ScheduleReport:
    """What one run did."""

    busy: bool = False
    published: list[str] = field(default_factory=list)
    expired: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


def run() -> ScheduleReport:
    """Take offline what is past its date, publish what is due, and say what happened.

    Needs a connection of its own for as long as it takes: the lock lives in the session of the database.
    """
    with only_one(Lock.SCHEDULE) as mine:
        report = ScheduleReport(busy=not mine)
        if mine:
            _each(expiring(), _expire, report.expired, report.broken)
            _each(due(), _publish, report.published, report.broken)
    return report


def due() -> list[tuple[type[models.Model], Any]]:
    """Return the revisions that should be live by now, the earliest first."""
    found = Revision.objects.filter(approved_go_live_at__lt=timezone.now()).order_by("approved_go_live_at", "pk")
    return [(Revision, pk) for pk in found.values_list("pk", flat=True)]


def overdue(moment: datetime) -> int:
    """Return how many things should have appeared or gone before a moment, and have not."""
    appear = Revision.objects.filter(approved_go_live_at__lt=moment).count()
    return appear + sum(model.objects.filter(live=True, expire_at__lt=moment).count() for model in _scheduled_models())


def expiring() -> list[tuple[type[models.Model], Any]]:
    """Return the live objects that are past their last day, the earliest first."""
    found: list[tuple[type[models.Model], Any]] = []
    for model in _scheduled_models():
        over = model.objects.filter(live=True, expire_at__lt=timezone.now()).order_by("expire_at", "pk")
        found += [(model, pk) for pk in over.values_list("pk", flat=True)]
    return found


def _scheduled_models() -> list[Any]:
    others = [
        model for model in apps.get_models() if issubclass(model, DraftStateMixin) and not issubclass(model, Page)
    ]
    return [Page, *others]


def _each(
    items: list[tuple[type[models.Model], int]],
    act: Callable[[type[models.Model], int], str | None],
    done: list[str],
    broken: list[str],
) -> None:
    """Do one thing with each item; whatever is wrong with one is no reason to leave the others waiting."""
    for model, pk in items:
        try:
            if name := _patiently(act, model, pk):
                done.append(name)
        except Exception:
            logger.exception("scheduled item %s %s could not be handled", model._meta.label, pk)
            broken.append(f"{model._meta.verbose_name} {pk}")


def _patiently(act: Callable[[type[models.Model], int], str | None], model: type[models.Model], pk: int) -> str | None:
    """Try again when the database gave up on a lock; raises what the last try raised."""
    for attempt in range(TRIES):
        try:
            with transaction.atomic():
                return act(model, pk)
        except OperationalError:
            if attempt == TRIES - 1:
                raise
    return None


def _publish(model: type[models.Model], pk: int) -> str | None:
    """Publish a revision that is still due; returns its name, or None when an editor changed it meanwhile."""
    rows = Revision.objects.select_for_update(skip_locked=True, of=("self",))
    revision = rows.filter(pk=pk, approved_go_live_at__lt=timezone.now()).first()
    if revision is None:
        return None
    try:
        with transaction.atomic():
            revision.publish(log_action="wagtail.publish.scheduled")
    except HeldError as held:
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])
        log(held.held, HELD, revision=revision, data={"why": held.why})
        return None
    return str(revision.object_str)


def _expire(model: type[Any], pk: int) -> str | None:
    """Take an object offline that is still live past its last day; returns its name."""
    rows = model.objects.select_for_update(skip_locked=True, of=("self",))
    instance = rows.filter(pk=pk, live=True, expire_at__lt=timezone.now()).first()
    if instance is None:
        return None
    getattr(instance, "specific", instance).unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return str(instance)
