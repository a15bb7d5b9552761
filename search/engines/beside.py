"""The first results in their last order: what stands beside the best of them comes before what stands alone.

An engine weighs each page by itself. A page that means the same as the best two results, or is linked with them, is
more often an answer than one that only holds the words ([decision 41](../../docs/decisions/0041-beside-the-best.md)).
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from search.documents import Identity
from search.parsing import ParsedQuery
from search.request import DATE, PAGE_SIZE, SearchRequest
from search.results import Hit

REORDERED = PAGE_SIZE + PAGE_SIZE // 2
"""Results that change places: more bring next to nothing, and marking each costs Elasticsearch 0.3 ms."""
CLAUSE = "beside"


class Scored(Protocol):
    """A result with its score, the better the higher."""

    @property
    def identity(self) -> Identity:
        """What it is."""

    @property
    def score(self) -> float:
        """How good it is by itself."""


Found = TypeVar("Found", bound=Scored)


def is_reordered(request: SearchRequest, parsed: ParsedQuery) -> bool:
    """Return whether the results of this page change places."""
    by_score = bool(request.words) and request.sort != DATE
    return by_score and request.start < REORDERED and parsed.neighbours is not None


def window(request: SearchRequest, parsed: ParsedQuery) -> slice:
    """Return which results an engine gives: those of the page, or all among which they change places."""
    if is_reordered(request, parsed):
        return slice(0, max(REORDERED, request.start + PAGE_SIZE))
    return slice(request.start, request.start + PAGE_SIZE)


def on_page(
    found: Sequence[Found], request: SearchRequest, parsed: ParsedQuery, unit: float = 1.0
) -> list[tuple[Found, float]]:
    """Return the results of a page in order, of those in its window, each with what it gets for standing beside."""
    if not found or parsed.neighbours is None or not is_reordered(request, parsed):
        return [(item, 0.0) for item in found]
    first, rest = found[:REORDERED], found[REORDERED:]
    lifts = parsed.neighbours.lifts([item.identity for item in first], [item.score for item in first], unit)
    order = sorted(zip(first, lifts, strict=True), key=lambda pair: -(pair[0].score + pair[1]))
    return [*order, *((item, 0.0) for item in rest)][request.start : request.start + PAGE_SIZE]


def lifted(hit: Hit, lift: float) -> Hit:
    """Return a result with what it got, and why."""
    return replace(hit, score=hit.score + lift, clauses=(*hit.clauses, CLAUSE)) if lift else hit
