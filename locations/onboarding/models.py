"""How a location joins: the public page, and the template of phases, tasks and gates."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import TranslatableMixin
from wagtail.search import index

from portal.blocks import StoryBlock
from portal.models import PortalPage, SharedFacts, TranslatedRow, row_pairs
from search.documents import SearchDocument, page_document, stream_text


class OnboardingIndexPage(RoutablePageMixin, PortalPage):
    """What joining asks of a school, and the trajectory of at least a year."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.GuidePage", "home.StandardPage"]

    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)
    trajectory_title = models.CharField(_("title of the trajectory"), max_length=120, blank=True)
    trajectory_intro = models.TextField(_("introduction of the trajectory"), max_length=400, blank=True)

    is_creatable = True
    content_panels = [
        *PortalPage.intro_panels,
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("trajectory_title"), FieldPanel("trajectory_intro")], heading=_("Trajectory")),
    ]

    class Meta:
        verbose_name = _("joining")

    def search_document(self) -> SearchDocument:
        """The page as a document, with the names of the phases."""
        phases = tuple(phase.title for phase in self.phases())
        body = f"{stream_text(self.body)} {self.trajectory_title} {self.trajectory_intro}"
        return page_document(self, "pagina", headings=phases, body=body)

    def phases(self) -> "models.QuerySet[OnboardingPhase]":
        """Return the phases in the page's language, in order, with their tasks."""
        return OnboardingPhase.objects.filter(locale=self.locale_id).prefetch_related("tasks")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the phases and the pages below."""
        context = super().get_context(request, *args, **kwargs)
        children = self.get_children().live().public().order_by("path").specific()
        return {**context, "phases": self.phases(), "children": children}

    def _trajectory(self, request: HttpRequest) -> HttpResponse:
        return self.render(request, template="locations/onboarding_trajectory.html")

    @path("traject/", name="trajectory_nl")
    def trajectory_nl(self, request: HttpRequest) -> HttpResponse:
        """The whole trajectory, under its Dutch address."""
        return self._trajectory(request)

    @path("trajectory/", name="trajectory_en")
    def trajectory_en(self, request: HttpRequest) -> HttpResponse:
        """The whole trajectory, under its English address."""
        return self._trajectory(request)

    def _phase(self, request: HttpRequest, slug: str) -> HttpResponse:
        phase = self.phases().filter(slug=slug).first()
        if phase is None:
            raise Http404
        return self.render(request, context_overrides={"phase": phase}, template="locations/onboarding_phase.html")

    @path("traject/<slug:slug>/", name="phase_nl")
    def phase_nl(self, request: HttpRequest, slug: str) -> HttpResponse:
        """One phase, under its Dutch address; 404 for an unknown one."""
        return self._phase(request, slug)

    @path("trajectory/<slug:slug>/", name="phase_en")
    def phase_en(self, request: HttpRequest, slug: str) -> HttpResponse:
        """One phase, under its English address; 404 for an unknown one."""
        return self._phase(request, slug)


class OnboardingPhase(index.Indexed, SharedFacts, TranslatableMixin, ClusterableModel):
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

    shared_fields = ("order", "month_from", "month_to")

    panels = [
        FieldPanel("title"),
        FieldPanel("intro"),
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
        """The phase's address; empty while the joining page of its language is not live."""
        page = OnboardingIndexPage.objects.live().filter(locale=self.locale_id).first()
        if page is None:
            return ""
        return f"{page.get_url()}{page.reverse_subpage(f'phase_{self.locale.language_code}', args=[self.slug])}"

    def search_document(self) -> SearchDocument | None:
        """The phase as a document; none while it has no address."""
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


class OnboardingTask(TranslatedRow):
    """A task of a phase, ticked by hand or from a fact the portal can see itself."""

    class DoneWhen(models.TextChoices):
        """How a task gets done."""

        BY_HAND = "handmatig", _("somebody ticks it")
        AUTOMATIC = "automatisch", _("the portal sees it")

    class Check(models.TextChoices):
        """Facts the portal can see itself."""

        PAGE_LIVE = "locatiepagina-live", _("the location page is published")
        ENGLISH_LIVE = "locatiepagina-engels-live", _("the English location page is published")
        EDITORS = "actieve-redacteuren", _("this many editors are active")
        TEAM = "teamblok-ingevuld", _("the team block is filled in")
        CONTACTS = "contacten-gecontroleerd", _("each contact was checked in the last six months")
        LABS = "labs-gepubliceerd", _("this many labs are published")
        OUTCOME = "lab-met-leerresultaat", _("this many labs have a learning outcome")
        SESSION = "lab-met-komende-sessie", _("this many labs have a session to come")
        SAFARI = "safari-opdracht-live", _("the safari assignment is published")
        GROUP = "opleidingsgroep-gekoppeld", _("the location belongs to a training group")
        STORY = "verhaal-gepubliceerd", _("this many stories are published")

    phase = ParentalKey(OnboardingPhase, related_name="tasks", on_delete=models.CASCADE)
    slug = models.SlugField(_("short name"), max_length=80)
    title = models.CharField(_("task"), max_length=140)
    why = models.TextField(_("why"), max_length=300)
    required = models.BooleanField(_("required"), default=True)
    opens_gate = models.BooleanField(_("needed for the next phase"), default=False)
    done_when = models.CharField(_("done when"), max_length=12, choices=DoneWhen.choices, default=DoneWhen.BY_HAND)
    check_name = models.CharField(_("what the portal checks"), max_length=40, choices=Check.choices, blank=True)
    minimum = models.PositiveSmallIntegerField(_("at least"), null=True, blank=True)
    evidence = models.CharField(_("what to write down"), max_length=200, blank=True)
    source_lines = models.CharField(_("lines in the source"), max_length=40, blank=True)
    is_example = models.BooleanField(_("example"), default=False)

    panels = [
        FieldPanel("title"),
        FieldPanel("why"),
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
