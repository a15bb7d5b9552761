"""Redirects that take along what an address asks."""

from django.http import HttpRequest, HttpResponseBase
from django.utils.encoding import iri_to_uri
from wagtail.contrib.redirects.middleware import RedirectMiddleware


class KeptQuestionsMiddleware(RedirectMiddleware):
    """Leads from old addresses as Wagtail does, and keeps the question.

    `?locatie=nxt-doorn` of a bookmark is what its owner wanted to see. A redirect that asks or names something itself,
    and one to another site, leads where it says.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Add the question to where a redirect leads."""
        led: HttpResponseBase = super().process_response(request, response)
        question = iri_to_uri(request.META.get("QUERY_STRING", ""))
        if led is not response and question:
            goal = led.headers["Location"]
            if goal.startswith("/") and not goal.startswith("//") and not {"?", "#"} & set(goal):
                led.headers["Location"] = f"{goal}?{question}"
        return led
