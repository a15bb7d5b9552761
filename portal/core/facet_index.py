"""What the entries of a list have, turned around: for each value of a facet the entries that have it. Pure.

A set of entries is one number with a bit for each, so that choosing and counting are a handful of operations on whole
sets, however long the list. An index can be kept as long as the entries and what they have stay the same.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T")


class Asked(Protocol):
    """A facet, as far as an index knows it: it says what an entry has, each value with its words."""

    def of(self, entry: Any) -> Any:
        """Return the values of an entry."""


class FacetIndex(Generic[T]):
    """The entries of a list by the values of its facets.

    A thing may have several entries and counts once; `thing` says what an entry is an entry of.
    """

    def __init__(self, entries: Iterable[T], facets: Sequence[Asked], thing: Callable[[T], Hashable] = id) -> None:
        of_things: dict[Hashable, list[tuple[int, T]]] = {}
        for place, entry in enumerate(entries):
            of_things.setdefault(thing(entry), []).append((place, entry))
        self._entries = [pair for pairs in of_things.values() for pair in pairs]
        """Entries with their place in the list, those of a thing beside each other: a thing is a row of bits."""
        self.everything = (1 << len(self._entries)) - 1
        self._last = self._last_of_each(len(pairs) for pairs in of_things.values())
        self.labels: list[dict[str, Any]] = [{} for _facet in facets]
        """By facet: every value that an entry has, with its words."""
        self._having: list[dict[str, int]] = [{} for _facet in facets]
        for bit, (_place, entry) in enumerate(self._entries):
            for n, facet in enumerate(facets):
                for value, label in facet.of(entry).items():
                    self.labels[n][value] = label
                    self._having[n][value] = self._having[n].get(value, 0) | 1 << bit

    @staticmethod
    def _last_of_each(lengths: Iterable[int]) -> int:
        bits, end = 0, 0
        for length in lengths:
            end += length
            bits |= 1 << end - 1
        return bits

    def having(self, n: int, values: Collection[str]) -> int:
        """Return the entries that have one of these values of a facet, by its number."""
        found = 0
        for value in values:
            found |= self._having[n].get(value, 0)
        return found

    def entries(self, found: int) -> list[T]:
        """Return the entries of a set, in the order of the list."""
        bits = bin(found)[:1:-1]
        chosen = [self._entries[bit] for bit, is_in in enumerate(bits) if is_in == "1"]
        return [entry for _place, entry in sorted(chosen, key=lambda pair: pair[0])]

    def counts(self, n: int, among: int) -> dict[str, int]:
        """Return how many things among these entries have each value of a facet."""
        return {value: self.things(having & among) for value, having in self._having[n].items()}

    def things(self, found: int) -> int:
        """Return how many things a set of entries is of: count the rows of bits in which one is set.

        In each row all bits but the last are added to a row of ones: that sets the last bit when one of them is set.
        """
        others = self.everything ^ self._last
        return ((((found & others) + others) | found) & self._last).bit_count()
