"""How fast search is as it grows, beside stock Wagtail's three requests in the same run. Prints, never judges.

SEARCH_BENCHMARK=500,5000,50000 pytest tests/benchmarks/test_search_speed.py
"""

import os
import random
import statistics
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from search import schema
from search.engines import elasticsearch, postgresql
from search.engines.client import search_client
from search.index.rebuild import rebuild
from search.management.commands.search_sync import POLL_SECONDS
from search.parsing import parse
from search.request import SearchRequest
from search.worker import sync_once
from tests.benchmarks.documents import store
from tests.benchmarks.generated import QUERIES
from tests.factories import make_lab
from tests.search.conftest import Searching, indices, searching

pytestmark = [pytest.mark.benchmark, pytest.mark.elasticsearch]
__all__ = ["indices", "searching"]
ROUNDS = 40
SIZES = [int(size) for size in os.environ.get("SEARCH_BENCHMARK", "500,5000").split(",")]


def p95(run: Callable[[str], Any]) -> float:
    """Return the 95th percentile in milliseconds, after a warm-up."""
    for words in QUERIES:
        run(words)
    times = []
    for number in range(ROUNDS):
        start = time.perf_counter()
        run(QUERIES[number % len(QUERIES)])
        times.append((time.perf_counter() - start) * 1000)
    return statistics.quantiles(times, n=20)[-1]


def asked(engine: Callable[..., Any], words: str) -> Any:
    request = SearchRequest("nl", words)
    return engine(request, parse(request))


def stock(words: str) -> None:
    """Ask as stock Wagtail does: a count, a page of results and one facet, in three requests."""
    query = {"multi_match": {"query": words, "fields": ["title", "body"]}}
    index = schema.alias("nl")
    search_client().count(index=index, query=query)
    search_client().search(index=index, query=query, size=10)
    search_client().search(index=index, query=query, size=0, aggs={"k": {"terms": {"field": "kind"}}})


def publish_until_found(searching: Searching, lab: Any, chance: random.Random) -> float:
    """Return the p95 in milliseconds from publishing until a visitor finds the new title, the pause included."""
    times = []
    for number in range(12):
        lab.title = f"Zeilkamp nummer{number}"
        start = time.perf_counter()
        lab.save_revision().publish()
        time.sleep(chance.uniform(0, POLL_SECONDS))
        while sync_once():
            pass
        while not searching.keys(f"nummer{number}"):
            time.sleep(0.02)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.quantiles(times, n=20)[-1]


@pytest.mark.timeout(1500)
@pytest.mark.parametrize("count", SIZES)
def test_search_beside_stock_wagtail(
    searching: Searching, client: Client, school: Any, count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    store(count)
    start = time.perf_counter()
    rebuild(refresh=False)
    rate = count / (time.perf_counter() - start)
    figures = {
        "stock": p95(stock),
        "engine": p95(lambda words: asked(elasticsearch.ask, words)),
        "view": p95(lambda words: client.get("/nl/zoeken/", {"q": words})),
        "suggestions": p95(lambda words: client.get("/nl/zoeken/suggesties", {"q": words[:4]})),
        "fallback": p95(lambda words: asked(postgresql.answer, words)),
        "findable": publish_until_found(searching, make_lab(school), random.Random(1)),
    }
    with capsys.disabled():
        print(f"\n{count} documents, rebuild {rate:.0f}/s; p95: " + ", ".join(
            f"{name} {took:.0f} ms ({took / figures['stock']:.1f} x stock)" for name, took in figures.items()
        ))  # fmt: skip
