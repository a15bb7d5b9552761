"""Whether this process lives, whether the site can be shown, and how each of its parts is doing.

Three addresses, as Kubernetes and most monitors know them: `/livez`, `/readyz` and `/healthz`. A part tells of itself:
a probe is registered where its part is, so that this module knows none of the floors above it.
"""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.core import schedule
from portal.core.away import NOT_KEPT, SECONDS_TO_RETRY, is_away
from portal.core.mail.models import OutgoingMail

Probe = Callable[[], str]
"""Says in a few words what is wrong with a part; nothing when it is well."""

READY: dict[str, Probe] = {}
"""What has to be well before visitors are sent here."""
WATCHED: dict[str, Probe] = {}
"""What somebody should know of, though the site answers without it."""
OK = "ok"
FULL_BELOW = 0.05
"""Share of the disk that is left when it is time to look."""
LATE = timedelta(minutes=5)
"""How long after its time a page may appear; the schedule is looked at every minute or so."""


def look(probes: dict[str, Probe]) -> dict[str, str]:
    """Return a word per part; one that is away is told too, and keeps no other from answering."""
    return {name: _look(probe) for name, probe in probes.items()}


def _look(probe: Probe) -> str:
    try:
        return probe() or OK
    except Exception as error:
        if is_away(error):
            return "away"
        raise


def are_well(found: dict[str, str]) -> bool:
    """Return whether every part is well."""
    return all(word == OK for word in found.values())


@non_atomic_requests
@require_safe
def livez(request: HttpRequest) -> HttpResponse:
    """Answer as long as this process can: it asks no other part, as starting it anew would mend none of them."""
    return _answer(OK, 200)


@non_atomic_requests
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Answer 200 when visitors may be sent here, else 503 with a line for each part that is not well."""
    found = look(READY)
    if are_well(found):
        return _answer(OK, 200)
    return _answer("\n".join(f"{name}: {word}" for name, word in found.items() if word != OK), 503)


def _answer(text: str, status: int) -> HttpResponse:
    answer = HttpResponse(f"{text}\n", status=status, content_type="text/plain; charset=utf-8")
    answer["Cache-Control"] = NOT_KEPT
    if status == 503:
        answer["Retry-After"] = str(SECONDS_TO_RETRY)
    return answer


def database() -> str:
    """Ask the database for nothing at all."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return ""


class _Migrated:
    """The migrations of this code, read from its files once: they change with a new process only."""

    is_known_to_be_done = False


def migrations() -> str:
    """Tell of migrations that this code has and the database lacks; asked until there are none."""
    if _Migrated.is_known_to_be_done:
        return ""
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    _Migrated.is_known_to_be_done = not waiting
    return f"{len(waiting)} migrations wait: run manage.py migrate" if waiting else ""


def free_space() -> float:
    """Return which share of the disk of uploads is free; storage elsewhere is watched there, and all free here."""
    if not isinstance(default_storage, FileSystemStorage) or not settings.MEDIA_ROOT:
        return 1.0
    # Nothing makes the folder before the first upload.
    folder = next(path for path in (Path(settings.MEDIA_ROOT), *Path(settings.MEDIA_ROOT).parents) if path.exists())
    space = shutil.disk_usage(folder)
    return space.free / space.total


def disk() -> str:
    """Tell of a disk that is nearly full."""
    return f"{free:.0%} free" if (free := free_space()) < FULL_BELOW else ""


def late_pages() -> int:
    """Return how many pages should have appeared or gone some minutes ago."""
    return schedule.overdue(timezone.now() - LATE)


def planned() -> str:
    """Tell of pages that are late: nobody looks at the schedule."""
    return f"{late} wait for publish_scheduled" if (late := late_pages()) else ""


def late_mails() -> int:
    """Return how many mails should have gone."""
    return OutgoingMail.objects.late().count()


def mail() -> str:
    """Tell of mail that should have gone."""
    return f"{late} late" if (late := late_mails()) else ""


READY.update(database=database, migrations=migrations)
WATCHED.update(disk=disk, schedule=planned, mail=mail)
