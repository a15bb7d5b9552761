"""Encodes the passages of documents that are not encoded yet: by the worker, never while a visitor waits."""

import numpy as np
from django.db import connection
from django.db.models.expressions import RawSQL

from search.meaning import encoder
from search.meaning.contract import EncoderAwayError
from search.meaning.passages import digest, passages
from search.models import PassageVector, StoredDocument
from search.models.documents import StoredDocumentQuerySet

AT_ONCE = 8
"""Passages between two writes: half a second, so that little is lost when the worker stops."""
_VECTORS, _DOCUMENTS = PassageVector._meta.db_table, StoredDocument._meta.db_table
_WAITS = f"""passages IS NULL OR EXISTS (
    SELECT FROM unnest(passages) AS wanted WHERE NOT EXISTS (
        SELECT FROM {_VECTORS} WHERE {_VECTORS}.digest = wanted AND {_VECTORS}.encoder = %s))"""


def waiting(name: str) -> StoredDocumentQuerySet:
    """Return the documents of which this encoder has not read every passage."""
    return StoredDocument.objects.alias(waits=RawSQL(_WAITS, [name])).filter(waits=True)


def encode_next() -> bool:
    """Encode one document that waits, the one that changed last; return whether there was one.

    Raises EncoderAwayError.
    """
    if not encoder.is_on():
        return False
    name = encoder.current().name
    document = waiting(name).order_by("-version").first()
    if document is None:
        return False
    texts = {digest(text): text for text in passages(document)}
    if document.passages != list(texts):
        StoredDocument.objects.filter(pk=document.pk).update(passages=list(texts))
    known = PassageVector.objects.filter(encoder=name, digest__in=texts).values_list("digest", flat=True)
    missing = [key for key in texts if key not in set(known)]
    for at in range(0, len(missing), AT_ONCE):
        some = missing[at : at + AT_ONCE]
        vectors = encoder.of_passages([texts[key] for key in some]).astype(np.float16)
        made = (
            PassageVector(encoder=name, digest=key, vector=row.tobytes())
            for key, row in zip(some, vectors, strict=True)
        )
        PassageVector.objects.bulk_create(made, ignore_conflicts=True)
    return True


def encode_all() -> int:
    """Encode everything that waits, and return how many documents that were."""
    done = 0
    while encode_next():
        done += 1
    return done


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
