"""The first engine: one request for hits, facets, highlights, corrections and the count in the other language."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from search import schema
from search.analysis.dictionary import mistyped
from search.documents import Identity
from search.engines import beside, breaker, query, response
from search.engines.breaker import EngineAwayError
from search.engines.client import search_client
from search.engines.query import Query
from search.engines.response import NAME as NAME
from search.kinds import FACETS, SearchFacet
from search.parsing import ParsedQuery
from search.request import DATE, SearchRequest
from search.results import EngineResponse
from search.when import CHOICES

Search = dict[str, Any]
"""The body of a search as Elasticsearch reads it."""
InLanguage = tuple[str, Search]
"""A search, and the language whose index it goes to."""
PATIENCE = "800ms"
"""How long the engine itself may work: less than the deadline, so that it stops before we hang up."""
SPELLING = {"field": "spell", "size": 1, "suggest_mode": "missing", "prefix_length": 1, "min_word_length": 5}
ALL_VALUES = 500
"""Buckets per facet; the default of ten would hide values."""
COUNTS: dict[str, Query] = {facet.name: {"terms": {"field": facet.field, "size": ALL_VALUES}} for facet in FACETS}
"""By facet: what counts its values."""
LIMITS = {"track_total_hits": True, "timeout": PATIENCE}
FRAGMENTS: dict[str, Query] = {
    "title": {"number_of_fragments": 0},
    "summary": {"number_of_fragments": 0},
    "body": {"boundary_scanner": "sentence", "fragment_size": 180, "order": "score", "number_of_fragments": 1},
}
MARKS = {
    "encoder": "html",
    "pre_tags": [response.OPEN],
    "post_tags": [response.CLOSE],
    "max_analyzed_offset": 200_000,
}
NEWEST_FIRST = [{"changed_on": {"order": "desc"}}, "_score"]


def search_of(request: SearchRequest, parsed: ParsedQuery, wanted: Query, hidden: tuple[Identity, ...] = ()) -> Search:
    """Return the search of one page of results, without objects the database no longer shows.

    The choice of a facet narrows the results and the counts of all other facets.
    """
    chosen, window = conditions(request), beside.window(request, parsed)
    found: Search = {
        **LIMITS,
        "track_scores": True,
        "_source": False,
        "from": window.start,
        "size": window.stop - window.start,
        "query": without(wanted, hidden),
        "aggs": {facet.name: counted(facet, chosen) for facet in FACETS},
    }
    if chosen:
        found["post_filter"] = every(chosen.values())
    if request.sort == DATE or not request.words:
        found["sort"] = NEWEST_FIRST
    return found


def counted(facet: SearchFacet, chosen: dict[str, Query]) -> Query:
    """Return what counts the values of a facet among what has the choices of all others."""
    others = [condition for name, condition in chosen.items() if name != facet.name]
    values = COUNTS[facet.name]
    return {"filter": every(others), "aggs": {facet.name: values}} if others else values


def conditions(request: SearchRequest) -> dict[str, Query]:
    """Return what a document must have by facet, of the facets with a choice."""
    chosen = request.chosen
    return {facet.name: facet.condition(chosen[facet.name]) for facet in CHOICES if facet.name in chosen}


def every(queries: Iterable[Query]) -> Query:
    """Return the query of documents that match all of these, without a score."""
    return {"bool": {"filter": list(queries)}}


def without(wanted: Query, hidden: tuple[Identity, ...]) -> Query:
    """Return a query that leaves objects out."""
    if not hidden:
        return wanted
    gone = {"ids": {"values": [response.document_id(identity) for identity in hidden]}}
    return {"bool": {"must": [wanted], "must_not": [gone]}}


def first_try(request: SearchRequest, parsed: ParsedQuery, hidden: tuple[Identity, ...]) -> Search:
    """Return the search of a page by the words as they are read."""
    search = search_of(request, parsed, query.strict(parsed), hidden)
    return highlighted(search, {name: query.to_mark(parsed, name) for name in FRAGMENTS})


def highlighted(search: Search, by: dict[str, Query]) -> Search:
    """Return a search with highlights in title and text; `by` says by field what marks words in it."""
    fields = {name: {**fragments, "highlight_query": by[name]} for name, fragments in FRAGMENTS.items()}
    return {**search, "highlight": {**MARKS, "fields": fields}}


def answer(request: SearchRequest, parsed: ParsedQuery, hidden: tuple[Identity, ...] = ()) -> EngineResponse:
    """Answer a search; raises EngineAwayError when Elasticsearch gives nothing usable in time."""
    return breaker.current().call(ask, request, parsed, hidden)


def ask(request: SearchRequest, parsed: ParsedQuery, hidden: tuple[Identity, ...] = ()) -> EngineResponse:
    """Answer a search without a deadline; for measuring."""
    found = _ask(request, parsed, hidden)
    hits = (beside.lifted(hit, lift) for hit, lift in beside.on_page(found.hits, request, found.query))
    return replace(found, hits=tuple(hits))


def _ask(request: SearchRequest, parsed: ParsedQuery, hidden: tuple[Identity, ...]) -> EngineResponse:
    first = first_try(request, parsed, hidden)
    may_be_corrected = bool(request.words) and not request.literal and not parsed.settled
    for number, group in enumerate(parsed.groups):
        first["aggs"][f"{response.WORD}{number}"] = {"filter": query.group_query(group, request.language)}
    if may_be_corrected and mistyped([request.words]):  # of any other word no suggestion is taken
        first["suggest"] = {"spell": {"text": request.words, "term": SPELLING}}
    found, elsewhere = execute((request.language, first), _elsewhere(request, parsed))
    counts = response.word_counts(found, [group.text for group in parsed.groups])
    result = response.answer(found, parsed, word_counts=counts, elsewhere=response.total(elsewhere))
    if not may_be_corrected:
        return result
    wrong = mistyped(text.lower() for text, count in counts if not count)
    corrected = response.correction(request.words, found, set(wrong))
    return _second(request, parsed, hidden, result, corrected) if corrected or not result.total else result


def _elsewhere(request: SearchRequest, parsed: ParsedQuery) -> InLanguage:
    """Return the search that counts the results in the other language."""
    other = parsed.elsewhere
    wanted = query.matching(other) if request.words else {"match_none": {}}
    matched = {"bool": {"filter": [wanted, *conditions(request).values()]}}
    return other.language, {**LIMITS, "size": 0, "query": matched}


def _second(
    request: SearchRequest, parsed: ParsedQuery, hidden: tuple[Identity, ...], first: EngineResponse, corrected: str
) -> EngineResponse:
    """Try once more: the corrected words and, when nothing was found, similar words; the first with results wins."""
    tries: list[tuple[Search, ParsedQuery]] = []
    if corrected:
        again = parsed.corrected(corrected)
        tries.append((first_try(request, again, hidden), again))
    if not first.total:
        similar = search_of(request, parsed, query.relaxed(parsed), hidden)
        tries.append((highlighted(similar, {name: query.to_mark_similar(parsed, name) for name in FRAGMENTS}), parsed))
    found = execute(*((request.language, search) for search, _asked in tries))
    for (_search, asked), part in zip(tries, found, strict=True):
        if response.total(part):
            is_same = asked is parsed
            extra = {"word_counts": first.word_counts, "elsewhere": first.elsewhere}
            return response.answer(part, asked, corrected="" if is_same else corrected, similar=is_same, **extra)
    return first


def execute(*searches: InLanguage) -> list[dict[str, Any]]:
    """Run searches in one request; a part that is missing, late or incomplete makes the whole unusable."""
    lines = [line for language, search in searches for line in ({"index": schema.alias(language)}, search)]
    body = search_client().msearch(searches=lines).body
    parts = body.get("responses") if isinstance(body, dict) else None
    if not isinstance(parts, list) or len(parts) != len(searches):
        raise EngineAwayError("the answer is not a search result")
    for part in parts:
        if problem := response.problem(part):
            raise EngineAwayError(problem)
    return parts
