"""One search from request to page: ask an engine, check with the database, add names and highlights."""

import logging
from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString
from elasticsearch import BadRequestError

from search import labels
from search.documents import Identity
from search.engines import elasticsearch, postgresql
from search.engines.breaker import EngineAwayError
from search.meaning.perhaps import perhaps
from search.models import SearchEvent, StoredDocument
from search.models.documents import ShownDocument, visible_now
from search.parsing import ParsedQuery, parse
from search.reading.offers import offer
from search.request import PAGE_SIZE, SearchRequest
from search.results import EngineResponse, Hit, HouseWord, ResultPage, SearchResult

log = logging.getLogger(__name__)

MOST_REPEATS = 3
"""How often a search is repeated without objects that turned out to be gone."""
Documents = dict[Identity, ShownDocument]


def search(request: SearchRequest) -> ResultPage:
    """Return the page of results. Raises a database error only when PostgreSQL is away as well."""
    parsed = parse(request)
    answer, documents, request = current(request, parsed)
    known = labels.names(answer, request)
    guesses = [(Hit(document.identity, 0.0), document) for document in perhaps(request, parsed, answer)]
    shown = [(hit, documents[hit.identity]) for hit in answer.hits if hit.identity in documents]
    return ResultPage(
        request=request,
        engine=answer.engine,
        degraded=answer.engine != elasticsearch.NAME,
        total=answer.total,
        results=tuple(result(hit, document, known, answer.query.promoted) for hit, document in shown),
        perhaps=tuple(result(hit, document, known, ()) for hit, document in guesses),
        facets=labels.fields(answer, request, known),
        house_words=house_words(answer.query),
        offer=offer(request, answer.query, [document for _hit, document in shown], known),
        corrected=answer.corrected,
        similar=answer.similar or answer.holds_only_parts,
        word_counts=answer.word_counts,
        elsewhere=answer.elsewhere,
    )


def current(request: SearchRequest, parsed: ParsedQuery) -> tuple[EngineResponse, Documents, SearchRequest]:
    """Return an answer of which every result is visible now, on a page that exists."""
    hidden: tuple[Identity, ...] = ()
    for _attempt in range(MOST_REPEATS):
        answer = ask(request, parsed, hidden)
        if not answer.hits and answer.total and request.page > 1:
            request = request.change(page=-(-answer.total // PAGE_SIZE))
            continue
        documents = visible_now([hit.identity for hit in answer.hits])
        gone = tuple(hit.identity for hit in answer.hits if hit.identity not in documents)
        if not gone:
            break
        # The index is behind. Show nothing that is gone, count right, and let the worker look again.
        SearchEvent.objects.add(gone)
        hidden = (*hidden, *gone)
    else:
        answer = postgresql.answer(request, parsed)
        documents = visible_now([hit.identity for hit in answer.hits])
    return answer, documents, request


def ask(request: SearchRequest, parsed: ParsedQuery, hidden: tuple[Identity, ...] = ()) -> EngineResponse:
    """Return the answer of Elasticsearch, or of PostgreSQL when there is none in time."""
    try:
        return elasticsearch.answer(request, parsed, hidden)
    except EngineAwayError as error:
        log.info("search answers from PostgreSQL: %s", error)
    except BadRequestError:
        log.exception("Elasticsearch refused our query for %r", request.words)
    return postgresql.answer(request, parsed)


def result(hit: Hit, document: ShownDocument, known: labels.Names, promoted: tuple[Identity, ...]) -> SearchResult:
    """Return one result as shown: highlighted where the engine did so, else as the page says it."""
    held, is_past = held_at(document.moments, timezone.now())
    return SearchResult(
        kind=document.kind,
        kind_label=labels.kind(document.kind),
        key=document.key,
        url=document.url,
        title=hit.title or SafeString(escape(document.title)),
        excerpt=hit.excerpt or SafeString(escape(document.summary)),
        places=labels.named(document.locations, known["locatie"]) if document.kind != "locatie" else (),
        sectors=tuple(document.sectors),
        promoted=document.identity in promoted,
        is_example=document.is_example,
        changed_on=document.changed_on,
        held=held,
        is_past=is_past,
        clauses=hit.clauses,
        score=hit.score,
    )


def held_at(moments: Sequence[datetime], now: datetime) -> tuple[datetime | None, bool]:
    """Return when something is held: the first time that is still to come, else the last time, which is over."""
    coming = min((moment for moment in moments if moment >= now), default=None)
    return (coming, False) if coming else (max(moments, default=None), bool(moments))


def house_words(query: ParsedQuery) -> tuple[HouseWord, ...]:
    """Return the words of the visitor that the house replaces, with the page that explains."""
    noted = [(word, group) for word, group in query.used if group.notice]
    if not noted:
        return ()
    terms = StoredDocument.objects.visible().filter(kind="begrip", language=query.language)
    urls = dict(terms.filter(key__in=query.term_keys).values_list("key", "url"))
    return tuple(HouseWord(word, tuple(group.words), urls.get(group.term, "")) for word, group in noted)
