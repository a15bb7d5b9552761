"""Which pages lie near a query: every passage of both languages is compared, as a page means what its translation does.

All vectors are read once into the memory of each process, and anew within a second after documents or vectors changed.
While many pages are not encoded yet, nothing is near: the others would win from them by that alone.
"""

import logging
from dataclasses import dataclass, field
from itertools import groupby
from threading import Lock
from time import monotonic

import numpy as np
import numpy.typing as npt
from django.db import connection

from search.documents import Identity
from search.meaning import encoder
from search.meaning.beside import Neighbours, middles
from search.meaning.contract import EncoderAwayError, Vectors
from search.models import PassageVector, StoredDocument

log = logging.getLogger(__name__)

MOST_PASSAGES = 20_000
"""Passages in memory, 30 MB; of a larger site every page's first ones, which say what it is about."""
MOST_NEAR = 50
ENOUGH = 0.9
"""Share of the documents that has to be encoded before any is near."""
BEST = 3
"""Passages by which a page is near: one may lie near a query by chance, and does for most queries of nonsense."""
FRESH = 1.0
"""Seconds in which what is known counts as all there is: the worker takes longer to encode what was published."""
_VECTORS, _DOCUMENTS = PassageVector._meta.db_table, StoredDocument._meta.db_table
_STATE = f"SELECT (SELECT max(version) FROM {_DOCUMENTS}), (SELECT max(id) FROM {_VECTORS})"
_PASSAGES = f"""
SELECT d.kind, d.key, d.language, d.object_type, d.object_id, v.digest
FROM {_DOCUMENTS} d, unnest(d.passages) WITH ORDINALITY AS p(digest, place)
JOIN {_VECTORS} v ON v.digest = p.digest AND v.encoder = %s
ORDER BY p.place, d.id LIMIT %s"""
_LINKED = f"""
SELECT d.object_type, d.object_id, n.object_type, n.object_id
FROM {_DOCUMENTS} d, unnest(d.related) AS r(name) JOIN {_DOCUMENTS} n ON n.title = r.name
WHERE n.language = d.language"""
_READ = f"SELECT digest, vector FROM {_VECTORS} WHERE encoder = %s AND digest = ANY(%s)"


@dataclass(frozen=True, slots=True)
class Near:
    """A document that means about the same as a query."""

    identity: Identity
    closeness: float
    """The mean cosine of its nearest passages. Seldom below 0.75, so only differences say something."""


