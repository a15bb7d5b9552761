"""Vectors of texts that tests encode by the thousand, kept beside what clones of this machine share."""

import os

import numpy as np

from bin.embedded import system
from search.meaning import encoder
from search.meaning.encoding import encode_all, refresh_statistics
from search.models import PassageVector


def encode() -> None:
    """Encode all stored documents; what an earlier run encoded is read from a file. The first one takes minutes."""
    name = encoder.current().name
    file = system.cache_dir() / "vectors-of-tests" / f"{name}.npz"
    file.parent.mkdir(parents=True, exist_ok=True)
    kept = dict(np.load(file)) if file.exists() else {}
    rows = [PassageVector(encoder=name, digest=key, vector=row.tobytes()) for key, row in _pairs(kept)]
    PassageVector.objects.bulk_create(rows)
    refresh_statistics()
    encode_all()
    vectors = PassageVector.objects.values_list("digest", "vector")
    if len(vectors) == len(rows):
        return
    digests, numbers = zip(
        *((digest, np.frombuffer(bytes(vector), np.float16)) for digest, vector in vectors), strict=True
    )
    part = file.with_suffix(f".{os.getpid()}.npz")
    np.savez(part, digests=np.array(digests), vectors=np.array(numbers))
    part.rename(file)


def _pairs(kept: dict[str, np.ndarray]) -> list[tuple[str, np.ndarray]]:
    return [(str(key), row) for key, row in zip(kept["digests"], kept["vectors"], strict=True)] if kept else []
