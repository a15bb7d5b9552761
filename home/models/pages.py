"""The home page and the standing page."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.url_routing import RouteResult

from home.blocks import DoorBlock
from portal.blocks import StoryBlock
from portal.models import PortalPage
from search.documents import SearchDocument, page_document, stream_text


class HomePage(PortalPage):
    """The front door: search, four entry points, this week, the next labs, the locations, a story."""

    max_count_per_parent = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "locations.LocationIndexPage",
        "curriculum.LabIndexPage",
        "curriculum.CurriculumIndexPage",
        "news.StoryIndexPage",
        "locations.OnboardingIndexPage",
        "home.StandardPage",
    ]

    heading = models.CharField(_("heading"), max_length=80, help_text=_("The first words a visitor reads."))
    popular_searches = models.CharField(
        _("popular searches"),
        max_length=200,
        blank=True,
        help_text=_("Words below the search box, separated by commas."),
    )
    doors = StreamField([("door", DoorBlock())], verbose_name=_("entry points"), blank=True, max_num=4)
    body = StreamField(StoryBlock(), verbose_name=_("further down"), blank=True)

    is_creatable = True
    content_panels = [
        FieldPanel("title"),
        FieldPanel("heading"),
        FieldPanel("summary"),
        FieldPanel("popular_searches"),
        FieldPanel("doors"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("home page")

    @property
    def popular_words(self) -> list[str]:
        """The popular searches as a list."""
        return [word.strip() for word in self.popular_searches.split(",") if word.strip()]

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find the page of an address with two queries, however deep it stands; Wagtail takes two per step.

        The deepest live page answers for what is left of the address, so a real page wins over a
        route of its parent.
        """
        found = self.deepest_page(path_components)
        if found is None:
            result: RouteResult = super().route(request, path_components)
            return result
        page = found.specific
        page.locale, page.partner = found.locale, found.partner
        return page.route(request, path_components[found.depth - self.depth :])

    def deepest_page(self, path_components: list[str]) -> PortalPage | None:
        """Return the live page whose address is the longest beginning of a path; None when that is this page."""
        ends = range(1, len(path_components) + 1)
        paths = ["/".join([self.url_path.rstrip("/"), *path_components[:end], ""]) for end in ends]
        below = PortalPage.objects.live().descendant_of(self).filter(url_path__in=paths)
        found: PortalPage | None = below.select_related("locale", "partner").order_by("-depth").first()
        return found

    def search_document(self) -> SearchDocument:
        """The home page as a document."""
        return page_document(self, "pagina", headings=(self.heading,), body=stream_text(self.body))

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Mark the page as the one with the big search box."""
        return {**super().get_context(request, *args, **kwargs), "has_big_search": True}


class StandardPage(PortalPage):
    """A standing page: vision, history, figures, privacy, or whatever a partner wants to tell."""

    parent_page_types = [
        "home.HomePage",
        "home.StandardPage",
        "locations.LocationPage",
        "locations.PartnerPage",
        "locations.OnboardingIndexPage",
    ]
    subpage_types = [
        "home.StandardPage",
        "home.GuidePage",
        "home.GlossaryPage",
        "locations.PartnerIndexPage",
        "news.InsightPage",
        "news.PlanPage",
        "news.EventPage",
        "curriculum.RhythmElementPage",
    ]

    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)
    lists_children = models.BooleanField(
        _("list the pages below"), default=True, help_text=_("Show the pages that stand below this one.")
    )

    is_creatable = True
    content_panels = [*PortalPage.intro_panels, FieldPanel("body"), FieldPanel("lists_children")]

    class Meta:
        verbose_name = _("standing page")
        verbose_name_plural = _("standing pages")

    def search_document(self) -> SearchDocument:
        """The standing page as a document."""
        return page_document(self, "pagina", body=stream_text(self.body))

    def listed_children(self) -> list[Any]:
        """Return the live pages below, each as its own type, in menu order."""
        if not self.lists_children:
            return []
        return list(self.get_children().live().public().order_by("path").specific(defer=False))

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the pages below."""
        return {**super().get_context(request, *args, **kwargs), "children": self.listed_children()}
