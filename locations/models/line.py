"""The view of the continuous line, below the list of locations."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from locations.line import continuous_line
from portal.core.routes import TranslatedRoutesMixin, View
from search.documents import SearchDocument, view_document

LINE = View(
    "line",
    _("The continuous line"),
    _(
        "Where do your first-year pupils come from, and where do they go? One line from age 10 to 18 and from po to wo,"
        " with the places, stories, labs and programmes on it."
    ),
)


class LineRoutes(TranslatedRoutesMixin):
    """Adds the continuous line to the list of locations."""

    def _line(self: Any, request: HttpRequest) -> HttpResponse:
        found = {**LINE.context, "line": continuous_line(self.locale, request)}
        answer: HttpResponse = self.render(request, context_overrides=found, template="locations/line.html")
        return answer

    @path("doorlopende-lijn/", name="line_nl")
    def line_nl(self, request: HttpRequest) -> HttpResponse:
        """Show the line, under the Dutch address."""
        return self._line(request)

    @path("continuous-line/", name="line_en")
    def line_en(self, request: HttpRequest) -> HttpResponse:
        """Show the line, under the English address."""
        return self._line(request)

    def line_document(self: Any) -> SearchDocument:
        """Return the line as a document, found by all that hangs on it."""
        stops = continuous_line(self.locale).stops
        units = [unit.text.name for stop in stops for unit in stop.units]
        pages = [page.title for stop in stops for page in [*stop.stories, *(lab.page for lab in stop.labs)]]
        programmes = [programme.name for stop in stops for programme in stop.programmes]
        related = tuple(dict.fromkeys([*units, *pages, *programmes]))
        return view_document(self, LINE, headings=tuple(stop.name for stop in stops), related=related)
