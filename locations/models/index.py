"""The list of locations, with the tools to compare them and to find your own route."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import path, re_path
from wagtail.fields import StreamField

from curriculum.groups.names import variant_explanations, variant_names
from curriculum.groups.own_calendar import OWN_FILES, calendar_name, own_entries
from curriculum.groups.questions import questions
from curriculum.labs.calendar_file import first_day
from locations.blocks import DevelopmentQuestionsBlock
from locations.code import code_of
from locations.comparison import compare
from locations.facets import FACETS
from locations.fitting import FittingLocations, blocks_called, fitting, key_of
from locations.models.line import LineRoutes
from locations.models.location import LocationPage
from locations.region import draw_region
from locations.your_week import asked_week
from portal.core.blocks import StoryBlock
from portal.core.calendar_file import calendar_response
from portal.core.facets import FacetedList
from portal.core.models.pages import PortalPage
from portal.core.reading import for_reader
from portal.core.route_names import named
from portal.core.routes import View
from portal.core.seo.head import site_url
from search.documents import SearchDocument, page_document, stream_text, view_document

COMPARE = View(
    "compare",
    _("Compare locations"),
    _(
        "Choose the locations you want to see side by side. The address of this page remembers your choice,"
        " so you can share it."
    ),
)
COMPARED = (
    _("Training groups"),
    _("A day here"),
    _("Way there"),
    _("Town"),
    _("Status"),
    _("Sectors"),
    _("Ages of the pupils"),
    _("Characteristics"),
)
"""Rows of the table, by which one may look for it."""
TRANSLATED_ROWS = ("units", "day")
YOUR_ROUTE = View(
    "route",
    _("Your route"),
    _(
        "A few questions, and you see which group you belong to, where it meets and what your week looks like."
        " Your answers are in the address of this page only."
    ),
)


class LocationIndexPage(LineRoutes, PortalPage):
    """All locations on a list and a sketch of the region; routes to compare and to find your way."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["locations.LocationPage"]

    questions = StreamField(
        DevelopmentQuestionsBlock(),
        verbose_name=_("from question to location"),
        blank=True,
        help_text=_("Questions somebody may have, and the locations that fit."),
    )
    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)

    is_creatable = True
    schema_type = "CollectionPage"
    content_panels = [*PortalPage.intro_panels, FieldPanel("questions"), FieldPanel("body")]

    class Meta:
        verbose_name = _("list of locations")

    def search_document(self) -> SearchDocument:
        """Return the list itself as a document."""
        return page_document(self, "pagina", body=f"{stream_text(self.questions)} {stream_text(self.body)}".strip())

    views_show = ("locations.LocationPage", "curriculum.ProgrammeVariant", "curriculum.LabPage", "news.StoryPage")

    def view_documents(self) -> Iterator[SearchDocument]:
        """Yield the line and the tools: what is compared, and the questions about one's route with their answers."""
        places = tuple(location.title for location in self.locations())
        yield view_document(self, COMPARE, headings=tuple(map(str, COMPARED)), related=places)
        yield self.line_document()
        programmes = tuple(variant_names(self.locale.language_code).values())
        explained = " ".join(variant_explanations(self.locale.language_code).values())
        yield view_document(self, YOUR_ROUTE, headings=questions(), body=explained, related=(*programmes, *places))

    def locations(self) -> list[LocationPage]:
        """Return every live location in the reader's language, in the order of the street."""
        return for_reader(LocationPage.objects.in_street_order(), self.locale, "sectors")

    def columns(self) -> list[LocationPage]:
        """Return the same locations with all rows that one compares; as many queries, however many locations."""
        street = LocationPage.objects.in_street_order().select_related("partner__linked_to")
        found = for_reader(street, self.locale, "sectors", "journeys", *TRANSLATED_ROWS)
        models.prefetch_related_objects([page for page in found if page.facts is not page], *TRANSLATED_ROWS)
        return found

    def fitting_locations(self, locations: list[LocationPage]) -> list[FittingLocations]:
        """Return each question with the locations that fit and why; a location that is not live is left out."""
        by_key = {location.translation_key: location for location in locations}
        return [fitting(block, by_key) for block in self.questions]

    @path("")
    def index_route(self, request: HttpRequest) -> HttpResponse:
        """Show the list with its filters, the sketch of the region, and the questions."""
        locations = self.locations()
        listing = FacetedList(locations, FACETS, request.GET)
        found = {
            "listing": listing,
            "title_details": listing.title_details,
            "region": draw_region(listing.found),
            "questions": self.fitting_locations(locations),
        }
        return self.render(request, context_overrides=found)

    def _compare(self, request: HttpRequest) -> HttpResponse:
        comparison = compare(self.columns(), request.GET.getlist("locatie"))
        chosen = [page.title for page in comparison.locations] if request.GET.getlist("locatie") else []
        found = {**COMPARE.context, "comparison": comparison, "title_details": chosen}
        return self.render(request, context_overrides=found, template="locations/compare.html")

    @path("vergelijken/", name="compare_nl")
    def compare_nl(self, request: HttpRequest) -> HttpResponse:
        """Compare locations, under the Dutch address."""
        return self._compare(request)

    @path("compare/", name="compare_en")
    def compare_en(self, request: HttpRequest) -> HttpResponse:
        """Compare locations, under the English address."""
        return self._compare(request)

    def _question(self, request: HttpRequest, key: str) -> HttpResponse:
        questions = self.fitting_locations(self.locations())
        asked = next((question for question in questions if question.key == key), None)
        if asked is None:
            return self._question_of_another_name(request, key)
        found = {
            "page_title": asked.question,
            "lead": "",
            "asked": asked,
            "questions": [question for question in questions if question is not asked],
        }
        return self.render(request, context_overrides=found, template="locations/question_page.html")

    def _question_of_another_name(self, request: HttpRequest, key: str) -> HttpResponse:
        """Lead to a question whose key is another here; to the list for one that only another language asks.

        The language switch keeps the key of an address, and the list of the other language may not have it.
        """
        versions = [self, *self.get_translations().live()]
        called = {block for page in versions for block in blocks_called(key, page.questions)}
        if not called:
            raise Http404
        here = next((block for block in self.questions if str(block.id) in called), None)
        end = self.reverse_subpage(named("question", self.locale.language_code), args=[key_of(here)]) if here else ""
        return redirect(f"{self.get_url(request)}{end}", permanent=False)

    @path("ontwikkelvraag/<slug:key>/", name="question_nl")
    def question_nl(self, request: HttpRequest, key: str) -> HttpResponse:
        """Show the locations that fit a question, under the Dutch address; 404 for an unknown one."""
        return self._question(request, key)

    @path("question/<slug:key>/", name="question_en")
    def question_en(self, request: HttpRequest, key: str) -> HttpResponse:
        """Show the locations that fit a question, under the English address; 404 for an unknown one."""
        return self._question(request, key)

    def _your_route(self, request: HttpRequest) -> HttpResponse:
        route = asked_week(self, request)
        file = f"{self.get_url(request)}{OWN_FILES[self.locale.language_code]}{route.own_address}"
        found = {**YOUR_ROUTE.context, "route": route, "file_url": file, "host": request.get_host()}
        found["card_url"] = f"{self.get_url(request)}{self.reverse_subpage(named('card', self.locale.language_code))}"
        if route.answer is not None:
            found |= {"page_title": _("Your week"), "title_details": route.answer.in_words}
        return self.render(request, context_overrides=found, template="locations/your_route.html")

    @path("jouw-route/", name="route_nl")
    def route_nl(self, request: HttpRequest) -> HttpResponse:
        """Find your own route, under the Dutch address."""
        return self._your_route(request)

    @path("your-route/", name="route_en")
    def route_en(self, request: HttpRequest) -> HttpResponse:
        """Find your own route, under the English address."""
        return self._your_route(request)

    def _card(self, request: HttpRequest) -> HttpResponse:
        route = asked_week(self, request)
        language = self.locale.language_code
        address = f"{self.get_url(request)}{self.reverse_subpage(named('route', language))}{route.own_address}"
        if route.answer is None:
            return redirect(address, permanent=False)
        code = code_of(f"{site_url(request)}{address}")
        found = {"route": route, "route_url": address, "code": code, "page_title": _("Your card")}
        return self.render(request, context_overrides=found, template="locations/route/card.html")

    @path("jouw-route/kaart/", name="card_nl")
    def card_nl(self, request: HttpRequest) -> HttpResponse:
        """Show a card to print, under the Dutch address; without answers it leads to the questions."""
        return self._card(request)

    @path("your-route/card/", name="card_en")
    def card_en(self, request: HttpRequest) -> HttpResponse:
        """Show a card to print, under the English address."""
        return self._card(request)

    @re_path(r"^(?:jouw|your)-week\.ics/$", name="own_calendar")
    def own_calendar(self, request: HttpRequest) -> StreamingHttpResponse:
        """Answer with the calendar of somebody's own: what is over stays in it for a month, or with `alles=1`."""
        route = asked_week(self, request)
        entries = own_entries(route, site_url(request), request, first_day(request.GET, route.today))
        return calendar_response(entries, calendar_name(route), OWN_FILES[self.locale.language_code], to_keep=False)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the addresses of the two tools, which every page of the list points at."""
        address = self.get_url(request)
        language = self.locale.language_code
        return {
            **super().get_context(request, *args, **kwargs),
            "question_end": self.reverse_subpage(named("question", language), args=["KEY"]).partition("KEY")[0],
            "compare_url": f"{address}{self.reverse_subpage(named('compare', language))}",
            "route_url": f"{address}{self.reverse_subpage(named('route', language))}",
        }
