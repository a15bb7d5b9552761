"""How a location joins: the public page with the trajectory and its phases."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.fields import StreamField

from locations.onboarding.models import OnboardingPhase
from locations.onboarding.months import MINIMUM_MONTHS
from locations.onboarding.progress import Standing, walk
from locations.onboarding.self_check import TICKED, check_oneself
from locations.onboarding.trajectory import Trajectory
from portal.core.blocks import StoryBlock
from portal.core.freshness import CheckEvery
from portal.core.models.facts import fact_owners
from portal.core.models.pages import PortalPage
from portal.core.navigation import Link
from portal.core.reading import localized
from portal.core.route_names import named
from portal.core.routes import TranslatedRoutesMixin, View
from search.documents import SearchDocument, page_document, stream_text, view_document


class OnboardingIndexPage(TranslatedRoutesMixin, PortalPage):
    """What joining asks of a school, and the trajectory of at least a year."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.GuidePage", "home.StandardPage"]

    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)
    trajectory_title = models.CharField(_("title of the trajectory"), max_length=120, blank=True)
    trajectory_intro = models.TextField(_("introduction of the trajectory"), max_length=400, blank=True)

    is_creatable = True
    check_every = CheckEvery(6, _("Schools that join act on it."))
    schema_type = "CollectionPage"
    content_panels = [
        *PortalPage.intro_panels,
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("trajectory_title"), FieldPanel("trajectory_intro")], heading=_("Trajectory")),
    ]

    class Meta:
        verbose_name = _("joining")

    def search_document(self) -> SearchDocument:
        """Return the page as a document, with the names of the phases."""
        phases = tuple(phase.title for phase in self.phases())
        body = f"{stream_text(self.body)} {self.trajectory_title} {self.trajectory_intro}"
        return page_document(self, "pagina", headings=phases, body=body)

    views_show = ("locations.OnboardingPhase",)

    @property
    def trajectory(self) -> View:
        """The view of the whole trajectory, as the editors call it."""
        return View("trajectory", self.trajectory_title or _("The trajectory"), self.trajectory_intro)

    def view_documents(self) -> Iterator[SearchDocument]:
        """Yield the whole trajectory: its phases, what each is for, and what has to be done."""
        pairs = [(phase, [text for _facts, text in phase.task_pairs()]) for phase in self.phases()]
        tasks = (task.title for _phase, of_phase in pairs for task in of_phase)
        body = "\n".join([*(phase.intro for phase, _tasks in pairs), *tasks])
        yield view_document(self, self.trajectory, headings=tuple(phase.title for phase, _tasks in pairs), body=body)
        yield view_document(self, self.self_check)

    def phases(self) -> list[OnboardingPhase]:
        """Return the phases in the reader's language, in order, each with facts, tasks and address attached."""
        owners = fact_owners(OnboardingPhase).select_related("locale").prefetch_related("tasks")
        phases = localized(owners, self.locale, "tasks")
        for phase in phases:
            phase.address = self.phase_address(phase.slug)
        return phases

    def phase_address(self, slug: str) -> str:
        """Return the address of a phase in the page's language."""
        language = self.locale.language_code
        return f"{self.get_url() or ''}{self.reverse_subpage(named('phase', language), args=[slug])}"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Gather the phases, how far the example has come, and the pages below."""
        phases, example = self.phases(), Trajectory.objects.example()
        done = Standing(example.finished()) if example else Standing()
        language, pairs = self.locale.language_code, [(phase, phase.task_pairs()) for phase in phases]
        return {
            **super().get_context(request, *args, **kwargs),
            "progress": walk(pairs, done),
            "self_check": check_oneself(pairs, request),
            "is_checked": TICKED in request.GET,
            "example": example,
            "children": self.pages_below(),
            "minimum_months": MINIMUM_MONTHS,
            "self_check_url": f"{self.get_url(request) or ''}{self.reverse_subpage(named('self_check', language))}",
            "trajectory_url": f"{self.get_url(request) or ''}{self.reverse_subpage(named('trajectory', language))}",
        }

    @classmethod
    def slugs_below(cls) -> dict[str, list[str]]:
        """Return the phases of the trajectory, for the sitemap."""
        originals = OnboardingPhase.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
        return {"phase": list(originals.order_by("order").values_list("slug", flat=True))}

    def pages_below(self) -> "models.QuerySet[PortalPage]":
        """Return the live pages below, such as guides, in the order of the tree."""
        below = PortalPage.objects.child_of(self).live().public()
        return below.select_related("locale").order_by("path")

    def _trajectory(self, request: HttpRequest) -> HttpResponse:
        context = self.trajectory.context
        return self.render(request, context_overrides=context, template="locations/onboarding_trajectory.html")

    @path("traject/", name="trajectory_nl")
    def trajectory_nl(self, request: HttpRequest) -> HttpResponse:
        """Show the whole trajectory, under its Dutch address."""
        return self._trajectory(request)

    @path("trajectory/", name="trajectory_en")
    def trajectory_en(self, request: HttpRequest) -> HttpResponse:
        """Show the whole trajectory, under its English address."""
        return self._trajectory(request)

    @property
    def self_check(self) -> View:
        """The view in which a school looks how far it is already."""
        lead = _("Tick what your school does already, and see where to begin. The portal keeps nothing of it.")
        return View("self_check", _("How far are you already?"), lead)

    def _self_check(self, request: HttpRequest) -> HttpResponse:
        context = self.self_check.context
        return self.render(request, context_overrides=context, template="locations/onboarding_self_check.html")

    @path("zelftest/", name="self_check_nl")
    def self_check_nl(self, request: HttpRequest) -> HttpResponse:
        """Show the self-check, under its Dutch address."""
        return self._self_check(request)

    @path("self-check/", name="self_check_en")
    def self_check_en(self, request: HttpRequest) -> HttpResponse:
        """Show the self-check, under its English address."""
        return self._self_check(request)

    def _phase(self, request: HttpRequest, slug: str) -> HttpResponse:
        answer = self.render(request, template="locations/onboarding_phase.html")
        steps = answer.context_data["progress"].phases
        number = next((number for number, step in enumerate(steps) if step.phase.slug == slug), None)
        if number is None:
            raise Http404
        answer.context_data |= {
            "page_title": steps[number].phase.title,
            "view_summary": steps[number].phase.intro,
            "view_above": Link(self.trajectory.title, answer.context_data["trajectory_url"]),
            "step": steps[number],
            "number": number + 1,
            "previous": steps[number - 1] if number else None,
            "next": steps[number + 1] if number + 1 < len(steps) else None,
        }
        return answer

    @path("traject/<slug:slug>/", name="phase_nl")
    def phase_nl(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Show one phase, under its Dutch address; 404 for an unknown one."""
        return self._phase(request, slug)

    @path("trajectory/<slug:slug>/", name="phase_en")
    def phase_en(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Show one phase, under its English address; 404 for an unknown one."""
        return self._phase(request, slug)
