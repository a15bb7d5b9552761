"""Addresses in the words of their language: what comes in is read by key, the words of another language lead on."""

import re
from collections.abc import Callable
from typing import Any, cast

from django.http import HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.utils.encoding import escape_uri_path
from django.utils.translation import get_language_from_path

from portal.core.address_words import address, in_keys, in_words, pairs_of

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
        """Answer."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        """Put keys in the place of words, or lead on; an address without a language is none of this."""
        language = get_language_from_path(request.path_info)
        if language is None or not request.GET or SIGNING_IN.match(request.path_info):
            return None
        asked, keys = pairs_of(request.GET), in_keys(request.GET)
        request.GET = cast("Any", keys)
        stays = request.method not in ("GET", "HEAD") or FOLLOWED.search(request.path_info)
        if stays or in_words(pairs_of(keys), language) == asked:
            return None
        return HttpResponsePermanentRedirect(f"{escape_uri_path(request.path)}{address(pairs_of(keys), language)}")
