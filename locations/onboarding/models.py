"""The template of joining: phases with their tasks and gates. The core team owns it."""

from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

from locations.onboarding.registry import choices
from portal.core.models.facts import SharedFacts, TranslatedRow
from portal.core.models.phrases import Findable
from portal.core.peers import asked_together
from portal.core.reading import row_pairs
from portal.core.translations.snippets import SharedSnippetForm
from search.documents import SearchDocument


class OnboardingPhase(index.Indexed, Findable, SharedFacts, TranslatableMixin, ClusterableModel):
    """A phase of the trajectory with its tasks and the gate to the next. The core team owns the template."""

    slug = models.SlugField(_("short name in addresses"), max_length=80)
    order = models.PositiveSmallIntegerField(_("order"))
    title = models.CharField(_("title"), max_length=120)
    intro = models.TextField(_("introduction"), max_length=400)
    month_from = models.PositiveSmallIntegerField(_("from month"))
    month_to = models.PositiveSmallIntegerField(_("up to month"))
    gate = models.TextField(_("gate to the next phase"), max_length=300, blank=True)
    source_lines = models.CharField(_("lines in the source"), max_length=40, blank=True)
    is_example = models.BooleanField(_("planning is an example"), default=False)

    base_form_class = SharedSnippetForm
    shared_fields = ("slug", "order", "month_from", "month_to", "source_lines", "is_example")

    panels = [
        FieldPanel("title"),
        FieldPanel("intro"),
        *Findable.phrase_panels,
        FieldRowPanel([FieldPanel("order"), FieldPanel("month_from"), FieldPanel("month_to")]),
        InlinePanel("tasks", heading=_("Tasks"), label=_("task")),
        FieldPanel("gate"),
        FieldPanel("source_lines"),
        FieldPanel("is_example"),
        FieldPanel("slug"),
    ]
    search_fields = [index.SearchField("title"), index.AutocompleteField("title"), index.FilterField("locale_id")]

    class Meta(TranslatableMixin.Meta):
        ordering = ["order"]
        verbose_name = _("phase of joining")
        verbose_name_plural = _("phases of joining")
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="one_phase_per_slug_and_language")]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuse a phase that ends before it begins."""
        if self.month_from and self.month_to and self.month_to < self.month_from:
            raise ValidationError({"month_to": _("A phase cannot end before it begins.")})

    def task_pairs(self) -> list[tuple[Any, Any]]:
        """Return the tasks as pairs of facts and text in the phase's language."""
        return row_pairs(self, "tasks")

    def get_url(self) -> str:
        """Return the phase's address; empty while the joining page of its language is not live."""
        return address_of_phase(self)

    def search_document(self) -> SearchDocument | None:
        """Return the phase as a document; none while it has no address."""
        url = self.get_url()
        if not url:
            return None
        return SearchDocument(
            object_type=self._meta.label_lower,
            object_id=self.pk,
            kind="pagina",
            key=self.slug,
            language=self.locale.language_code,
            title=self.title,
            url=url,
            summary=self.intro,
            headings=tuple(task.title for task in self.tasks.all()),
            body=" ".join([self.gate, *(task.why for task in self.tasks.all())]),
            is_example=self.is_example,
        )


@asked_together
def address_of_phase(phases: list[OnboardingPhase]) -> dict[int, str]:
    """Return the address of each phase; empty while the joining page of its language is not live."""
    model: Any = apps.get_model("locations", "OnboardingIndexPage")  # the page type that shows the phases
    pages = model.objects.live().filter(locale__in={phase.locale_id for phase in phases}).select_related("locale")
    first = {page.locale_id: page for page in reversed(list(pages))}
    joining = {phase: first.get(phase.locale_id) for phase in phases}
    return {phase.pk: page.phase_address(phase.slug) if page else "" for phase, page in joining.items()}


class OwnerRole(models.TextChoices):
    """Who in the school sees to it that a task gets done: a role, never a person."""

    LEADERSHIP = "schoolleiding", _("school leadership")
    EDUCATORS = "opleiders", _("educators")
    TEAM = "team", _("the whole team")
    EDITORS = "redactie", _("editors of the location")


class OnboardingTask(TranslatedRow):
    """A task of a phase, ticked by hand or from a fact the portal can see itself."""

    class DoneWhen(models.TextChoices):
        """How a task gets done."""

        BY_HAND = "handmatig", _("somebody ticks it")
        AUTOMATIC = "automatisch", _("the portal sees it")

    phase = ParentalKey(OnboardingPhase, related_name="tasks", on_delete=models.CASCADE)
    slug = models.SlugField(_("short name"), max_length=80)
    title = models.CharField(_("task"), max_length=140)
    why = models.TextField(_("why"), max_length=300)
    owner = models.CharField(
        _("who looks after it"),
        max_length=20,
        choices=OwnerRole.choices,
        default=OwnerRole.TEAM,
        db_default=OwnerRole.TEAM,
    )
    required = models.BooleanField(_("required"), default=True)
    opens_gate = models.BooleanField(_("needed for the next phase"), default=False)
    done_when = models.CharField(_("done when"), max_length=12, choices=DoneWhen.choices, default=DoneWhen.BY_HAND)
    check_name = models.CharField(_("what the portal checks"), max_length=40, choices=choices, blank=True)
    minimum = models.PositiveSmallIntegerField(_("at least"), null=True, blank=True)
    evidence = models.CharField(_("what to write down"), max_length=200, blank=True)
    source_lines = models.CharField(_("lines in the source"), max_length=40, blank=True)
    is_example = models.BooleanField(_("example"), default=False)

    panels = [
        FieldPanel("title"),
        FieldPanel("why"),
        FieldPanel("owner"),
        FieldRowPanel([FieldPanel("required"), FieldPanel("opens_gate")]),
        FieldPanel("done_when"),
        FieldRowPanel([FieldPanel("check_name"), FieldPanel("minimum")]),
        FieldPanel("evidence"),
        FieldPanel("is_example"),
        FieldPanel("source_lines"),
        FieldPanel("slug"),
    ]

    class Meta(TranslatedRow.Meta):
        verbose_name = _("task")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Ask which fact is checked for an automatic task, and only then."""
        super().clean()
        automatic = self.done_when == self.DoneWhen.AUTOMATIC
        if automatic and not self.check_name:
            raise ValidationError({"check_name": _("Choose what the portal checks.")})
        if not automatic and self.check_name:
            raise ValidationError({"check_name": _("A task that somebody ticks has nothing to check.")})
