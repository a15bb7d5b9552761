"""Addresses in the words of their language: what comes in is read by key, the words of another language lead on."""

import re
from collections.abc import Callable
from typing import Any, cast

from django.http import HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.utils.encoding import escape_uri_path
from django.utils.translation import get_language_from_path

from portal.core.address_words import address, in_keys, in_words, pairs_of
from portal.core.own_paths import led_on

SIGNING_IN = re.compile(r"^/[a-z]+/account/")
"""Below it, names in an address belong to others, such as `state` to OpenID Connect."""
FOLLOWED = re.compile(r"([./]ics|/feed|/atom|/rss)/?$")
"""Calendars and feeds: programs keep their address for years, and not all of them go where they are led."""


class OwnWordsMiddleware:
    """Let views read what an address asks by key, and lead an address in words of another language to its own.

    A form that is sent, a calendar and a feed are answered where they are.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, or lead on from an address that leads nowhere in its language, but somewhere in another."""
        response = self.get_response(request)
        if response.status_code != 404 or not _reads(request) or get_language_from_path(request.path_info) is None:
            return response
        address_here = led_on(request)
        return HttpResponsePermanentRedirect(address_here) if address_here else response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        """Put keys in the place of words, or lead on; an address without a language is none of this."""
        language = get_language_from_path(request.path_info)
        if language is None or not request.GET or SIGNING_IN.match(request.path_info):
            return None
        asked, keys = pairs_of(request.GET), in_keys(request.GET)
        request.GET = cast("Any", keys)
        stays = not _reads(request) or FOLLOWED.search(request.path_info)
        if stays or in_words(pairs_of(keys), language) == asked:
            return None
        return HttpResponsePermanentRedirect(f"{escape_uri_path(request.path)}{address(pairs_of(keys), language)}")


def _reads(request: HttpRequest) -> bool:
    """Whether somebody asks for something, instead of sending it."""
    return request.method in ("GET", "HEAD")
