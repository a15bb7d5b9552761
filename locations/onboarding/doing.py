"""What people do in a trajectory: write something down, pass a gate, take over a newer version. Each is in the log."""

from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from locations.onboarding.plan import PlannedTask, title_of_gone
from locations.onboarding.progress import PhaseStep
from locations.onboarding.trajectory import PassedGate, TaskProgress, Trajectory
from portal.core.models.users import AnyUser

WRITTEN, DONE, PASSED, HELD, RENEWED = (
    f"portal.joining_{what}" for what in ("written", "done", "passed", "held", "renewed")
)
"""What the log calls each."""


def write_down(row: TaskProgress, task: PlannedTask, was_done: bool, user: AnyUser) -> None:
    """Keep what a team wrote down of a task; a task that became done is told as that."""
    row.save()
    action = DONE if row.done_on and not was_done else WRITTEN
    log(row.trajectory, action, user=user, data={"what": task.title})


@transaction.atomic
def pass_gate(trajectory: Trajectory, slug: str, language: str, user: AnyUser) -> PhaseStep | None:
    """Let a school through the gate of a phase; None when that cannot be, because something is left to do.

    The row of the school is locked meanwhile, so that of two people who do this at once the second finds it done.
    """
    Trajectory.objects.select_for_update(of=("self",)).get(pk=trajectory.pk)
    step = _step(trajectory, slug, language)
    if step is None or not step.may_pass:
        return None
    PassedGate.objects.create(trajectory=trajectory, phase=slug)
    log(trajectory, PASSED, user=user, data={"what": step.phase.title})
    return step


def hold_gate(trajectory: Trajectory, slug: str, language: str, user: AnyUser) -> PhaseStep | None:
    """Close a gate again that was passed; None for one that was not. What was done behind it stays."""
    step = _step(trajectory, slug, language)
    if step is None or not PassedGate.objects.filter(trajectory=trajectory, phase=slug).delete()[0]:
        return None
    log(trajectory, HELD, user=user, data={"what": step.phase.title})
    return step


def renew(trajectory: Trajectory, user: AnyUser) -> None:
    """Give a school the template as it is now; raises nothing, and loses nothing that was written down."""
    trajectory.follow_template()
    trajectory.save(update_fields=["plan", "plan_from"])
    log(trajectory, RENEWED, user=user)


def left_behind(trajectory: Trajectory, language: str) -> list[tuple[str, TaskProgress]]:
    """Return what was written down of tasks that the school's version no longer has, with their titles."""
    kept = {task.slug for phase in trajectory.phases(language) for task in phase.tasks}
    rows: list[Any] = [row for row in trajectory.progress.all() if row.task not in kept]
    rows.sort(key=lambda row: str(row.done_on or ""), reverse=True)
    return [(title_of_gone(trajectory.plan, row.task, language), row) for row in rows]


def _step(trajectory: Trajectory, slug: str, language: str) -> PhaseStep | None:
    fresh = Trajectory.objects.select_related("partner").get(pk=trajectory.pk)
    return next((step for step in fresh.walked(language).phases if step.phase.slug == slug), None)
