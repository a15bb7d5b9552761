"""What search tells of itself to whoever watches (`/readyz` and `/healthz`)."""

from datetime import timedelta

from portal.core import probes
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


def night() -> str:
    """Tell of tasks that were not done last night, though there was a whole day for it."""
    late = NightlyTask.objects.filter(done_for__lt=nightly.night() - timedelta(days=1)).order_by("name")
    return ", ".join(f"{task.name} not since {task.done_for}" for task in late)


probes.READY.update(index=index)
probes.WATCHED.update({"search engine": engine, "search changes": changes, "search night": night})
