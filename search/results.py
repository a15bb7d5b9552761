"""What engines answer and what a template shows; the same types for both engines."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.safestring import SafeString

from portal.core.facet_form import FacetField
from search.analysis.words import words_of
from search.documents import Identity
from search.parsing import ParsedQuery
from search.request import PAGE_SIZE, SearchRequest

WordCounts = tuple[tuple[str, int], ...]
"""For each word of a query how many documents hold it."""


def unknown(counts: WordCounts) -> tuple[str, ...]:
    """Return the words that no page holds."""
    return tuple(word for word, count in counts if not count)


@dataclass(frozen=True, slots=True)
class Hit:
    """One result as an engine gives it."""

    identity: Identity
    score: float
    title: SafeString | None = None
    """Title with highlights, or None when no word of the title matched."""
    excerpt: SafeString | None = None
    clauses: tuple[str, ...] = ()
    """Names of the clauses that matched, see `search.boosts`."""


@dataclass(frozen=True, slots=True)
class EngineResponse:
    """What an engine knows about a search, before the database is asked what may be shown."""

    engine: str
    query: ParsedQuery
    """What was searched in the end: a correction takes the place of the visitor's words."""
    total: int
    hits: tuple[Hit, ...] = ()
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    """Facet name → value → number of results that choosing it would give."""
    word_counts: WordCounts = ()
    corrected: str = ""
    """The words that were searched instead, when the visitor's own gave nothing."""
    similar: bool = False
    """Nothing matched literally; these results hold parts of the words, or similar words."""
    elsewhere: int = 0
    """Results in the other language."""

    @property
    def holds_only_parts(self) -> bool:
        """Whether no page holds any word of the query, and these hold parts of one: as good as similar words."""
        counted = bool(self.word_counts) and not self.query.promoted and not self.corrected
        return bool(self.total) and counted and len(unknown(self.word_counts)) == len(self.word_counts)


@dataclass(frozen=True, slots=True)
class SearchResult:
    """One result as shown."""

    kind: str
    kind_label: str
    key: str
    url: str
    title: SafeString
    excerpt: SafeString
    places: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    promoted: bool = False
    is_example: bool = False
    changed_on: date | None = None
    held: datetime | None = None
    """When it is held next, or was held last."""
    is_past: bool = False
    """Whether `held` is over."""
    clauses: tuple[str, ...] = ()
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class HouseWord:
    """The visitor used a word the house replaces: which, by what, and where it is explained."""

    used: str
    words: tuple[str, ...]
    url: str = ""

    @property
    def listed(self) -> str:
        """The house's words, with commas."""
        return ", ".join(self.words)


@dataclass(frozen=True, slots=True)
class Offer:
    """The same search with filters in the place of the words that name them."""

    names: tuple[str, ...]
    request: SearchRequest

    @property
    def listed(self) -> str:
        """What the filters leave, in words."""
        return " · ".join(self.names)


@dataclass(frozen=True, slots=True)
class ResultPage:
    """Everything the results page shows."""

    request: SearchRequest
    engine: str
    degraded: bool
    total: int
    results: tuple[SearchResult, ...]
    facets: tuple[FacetField, ...]
    perhaps: tuple[SearchResult, ...] = ()
    """Pages that no word leads to, but that may be meant."""
    house_words: tuple[HouseWord, ...] = ()
    offer: Offer | None = None
    """What the query names beside its subject, as filters."""
    corrected: str = ""
    similar: bool = False
    word_counts: WordCounts = ()
    elsewhere: int = 0

    @property
    def says_nothing(self) -> bool:
        """The visitor typed signs alone, such as an emoji: there is nothing to search for, so this is everything."""
        return bool(self.request.words) and not words_of(self.request.words)

    @property
    def without(self) -> tuple[str, ...]:
        """The words that no page holds, where there are results for the others and nothing else says so."""
        missing = () if self.similar or self.corrected or not self.total else unknown(self.word_counts)
        return missing if len(missing) < len(self.word_counts) else ()

    @property
    def pages(self) -> int:
        """Number of pages; at least one."""
        return max(1, -(-self.total // PAGE_SIZE))

    @property
    def previous(self) -> SearchRequest | None:
        """The page before this one."""
        return self.request.change(page=self.request.page - 1) if self.request.page > 1 else None

    @property
    def next(self) -> SearchRequest | None:
        """The page after this one."""
        return self.request.change(page=self.request.page + 1) if self.request.page < self.pages else None

    @property
    def first_shown(self) -> int:
        """Number of the first result on this page."""
        return self.request.start + 1

    @property
    def last_shown(self) -> int:
        """Number of the last result on this page."""
        return min(self.total, self.request.start + len(self.results))
