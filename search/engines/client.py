"""Connections to Elasticsearch: one client to search, one to write, and a socket that can be closed from outside."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import urllib3.connection
from django.conf import settings
from elastic_transport import NodeConfig, Urllib3HttpNode
from elasticsearch import Elasticsearch

SEARCH_SECONDS = 1.0
"""A search takes 10 ms; whoever waits longer gets the answer of PostgreSQL."""
WRITE_SECONDS = 10.0


class Call:
    """One request in flight. `abort` closes its socket, so that a thread blocked on it comes free at once."""

    def __init__(self) -> None:
        self._connection: _Abortable | None = None
        self._aborted = False
        self._lock = threading.Lock()

    def use(self, connection: "_Abortable") -> None:
        """Note the connection that carries the request; it is ours until another call uses it."""
        with self._lock:
            connection.carries = self
            self._connection = connection
            if self._aborted:
                self._close()

    def abort(self) -> None:
        """End the request; safe to call at any time, from any thread."""
        with self._lock:
            self._aborted = True
            self._close()

    def _close(self) -> None:
        connection = self._connection
        if connection is None or connection.carries is not self or connection.sock is None:
            return
        with suppress(OSError):
            # `shutdown` wakes a thread that is reading; `close` alone would leave it waiting.
            connection.sock.shutdown(socket.SHUT_RDWR)


class _Thread(threading.local):
    call: Call | None = None


_thread = _Thread()


@contextmanager
def carried_by(call: Call) -> Iterator[None]:
    """Let the requests of this thread be ended through `call`."""
    _thread.call = call
    try:
        yield
    finally:
        _thread.call = None


class _Abortable:
    """Mixin for connections: tells the call of this thread which connection it uses."""

    sock: socket.socket | None
    carries: Call | None = None
    """The call whose request is on this connection."""

    def connect(self) -> None:
        super().connect()  # type: ignore[misc]
        if _thread.call:
            _thread.call.use(self)

    def request(self, *args: Any, **kwargs: Any) -> Any:
        if _thread.call:
            _thread.call.use(self)
        return super().request(*args, **kwargs)  # type: ignore[misc]


class _AbortableHttp(_Abortable, urllib3.connection.HTTPConnection):
    pass


class _AbortableHttps(_Abortable, urllib3.connection.HTTPSConnection):
    pass


class AbortableNode(Urllib3HttpNode):
    """A node whose requests can be ended by closing their socket."""

    def __init__(self, config: NodeConfig) -> None:
        super().__init__(config)
        self.pool.ConnectionCls = _AbortableHttps if config.scheme == "https" else _AbortableHttp


def hosts() -> tuple[str, ...]:
    """Return the addresses of the cluster; none when search runs on PostgreSQL alone."""
    return tuple(host.strip() for host in settings.ELASTICSEARCH_URL.split(",") if host.strip())


@dataclass(frozen=True, slots=True)
class ClusterSettings:
    """How a cluster is reached: its hosts, and what it asks of its clients."""

    hosts: tuple[str, ...]
    api_key: str
    ca_certs: str

    @classmethod
    def from_settings(cls) -> "ClusterSettings":
        """Return what the settings say now."""
        return cls(hosts(), settings.ELASTICSEARCH_API_KEY, settings.ELASTICSEARCH_CA_CERTS)


@lru_cache(maxsize=32)
def _client(access: ClusterSettings, seconds: float, retries: int, statuses: tuple[int, ...]) -> Elasticsearch:
    options: dict[str, Any] = {"api_key": access.api_key, "ca_certs": access.ca_certs}
    return Elasticsearch(
        list(access.hosts),
        node_class=AbortableNode,
        request_timeout=seconds,
        max_retries=retries,
        retry_on_status=statuses,
        **{name: value for name, value in options.items() if value},
    )


def search_client() -> Elasticsearch:
    """Return the client for visitors: another host when one refuses, else no second attempt: the fallback is faster."""
    access = ClusterSettings.from_settings()
    return _client(access, SEARCH_SECONDS, len(access.hosts) - 1, ())


def write_client() -> Elasticsearch:
    """Return the client for the worker and the commands, which may wait and try again."""
    access = ClusterSettings.from_settings()
    return _client(access, WRITE_SECONDS, max(2, len(access.hosts) - 1), (429, 502, 503, 504))
