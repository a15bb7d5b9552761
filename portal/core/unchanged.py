"""Calendars and feeds that nothing changed in are not sent again: `ETag`, and 304 for who has it (RFC 9110, 13)."""

from collections.abc import Callable
from hashlib import sha256
from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response

from portal.core.content_cache import version

FOLLOWED = ("text/calendar", "application/atom+xml", "application/rss+xml")
"""What programs ask for again and again."""

Answer = Callable[[HttpRequest], HttpResponseBase]


class UnchangedMiddleware:
    """Give calendars and feeds a mark of what is in them, and leave the rest out for who shows the same mark.

    A file that is sent in parts is not written to learn what is in it: it follows from the public content, the address
    and the day, and of an answer that changes within a day, from what it is `as_of`. What is at hand as a whole is
    marked by itself.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, or say that nothing changed."""
        response = self.get_response(request)
        if response.status_code != 200 or not response.get("Content-Type", "").startswith(FOLLOWED):
            return response
        if response.streaming:
            as_of = str(getattr(response, "as_of", ""))
            parts = [version(), request.build_absolute_uri(), str(timezone.localdate()), as_of]
            said = "\n".join(parts).encode()
        else:
            said = getattr(response, "content", b"")
        return marked(request, response, said)


def marked(request: HttpRequest, response: HttpResponseBase, said: bytes) -> HttpResponseBase:
    """Mark an answer by what it says, and return 304 in its place to who has it."""
    mark = f'W/"{sha256(said).hexdigest()[:32]}"'
    response.headers["ETag"] = mark
    whole = cast("HttpResponse", response)  # the headers are all that is read of it
    return get_conditional_response(request, etag=mark, response=whole) or response
