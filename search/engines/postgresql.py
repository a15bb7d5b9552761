"""The second engine: the same documents in PostgreSQL, for when Elasticsearch is away. Same types, same facets.

Finding documents is cheap at any size, weighing them is not: it reads the whole text of each. So of very many only
the likeliest are weighed, and the others follow.
"""

import difflib
import math
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity
from django.db import connection, transaction
from django.db.models import Case, F, FloatField, Func, Q, Value, When
from django.db.models.functions import Coalesce, Greatest

from search import boosts
from search.analysis.dictionary import mistyped
from search.analysis.words import fold, query_terms
from search.engines import beside, counting, highlighting, tsquery
from search.engines.matching import matching, of_group, of_list, of_promoted, raw
from search.kinds import FACETS
from search.models import KnownWord, StoredDocument
from search.models.documents import StoredDocumentQuerySet, in_title
from search.parsing import ParsedQuery
from search.reading.groups import WordGroup
from search.request import DATE, SearchRequest
from search.results import EngineResponse, Hit, WordCounts

NAME = "postgresql"
LENGTH_COUNTS = 1
"""`ts_rank` divides by 1 + the logarithm of the length: long texts hold everything."""
SHORTEST_TYPO = 5
MOST_CANDIDATES = 20
MOST_WEIGHED = 2_000
"""Documents that are weighed whatever they hold; of more, as many: half with a word in the title, half with all."""
BY_INDEX = "SET LOCAL enable_seqscan = off; SET LOCAL work_mem = '32MB'; SET LOCAL max_parallel_workers_per_gather = 0"
"""The planner takes a text to be as cheap to read as a number, and would read all of them instead of the index.

One process, which finds documents in one order on each page, and leaves the others to other visitors.
"""
OFTEN = 50
"""Pages that are taken to hold a part of a compound."""
CLOSE_ENOUGH = 0.75
"""Similarity (difflib ratio) of a word that may be meant by a mistyped one."""


@dataclass(frozen=True)
class Wanted:
    """A query in PostgreSQL's notation: per word of the search its alternatives with their weights."""

    query: ParsedQuery
    groups: tuple[tuple[str, tuple[tuple[str, float], ...]], ...]

    @property
    def beside(self) -> Q:
        """What is a result whatever its words: promoted pages, and what a word stands for as a whole."""
        pages = [number for _type, number in self.query.promoted]
        return of_promoted(pages) | self.meant if pages else self.meant

    @property
    def meant(self) -> Q:
        """Things of a kind and of a day that a word stands for, and lists of what has all that is named."""
        return reduce(or_, map(of_group, self.query.groups), of_list(self.query.listed))

    @classmethod
    def of(cls, query: ParsedQuery) -> "Wanted":
        """Translate a query."""
        groups = ((group.text, tuple(tsquery.alternatives(group, query.language))) for group in query.groups)
        return cls(query, tuple((text, found) for text, found in groups if found))

    @property
    def any_word(self) -> str:
        """The query that matches any word."""
        found = [text for _word, tries in self.groups for text, _weight in tries] + [
            text for text, _weight in self.parts
        ]
        return " | ".join(f"({text})" for text in found)

    @property
    def parts(self) -> list[tuple[str, float]]:
        """How compounds begin and end that no page holds, beside other words; alone they are the second try."""
        query = self.query
        groups = query.groups if query.has_whole_words else ()
        return [part for group in groups for part in tsquery.outer_parts(group, query.language)]


