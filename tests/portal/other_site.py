"""Another site for tests: a real server on this machine that answers as it is told and keeps what it was asked."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

from portal.editorial.links.outside.asking import Asker
from portal.editorial.links.outside.gate import Address, Gate
from portal.editorial.links.outside.manners import PoliteManners

HERE = ip_address("127.0.0.1")
Said = tuple[int, dict[str, str], bytes]


@dataclass
class OtherSite:
    """Answers by path: a status, headers and a body; `asked` keeps method, path, headers and moment."""

    port: int = 0
    says: dict[str, Said | Callable[[str], Said]] = field(default_factory=dict)
    asked: list[tuple[str, str, dict[str, str], float]] = field(default_factory=list)
    slow: set[str] = field(default_factory=set)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def says_status(self, path: str, status: int, **headers: str) -> str:
        self.says[path] = (status, headers, b"")
        return self.url(path)

    def leads_to(self, path: str, to: str, status: int = 302) -> str:
        return self.says_status(path, status, Location=to)

    def lines(self) -> list[str]:
        """What was asked, without the rules for robots."""
        return [f"{method} {path}" for method, path, _headers, _at in self.asked if path != "/robots.txt"]

    def gate(self, is_open: Callable[[Address], bool] = lambda address: address == HERE) -> Gate:
        return Gate(is_open, frozenset({self.port}))

    def manners(self, pause: float = 0.0, seconds: float = 5.0) -> PoliteManners:
        return PoliteManners(Asker(self.gate(), seconds=seconds), pause=pause)


@contextmanager
def other_site() -> Iterator[OtherSite]:
    """A site on a port of its own; what it was not told is not there, and it has no rules for robots."""
    site = OtherSite()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.command, self.path, dict(self.headers), time.monotonic()))
            said = site.says.get(self.path, (404, {}, b""))
            status, headers, body = said(self.command) if callable(said) else said
            if self.path in site.slow:
                self._trickle()
            with suppress(OSError):  # who asked may have gone
                self._say(status, headers, body)

        def _say(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(body)

        do_HEAD = do_GET  # noqa: N815

        def _trickle(self) -> None:
            """Send a header a byte at a time, until who asked has gone."""
            self.wfile.write(b"HTTP/1.0 200 OK\r\nX-Slow: ")
            try:
                while not gone.wait(0.02):
                    self.wfile.write(b"x")
            except OSError:
                self.close_connection = True

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    gone = threading.Event()
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        site.port = server.server_port
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        try:
            yield site
        finally:
            gone.set()
            server.shutdown()
