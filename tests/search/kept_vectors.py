"""Encodes texts as the worker does, but each text once in this process: what it means does not change between tests.

A passage takes a tenth of a second of a processor.
"""

from home.demo.load import VECTORS
from search.meaning import encoder, kept
from search.meaning.encoding import encode_all
from search.models import PassageVector

_known: dict[str, bytes] = {}
"""The vector of each text that was encoded in this process, by its digest."""


def encode() -> None:
    """Encode all stored documents, reading only those texts that no test before had."""
    name = encoder.current().name
    known = (PassageVector(encoder=name, digest=digest, vector=vector) for digest, vector in _known.items())
    PassageVector.objects.bulk_create(known, ignore_conflicts=True)
    encode_all()
    rows = PassageVector.objects.filter(encoder=name).values_list("digest", "vector")
    _known.update((digest, bytes(vector)) for digest, vector in rows)


def encode_demo() -> None:
    """Encode the texts of the demo by the thousand, in a second: what they mean comes with it."""
    kept.read(VECTORS)
    encode()
