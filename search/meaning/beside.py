"""How pages lie to each other: which mean about the same, and which name each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from search import boosts
from search.documents import Identity
from search.meaning.contract import Vectors

BEST = 10
"""Results beside which another may stand."""
TWO = 2
"""It stands beside two of them: one may lie near by chance."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What each page means as a whole, and the pairs of pages of which one names the other."""

    places: Mapping[Identity, int]
    """The page of each document: a page and its translation are one."""
    middles: Vectors
    """By page the middle of its passages, as far as it differs from that of all pages; of length 1."""
    linked: frozenset[tuple[int, int]] = frozenset()

    def lifts(self, identities: Sequence[Identity], scores: Sequence[float], unit: float = 1.0) -> list[float]:
        """Return what each of these results, the best first, gets for standing beside the best.

        `unit` is what 1 in the table of boosts is in these scores.
        """
        pages = [self.places.get(identity) for identity in identities]
        alike = np.maximum(self._middles_of(pages) @ self._middles_of(pages[:BEST]).T, 0)
        for at, page in enumerate(pages):
            alike[at] += [boosts.LINKED * self._are_linked(page, best) for best in pages[:BEST]]
        np.fill_diagonal(alike, 0)
        shared = alike * np.minimum(scores[:BEST], boosts.BESIDE_MOST * unit)
        return [float(lift) for lift in boosts.BESIDE * np.sort(shared, axis=1)[:, -TWO:].mean(axis=1)]

    def _middles_of(self, pages: Sequence[int | None]) -> Vectors:
        """Return the middles of pages; one that is not encoded yet lies near none."""
        nowhere = np.zeros(self.middles.shape[1], dtype=np.float32)
        return np.array([nowhere if page is None else self.middles[page] for page in pages])

    def _are_linked(self, one: int | None, other: int | None) -> bool:
        return one is not None and other is not None and bool({(one, other), (other, one)} & self.linked)


def middles(vectors: Vectors, starts: npt.NDArray[np.intp]) -> Vectors:
    """Return the middle of the passages of each page, without what all pages share."""
    if not len(starts):
        return vectors
    sizes = np.diff(starts, append=len(vectors))
    found = np.add.reduceat(vectors, starts, axis=0) / sizes[:, None]
    found -= found.mean(axis=0)
    lengths = np.linalg.norm(found, axis=1, keepdims=True)
    return np.asarray(found / np.maximum(lengths, 1e-9), dtype=np.float32)
