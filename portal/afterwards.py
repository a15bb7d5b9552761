"""Work that follows a change: at once, or for many changes together when a block of them ends."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Generic, TypeVar

T = TypeVar("T")


class Afterwards(Generic[T]):
    """A function of things that changed, which a command that changes thousands may put off until it is done."""

    def __init__(self, name: str, work: Callable[[Iterable[T]], None]) -> None:
        self._work = work
        self._waiting: ContextVar[dict[T, None] | None] = ContextVar(name, default=None)

    def __call__(self, *things: T) -> None:
        """Do the work for these, now or when the block ends in which this is called."""
        waiting = self._waiting.get()
        if waiting is None:
            self._work(things)
        else:
            waiting.update(dict.fromkeys(things))

    @contextmanager
    def at_the_end(self) -> Iterator[None]:
        """Do the work once for everything that changes in this block; a block that fails leaves it undone."""
        waiting: dict[T, None] = {}
        token = self._waiting.set(waiting)
        try:
            yield
        finally:
            self._waiting.reset(token)
        self._work(waiting)
