"""Servers that fail in every way an engine can: real sockets, no stand-ins for our own code."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

HEALTHY = {
    "took": 1,
    "timed_out": False,
    "_shards": {"total": 1, "successful": 1, "failed": 0},
    "hits": {"total": {"value": 0}, "hits": []},
}
Behaviour = Callable[[socket.socket, threading.Event], None]


def answer(status: str, body: str, kind: str = "application/json", product: bool = True) -> Behaviour:
    """Answer at once with a status and a body."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body.encode())}\r\nConnection: close\r\n"
    head += "X-Elastic-Product: Elasticsearch\r\n" if product else ""

    def behave(connection: socket.socket, stop: threading.Event) -> None:
        connection.sendall(f"{head}\r\n{body}".encode())

    return behave


def black_hole(connection: socket.socket, stop: threading.Event) -> None:
    """Take the request and never say a word."""
    stop.wait(30)


def slow(connection: socket.socket, stop: threading.Event) -> None:
    """Answer, but far too late."""
    stop.wait(3)
    answer("200 OK", json.dumps(HEALTHY))(connection, stop)


def drip(connection: socket.socket, stop: threading.Event) -> None:
    """Send a byte now and then, so that no read ever times out."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n")
    while not stop.wait(0.1):
        connection.sendall(b" ")


def cut_off(connection: socket.socket, stop: threading.Event) -> None:
    """Promise more than is sent."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{")


def multi(part: dict[str, object]) -> Behaviour:
    """Answer a search of two parts, each like this."""
    return answer("200 OK", json.dumps({"responses": [part, part]}))


FAILURES: dict[str, Behaviour] = {
    "black hole": black_hole,
    "slow": slow,
    "drip": drip,
    "cut off": cut_off,
    "429": answer("429 Too Many Requests", '{"error": "busy"}'),
    "503": answer("503 Service Unavailable", '{"error": "away"}'),
    "502 with a page": answer("502 Bad Gateway", "<h1>no</h1>", "text/html"),
    "404": answer("404 Not Found", '{"error": {"type": "index_not_found_exception"}}'),
    "broken JSON": answer("200 OK", '{"responses": ['),
    "empty": answer("200 OK", ""),
    "a page": answer("200 OK", "<h1>welcome</h1>", "text/html"),
    "not Elasticsearch": answer("200 OK", "{}", product=False),
    "no responses": answer("200 OK", "{}"),
    "index missing": multi({"error": {"type": "index_not_found_exception"}, "status": 404}),
    "timed out": multi({**HEALTHY, "timed_out": True}),
    "failed shards": multi({**HEALTHY, "_shards": {"total": 2, "successful": 1, "failed": 1}}),
    "no hits": multi({"took": 1}),
}


class Server:
    """A server on this machine whose behaviour a test can change while it runs."""

    def __init__(self, behave: Behaviour) -> None:
        self.behave = behave
        self.stop = threading.Event()
        self.connections = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        """The address."""
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def change(self, behave: Behaviour) -> None:
        """Behave differently from now on; requests in flight are let go."""
        self.stop.set()
        time.sleep(0.05)
        self.stop = threading.Event()
        self.behave = behave

    def close(self) -> None:
        """End everything."""
        self.stop.set()
        self._socket.close()
        for connection in self._open:
            connection.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                connection, _address = self._socket.accept()
                self.connections += 1
                self._open.append(connection)
                threading.Thread(target=self._serve, args=(connection, self.stop), daemon=True).start()

    def _serve(self, connection: socket.socket, stop: threading.Event) -> None:
        with suppress(OSError), connection:
            connection.recv(65_536)
            self.behave(connection, stop)


@contextmanager
def serving(behave: Behaviour) -> Iterator[Server]:
    """Run a server for as long as the block runs."""
    server = Server(behave)
    try:
        yield server
    finally:
        server.close()
