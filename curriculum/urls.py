"""Addresses with a file name, such as `labs/agenda.ics`: Wagtail's own pattern knows no dots."""

from django.http import HttpRequest, HttpResponse
from django.urls import re_path

from portal.core.views import serve


def serve_file(request: HttpRequest, path: str) -> HttpResponse:
    """Let the page that stands above a file answer for it, as it does for the views below it."""
    response: HttpResponse = serve(request, f"{path}/")
    return response


urlpatterns = [re_path(r"^((?:[\w\-]+/)+[\w\-]+\.ics)/?$", serve_file, name="calendar_file")]
