"""The measures: how good an order of results is, and how sure we are of an average."""

import math
import random
from collections.abc import Sequence

DEPTH = 10
RELEVANT = 2
"""Grade from which a document counts as an answer for the reciprocal rank."""
SAMPLES = 1000
SEED = 20261124


def gain(grades: Sequence[int]) -> float:
    """Return the discounted gain of grades in order: 2^grade − 1, divided by log2 of the place + 1."""
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:DEPTH]))


def ndcg(found: Sequence[str], grades: dict[str, int]) -> float:
    """Return the gain of the first ten results as a part of the best gain possible."""
    best = gain(sorted(grades.values(), reverse=True))
    return gain([grades.get(key, 0) for key in found]) / best if best else 0.0


def reciprocal_rank(found: Sequence[str], grades: dict[str, int]) -> float:
    """Return 1 / the place of the first answer, 0 when there is none in the first ten."""
    for place, key in enumerate(found[:DEPTH], start=1):
        if grades.get(key, 0) >= RELEVANT:
            return 1 / place
    return 0.0


def mean(values: Sequence[float]) -> float:
    """Return the average; 0 for nothing."""
    return sum(values) / len(values) if values else 0.0


def interval(values: Sequence[float], confidence: float = 0.95) -> tuple[float, float]:
    """Return the bootstrap interval of the average; the same values always give the same interval."""
    if not values:
        return 0.0, 0.0
    chance = random.Random(SEED)
    means = sorted(mean(chance.choices(values, k=len(values))) for _sample in range(SAMPLES))
    edge = int(SAMPLES * (1 - confidence) / 2)
    return means[edge], means[-edge - 1]
