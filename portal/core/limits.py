"""How often one address of the network may search or send a form; ordinary reading is never counted.

The counting is allauth's, as for passwords and questions (`ACCOUNT_RATE_LIMITS`). A whole school may share an address,
so the limits are wide: they stop a program, not a class.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.core.internal.ratelimit import consume
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from portal.core.away import NOT_KEPT, is_away, is_for_people

SECONDS = 60
"""After so many seconds an address may ask again: the limits are a number a minute."""

View = Callable[..., HttpResponseBase]


def limited(action: str, *, reading: bool = False) -> Callable[[View], View]:
    """Let a view answer an address as often as the settings say of an action; only what is sent, or `reading` too."""

    def decorator(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            return view(request, *args, **kwargs) if _may(request, action, reading) else too_many(request)

        return answer

    return decorator


def _may(request: HttpRequest, action: str, reading: bool) -> bool:
    """Count, and return whether it is not too much. With the cache away nobody is counted, and everybody may."""
    try:
        return bool(consume(request, app="allauth.account", action=action, limit_get=reading))
    except Exception as error:
        if is_away(error):
            return True
        raise


def too_many(request: HttpRequest) -> HttpResponse:
    """Say when to try again: a page with the menu for people, a line for a program."""
    if is_for_people(request):
        response = render(request, "portal/too_many.html", {"address": request.get_full_path()}, status=429)
    else:
        text = _("This was asked very often from your address. Please try again in a minute.")
        response = HttpResponse(f"{text}\n", status=429, content_type="text/plain; charset=utf-8")
    response["Retry-After"] = str(SECONDS)
    response["Cache-Control"] = NOT_KEPT
    return response
