"""Phrases that lead to nothing: who searches one does not find its page among the first ten results.

Others have written the same phrase, a page is called so, or one was put on top. Looked at a night at a time: on a large
site each night those that were looked at longest ago, for as long as there is patience.
"""

import time
from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Case, When
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
    until = time.monotonic() + patience.total_seconds()
    seen = 0
    for document in _in_turn():
        try:
            lost = [phrase for phrase in document.phrases if not _leads_to(document, phrase)]
        except EngineAwayError:
            break
        StoredDocument.objects.filter(pk=document.pk).update(lost_phrases=lost, phrases_seen_at=timezone.now())
        seen += 1
        if time.monotonic() > until:
            break
    return seen


def _in_turn() -> Iterator[StoredDocument]:
    """Yield the documents with phrases, each once: those never looked at first, then as long ago as they were.

    What was looked at by a clock that was ahead counts as never looked at.
    """
    waiting = StoredDocument.objects.visible().exclude(phrases=[])
    seen = Case(When(phrases_seen_at__lte=timezone.now(), then="phrases_seen_at"))
    keys = list(waiting.order_by(seen.asc(nulls_first=True), "pk").values_list("pk", flat=True))
    for at in range(0, len(keys), CHUNK):
        found = waiting.only("object_type", "object_id", "language", "phrases").in_bulk(keys[at : at + CHUNK])
        yield from (found[key] for key in keys[at : at + CHUNK] if key in found)


def _leads_to(document: StoredDocument, phrase: str) -> bool:
    """Return whether a search leads to a document; raises EngineAwayError for an answer that visitors do not get."""
    request = SearchRequest(document.language, clean_words(phrase))
    with translation.override(document.language):
        answer, _documents, _request = current(request, parse(request))
    if hosts() and answer.engine != elasticsearch.NAME:
        raise EngineAwayError("the fallback finds other pages")
    return document.identity in [hit.identity for hit in answer.hits]
