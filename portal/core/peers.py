"""Pages that were read together: what is asked of one is asked for all of them, in one query.

A list asks the same of each of its rows, deep inside Wagtail, where nobody has the whole list in hand. Django 6.1 reads
related objects in this way too (`FETCH_PEERS`).
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar
from weakref import ref

from django.db.models import Model

Answer = TypeVar("Answer")

READ_WITH = "_read_with"


class Peers:
    """The pages of one query that are still in use. A copy of a page that is stored elsewhere knows none."""

    __slots__ = ("_pages",)

    def __init__(self, pages: Iterable[Any] = ()) -> None:
        self._pages = [ref(page) for page in pages]

    def __reduce__(self) -> tuple[type["Peers"], tuple[()]]:
        return Peers, ()

    def pages(self) -> dict[int, Any]:
        """Return them by their keys."""
        found = (known() for known in self._pages)
        return {page.pk: page for page in found if page is not None and page.pk}


def introduce(rows: list[Any] | None) -> None:
    """Let pages, or snippets of one model, know with which others they were read; rows of values are left alone."""
    if rows and len(rows) > 1 and isinstance(rows[0], Model):
        peers = Peers(rows)
        for page in rows:
            page.__dict__[READ_WITH] = peers


def asked_together(ask: Callable[[list[Any]], dict[int, Answer]]) -> Callable[[Any], Answer]:
    """Make of a question about many pages, answered by their keys, one about a single page.

    The answers are kept on pages that were read together: as long as a list is shown. A page that was read alone is
    asked anew each time.
    """
    name = f"_{ask.__module__}.{ask.__qualname__}"

    def asked(page: Any) -> Answer:
        if name not in page.__dict__:
            peers = page.__dict__[READ_WITH].pages() if READ_WITH in page.__dict__ else {}
            if peers.get(page.pk) is not page or len(peers) == 1:
                return ask([page])[page.pk]
            answers = ask(list(peers.values()))
            for key, peer in peers.items():
                peer.__dict__[name] = answers[key]
        answer: Answer = page.__dict__[name]
        return answer

    return asked
