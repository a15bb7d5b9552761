"""What meaning costs, printed: milliseconds of a query, passages a second, and the memory of a process."""

import resource
import statistics
import time
from collections.abc import Callable

import numpy as np
import pytest

from search.meaning import encoder, nearest

pytestmark = pytest.mark.benchmark
QUERIES = (
    "scriptie",
    "hoe lang duurt de opleiding",
    "wie nodig ik uit voor mijn ontwikkelgesprek en wanneer doe ik dat",
)
PASSAGE = "Warme overdracht. " + "Je vertelt de nieuwe locatie wat je al kunt en wat je nog wilt leren. " * 5
SIZES = (1_500, 10_000, 20_000)


def milliseconds(work: Callable[[], object], times: int = 20) -> float:
    """Return the median time of some work."""
    taken = []
    for _turn in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken) * 1000


def resident() -> float:
    """Return the most memory this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def test_what_meaning_costs(settings: object, capsys: pytest.CaptureFixture[str]) -> None:
    settings.SEARCH_ENCODER = "process"  # type: ignore[attr-defined]
    before, start = resident(), time.perf_counter()
    model = encoder.current()
    model.encode(["warm"], are_queries=True)
    lines = [f"load {1000 * (time.perf_counter() - start):.0f} ms, {resident() - before:.0f} MB"]
    for words in QUERIES:
        taken = milliseconds(lambda words=words: model.encode([words], are_queries=True))  # type: ignore[misc]
        lines.append(f"{len(words.split())} words: {taken:.1f} ms")
    lines.append(
        f"a passage of {len(PASSAGE.split())} words: {milliseconds(lambda: encoder.of_passages([PASSAGE])):.0f} ms"
    )
    query = encoder.of_query("scriptie")
    for size in SIZES:
        vectors = np.random.default_rng(1).normal(size=(size, query.shape[1])).astype(np.float32)
        starts = np.arange(0, size, 4, dtype=np.intp)
        pages = tuple({"nl": ("test.thing", number)} for number in range(len(starts)))
        known = nearest.Known((size,), vectors, starts, pages)
        taken = milliseconds(lambda known=known: known.near(query, "nl"))  # type: ignore[misc]
        lines.append(f"{size} passages compared: {taken:.1f} ms, {vectors.nbytes / 1e6:.0f} MB")
    with capsys.disabled():
        print("\n" + "\n".join(lines))
