"""The tasks of one school as lines of a table: the screen, the print and the spreadsheet say the same."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from locations.onboarding.models import OwnerRole
from locations.onboarding.progress import PhaseStep, Progress, TaskStatus, TaskStep
from locations.onboarding.trajectory import TaskProgress, Trajectory
from portal.core.models.media import PortalDocument

STATUS = {
    TaskStatus.DONE: _("done"),
    TaskStatus.BUSY: _("busy"),
    TaskStatus.TODO: _("not started yet"),
    TaskStatus.LOCKED: _("not possible yet"),
}
"""The status in words, as components/status.html has them."""


COLUMNS = {
    "phase_title": _("Phase"),
    "title": _("Task"),
    "status": _("Status"),
    "owner": _("Who looks after it"),
    "due_on": _("Due"),
    "done_on": _("Done on"),
    "note": _("Written down"),
    "document_title": _("Document"),
}
"""What a spreadsheet says of each line, and the heading of the column."""


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task of a school with everything there is to say of it."""

    phase: PhaseStep
    step: TaskStep
    row: TaskProgress | None
    is_late: bool

    @property
    def title(self) -> str:
        """What the task is called."""
        return str(self.step.task.title)

    @property
    def phase_title(self) -> str:
        """What its phase is called."""
        return str(self.phase.phase.title)

    @property
    def status(self) -> str:
        """How far it is, in a word."""
        return str(STATUS[self.step.status])

    @property
    def owner(self) -> str:
        """Who looks after it, as a role."""
        return str(OwnerRole(self.step.task.owner).label)

    @property
    def due_on(self) -> date | None:
        """The day on which it should be done."""
        return self.step.due_on

    @property
    def done_on(self) -> date | None:
        """The day on which it was done; None for what the portal sees itself."""
        return self.step.done_on

    @property
    def note(self) -> str:
        """What was written down."""
        return self.row.note if self.row else ""

    @property
    def document(self) -> PortalDocument | None:
        """The document that was added."""
        return self.row.document if self.row else None

    @property
    def document_title(self) -> str:
        """What that document is called."""
        return self.document.title if self.document else ""


def lines_of(trajectory: Trajectory, progress: Progress) -> list[TaskLine]:
    """Return the tasks of a school as lines, in order; one query."""
    rows = {row.task: row for row in trajectory.progress.select_related("document")}
    today = timezone.localdate()
    return [
        TaskLine(phase, step, rows.get(step.task.slug), step.is_overdue(today))
        for phase in progress.phases
        for step in phase.tasks
    ]
