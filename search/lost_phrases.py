"""Phrases that lead to nothing: who searches one does not find its page among the first ten results.

Others have written the same phrase, a page is called so, or one was put on top. Looked at a night at a time: on a large
site each night those that were looked at longest ago, for as long as there is patience.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import F, Q
from django.utils import timezone, translation

from search.engines import elasticsearch
from search.engines.breaker import EngineAwayError
from search.engines.client import hosts
from search.models import StoredDocument
from search.parsing import parse
from search.request import SearchRequest, clean_words
from search.service import current

PATIENCE = timedelta(minutes=2)
CHUNK = 100


def look(patience: timedelta = PATIENCE) -> int:
    """Search the phrases of documents and note which are lost; return how many documents were looked at."""
    start = timezone.now()
    seen = 0
    for document in _in_turn(start):
        try:
            lost = [phrase for phrase in document.phrases if not _leads_to(document, phrase)]
        except EngineAwayError:
            break
        StoredDocument.objects.filter(pk=document.pk).update(lost_phrases=lost, phrases_seen_at=timezone.now())
        seen += 1
        if timezone.now() - start > patience:
            break
    return seen


def _in_turn(start: datetime) -> Iterator[StoredDocument]:
    """Yield the documents with phrases that were not looked at yet, those never looked at first."""
    waiting = StoredDocument.objects.visible().exclude(phrases=[])
    waiting = waiting.filter(Q(phrases_seen_at=None) | Q(phrases_seen_at__lt=start))
    order = F("phrases_seen_at").asc(nulls_first=True)
    while found := list(waiting.order_by(order, "pk").only("object_type", "object_id", "language", "phrases")[:CHUNK]):
        yield from found


def _leads_to(document: StoredDocument, phrase: str) -> bool:
    """Return whether a search leads to a document; raises EngineAwayError for an answer that visitors do not get."""
    request = SearchRequest(document.language, clean_words(phrase))
    with translation.override(document.language):
        answer, _documents, _request = current(request, parse(request))
    if hosts() and answer.engine != elasticsearch.NAME:
        raise EngineAwayError("the fallback finds other pages")
    return document.identity in [hit.identity for hit in answer.hits]
