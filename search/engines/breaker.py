"""The circuit breaker: a deadline that really ends a call, and no calls at all to an engine that is down.

The client's own timeout counts from byte to byte, so an engine that drips answers forever. Here a
call runs in a small pool of threads; at the deadline the visitor goes on and the socket is closed,
which also frees the thread. State is kept per process: that is enough, and nothing more can be down.
"""

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as DeadlineError
from functools import lru_cache, partial
from typing import ParamSpec, TypeVar

from django.db import close_old_connections
from elasticsearch import ApiError, BadRequestError, TransportError

from portal.core.content_cache import as_one_request
from search.engines.client import Call, carried_by, hosts

P = ParamSpec("P")
T = TypeVar("T")
log = logging.getLogger(__name__)

THREADS = 8
DEADLINE = 1.0
"""Seconds a visitor waits for Elasticsearch at most."""
FAILURES_TO_OPEN = 2
OPEN_SECONDS = 15.0


class EngineAwayError(Exception):
    """The engine gave no usable answer; the message says why in a few words."""


class Breaker:
    """Guards one engine. Opens after two failures in a row; after a pause one caller tries again."""

    def __init__(self, deadline: float = DEADLINE, pause: float = OPEN_SECONDS) -> None:
        self.deadline = deadline
        self.pause = pause
        self._lock = threading.Lock()
        self._failures = 0
        self._open_until = 0.0
        self._probing = False
        self._busy = 0
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="elasticsearch")

    @property
    def is_open(self) -> bool:
        """Whether calls are refused now."""
        return time.monotonic() < self._open_until

    @property
    def busy(self) -> int:
        """How many calls hold a thread now."""
        return self._busy

    def call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what the function returns for these arguments, or raise EngineAwayError within the deadline."""
        probe = self._admit()
        try:
            result = self._within_deadline(partial(function, *args, **kwargs))
        except BadRequestError:
            self._settle(probe, failed=False)  # our own fault, says nothing about the engine
            raise
        except (TransportError, ApiError, DeadlineError, EngineAwayError) as error:
            self._settle(probe, failed=True)
            raise EngineAwayError(reason(error)) from error
        except BaseException:
            self._settle(probe, failed=False)
            raise
        self._settle(probe, failed=False)
        return result

    def _admit(self) -> bool:
        """Let a call through, and say whether it is the one that tries whether the engine is back."""
        with self._lock:
            if self._failures < FAILURES_TO_OPEN:
                return False
            if time.monotonic() < self._open_until or self._probing:
                raise EngineAwayError("not asked: it failed a moment ago")
            self._probing = True
            return True

    def _settle(self, probe: bool, failed: bool) -> None:
        with self._lock:
            if probe:
                self._probing = False
            if not failed:
                self._failures = 0
                self._open_until = 0.0
                return
            self._failures += 1
            if self._failures >= FAILURES_TO_OPEN:
                self._open_until = time.monotonic() + self.pause
                log.warning("Elasticsearch is left alone for %.0f seconds", self.pause)

    def _within_deadline(self, function: Callable[[], T]) -> T:
        with self._lock:
            if self._busy >= THREADS:
                raise EngineAwayError("all connections are busy")
            self._busy += 1
        call = Call()
        future: Future[T] = self._pool.submit(self._run, function, call)
        try:
            return future.result(self.deadline)
        except DeadlineError:
            call.abort()
            if future.cancel():
                self._release()
            raise

    def _run(self, function: Callable[[], T], call: Call) -> T:
        """Call the function in a thread that lives on, with what Django does before a request.

        What is read of the query asks the database here too, by a connection of this thread; after a restart of the
        database nobody else would open another one.
        """
        try:
            close_old_connections()
            with carried_by(call), as_one_request():
                return function()
        finally:
            self._release()

    def _release(self) -> None:
        with self._lock:
            self._busy -= 1


def reason(error: BaseException) -> str:
    """Return in a few words why the engine gave no answer."""
    if isinstance(error, EngineAwayError):
        return str(error)
    if isinstance(error, ApiError):
        return f"status {error.meta.status}"
    return type(error).__name__


@lru_cache(maxsize=32)
def _breaker(addresses: tuple[str, ...]) -> Breaker:
    return Breaker()


def current() -> Breaker:
    """Return the breaker of the cluster in the settings; raises EngineAwayError when there is none."""
    if not hosts():
        raise EngineAwayError("no address is set")
    return _breaker(hosts())


def forget() -> None:
    """Close every breaker, as a new process would find them."""
    _breaker.cache_clear()
