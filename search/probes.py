"""What search tells of itself to whoever watches (`/readyz`, `/healthz` and `/metrics`)."""

from datetime import timedelta

from django.db.models import Q, QuerySet

from portal.core import probes
from portal.core.metrics import FIGURES, Figure
from search import nightly
from search.index.status import engine_status, outbox
from search.models import NightlyTask, StoredDocument

LATE_SECONDS = 60
"""A change that waits longer than this: the worker does not run, or can't keep up."""


def index() -> str:
    """Tell that nothing can be found at all, by either engine."""
    return "" if StoredDocument.objects.exists() else "no page is stored: run manage.py search_rebuild"


def engine() -> str:
    """Tell that Elasticsearch is away or holds another schema: visitors are answered by PostgreSQL then."""
    found = engine_status()
    return "" if found["ok"] else str(found.get("away", "another schema: run manage.py search_rebuild"))


def changes() -> str:
    """Tell of changes that wait too long, or were given up."""
    found = outbox()
    if found["dead_letters"]:
        return f"{found['dead_letters']} given up: look at manage.py search_status"
    late = found["lag_seconds"]
    return f"{late:.0f} seconds late" if late >= LATE_SECONDS else ""


def late_tasks() -> QuerySet[NightlyTask]:
    """Return the tasks that were not done last night, though there was a whole day for it, or for a night to come."""
    last = nightly.night()
    wrong = Q(done_for__lt=last - timedelta(days=1)) | Q(done_for__gt=last)
    return NightlyTask.objects.filter(wrong).order_by("name")


def night() -> str:
    """Tell of the tasks that are late."""
    late = late_tasks()
    return ", ".join(f"{task.name} not since {task.done_for}" for task in late)


probes.READY.update(index=index)
probes.WATCHED.update({"search engine": engine, "search changes": changes, "search night": night})
FIGURES.update(
    portal_search_changes_waiting=Figure("Changes that wait to be found.", lambda: outbox()["waiting"]),
    portal_search_changes_lag_seconds=Figure("Seconds the oldest of them waits.", lambda: outbox()["lag_seconds"]),
    portal_search_changes_given_up=Figure("Changes that were given up.", lambda: outbox()["dead_letters"]),
    portal_search_tasks_late=Figure("Tasks that were not done last night.", lambda: late_tasks().count()),
)
