"""One school's own way through the phases: private to its team and the core team."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from portal.partners.models import Partner

MINIMUM_MONTHS = 12
"""Joining takes at least a year (source: practice illustration, lines 264-266)."""


def earliest_join(start: date) -> date:
    """Return the first day on which a trajectory that began on `start` may end in joining."""
    months = start.month - 1 + MINIMUM_MONTHS
    year, month = start.year + months // 12, months % 12 + 1
    for day in range(start.day, 27, -1):
        try:
            return date(year, month, day)
        except ValueError:  # 29 February of a leap year has no counterpart a year later
            continue
    return date(year, month, min(start.day, 28))


class TrajectoryQuerySet(models.QuerySet["Trajectory"]):
    """Questions about trajectories."""

    def example(self) -> "Trajectory | None":
        """Return the invented trajectory everybody may see; those of real schools are private."""
        return self.filter(is_example=True).prefetch_related("progress").first()


class Trajectory(ClusterableModel):
    """The joining of one school, with its planned dates. It records tasks of a team, never of a person."""

    partner = models.OneToOneField(
        Partner, verbose_name=_("partner"), on_delete=models.CASCADE, related_name="trajectory", null=True, blank=True
    )
    name = models.CharField(_("name"), max_length=120)
    starts_on = models.DateField(_("starts on"))
    joins_on = models.DateField(_("planned joining date"))
    is_example = models.BooleanField(_("example"), default=False)

    objects = TrajectoryQuerySet.as_manager()

    panels = [
        FieldPanel("name"),
        FieldPanel("partner"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("joins_on")]),
        InlinePanel("progress", heading=_("Finished tasks"), label=_("finished task")),
        FieldPanel("is_example"),
    ]

    class Meta:
        ordering = ["joins_on", "name"]
        verbose_name = _("trajectory of a joining location")
        verbose_name_plural = _("trajectories of joining locations")

    def __str__(self) -> str:
        return self.name

    @property
    def earliest_join(self) -> date:
        """The first day on which this school may join."""
        return earliest_join(self.starts_on)

    def finished(self) -> dict[str, date]:
        """Return the day on which each finished task was done, by the short name of the task."""
        return {row.task: row.done_on for row in self.progress.all()}

    def clean(self) -> None:
        """Refuse a joining date within a year of the start."""
        if self.starts_on and self.joins_on and self.joins_on < earliest_join(self.starts_on):
            raise ValidationError({"joins_on": _("Joining takes at least twelve months from the start.")})


class TaskProgress(Orderable):
    """A task the team has finished, with a line of evidence."""

    trajectory = ParentalKey(Trajectory, related_name="progress", on_delete=models.CASCADE)
    task = models.SlugField(_("task"), max_length=80)
    done_on = models.DateField(_("done on"))
    note = models.CharField(_("what came out of it"), max_length=300, blank=True)

    panels = [FieldPanel("task"), FieldPanel("done_on"), FieldPanel("note")]

    class Meta(Orderable.Meta):
        verbose_name = _("finished task")
        constraints = [models.UniqueConstraint(fields=["trajectory", "task"], name="one_row_per_finished_task")]

    def __str__(self) -> str:
        return self.task
