"""What search does once a night by itself: forget old searches, repair what no signal told, look for lost phrases.

The worker (`search_sync --loop`) asks every minute, so a deployment needs no other schedule.
"""

import logging
from collections.abc import Callable
from datetime import date, timedelta

from django.utils import timezone
from elasticsearch import ApiError, TransportError

from portal.core.locks import Lock, only_one
from portal.editorial.freshness.letters import send_due
from portal.editorial.links.checking import check_links
from search.counting import forget_old
from search.engines.breaker import reason
from search.index.reconcile import reconcile
from search.lost_phrases import look
from search.meaning.encoding import forget_unused
from search.models import NightlyTask

log = logging.getLogger(__name__)
HOUR = 3
"""From this hour (in the portal's time zone) the tasks of the day are due."""


def repair() -> str:
    """Reconcile, and return what was wrong; what passages meant that no page has any more goes too."""
    found = reconcile().total
    forget_unused()
    return f"{found} documents repaired"


def forget() -> str:
    """Delete counts of searches older than 90 days, and return how many went."""
    return f"{forget_old()} counts of searches forgotten"


def look_for_lost_phrases() -> str:
    """Search the phrases of pages, and return how many pages were looked at."""
    return f"phrases of {look()} documents searched"


TASKS: dict[str, Callable[[], str]] = {
    "forget": forget,
    "reconcile": repair,
    "phrases": look_for_lost_phrases,
    "checks": send_due,
    "links": check_links,
}


def every_night(name: str, work: Callable[[], str]) -> None:
    """Have a higher floor's work done every night too; it returns what it did in a sentence."""
    TASKS[name] = work


def night() -> date:
    """Return the night whose tasks are due now: before the hour still yesterday's."""
    return (timezone.localtime() - timedelta(hours=HOUR)).date()


def due() -> list[str]:
    """Return the tasks that are not done for this night; a task seen for the first time begins next night.

    One that is done for a night to come was so by a clock that was ahead. It is done again: each may be done twice.
    """
    done = dict(NightlyTask.objects.values_list("name", "done_for"))
    for name in TASKS.keys() - done.keys():
        NightlyTask.objects.get_or_create(name=name, defaults={"done_for": night()})
    return [name for name in TASKS if done.get(name, night()) != night()]


def run_due() -> dict[str, str]:
    """Do what is due, and return per task what it did; nothing while another worker is at it.

    A task that Elasticsearch does not let finish is not marked, so that it is due again at the next call.
    """
    if not due():
        return {}
    with only_one(Lock.NIGHT) as mine:
        return {name: run(name) for name in due()} if mine else {}


def run(name: str) -> str:
    """Do one task and mark it, or say why it could not be done."""
    try:
        result = TASKS[name]()
    except (TransportError, ApiError) as error:
        log.warning("the nightly task %s has to wait: %s", name, reason(error))
        return f"Elasticsearch is away: {reason(error)}"
    NightlyTask.objects.filter(name=name).update(done_for=night())
    return result
