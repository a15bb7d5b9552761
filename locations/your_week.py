"""Your week as one address asks it, for the page, its card and its calendar."""

from django.http import HttpRequest
from django.utils import timezone

from curriculum.groups.route import RouteFinder
from curriculum.groups.your_week import YourWeek
from curriculum.request_context import curriculum_context
from locations.models.location import LocationPage
from portal.core.models.pages import PortalPage
from portal.core.reading import for_reader


def asked_week(page: PortalPage, request: HttpRequest) -> YourWeek:
    """Return what the address of a request asks, in the language of the page."""
    locations = for_reader(LocationPage.objects.in_street_order(), page.locale)
    finder = RouteFinder(request.GET, page.locale, locations)
    return YourWeek(request.GET, finder, curriculum_context(request), timezone.localdate())