@dataclass(frozen=True, slots=True)
class Known:
    """The passages of all pages: their vectors, page by page, and where the passages of each page begin."""

    state: tuple[object, ...]
    vectors: Vectors
    starts: npt.NDArray[np.intp]
    pages: tuple[dict[str, Identity], ...]
    """The documents of each page, by language."""
    share: float = 1.0
    """How many of the documents are encoded, of those there is room for."""
    rows: dict[str, int] = field(default_factory=dict)
    """Where the vector of each text stands."""
    neighbours: Neighbours | None = None
    """How the pages lie to each other; unknown while many are not encoded."""

    def near(self, query: Vectors, language: str) -> tuple[Near, ...]:
        """Return the documents in a language that lie nearest."""
        if self.share < ENOUGH or query.shape[1] != self.vectors.shape[1]:
            return ()
        best = self._closeness(self.vectors @ query[0])
        order = (int(page) for page in np.argsort(-best, kind="stable"))
        found = [(page, self.pages[page][language]) for page in order if language in self.pages[page]]
        return tuple(Near(identity, float(best[page])) for page, identity in found[:MOST_NEAR])

    def _closeness(self, cosines: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Return for each page the mean of its nearest passages."""
        sizes = np.diff(self.starts, append=len(cosines))
        page = np.repeat(np.arange(len(sizes)), sizes)
        ranked = cosines[np.lexsort((-cosines, page))]
        sums = np.concatenate(([0.0], np.cumsum(ranked, dtype=np.float64)))
        counted = np.minimum(sizes, BEST)
        return ((sums[self.starts + counted] - sums[self.starts]) / counted).astype(np.float32)


class _Memory:
    """What this process knows; read by one thread while the others wait, not by all of them."""

    lock = Lock()
    known: Known | None = None
    fresh_until = 0.0


def known_pages() -> Known | None:
    """Return the passages of all pages; None when there is no encoder."""
    try:
        return passages(encoder.current().name)
    except EncoderAwayError:
        return None


def near(words: str, language: str, pages: Known | None) -> tuple[Near, ...]:
    """Return the documents that mean what is asked, the nearest first; none when there is no encoder now."""
    if pages is None:
        return ()
    try:
        return pages.near(encoder.of_query(words), language)
    except EncoderAwayError as error:
        log.info("a search goes without meaning: %s", error)
        return ()


def passages(name: str) -> Known:
    """Return the passages as this encoder has read them, as they are now or were a moment ago."""
    now, known = monotonic(), _Memory.known
    if known and known.state[0] == name and now < _Memory.fresh_until:
        return known
    with connection.cursor() as cursor:
        cursor.execute(_STATE)
        state = (name, *cursor.fetchone())
    with _Memory.lock:
        if _Memory.known is None or _Memory.known.state != state:
            _Memory.known = _read(name, state, _Memory.known)
        _Memory.fresh_until = now + FRESH
        return _Memory.known


def _read(name: str, state: tuple[object, ...], before: Known | None) -> Known:
    """Read which passages there are, and the vectors of those that were not there before."""
    with connection.cursor() as cursor:
        cursor.execute(_PASSAGES, [name, MOST_PASSAGES])
        found = sorted(cursor.fetchall(), key=lambda row: row[:2])
    starts: list[int] = []
    pages: list[dict[str, Identity]] = []
    digests: list[str] = []
    for _page, passages_of_page in groupby(found, key=lambda row: row[:2]):
        starts.append(len(digests))
        pages.append({})
        for _kind, _key, language, object_type, object_id, digest in passages_of_page:
            pages[-1][language] = (object_type, object_id)
            digests.append(digest)
    matrix = _vectors(name, digests, before if before and before.state[0] == name else None)
    rows = {digest: row for row, digest in enumerate(digests)}
    wanted = min(StoredDocument.objects.count(), MOST_PASSAGES)
    share = sum(map(len, pages)) / wanted if wanted else 0.0
    begins = np.array(starts, dtype=np.intp)
    neighbours = _neighbours(matrix, begins, pages) if share >= ENOUGH else None
    return Known(state, matrix, begins, tuple(pages), share, rows, neighbours)


def _neighbours(vectors: Vectors, starts: npt.NDArray[np.intp], pages: list[dict[str, Identity]]) -> Neighbours:
    places = {identity: place for place, page in enumerate(pages) for identity in page.values()}
    with connection.cursor() as cursor:
        cursor.execute(_LINKED)
        pairs = [(row[:2], row[2:]) for row in cursor.fetchall()]
    linked = frozenset((places[one], places[other]) for one, other in pairs if one in places and other in places)
    return Neighbours(places, middles(vectors, starts), linked)


def _vectors(name: str, digests: list[str], before: Known | None) -> Vectors:
    """Return the vectors of texts, in their order."""
    if not digests:
        return np.zeros((0, 0), dtype=np.float32)
    kept = {digest: before.vectors[row] for digest, row in before.rows.items()} if before else {}
    with connection.cursor() as cursor:
        cursor.execute(_READ, [name, list({digest for digest in digests if digest not in kept})])
        new = {digest: np.frombuffer(vector, dtype=np.float16) for digest, vector in cursor.fetchall()}
    # One that was deleted since it was listed is near nothing; what is listed next no longer names it.
    nowhere = np.zeros_like(next(iter((*kept.values(), *new.values())), np.zeros(0, dtype=np.float16)))
    return np.array([kept.get(digest, new.get(digest, nowhere)) for digest in digests], dtype=np.float32)
