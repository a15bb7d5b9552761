"""Encodes the passages of documents that are not encoded yet: by the worker, never while a visitor waits.

First the beginning of every document, then the rest of each: search by meaning waits until nearly all are begun
([decision 40](../../docs/decisions/0040-first-passages-of-all-pages.md)).
"""

from collections.abc import Iterator

import numpy as np
from django.db import connection
from django.db.models.expressions import RawSQL

from search.meaning import encoder
from search.meaning.contract import EncoderAwayError
from search.meaning.passages import MOST, digest, passages
from search.models import PassageVector, StoredDocument
from search.models.documents import StoredDocumentQuerySet

AT_ONCE = 8
"""Passages between two writes: half a second, so that little is lost when the worker stops."""
BATCH = 100
"""Documents looked up at once: looking goes through all of them, and what changed meanwhile should not wait long."""
BEGINNING = 4
"""Passages of each document that are encoded before any is read on: what it is about, and ways to search for it."""
_VECTORS, _DOCUMENTS = PassageVector._meta.db_table, StoredDocument._meta.db_table
_WAITING = f"""
SELECT d.id FROM {_DOCUMENTS} d
LEFT JOIN LATERAL unnest(d.passages[1:%s]) AS wanted ON TRUE
LEFT JOIN {_VECTORS} v ON v.digest = wanted AND v.encoder = %s
WHERE v.digest IS NULL AND (d.passages IS NULL OR wanted IS NOT NULL)"""


def waiting(name: str, first: int = MOST) -> StoredDocumentQuerySet:
    """Return the documents of which this encoder has not read each of the first passages, the newest first."""
    return StoredDocument.objects.filter(pk__in=RawSQL(_WAITING, [first, name])).order_by("-version")


def encode_waiting() -> Iterator[StoredDocument]:
    """Encode everything that waits; yield after the beginning and after the rest of each: other work may come between.

    Raises EncoderAwayError.
    """
    if not encoder.is_on():
        return
    name = encoder.current().name
    while batch := _batch(name):
        for document, first in batch:
            _encode(document, name, first)
            yield document
        refresh_statistics()


def _batch(name: str) -> list[tuple[StoredDocument, int]]:
    """Return some documents with how many of their passages are to be encoded now; none when nothing waits."""
    for first in (BEGINNING, MOST):
        if found := [(document, first) for document in waiting(name, first)[:BATCH]]:
            return found
    return []


def refresh_statistics() -> None:
    """Let PostgreSQL count vectors and documents now: until it does, it reads all vectors for each passage."""
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {_VECTORS}, {_DOCUMENTS}")


def _encode(document: StoredDocument, name: str, first: int) -> None:
    texts = {digest(text): text for text in passages(document)}
    if document.passages != list(texts):
        # What was written meanwhile has other texts, and waits again.
        StoredDocument.objects.filter(pk=document.pk, version=document.version).update(passages=list(texts))
    known = set(PassageVector.objects.filter(encoder=name, digest__in=texts).values_list("digest", flat=True))
    missing = [key for key in list(texts)[:first] if key not in known]
    for at in range(0, len(missing), AT_ONCE):
        some = missing[at : at + AT_ONCE]
        vectors = encoder.of_passages([texts[key] for key in some]).astype(np.float16)
        made = (
            PassageVector(encoder=name, digest=key, vector=row.tobytes())
            for key, row in zip(some, vectors, strict=True)
        )
        PassageVector.objects.bulk_create(made, ignore_conflicts=True)


def encode_all() -> int:
    """Encode everything that waits, and return how many documents that were."""
    return len({document.pk for document in encode_waiting()})


def forget_unused() -> int:
    """Delete the vectors of texts that no document holds any more; return how many."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM {_VECTORS} WHERE digest NOT IN"
            f" (SELECT unnest(passages) FROM {_DOCUMENTS} WHERE passages IS NOT NULL)"
        )
        return cursor.rowcount


def status() -> dict[str, object]:
    """Return how the encoder is doing: its name, how many documents wait, or why it is away."""
    if not encoder.is_on():
        return {"ok": True, "off": True}
    try:
        name = encoder.current().name
        encoder.of_query("test")
    except EncoderAwayError as error:
        return {"ok": False, "away": str(error)}
    return {"ok": True, "encoder": name, "waiting": waiting(name).count(), "passages": PassageVector.objects.count()}
