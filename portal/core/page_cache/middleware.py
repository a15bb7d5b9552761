"""Answers visitors without an account from the shelf, and keeps what they were sent."""

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from portal.core.away import is_away
from portal.core.content_cache import SECONDS, version
from portal.core.page_cache.kept_page import KeptPage, Shelf
from portal.core.page_cache.turns import next_turn

PAGES_OF_THE_SITE = "wagtail_serve"
"""The view whose answers are kept; every other one asks something of its visitor or counts them."""
ASK_AGAIN = "no-cache"
"""Browsers may keep a page and have to ask whether it is still the same, which costs them a line."""
STATUS = "Cache-Status"
"""Header that says whether an answer was kept (RFC 9211)."""
STALE = timedelta(days=1)
"""How old a page may be that is shown while the database is away."""
LONGEST = timedelta(seconds=SECONDS)
"""How long a page is kept at most, should the news of a change ever get lost."""
LONGEST_ADDRESS = 500

PERSONAL = {settings.SESSION_COOKIE_NAME, CookieStorage.cookie_name}
"""Cookies of somebody who signed in, and of somebody to whom something has to be said."""

shelf = Shelf()

Answer = Callable[[HttpRequest], HttpResponse]


class PageCacheMiddleware:
    """Send a page that is kept, else keep the one that is made; while the database is away, the last one there was.

    Nothing is kept of, or shown from memory to, somebody with an account, nor what sets a cookie or forbids to be kept.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a visitor from memory where that is right."""
        if not settings.PAGE_CACHE_BYTES or not _is_anyones(request):
            return self.get_response(request)
        address = request.build_absolute_uri()
        now, current, kept = timezone.now(), _version(), shelf.find(address)
        if kept and kept.is_right(current, now):
            return _told(kept.answer(request), "hit")
        response = self.get_response(request)
        if response.status_code == 503 and kept and now < kept.made + STALE:
            return _told(kept.answer(request), "hit; detail=stale")
        if not current or not _may_be_kept(request, response) or len(address) > LONGEST_ADDRESS:
            return response
        response.headers.setdefault("Cache-Control", ASK_AGAIN)
        page = KeptPage.of(response, current, now, min(next_turn(now), now + LONGEST))
        shelf.put(address, page, settings.PAGE_CACHE_BYTES)
        return _told(page.answer(request), "fwd=miss; stored")


def _version() -> str:
    """Return the version of the content; an empty one while nobody can tell it."""
    try:
        return version()
    except Exception as error:
        if is_away(error):
            return ""
        raise


def _is_anyones(request: HttpRequest) -> bool:
    """Whether it asks for what everybody may see."""
    return request.method == "GET" and not PERSONAL & request.COOKIES.keys()


def _may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    found = request.resolver_match
    return bool(
        found
        and found.view_name == PAGES_OF_THE_SITE
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "Cache-Control" not in response.headers
        and response.get("Content-Type", "").startswith("text/html")
    )


def _told(response: HttpResponse, how: str) -> HttpResponse:
    response.headers[STATUS] = f"portal; {how}"
    return response
