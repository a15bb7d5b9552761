"""Titles that begin like what a visitor is typing, or whose page people search for like that; from either engine."""

import logging
from functools import reduce
from operator import and_
from typing import Any

from django.db.models import Case, Q, Value, When

from search.analysis.spelling import readable
from search.analysis.words import QUESTION_WORDS, STOP_WORDS, fold, squeezed, words_of
from search.documents import Identity
from search.engines import breaker
from search.engines.breaker import EngineAwayError
from search.engines.elasticsearch import PATIENCE, execute
from search.engines.query import Query, any_of
from search.engines.response import identity_of
from search.kinds import KINDS
from search.models import StoredDocument

log = logging.getLogger(__name__)
FEWEST_LETTERS = 2
MOST = 8
FEWEST_OF_PHRASE = 4
"""Letters of a phrase that say which one is meant; with fewer, pages would be suggested at random."""
AFTER_TITLES = 0.01
"""The weight of a page that is found by a phrase only: titles come first."""


def suggest(words: str, language: str) -> list[dict[str, Any]]:
    """Return groups `{kind, label, items: [{title, url, key}]}`; none for fewer than two letters."""
    words = readable(words)
    typed = [fold(word).replace("'", "") for word in words_of(words) if len(word) >= FEWEST_LETTERS]
    joined = squeezed(words)
    if not typed and len(joined) < FEWEST_LETTERS:
        return []
    phrase = joined if tells_a_phrase(words, language) else ""
    try:
        wanted = breaker.current().call(from_elasticsearch, " ".join(typed), joined, phrase, language)
        documents = list(StoredDocument.objects.visible().of(wanted))
    except EngineAwayError:
        documents = from_postgresql(typed, joined, phrase, language)
        wanted = [document.identity for document in documents]
    found = {document.identity: document for document in documents}
    return grouped([found[identity] for identity in wanted if identity in found])


def tells_a_phrase(words: str, language: str) -> bool:
    """Return whether the beginning of a phrase says which one is meant: "hoe kan ik" begins many."""
    common = STOP_WORDS[language] | QUESTION_WORDS[language]
    return len(squeezed(words)) >= FEWEST_OF_PHRASE and any(word.lower() not in common for word in words_of(words))


def from_elasticsearch(words: str, joined: str, phrase: str, language: str) -> list[Identity]:
    """Return the objects whose title holds words beginning like these, in any order, or like all of it in one word.

    Then come those that people search for by a phrase beginning like this.
    """
    every: list[Query] = [
        {"match": {"title.beginnings": {"query": words, "operator": "and"}}},
        {"match": {"title.beginnings": joined}},
    ]
    if phrase:
        every.append({"prefix": {"phrases.whole": {"value": phrase, "boost": AFTER_TITLES}}})
    first = {"match_phrase_prefix": {"title.exact": {"query": words, "boost": 2}}}
    query = {"bool": {"must": [any_of(every)], "should": [first]}}
    search = {"query": query, "size": MOST, "_source": False, "timeout": PATIENCE}
    (part,) = execute((language, search))
    return [identity_of(hit["_id"]) for hit in part["hits"]["hits"]]


def from_postgresql(typed: list[str], joined: str, phrase: str, language: str) -> list[StoredDocument]:
    """Return the same from the table of documents."""
    every = Q(beginnings__contains=f" {joined}")
    if typed:
        every |= reduce(and_, (Q(beginnings__contains=f" {word}") for word in typed))
    found = every | Q(whole_phrases__contains=f" {phrase}") if phrase else every
    documents = StoredDocument.objects.visible().filter(found, language=language)
    return list(documents.order_by(Case(When(every, then=Value(0)), default=Value(1)), "whole_title")[:MOST])


def grouped(documents: list[StoredDocument]) -> list[dict[str, Any]]:
    """Return documents by kind, in the order of the kinds."""
    groups = []
    for kind, label in KINDS.items():
        items = [{"title": d.title, "url": d.url, "key": d.key} for d in documents if d.kind == kind]
        if items:
            groups.append({"kind": kind, "label": str(label), "items": items})
    return groups
