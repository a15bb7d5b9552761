"""Says what keeps a page from the site, whichever way of publishing met it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail_localize.models import get_edit_url

from portal.core.held import HeldError


class HeldPagesMiddleware:
    """Leads to the form or the translation screen with the reason, where approving would have ended in an error."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as usual."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Nothing was saved: the request is one transaction."""
        if not isinstance(exception, HeldError):
            return None
        messages.warning(request, exception.why)
        is_there = exception.held.pk is not None  # a copy is not
        return redirect(get_edit_url(exception.held) if is_there else request.path)
