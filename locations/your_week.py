"""Your week as one address asks it, for the page, its card and its calendar."""

from django.http import HttpRequest, QueryDict
from django.utils import timezone

from curriculum.groups.questions import RouteForm
from curriculum.groups.route import RouteFinder
from curriculum.groups.your_week import YourWeek
from curriculum.request_context import curriculum_context
from locations.models.location import LocationPage
from portal.core.models.pages import PortalPage
from portal.core.reading import for_reader


def unasked(page: PortalPage) -> RouteForm:
    """Return the questions without answers, in the language of a page."""
    return _finder(page, QueryDict()).form


def asked_week(page: PortalPage, request: HttpRequest) -> YourWeek:
    """Return what the address of a request asks, in the language of the page."""
    finder = _finder(page, request.GET)
    return YourWeek(request.GET, finder, curriculum_context(request), timezone.localdate())


def _finder(page: PortalPage, query: QueryDict) -> RouteFinder:
    return RouteFinder(query, page.locale, for_reader(LocationPage.objects.in_street_order(), page.locale))
