"""A name for each request, and for each run of a command: in the answer, and in every line of the log about it.

What somebody saw and what the logs say of it are found by that name. A proxy of our own may give it, so that its logs
have the same; without one in front, what a visitor sends names nothing.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

HEADER = "X-Request-ID"
WELL_FORMED = re.compile(r"[A-Za-z0-9_-]{16,64}")
"""Long enough to be one of its kind, and nothing that could pass for another field or line."""

_about: ContextVar[tuple[str, str] | None] = ContextVar("about", default=None)


def about() -> dict[str, str]:
    """Return what the log says of the work at hand: `request` or `job` with its name, or nothing."""
    at_hand = _about.get()
    return dict([at_hand]) if at_hand else {}


@contextmanager
def at_work(kind: str, name: str) -> Iterator[None]:
    """Give what is logged inside the name of a `request` or a `job`."""
    before = _about.set((kind, name))
    try:
        yield
    finally:
        _about.reset(before)


class RequestIdMiddleware:
    """Name each request, before anything else is done for it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and tell the name in a header."""
        name = _given(request) or uuid4().hex
        with at_work("request", name):
            response = self.get_response(request)
        response[HEADER] = name
        return response


def _given(request: HttpRequest) -> str:
    """Return the name that our proxy gave; nothing without a proxy, or for what is no name."""
    name = request.headers.get(HEADER, "")
    return name if settings.ALLAUTH_TRUSTED_PROXY_COUNT and WELL_FORMED.fullmatch(name) else ""