def answer(request: SearchRequest, parsed: ParsedQuery) -> EngineResponse:
    """Answer a search from PostgreSQL."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(BY_INDEX)
        return _find(request, parsed)


def _find(request: SearchRequest, parsed: ParsedQuery) -> EngineResponse:
    wanted = Wanted.of(parsed)
    elsewhere = _elsewhere(request, Wanted.of(parsed.elsewhere))
    counts = word_counts(wanted)
    is_final = not request.words or request.literal or parsed.settled
    # Corrected words are tried first: what the visitor's own words give is shown only when these give nothing.
    if not is_final and (corrected := correction(request, mistyped(text for text, count in counts if not count))):
        again = Wanted.of(parsed.corrected(corrected))
        second = _answer(request, again, word_counts(again), elsewhere=elsewhere, corrected=corrected)
        if second.total:
            return second
    result = _answer(request, wanted, counts, elsewhere=elsewhere)
    return result if is_final or result.total or not wanted.groups else _parts(request, wanted, counts, elsewhere)


def _answer(request: SearchRequest, wanted: Wanted, counts: WordCounts, **extra: Any) -> EngineResponse:
    if request.words and not wanted.groups:
        return EngineResponse(NAME, wanted.query, 0, counts={facet.name: {} for facet in FACETS}, **extra)
    documents = _everything(request)
    if wanted.groups:
        documents = matching(request.language, wanted.any_word, wanted.beside)
    return _page(request, wanted, documents, score(wanted, dict(counts)), word_counts=counts, **extra)


def _parts(request: SearchRequest, wanted: Wanted, counts: WordCounts, elsewhere: int) -> EngineResponse:
    """Try once more with the parts of long words."""
    text = tsquery.parts(wanted.query)
    found = matching(request.language, text)
    score = rank(text) + leaning(wanted.query)
    return _page(request, wanted, found, score, word_counts=counts, elsewhere=elsewhere, similar=True)


def _everything(request: SearchRequest) -> StoredDocumentQuerySet:
    return StoredDocument.objects.visible().filter(language=request.language)


def rank(text: str) -> Func:
    """Return the expression that weighs one query."""
    weights = Value("{" + ",".join(f"{weight:.3f}" for weight in tsquery.RANK_WEIGHTS) + "}")
    return Func(
        weights,
        F("vector"),
        raw(text),
        Value(LENGTH_COUNTS),
        function="ts_rank",
        template="%(function)s(%(expressions)s)",
        arg_joiner=", ",
        output_field=FloatField(),
    )


def score(wanted: Wanted, counts: dict[str, int]) -> Any:
    """Return the expression that orders results: rare words count more, exact answers go on top."""
    total: Any = Value(0.0)
    named = {group.text: weights_as_word(group) for group in wanted.query.groups}
    for word, found in wanted.groups:
        rarity = math.log(1 + 1000 / (1 + counts.get(word, 0)))
        tries = [rank(text) * Value(weight * rarity) for text, weight in found] + named.get(word, [])
        total = total + (Greatest(*tries) if len(tries) > 1 else tries[0])
    for text, weight in wanted.parts:
        total = total + rank(text) * Value(weight * math.log(1 + 1000 / OFTEN))
    return Coalesce(lifted(wanted.query, total) + leaning(wanted.query), Value(0.0), output_field=FloatField())


def lifted(parsed: ParsedQuery, score: Any) -> Any:
    """Return a score with what is added to exact answers, for which no text is read."""
    return sum((case(clause, boost) for clause, boost in boost_clauses(parsed)), score)


def weights_as_word(group: WordGroup) -> list[Any]:
    """Return what documents have at least that fulfil what a word names."""
    return [case(Q(**wish.lookup), wish.weight_as_word) for wish in group.wishes if wish.weight_as_word]


def case(clause: Q, boost: float) -> Case:
    """Return the expression of a fixed weight."""
    return Case(When(clause, then=Value(boost * boosts.IN_POSTGRESQL)), default=Value(0.0), output_field=FloatField())


def leaning(parsed: ParsedQuery) -> Any:
    """Return the expression that brings pages higher that mean what is asked."""
    cases = [
        When(object_type=kind, object_id=number, then=Value(weight * boosts.IN_POSTGRESQL))
        for (kind, number), weight in parsed.leanings
    ]
    return Case(*cases, default=Value(0.0), output_field=FloatField())


def boost_clauses(parsed: ParsedQuery) -> list[tuple[Q, float]]:
    """Return the conditions that bring one page to the top, as `search.engines.query.boost_clauses`."""
    if not parsed.groups:
        return []
    clauses = [
        (Q(whole_title__in=parsed.whole), boosts.EXACT_TITLE),
        (Q(whole_aliases__overlap=list(parsed.whole)), boosts.EXACT_ALIAS),
        (reduce(or_, [Q(whole_phrases__contains=f" {text} ") for text in parsed.phrases]), boosts.EXACT_PHRASE),
        (Q(whole_title__startswith=parsed.whole[0]), boosts.TITLE_BEGINS),
    ]
    clauses += [(Q(kind=kind, key__in=keys), boosts.NAME) for kind, keys in parsed.places.items()]
    if parsed.kinds:
        clauses.append((Q(kind="pagina", whole_title__in=parsed.names_of_kinds), boosts.OVERVIEW))
        clauses.append((Q(kind__in=parsed.kinds), boosts.KIND_ASKED))
    clauses += [(Q(kind=kind), boost) for kind, boost in boosts.KIND.items()]
    if inside := list(parsed.inside):
        names = Q(whole_title__in=inside) | Q(whole_aliases__overlap=inside)
        clauses.append((names & Q(kind__in=boosts.NAMED_KINDS), boosts.NAME_INSIDE))
    if parsed.term_keys:
        clauses.append((Q(kind="begrip", key__in=parsed.term_keys), boosts.house_term(len(parsed.groups))))
    clauses += [(Q(kind__in=parsed.leaning), boosts.LEANING)] if parsed.leaning else []
    clauses += [(Q(**wish.lookup), wish.weight) for wish in parsed.wishes]
    clauses += [(of_list(parsed.listed), boosts.LISTED)] if parsed.listed else []
    for place, (_type, pk) in enumerate(parsed.promoted):
        clauses.append((of_promoted([pk]), boosts.promoted(place, len(parsed.promoted))))
    return clauses


def likely(documents: StoredDocumentQuerySet, wanted: Wanted) -> set[int]:
    """Return which of very many documents are weighed: those with a word in the title, and that hold every word.

    Of very many titles those that are exact, and of very many others those that are found first.
    """
    every = " & ".join(f"({' | '.join(f'({text})' for text, _weight in found)})" for _word, found in wanted.groups)
    best = documents.alias(lifted=lifted(wanted.query, leaning(wanted.query))).order_by("-lifted", "pk")
    titles = best.alias(in_title=in_title()).filter(in_title=raw(wanted.any_word))
    tries = [titles, documents.filter(vector=raw(every))]
    tries += [best.filter(wanted.beside)] if wanted.beside else []
    return {key for found in tries for key in found.values_list("pk", flat=True)[: MOST_WEIGHED // 2]}


def _page(
    request: SearchRequest, wanted: Wanted, found: StoredDocumentQuerySet, score: Any, **extra: Any
) -> EngineResponse:
    counts, total = counting.facet_counts(request, found)
    by_date, window = request.sort == DATE or not request.words, beside.window(request, wanted.query)
    documents = counting.chosen(found, request) if total else found.none()
    if total > MOST_WEIGHED and wanted.groups:
        weighed = likely(documents, wanted)
        if by_date or window.stop > len(weighed):
            score = Case(When(pk__in=weighed, then=score), default=Value(0.0), output_field=FloatField())
        else:
            documents = StoredDocument.objects.filter(pk__in=weighed)
    newest = [F("changed_on").desc(nulls_last=True)] if by_date else []
    ordered = documents.annotate(score=score).order_by(*newest, F("score").desc(nulls_last=True), "id")
    terms = _part_terms(wanted.query) if extra.get("similar") else highlighting.wanted_terms(wanted.query)
    shown = beside.on_page(list(ordered[window]), request, wanted.query, boosts.IN_POSTGRESQL)
    hits = tuple(beside.lifted(_hit(document, terms), lift) for document, lift in shown)
    return EngineResponse(engine=NAME, query=wanted.query, total=total, hits=hits, counts=counts, **extra)


def _part_terms(parsed: ParsedQuery) -> frozenset[str]:
    return frozenset(term.strip("'") for term in tsquery.parts(parsed).split(" | ") if term)


def _hit(document: Any, terms: frozenset[str]) -> Hit:
    return Hit(
        identity=document.identity,
        score=document.score,
        title=highlighting.highlighted(document.title, terms, document.language),
        excerpt=highlighting.best_fragment([document.summary, document.body], terms, document.language),
    )


def _elsewhere(request: SearchRequest, wanted: Wanted) -> int:
    """Return the number of results in the other language."""
    documents = matching(wanted.query.language, wanted.any_word, wanted.meant)
    return counting.chosen(documents, request).count() if wanted.groups else 0


def word_counts(wanted: Wanted) -> WordCounts:
    """Return for each word of the search how many documents hold it; one query for all words."""
    if not wanted.groups:
        return ()
    language = wanted.query.language
    queries = [" | ".join(f"({text})" for text, _weight in found) for _word, found in wanted.groups]
    meant = {group.text: of_group(group) for group in wanted.query.groups}
    counted = [
        matching(language, text, meant[word]) for (word, _found), text in zip(wanted.groups, queries, strict=True)
    ]
    counts = counting.sizes(counted)
    return tuple((word, count) for (word, _alternatives), count in zip(wanted.groups, counts, strict=True))


def correction(request: SearchRequest, wrong: list[str]) -> str:
    """Return the query with its mistyped words replaced by words the documents have, or nothing."""
    words, changed = request.words, False
    for word in wrong:
        if len(word) >= SHORTEST_TYPO and (better := similar_word(word, request.language)):
            words, changed = words.replace(word, better), True
    return words if changed else ""


def similar_word(word: str, language: str) -> str:
    """Return the word of a visible document that looks most like this one, or nothing."""
    wanted = fold(word)
    near = KnownWord.objects.filter(language=language, word__trigram_similar=wanted, word__startswith=wanted[0])
    words = near.exclude(word=wanted).annotate(near=TrigramSimilarity("word", wanted)).order_by("-near", "word")
    near_words = words.values_list("word", flat=True)[:MOST_CANDIDATES]
    candidates = [candidate for candidate in near_words if len(candidate) >= SHORTEST_TYPO]
    for candidate in difflib.get_close_matches(wanted, candidates, n=3, cutoff=CLOSE_ENOUGH):
        terms = " | ".join(tsquery.quoted(term) for term in query_terms(candidate, language))
        if terms and matching(language, terms).exists():
            return candidate
    return ""
