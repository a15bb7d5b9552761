"""One link to another site: asked as politely as can be, and followed where it leads, a few times."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.utils import parseaddr
from http.client import HTTPException

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from portal.editorial.links.models import Trouble
from portal.editorial.links.outside.gate import ClosedError, Gate, Place, place_of

AGENT = "OpleidingshuisLinks"
"""How the portal is called in a robots.txt."""
SECONDS = 10.0
"""For one request, whatever trickles in meanwhile."""
SECONDS_A_LINK = 30.0
"""For one link, with all that it leads to and the pauses between."""
LEAST_SECONDS = 0.5
"""For the last of several addresses of a host, when those before it took all the time."""
MOST_HOPS = 5
"""How often a link may lead on."""
MOST_ADDRESSES = 3
"""How many addresses of one host are tried."""
LEADS_ON = frozenset({301, 302, 303, 307, 308})
FOR_GOOD = frozenset({301, 308})
NOT_FOR_ROBOTS = frozenset({401, 403, 405, 429, 503})
"""Answers that say who asks, or when, is wrong: the link itself may well be right."""
BUSY = frozenset({429, 503})
"""Answers after which a site is left alone until the next run."""
ABSENT = frozenset({404, 410})


class UnreachableError(Exception):
    """A site that did not answer, or not in time."""


class UntrustedError(UnreachableError):
    """A site whose certificate does not hold."""


class UnwelcomeError(Exception):
    """A site that does not want this address to be asked for, or not now."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site said: its status, where it leads on, and the beginning of the body where one was read."""

    status: int
    location: str = ""
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a link, or where it has moved to for good; nothing when it is right."""

    trouble: str = ""
    moved_to: str = ""


Ask = Callable[[str, Place], Answer]
"""Asks with a method for a place; raises ClosedError, UnreachableError or UnwelcomeError."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks other sites, through a gate; it brings no cookie, no password and no address of where the link stands."""

    gate: Gate = field(default_factory=Gate)
    trust: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    seconds: float = SECONDS

    def ask(self, method: str, place: Place, most_bytes: int = 0) -> Answer:
        """Ask once, and read so many bytes of the body.

        Raises ClosedError, UntrustedError, or UnreachableError for whatever else went wrong on the way.
        """
        failure, until = None, time.monotonic() + self.seconds
        for address in self.gate.addresses_of(place)[:MOST_ADDRESSES]:
            try:
                seconds = max(until - time.monotonic(), LEAST_SECONDS)
                return _asked(self._connection(address, place, seconds), seconds, method, place, most_bytes)
            except ssl.SSLCertVerificationError as error:
                raise UntrustedError(str(place)) from error
            except (OSError, HTTPException, HTTPError, ValueError) as error:
                failure = error
        raise UnreachableError(str(place)) from failure

    def _connection(self, address: str, place: Place, seconds: float) -> HTTPConnection:
        """Return a connection to an address that was checked; the certificate has to be that of the name."""
        if place.scheme == "http":
            return HTTPConnection(address, place.port, timeout=seconds)
        return HTTPSConnection(
            address,
            place.port,
            timeout=seconds,
            ssl_context=self.trust,
            server_hostname=place.host,
            assert_hostname=place.host,
        )


def _asked(connection: HTTPConnection, seconds: float, method: str, place: Place, most_bytes: int) -> Answer:
    try:
        connection.connect()
        with _cut_off(connection, seconds):
            connection.request(method, place.path, headers=_headers(place), preload_content=False)
            response = connection.getresponse()
            body = response.read(most_bytes, decode_content=False) if most_bytes else b""
        return Answer(response.status, response.headers.get("Location", "").strip(), body)
    finally:
        connection.close()


def _headers(place: Place) -> dict[str, str]:
    with translation.override(settings.LANGUAGE_CODE):
        contact = f"{settings.WAGTAILADMIN_BASE_URL}{reverse('contact')}"
    return {
        "Host": place.named,
        "User-Agent": f"{AGENT}/1.0 (+{contact})",
        "From": parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
        "Accept": "*/*",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


@contextmanager
def _cut_off(connection: HTTPConnection, seconds: float) -> Iterator[None]:
    """End a conversation that lasts longer, also when a byte comes in now and then; raises TimeoutError then."""
    late = threading.Event()

    def hang_up() -> None:
        late.set()
        if (open_socket := connection.sock) is not None:
            with suppress(OSError):  # the other side, or we ourselves, may have ended it this moment
                socket.socket.shutdown(open_socket, socket.SHUT_RDWR)

    timer = threading.Timer(seconds, hang_up)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
    if late.is_set():
        raise TimeoutError


def verdict_on(address: str, ask: Ask) -> Verdict:
    """Follow a link to its end; raises UnwelcomeError when a site on the way wants not to be asked."""
    try:
        return _followed(place_of(address), ask)
    except UntrustedError:
        return Verdict(Trouble.UNTRUSTED)
    except (ClosedError, UnreachableError):
        return Verdict(Trouble.SILENT)


def _followed(place: Place, ask: Ask) -> Verdict:
    moved_to, for_good, until = "", True, time.monotonic() + SECONDS_A_LINK
    for _hop in range(MOST_HOPS + 1):
        if time.monotonic() > until:
            raise UnreachableError(str(place))
        answer = _head_or_get(place, ask)
        if answer.status not in LEADS_ON or not answer.location:
            return _judged(answer.status, moved_to)
        place = place.led_to(answer.location)
        for_good = for_good and answer.status in FOR_GOOD
        moved_to = str(place) if for_good else moved_to
    return Verdict(Trouble.ASTRAY)


def _judged(status: int, moved_to: str) -> Verdict:
    if status < 400:
        return Verdict(moved_to=moved_to)
    if status in NOT_FOR_ROBOTS:
        return Verdict()
    return Verdict(Trouble.ABSENT if status in ABSENT else Trouble.FAILING)


def _head_or_get(place: Place, ask: Ask) -> Answer:
    """Ask for the head of a page; for the page itself, of which nothing is read, where a site does not know that."""
    try:
        answer = ask("HEAD", place)
    except UntrustedError:
        raise
    except UnreachableError:
        return ask("GET", place)
    return answer if answer.status < 400 or answer.status in BUSY else ask("GET", place)
