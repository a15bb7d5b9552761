"""A page as it was sent, in the codings that browsers ask for, and the shelf of such pages."""

import gzip
import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from threading import Lock

import brotli
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers

CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, mode=brotli.MODE_TEXT, quality=5),
    "gzip": lambda body: gzip.compress(body, compresslevel=6, mtime=0),
}
"""How a page can be written smaller, the smallest first (RFC 9110, 8.4.1, and RFC 7932)."""
REFUSED = re.compile(r";\s*q\s*=\s*0(\.0*)?\s*$")
NOT_KEPT = {"content-length", "etag"}
"""Headers that are written for each answer."""


@dataclass(frozen=True, slots=True, eq=False)
class KeptPage:
    """What was sent for an address, the content it was made of, and between which moments the clock leaves it alone."""

    body: bytes
    headers: tuple[tuple[str, str], ...]
    version: str
    made: datetime
    until: datetime
    etag: str
    written: dict[str, bytes] = field(default_factory=dict)
    """The body in each coding that somebody asked for."""

    @classmethod
    def of(cls, response: HttpResponse, version: str, made: datetime, until: datetime) -> "KeptPage":
        """Return what has to be kept of an answer."""
        body = bytes(response.content)
        headers = tuple((name, value) for name, value in response.headers.items() if name.lower() not in NOT_KEPT)
        return cls(body, headers, version, made, until, f'W/"{sha256(body).hexdigest()[:32]}"')

    def is_right(self, version: str, now: datetime) -> bool:
        """Whether it would be made the same now; the clock of a test may go back."""
        return self.version == version and self.made <= now < self.until

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Return the page in a coding that the browser reads; 304 when it has this very page."""
        coding = coding_for(request.headers.get("Accept-Encoding", ""))
        response = HttpResponse(self._in(coding), headers=dict(self.headers))
        patch_vary_headers(response, ["Accept-Encoding"])
        response.headers["ETag"] = self.etag
        if coding:
            response.headers["Content-Encoding"] = coding
        response.headers["Content-Length"] = str(len(response.content))
        found = get_conditional_response(request, etag=self.etag, response=response)
        return found if isinstance(found, HttpResponse) else response

    def _in(self, coding: str) -> bytes:
        if not coding:
            return self.body
        if coding not in self.written:
            self.written[coding] = CODINGS[coding](self.body)
        return self.written[coding]


def coding_for(accepted: str) -> str:
    """Return the smallest coding that an `Accept-Encoding` names and does not refuse; empty for none."""
    named = {part.partition(";")[0].strip().lower() for part in accepted.split(",") if not REFUSED.search(part)}
    return next((coding for coding in CODINGS if coding in named), "")


class Shelf:
    """Pages by address, those that were asked for last, at most so many bytes of them."""

    def __init__(self) -> None:
        self._pages: OrderedDict[str, KeptPage] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def find(self, address: str) -> KeptPage | None:
        """Return the page of an address, right or not."""
        with self._lock:
            page = self._pages.get(address)
            if page:
                self._pages.move_to_end(address)
            return page

    def put(self, address: str, page: KeptPage, most: int) -> None:
        """Keep a page, and let go of those that nobody asked for when the shelf holds more than `most` bytes."""
        with self._lock:
            self._take(address)
            self._pages[address] = page
            self._bytes += len(page.body)
            while self._bytes > most and self._pages:
                self._take(next(iter(self._pages)))

    def clear(self) -> None:
        """Let go of all."""
        with self._lock:
            self._pages.clear()
            self._bytes = 0

    def _take(self, address: str) -> None:
        page = self._pages.pop(address, None)
        if page:
            self._bytes -= len(page.body)
