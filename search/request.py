"""What a visitor asks, cleaned once: the only thing engines see of an address."""

from dataclasses import dataclass, replace

from django.http import QueryDict

from portal.core.address_words import Pair, address
from portal.core.facets import Choice, pairs
from search.analysis.spelling import readable
from search.when import CHOICES

PAGE_SIZE = 10
MAX_RESULT = 10_000
"""Elasticsearch refuses to page beyond this result (`index.max_result_window`)."""
MAX_WORDS = 200
"""Characters of a query; a thousand words over six fields would pass the clause limit."""
RELEVANCE, DATE = "relevantie", "datum"


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A cleaned search. `filters` holds (facet name, chosen values) for facets with a choice."""

    language: str
    words: str = ""
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()
    page: int = 1
    sort: str = RELEVANCE
    literal: bool = False
    """The visitor asked for exactly these words: no correction."""

    @classmethod
    def from_query(cls, query: QueryDict, language: str) -> "SearchRequest":
        """Read an address; whatever is unknown, too long or malformed is left out, never refused."""
        chosen = ((facet.name, facet.read(query)) for facet in CHOICES)
        return cls(
            language=language,
            words=clean_words(query.get("q", "")),
            filters=tuple((name, values) for name, values in chosen if values),
            page=clean_page(query.get("pagina", "")),
            sort=DATE if query.get("sorteer") == DATE else RELEVANCE,
            literal=query.get("precies") == "1",
        )

    @property
    def chosen(self) -> Choice:
        """Chosen values by facet name."""
        return dict(self.filters)

    @property
    def start(self) -> int:
        """Number of results before this page."""
        return (self.page - 1) * PAGE_SIZE

    def change(self, **changes: object) -> "SearchRequest":
        """Return the same search with some fields replaced; a change of anything but the page goes to page 1."""
        return replace(self, **({"page": 1} | changes))  # type: ignore[arg-type]

    def without(self, pair: Pair) -> "SearchRequest":
        """Return the search with one chosen value taken away."""
        left = ((name, tuple(value for value in values if (name, value) != pair)) for name, values in self.filters)
        return self.change(filters=tuple((name, values) for name, values in left if values))

    def query_string(self) -> str:
        """Return the address of this search, without the path; the same search always has the same address."""
        found = [("q", self.words)] if self.words else []
        found += pairs(self.chosen)
        found += [("sorteer", self.sort)] if self.sort != RELEVANCE else []
        found += [("precies", "1")] if self.literal else []
        found += [("pagina", str(self.page))] if self.page > 1 else []
        return address(found, self.language).removeprefix("?")


def clean_words(text: str) -> str:
    """Return the query as it reads, on one line, cut at a word."""
    text = " ".join(readable(text).split())
    if len(text) <= MAX_WORDS:
        return text
    return text[:MAX_WORDS].rsplit(" ", 1)[0]


def clean_page(text: str) -> int:
    """Return a page number that exists for the engines; nonsense is page 1."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1
    return min(max(number, 1), MAX_RESULT // PAGE_SIZE)
