"""The first engine: one request for hits, facets, highlights, corrections and the count in the other language."""

from typing import Any

from elasticsearch.dsl import FacetedSearch, MultiSearch, Search, TermsFacet
from elasticsearch.dsl.query import Query
from elasticsearch.dsl.response import Hit
from elasticsearch.dsl.search_base import SearchBase

from search import schema
from search.documents import Identity
from search.engines import breaker, query, response
from search.engines.breaker import EngineAwayError
from search.engines.client import search_client
from search.engines.response import NAME as NAME
from search.kinds import FACETS
from search.parsing import ParsedQuery
from search.request import DATE, PAGE_SIZE, SearchRequest
from search.results import EngineResponse

PATIENCE = "800ms"
"""How long the engine itself may work: less than the deadline, so that it stops before we hang up."""
SPELLING = {"field": "spell", "size": 1, "suggest_mode": "missing", "prefix_length": 1, "min_word_length": 5}
SENTENCE = {"boundary_scanner": "sentence", "fragment_size": 180, "order": "score", "number_of_fragments": 1}
ALL_VALUES = 500
"""Buckets per facet; the default of ten would hide values."""


class PortalSearch(FacetedSearch):
    """The search of one page of results in one language."""

    doc_types = [schema.IndexedDocument]
    facets = {facet.name: TermsFacet(field=facet.field, size=ALL_VALUES) for facet in FACETS}

    def __init__(self, request: SearchRequest, wanted: Query, hidden: tuple[Identity, ...] = ()) -> None:
        self.request = request
        self.index = schema.alias(request.language)
        self.using: Any = search_client()
        self.hidden = hidden
        sort = ["-changed_on", "_score"] if request.sort == DATE or not request.words else []
        super().__init__(wanted, {name: list(values) for name, values in request.filters}, sort)

    def query(self, search: SearchBase[Hit], query: str | Query) -> SearchBase[Hit]:
        """Search for what was asked, without objects the database no longer shows."""
        search = search.query(query)
        return (
            search.exclude("ids", values=[response.document_id(identity) for identity in self.hidden])
            if self.hidden
            else search
        )

    def build_search(self) -> Any:
        """Return the request with its page and limits."""
        start = self.request.start
        search = super().build_search()[start : start + PAGE_SIZE]
        return search.source(False).extra(track_total_hits=True, track_scores=True, timeout=PATIENCE)

    def highlighted(self, by: Query | None = None) -> Search:
        """Return the request with highlights in title and text; `by` replaces a query that is slow to highlight."""
        extra = {"highlight_query": by.to_dict()} if by else {}
        return (
            self._s.highlight("title", number_of_fragments=0, **extra)
            .highlight("summary", number_of_fragments=0, **extra)
            .highlight("body", **SENTENCE, **extra)
            .highlight_options(
                encoder="html", pre_tags=[response.OPEN], post_tags=[response.CLOSE], max_analyzed_offset=200_000
            )
        )


def answer(request: SearchRequest, parsed: ParsedQuery, hidden: tuple[Identity, ...] = ()) -> EngineResponse:
    """Answer a search; raises EngineAwayError when Elasticsearch gives nothing usable in time."""
    return breaker.current().call(ask, request, parsed, hidden)


def ask(request: SearchRequest, parsed: ParsedQuery, hidden: tuple[Identity, ...] = ()) -> EngineResponse:
    """Answer a search without a deadline; for measuring."""
    first = PortalSearch(request, query.strict(parsed), hidden).highlighted()
    for number, group in enumerate(parsed.groups):
        first.aggs.bucket(f"{response.WORD}{number}", "filter", query.group_query(group, request.language))
    if request.words:
        first = first.suggest("spell", request.words, term=SPELLING)
    found, elsewhere = execute(first, _elsewhere(request, parsed))
    counts = response.word_counts(found, [group.text for group in parsed.groups])
    result = response.answer(found, parsed, word_counts=counts, elsewhere=response.total(elsewhere))
    if not request.words or request.literal or parsed.settled:
        return result
    corrected = response.correction(request.words, found, {word.lower() for word, count in counts if not count})
    return _second(request, parsed, hidden, result, corrected) if corrected or not result.total else result


def _elsewhere(request: SearchRequest, parsed: ParsedQuery) -> Search:
    """Return the request that counts the results in the other language."""
    other = parsed.elsewhere
    search = Search(index=schema.alias(other.language)).extra(size=0, track_total_hits=True, timeout=PATIENCE)
    if not request.words:
        return search.query("match_none")
    search = search.query(query.strict(other))
    for facet in FACETS:
        if values := request.chosen.get(facet.name):
            search = search.filter("terms", **facet.terms(values))
    return search


def _second(
    request: SearchRequest, parsed: ParsedQuery, hidden: tuple[Identity, ...], first: EngineResponse, corrected: str
) -> EngineResponse:
    """Try once more: the corrected words and, when nothing was found, similar words; the first with results wins."""
    tries: list[tuple[Search, ParsedQuery]] = []
    if corrected:
        again = parsed.corrected(corrected)
        tries.append((PortalSearch(request, query.strict(again), hidden).highlighted(), again))
    if not first.total:
        similar = PortalSearch(request, query.relaxed(parsed), hidden)
        tries.append((similar.highlighted(query.to_highlight(parsed)), parsed))
    for (_search, asked), part in zip(tries, execute(*(search for search, _asked in tries)), strict=True):
        if response.total(part):
            is_same = asked is parsed
            extra = {"word_counts": first.word_counts, "elsewhere": first.elsewhere}
            return response.answer(part, asked, corrected="" if is_same else corrected, similar=is_same, **extra)
    return first


def execute(*searches: Search) -> list[dict[str, Any]]:
    """Run searches in one request; a part that is missing, late or incomplete makes the whole unusable."""
    together = MultiSearch()
    for search in searches:
        together = together.add(search)
    body = search_client().msearch(searches=together.to_dict()).body
    parts = body.get("responses") if isinstance(body, dict) else None
    if not isinstance(parts, list) or len(parts) != len(searches):
        raise EngineAwayError("the answer is not a search result")
    for part in parts:
        if problem := response.problem(part):
            raise EngineAwayError(problem)
    return parts
