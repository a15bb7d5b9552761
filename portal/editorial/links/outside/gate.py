"""Where the portal may go when it follows a link that somebody typed: to the public internet and nowhere else.

A name is looked up once, every address it has is checked, and the connection is made to an address that was checked:
a name that means something else a moment later, or a redirect inward, leads nowhere.
"""

import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from types import MappingProxyType
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

Address = IPv4Address | IPv6Address

LONGEST = 2000
"""Characters of an address that is followed; browsers and servers agree on about as many."""
PORTS = MappingProxyType({"http": 80, "https": 443})
UNICAST = ip_network("2000::/3")
"""All that IANA gives out of the sixth version: mapped, compatible and translated addresses stand outside it."""
REFUSED = tuple(
    ip_network(network)
    for network in (
        *("192.0.0.0/24", "192.88.99.0/24"),  # of protocols; of the way from the fourth version to the sixth
        *("2001::/23", "2002::/16", "3fff::/20"),  # of protocols (Teredo too), 6to4, and for documents
    )
)
"""What no website has, though it is called global."""


class ClosedError(Exception):
    """An address that leads nowhere public: not http, another port, a password in it, no such name, or inward."""


def is_public(address: Address) -> bool:
    """Say whether an address is one of the public internet."""
    if address.version == 6 and (address not in UNICAST or address.scope_id):
        return False
    special = address.is_multicast or address.is_reserved or address.is_private
    return address.is_global and not special and not any(address in network for network in REFUSED)


@dataclass(frozen=True, slots=True)
class Place:
    """What an address asks for: the host as the network knows it, its port, and the path with its question."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def named(self) -> str:
        """The host as it stands in an address."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == PORTS[self.scheme] else f"{name}:{self.port}"

    @property
    def site(self) -> str:
        """The address of the site."""
        return f"{self.scheme}://{self.named}"

    def __str__(self) -> str:
        return f"{self.site}{self.path}"

    def led_to(self, location: str) -> "Place":
        """Return where an answer leads; raises ClosedError."""
        return place_of(urljoin(str(self), location))


def place_of(address: str) -> Place:
    """Read an address, without its place in the page; raises ClosedError for what is no plain address of a website."""
    try:
        parts = parse_url(address.strip())
    except (LocationParseError, ValueError) as error:
        raise ClosedError(address) from error
    scheme, named = parts.scheme or "", parts.host or ""
    if scheme not in PORTS or not named or parts.auth is not None or "%" in named:
        raise ClosedError(address)
    host = named.strip("[]").lower()
    path = f"{parts.path or '/'}{f'?{parts.query}' if parts.query is not None else ''}"
    place = Place(scheme, host, PORTS[scheme] if parts.port is None else parts.port, path)
    if len(str(place)) > LONGEST or not str(place).isascii():
        raise ClosedError(address)
    return place


@dataclass(frozen=True, slots=True)
class Gate:
    """Lets through which addresses and ports; what is given here is all that may be reached."""

    is_open: Callable[[Address], bool] = is_public
    ports: frozenset[int] = frozenset(PORTS.values())

    def addresses_of(self, place: Place) -> list[str]:
        """Return the checked addresses of a host; raises ClosedError when there is none or one of them leads inward."""
        if place.port not in self.ports:
            raise ClosedError(str(place))
        try:
            found = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise ClosedError(str(place)) from error
        return self.checked(dict.fromkeys(str(row[4][0]) for row in found))

    def checked(self, addresses: Iterable[str]) -> list[str]:
        """Return the addresses of one host when all are open; raises ClosedError."""
        if not (found := list(addresses)) or not all(self.is_open(ip_address(address)) for address in found):
            raise ClosedError(", ".join(found))
        return found
