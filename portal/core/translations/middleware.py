"""Says what a translation still misses, whichever way of publishing met it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail_localize.models import get_edit_url

from portal.core.translations.holding import NewDutchError, why_held


class HeldTranslationsMiddleware:
    """Leads to the translation screen with the reason, where approving or reverting would have ended in an error."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as usual."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Nothing was saved: the request is one transaction."""
        if not isinstance(exception, NewDutchError):
            return None
        messages.warning(request, why_held(exception.texts))
        return redirect(get_edit_url(exception.held))
