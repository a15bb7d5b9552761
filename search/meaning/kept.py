"""Vectors in a file: what the texts of a site mean, for another site with the same texts.

A number takes a byte, since its last digits decide nothing: the cosine of two texts changes by a thousandth at most.
"""

from pathlib import Path

import numpy as np

from search.meaning import encoder
from search.meaning.encoding import refresh_statistics
from search.models import PassageVector, StoredDocument

STEPS = 127
"""To how many steps a number is rounded, of the largest in its vector."""


def write(file: Path) -> int:
    """Write the vectors of all texts that documents hold, by the encoder in use; return how many. None make no file.

    Raises EncoderAwayError.
    """
    name = encoder.current().name
    held = {
        digest for passages in StoredDocument.objects.values_list("passages", flat=True) for digest in passages or ()
    }
    rows = (
        PassageVector.objects.filter(encoder=name, digest__in=held).order_by("digest").values_list("digest", "vector")
    )
    if not rows:
        return 0
    digests, numbers = zip(*rows, strict=True)
    vectors = np.array([np.frombuffer(bytes(row), np.float16) for row in numbers], np.float32)
    sizes = np.abs(vectors).max(axis=1, keepdims=True) / STEPS
    np.savez_compressed(
        file,
        encoder=np.array(name),
        digests=np.array(digests),
        sizes=sizes,
        steps=np.rint(vectors / sizes).astype(np.int8),
    )
    return len(digests)


def read(file: Path) -> int:
    """Store the vectors of a file beside those that are known; return how many it holds.

    Those of texts that no document holds go at night, as others do.
    """
    with np.load(file) as kept:
        name, digests = str(kept["encoder"]), kept["digests"]
        vectors = kept["steps"] * kept["sizes"]
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    rows = (
        PassageVector(encoder=name, digest=str(digest), vector=row.tobytes())
        for digest, row in zip(digests, vectors.astype(np.float16), strict=True)
    )
    PassageVector.objects.bulk_create(rows, ignore_conflicts=True)
    refresh_statistics()
    return len(digests)
