"""Writes documents to new indices while the next ones are read, so that Elasticsearch and Python work side by side."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from search.documents import Identity
from search.index import writing
from search.stored_documents import DocumentUpdate


class RebuildError(Exception):
    """The new indices are not right; the old ones stay in use."""


class Ahead:
    """What was written ahead, with its version; one piece is on its way while the next is read."""

    def __init__(self, indices: dict[str, str], pool: ThreadPoolExecutor) -> None:
        self.versions: dict[Identity, int] = {}
        self._indices = indices
        self._pool = pool
        self._on_its_way: Future[writing.Written] | None = None

    def take(self, update: DocumentUpdate) -> None:
        """Write an update, once the one before is there; raises RebuildError for one that is refused."""
        self.wait()
        ours = [document for document in update.stored if document.language in self._indices]
        steps = [writing.put(document, self._indices[document.language]) for document in ours]
        everywhere = self._indices.values()
        steps += [writing.remove(item, index, update.version) for item in update.gone for index in everywhere]
        self.versions |= {document.identity: document.version for document in ours}
        self._on_its_way = self._pool.submit(writing.write, steps)

    def wait(self) -> None:
        """Wait for what is on its way."""
        if self._on_its_way:
            check(self._on_its_way.result())


def check(written: writing.Written) -> None:
    """Raise RebuildError with the first document that was not taken."""
    for identity, why in (written.refused | written.later).items():
        raise RebuildError(f"{identity[0]}:{identity[1]}: {why}")


@contextmanager
def ahead(indices: dict[str, str]) -> Iterator[Ahead]:
    """Write ahead in this block; at its end everything is there."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        found = Ahead(indices, pool)
        yield found
        found.wait()
