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
from django.db import connection
from django.test import Client

from search import schema
from search.analysis.dutch import LEMMAS
from search.documents import SearchDocument
from search.engines import elasticsearch, postgresql
from search.engines.client import search_client
from search.index.rebuild import rebuild
from search.kinds import KINDS
from search.management.commands.search_sync import POLL_SECONDS
from search.models import StoredDocument
from search.parsing import parse
from search.request import SearchRequest
from search.stored_documents import learn, next_version, row
from search.worker import sync_once
from tests.factories import make_lab
from tests.search.conftest import Searching, document, indices, searching

pytestmark = [pytest.mark.benchmark, pytest.mark.elasticsearch]
__all__ = ["indices", "searching"]
WORDS = tuple(dict.fromkeys(LEMMAS.values()))
"""A thousand and more Dutch words; drawn so that a few are common and most are rare, as in real text."""
RARITY = [1 / (place + 1) for place in range(len(WORDS))]
QUERIES = ["oudergesprek", "pedagogiek", "onderzoek school", "taal rekenen", "collega team", "begeleiding"]
ROUNDS = 40
VALUES = {"locations": 4, "partners": 9, "sectors": 3, "themes": 12, "groups": 8, "variants": 2}
"""Fields of the facets, with how many values each has."""
DIFFERENT = 5_000
"""Documents that differ; to make more takes longer than to measure them."""
SIZES = [int(size) for size in os.environ.get("SEARCH_BENCHMARK", "500,5000").split(",")]


def fill(count: int) -> None:
    """Store generated Dutch documents: some thousands that differ, and copies of them for the rest."""
    chance = random.Random(count)
    learn([row(document("woorden", body=" ".join(WORDS)), 0)])
    for start in range(0, min(count, DIFFERENT), 500):
        made = [generated(number, chance) for number in range(start, min(start + 500, count, DIFFERENT))]
        StoredDocument.objects.bulk_create([row(item, next_version()) for item in made])
    copy(count // DIFFERENT - 1)
    with connection.cursor() as cursor:  # as the database does by itself on a site
        cursor.execute("SELECT gin_clean_pending_list('search_document_words')")
        cursor.execute("SELECT gin_clean_pending_list('search_document_titles')")
        cursor.execute("ANALYZE")


def copy(times: int) -> None:
    """Store each document again under other numbers."""
    table = StoredDocument._meta.db_table
    own = {"id", "object_id", "key", "version"}
    names = ", ".join(str(field.column) for field in StoredDocument._meta.fields if field.column not in own)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (object_id, key, version, {names})"
            f" SELECT object_id + turn * 1000000, key || '-' || turn, version, {names}"
            f" FROM {table}, generate_series(1, %s) AS turn",
            [times],
        )


def generated(number: int, chance: random.Random) -> SearchDocument:
    """Make a document of 250 words, with values in each facet."""
    text = " ".join(chance.choices(WORDS, RARITY, k=250))
    title = " ".join(chance.choices(WORDS, RARITY, k=4))
    facets = {name: (f"{name}-{chance.randrange(values)}",) for name, values in VALUES.items()}
    kind = chance.choice(list(KINDS))
    return document(f"d{number}", title=title, kind=kind, summary=text[:150], body=text, **facets)


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
    fill(count)
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
