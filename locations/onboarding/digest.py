"""The weekly mail of a trajectory: to each of the team what they look after, what is late first."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language

from locations.onboarding.people import receivers
from locations.onboarding.progress import Progress, TaskStatus, TaskStep
from locations.onboarding.trajectory import Trajectory
from portal.editorial import mail

OPEN = (TaskStatus.BUSY, TaskStatus.TODO)


@dataclass(frozen=True)
class Letter:
    """What one person hears of one trajectory; the tasks are read in the language in which it is written."""

    trajectory: Trajectory
    roles: frozenset[str]
    day: date

    @cached_property
    def late(self) -> list[TaskStep]:
        """Return what is late, the longest ago first."""
        return [step for step in self._progress.overdue(self.day) if step.task.owner in self.roles]

    @cached_property
    def to_do(self) -> list[TaskStep]:
        """Return what can be done now and is not late, by day."""
        steps = [step for step in self._progress.steps if step.status in OPEN and step.task.owner in self.roles]
        in_time = [step for step in steps if not step.is_overdue(self.day)]
        return sorted(in_time, key=lambda step: step.due_on or self.day)

    @property
    def url(self) -> str:
        """Where the trajectory stands in the admin."""
        return mail.link(reverse("joining:detail", args=[self.trajectory.pk]))

    @cached_property
    def _progress(self) -> Progress:
        return self.trajectory.walked(get_language() or "")


def send_weekly() -> str:
    """Write to the teams that have not heard this week, and say how many mails that were.

    The week begins on Monday; a night that was missed is made up for in the next. A trajectory is noted as told in
    the transaction that keeps its mails, so that none goes twice.
    """
    day, written = timezone.localdate(), 0
    monday = day - timedelta(days=day.weekday())
    due = Trajectory.objects.of_schools().filter(_untold(monday), starts_on__lte=day)
    for key in due.values_list("pk", flat=True):
        with transaction.atomic():
            written += _tell(key, monday, day)
    return f"{written} mails about joining"


def _untold(monday: date) -> Q:
    """Say who has not heard in the week of a Monday; one that heard weeks ahead did so by a clock that was wrong."""
    return Q(mailed_on=None) | Q(mailed_on__lt=monday) | Q(mailed_on__gte=monday + timedelta(weeks=2))


def _tell(key: int, monday: date, day: date) -> int:
    rows = Trajectory.objects.of_schools().select_for_update(of=("self",), skip_locked=True)
    trajectory = rows.filter(_untold(monday), pk=key).first()
    if trajectory is None:
        return 0
    steps, written = trajectory.walked(settings.LANGUAGE_CODE).steps, 0
    waiting = {step.task.owner for step in steps if step.status in OPEN or step.is_overdue(day)}
    for user, roles in receivers(trajectory, day).items():
        if waiting & roles:
            mail.send([user], "joining", {"letter": Letter(trajectory, frozenset(roles), day)})
            written += 1
    trajectory.mailed_on = day
    trajectory.save(update_fields=["mailed_on"])
    return written
