"""Titles that begin like what a visitor is typing, from either engine."""

import logging
from functools import reduce
from operator import and_
from typing import Any

from django.db.models import Q

from search.analysis.spelling import readable
from search.analysis.words import fold, squeezed, words_of
from search.documents import Identity
from search.engines import breaker
from search.engines.breaker import EngineAwayError
from search.engines.elasticsearch import PATIENCE, execute
from search.engines.query import any_of
from search.engines.response import identity_of
from search.kinds import KINDS
from search.models import StoredDocument

log = logging.getLogger(__name__)
FEWEST_LETTERS = 2
MOST = 8


def suggest(words: str, language: str) -> list[dict[str, Any]]:
    """Return groups `{kind, label, items: [{title, url, key}]}`; none for fewer than two letters."""
    words = readable(words)
    typed = [fold(word).replace("'", "") for word in words_of(words) if len(word) >= FEWEST_LETTERS]
    joined = squeezed(words)
    if not typed and len(joined) < FEWEST_LETTERS:
        return []
    try:
        wanted = breaker.current().call(from_elasticsearch, " ".join(typed), joined, language)
        documents = list(StoredDocument.objects.visible().of(wanted))
    except EngineAwayError:
        documents = from_postgresql(typed, joined, language)
        wanted = [document.identity for document in documents]
    found = {document.identity: document for document in documents}
    return grouped([found[identity] for identity in wanted if identity in found])


def from_elasticsearch(words: str, joined: str, language: str) -> list[Identity]:
    """Return the objects whose title holds words beginning like these, in any order, or like all of it in one word."""
    every = any_of(
        [
            {"match": {"title.beginnings": {"query": words, "operator": "and"}}},
            {"match": {"title.beginnings": joined}},
        ]
    )
    first = {"match_phrase_prefix": {"title.exact": {"query": words, "boost": 2}}}
    query = {"bool": {"must": [every], "should": [first]}}
    search = {"query": query, "size": MOST, "_source": False, "timeout": PATIENCE}
    (part,) = execute((language, search))
    return [identity_of(hit["_id"]) for hit in part["hits"]["hits"]]


def from_postgresql(typed: list[str], joined: str, language: str) -> list[StoredDocument]:
    """Return the same from the table of documents."""
    every = Q(beginnings__contains=f" {joined}")
    if typed:
        every |= reduce(and_, (Q(beginnings__contains=f" {word}") for word in typed))
    documents = StoredDocument.objects.visible().filter(every, language=language)
    return list(documents.order_by("whole_title")[:MOST])


def grouped(documents: list[StoredDocument]) -> list[dict[str, Any]]:
    """Return documents by kind, in the order of the kinds."""
    groups = []
    for kind, label in KINDS.items():
        items = [{"title": d.title, "url": d.url, "key": d.key} for d in documents if d.kind == kind]
        if items:
            groups.append({"kind": kind, "label": str(label), "items": items})
    return groups
