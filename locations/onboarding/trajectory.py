"""One school's own way through the phases: private to its team and the core team."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.documents import get_document_model_string
from wagtail.models import Orderable

from locations.onboarding.months import earliest_join
from locations.onboarding.plan import PlannedPhase, newer_than, problems_of, read_template
from locations.onboarding.plan import phases_of as phases_of_plan
from locations.onboarding.progress import Progress, Standing, walk
from locations.onboarding.registry import counted
from portal.core.content_cache import watch
from portal.core.models.vocabularies import PartnerKind
from portal.partners.access.policy import UserAccess
from portal.partners.models import Partner

YEARS_AWAY = 10
"""A day further away than this is a slip of the keyboard."""


class TrajectoryQuerySet(models.QuerySet["Trajectory"]):
    """Questions about trajectories."""

    def example(self) -> "Trajectory | None":
        """Return the invented trajectory everybody may see; those of real schools are private."""
        return self.filter(is_example=True).prefetch_related("progress").first()

    def of_schools(self) -> "TrajectoryQuerySet":
        """Return the trajectories of partners that take part: not the public example, which nobody follows."""
        return self.filter(partner__archived=False, is_example=False).select_related("partner")

    def seen_by(self, access: UserAccess) -> "TrajectoryQuerySet":
        """Return those that somebody may see: who writes for the partner its own, the core team all."""
        if access.is_core:
            return self.of_schools()
        groups = access.user.groups.all() if access.group_names else []
        writes = models.Q(partner__authors__in=groups) | models.Q(partner__editors__in=groups)
        return self.of_schools().filter(writes).distinct()


class Trajectory(ClusterableModel):
    """The joining of one school, with its planned dates. It records tasks of a team, never of a person."""

    partner = models.OneToOneField(
        Partner, verbose_name=_("partner"), on_delete=models.CASCADE, related_name="trajectory", null=True, blank=True
    )
    name = models.CharField(_("name"), max_length=120)
    starts_on = models.DateField(_("starts on"))
    joins_on = models.DateField(_("planned joining date"))
    is_example = models.BooleanField(_("example"), default=False)
    plan: Any = models.JSONField(editable=False, default=dict, db_default={})
    """The version of the template that this school follows (`locations.onboarding.plan`)."""
    plan_from = models.DateField(_("version of"), editable=False, null=True)

    mailed_on = models.DateField(_("last mailed on"), editable=False, null=True)
    """The day of the last weekly mail (`locations.onboarding.digest`)."""

    objects = TrajectoryQuerySet.as_manager()

    panels = [
        FieldPanel("name"),
        FieldPanel("partner"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("joins_on")]),
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

    def finished(self) -> dict[str, date | None]:
        """Return the day on which each finished task was done, by the short name of the task."""
        return {row.task: row.done_on for row in self.progress.all() if row.done_on}

    def phases(self, language: str) -> list[PlannedPhase]:
        """Return the phases of the version that the school follows, in a language."""
        return phases_of_plan(self.plan, language)

    def walked(self, language: str) -> Progress:
        """Return how far the school is: what its team ticked, and what the portal sees itself at this moment."""
        phases, rows = self.phases(language), list(self.progress.all())
        automatic = [task for phase in phases for task in phase.tasks if task.check_name]
        facts = counted((task.check_name for task in automatic), self.partner) if self.partner else {}
        seen = {task.slug: None for task in automatic if facts.get(task.check_name, 0) >= task.wanted}
        by_hand = {row.task: row.done_on for row in rows if row.done_on}
        for task in automatic:
            by_hand.pop(task.slug, None)
        standing = Standing(
            finished={**by_hand, **seen},
            begun={row.task for row in rows if not row.done_on},
            passed={gate.phase for gate in self.gates.all()},
            starts_on=self.starts_on,
        )
        return walk([(phase, phase.pairs()) for phase in phases], standing)

    def clean(self) -> None:
        """Refuse a joining date within a year, and a start with a template that no school can follow."""
        errors: dict[str, Any] = {}
        for name in ("starts_on", "joins_on"):
            day = getattr(self, name)
            if day and abs(day.year - timezone.localdate().year) > YEARS_AWAY:
                errors[name] = _("Choose a day within ten years.")
        if self.starts_on and self.joins_on and not errors:
            first = earliest_join(self._counts_from())
            if self.joins_on < first:
                day = date_format(first, "DATE_FORMAT")
                errors["joins_on"] = _("Joining takes at least twelve months: choose %(day)s or later.") % {"day": day}
        joins = self.partner is not None and self.partner.kind == PartnerKind.SCHOOL and not self.partner.archived
        if not self.is_example and not joins:
            errors["partner"] = _("Choose the school that joins.")
        elif not self.plan and not self.is_example and (problems := problems_of(read_template())):
            errors["partner"] = problems
        if errors:
            raise ValidationError(errors)

    def _counts_from(self) -> date:
        """Return the day from which the year counts: nobody starts a trajectory for a year that is half over."""
        is_new = self._state.adding and not self.is_example
        return max(self.starts_on, timezone.localdate()) if is_new else self.starts_on

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Give a school that starts the template as it is now."""
        if not self.plan and not self.is_example:
            self.follow_template()
        super().save(*args, **kwargs)

    def follow_template(self) -> None:
        """Take the template over as it is now; what was done stays."""
        self.plan, self.plan_from = newer_than(self.plan), timezone.localdate()


class TaskProgress(Orderable):
    """What a team wrote down of a task: when it was done, in a line, with a document of its own."""

    trajectory = ParentalKey(Trajectory, related_name="progress", on_delete=models.CASCADE)
    task = models.SlugField(_("task"), max_length=80)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    note = models.CharField(_("what came out of it"), max_length=300, blank=True)
    document = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # A document to which something public refers is read by everyone; one that is evidence must not be.
    document.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]
    changed_at = models.DateTimeField(auto_now=True, null=True)

    class Meta(Orderable.Meta):
        verbose_name = _("task of a school")
        constraints = [models.UniqueConstraint(fields=["trajectory", "task"], name="one_row_per_finished_task")]

    def __str__(self) -> str:
        return self.task

    def clean(self) -> None:
        """Refuse a day that has not come yet, and one from before the trajectory."""
        if self.done_on and self.done_on > timezone.localdate():
            raise ValidationError({"done_on": _("This day has not come yet.")})
        if self.done_on and self.done_on < self.trajectory.starts_on:
            raise ValidationError({"done_on": _("The trajectory had not begun on this day.")})


class PassedGate(models.Model):
    """A gate that the core team let a school through: the next phase is open, whatever changes afterwards."""

    trajectory = ParentalKey(Trajectory, related_name="gates", on_delete=models.CASCADE)
    phase = models.SlugField(_("phase"), max_length=80)
    passed_on = models.DateField(_("passed on"), default=timezone.localdate)

    class Meta:
        verbose_name = _("gate of a school")
        verbose_name_plural = _("gates of a school")
        constraints = [models.UniqueConstraint(fields=["trajectory", "phase"], name="one_row_per_passed_gate")]

    def __str__(self) -> str:
        return self.phase


watch(PassedGate)  # visitors see those of the example
