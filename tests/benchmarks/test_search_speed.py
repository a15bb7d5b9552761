"""How fast search is as it grows, beside stock Wagtail's three requests in the same run. Prints, never judges."""

import random
import statistics
import time
from collections.abc import Callable
from typing import Any

import pytest

from search import schema
from search.analysis.dutch import LEMMAS
from search.documents import SearchDocument
from search.engines import elasticsearch, postgresql
from search.engines.client import search_client
from search.expansion import Reader
from search.index.rebuild import rebuild
from search.models import StoredDocument
from search.request import SearchRequest
from search.service import search
from search.store import learn, next_version, row
from tests.search.conftest import Searching, document, indices, searching

pytestmark = [pytest.mark.benchmark, pytest.mark.elasticsearch]
__all__ = ["indices", "searching"]
WORDS = tuple(dict.fromkeys(LEMMAS.values()))
"""A thousand and more Dutch words; drawn so that a few are common and most are rare, as in real text."""
RARITY = [1 / (place + 1) for place in range(len(WORDS))]
QUERIES = ["oudergesprek", "pedagogiek", "onderzoek school", "taal rekenen", "collega team", "begeleiding"]
ROUNDS = 40


def fill(count: int) -> None:
    """Store generated Dutch documents, in chunks."""
    chance = random.Random(count)
    for start in range(0, count, 500):
        made = [generated(number, chance) for number in range(start, min(start + 500, count))]
        learn(made)
        StoredDocument.objects.bulk_create([row(item, next_version()) for item in made])


def generated(number: int, chance: random.Random) -> SearchDocument:
    """Make a document of 250 words."""
    text = " ".join(chance.choices(WORDS, RARITY, k=250))
    title = " ".join(chance.choices(WORDS, RARITY, k=4))
    facets: dict[str, Any] = {"locations": (f"locatie-{number % 4}",), "themes": (f"thema-{number % 12}",)}
    return document(f"d{number}", title=title, summary=text[:150], body=text, **facets)


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


def stock(words: str) -> None:
    """Ask as stock Wagtail does: a count, a page of results and one facet, in three requests."""
    query = {"multi_match": {"query": words, "fields": ["title", "body"]}}
    index = schema.alias("nl")
    search_client().count(index=index, query=query)
    search_client().search(index=index, query=query, size=10)
    search_client().search(index=index, query=query, size=0, aggs={"k": {"terms": {"field": "kind"}}})


@pytest.mark.parametrize("count", [500, 5_000])
def test_search_beside_stock_wagtail(searching: Searching, count: int, capsys: pytest.CaptureFixture[str]) -> None:
    fill(count)
    start = time.perf_counter()
    rebuild(refresh=False)
    rate = count / (time.perf_counter() - start)
    request = SearchRequest("nl")
    figures = {
        "stock": p95(stock),
        "engine": p95(lambda words: elasticsearch.ask(request.change(words=words), Reader(request))),
        "page": p95(lambda words: search(request.change(words=words))),
        "fallback": p95(lambda words: postgresql.answer(request.change(words=words), Reader(request))),
        "suggestions": p95(lambda words: searching.suggest(words[:4])),
    }
    with capsys.disabled():
        print(f"\n{count} documents, rebuild {rate:.0f}/s; p95: " + ", ".join(
            f"{name} {took:.0f} ms ({took / figures['stock']:.1f} x stock)" for name, took in figures.items()
        ))  # fmt: skip
