"""The home page and the standing page."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.url_routing import RouteResult

from curriculum.request_context import offer_in
from home.blocks import EntryPointsBlock
from home.children import listed_children
from locations.models import LocationPage
from locations.visits import open_doors
from news.models import EventPage, NewsPage, StoryPage
from portal.core import content_cache
from portal.core.blocks import StoryBlock
from portal.core.feeds import PageFeed
from portal.core.locales import locale_of
from portal.core.models.pages import PortalPage
from portal.core.navigation import search_url
from portal.core.reading import for_reader, localized
from portal.core.routing import deepest_place
from portal.core.seo.json_ld import Data, website
from search.documents import SearchDocument, page_document, stream_text

SECONDS = 60
"""How long the sections of the home page are kept at most; sessions that are over leave it within this time."""


class HomePage(RoutablePageMixin, PortalPage):
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
    doors = StreamField(EntryPointsBlock(), verbose_name=_("entry points"), blank=True, max_num=4)
    body = StreamField(StoryBlock(), verbose_name=_("further down"), blank=True)

    picture_view = "street_picture"
    is_creatable = True
    content_panels = [
        TitleFieldPanel("title"),
        FieldPanel("heading"),
        FieldPanel("summary"),
        FieldPanel("popular_searches"),
        FieldPanel("doors"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("home page")

    @property
    def head_title(self) -> str:
        """What the front door says; its title is the name of the site, which every title ends with."""
        return str(self.seo_title or self.heading or self.title)

    @property
    def popular_words(self) -> list[str]:
        """The popular searches as a list."""
        return [word.strip() for word in self.popular_searches.split(",") if word.strip()]

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find the page of an address with one query, or two the first time; Wagtail takes two per step.

        The deepest live page answers for what is left of the address, so a real page wins over a
        route of its parent.
        """
        place = deepest_place(self.url_path, path_components)
        page = place.page() if place and place.pk != self.pk else None
        if place is None or page is None:
            self.locale = locale_of(self)
            result: RouteResult = super().route(request, path_components)
            return result
        return page.route(request, path_components[place.depth - self.depth :])

    def search_document(self) -> SearchDocument:
        """Return the home page as a document."""
        return page_document(self, "pagina", headings=(self.heading,), body=stream_text(self.body))

    def json_ld(self, site_url: str) -> Data:
        """Return the site with its search box, for search engines."""
        words = f"{site_url}{search_url()}?q={{search_term_string}}"
        return website(self.title, f"{site_url}{self.get_url()}", self.locale.language_code, words)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Mark the page as the one with the big search box, and tell under which version its sections are kept.

        The sections ask the page for what they show, because they are kept in the cache.
        """
        turn = offer_in(self.locale.language_code).turn  # a session that begins or ends lights or darkens a window
        doors = [day.facts.ends for day in open_doors(self.locale).values()]  # and a visit that ends shuts a door
        moment = {"today": timezone.localdate(), "turn": turn, "doors": doors}
        kept = {"version": content_cache.version(), "seconds": SECONDS, **moment}
        return {**super().get_context(request, *args, **kwargs), "has_big_search": True, "kept": kept}

    def entry_points(self) -> list[dict[str, Any]]:
        """Return the entry points whose page is live: the words, the page in the reader's language, the part of it."""
        doors = [block.value for block in self.doors if block.value["page"] and block.value["page"].live]
        pages = localized([door["page"] for door in doors], self.locale)
        return [
            {"title": door["title"], "text": door["text"], "page": page, "address": door["address"]}
            for door, page in zip(doors, pages, strict=True)
        ]

    def locations(self) -> list[Any]:
        """Return the locations where one can learn now, in the order of the street and the reader's language."""
        return for_reader(LocationPage.objects.active().in_street_order(), self.locale, "sectors")

    def figure_groups(self) -> list[tuple[str, list[Any]]]:
        """Return the figures of the text with the heading of each group."""
        groups = [child for child in self.body if child.block_type == "figures"]
        return [(child.value["heading"], child.block.get_context(child.value)["figures"]) for child in groups]

    def other_blocks(self) -> list[Any]:
        """Return the text without its figures."""
        return [child for child in self.body if child.block_type != "figures"]

    @path("atom/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """Answer with the newest stories, news and events in the page's language as Atom feed."""
        pages = PortalPage.objects.shown(self.locale.language_code).type(StoryPage, NewsPage, EventPage)
        newest = pages.select_related("partner").order_by("-first_published_at", "path")
        return PageFeed(self, newest[: PageFeed.LENGTH])(request)


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
        "locations.OpenQuestionsPage",
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
        """Return the standing page as a document."""
        return page_document(self, "pagina", body=stream_text(self.body))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the pages below by kind, when the page lists them."""
        children = listed_children(self) if self.lists_children else {}
        return {**super().get_context(request, *args, **kwargs), "children": children}
