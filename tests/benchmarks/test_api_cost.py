"""What the read API costs at 5,000 offerings in 500 labs. Prints, never judges.

API_BENCHMARK=500,5000 pytest tests/benchmarks/test_api_cost.py -s
"""

import os
import time
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from curriculum.models import LabSession
from portal.core.content_cache import renew
from tests.factories import House, make_lab, make_session, make_theme

pytestmark = [pytest.mark.benchmark, pytest.mark.django_db]
SIZES = [int(size) for size in os.environ.get("API_BENCHMARK", "5000").split(",")]
SESSIONS = 10
"""Of each lab."""
ROUNDS = 20
QUESTIONS = {
    "first page": "offerings",
    "page of 250": "offerings?pageSize=250",
    "last page": "offerings?pageSize=250&pageNumber={last}",
    "one week": "offerings?since=2026-09-07&until=2026-09-13",
    "words": "offerings?q=lab-7",
    "labs": "components?pageSize=250",
}


def fill(school: Any, theme: Any, count: int) -> None:
    """Make labs with ten sessions each."""
    for number in range(count // SESSIONS):
        lab = make_lab(school, f"lab-{number}", themes=[theme])
        days = (date(2026, 9, 1) + timedelta(days=number % 7 + 21 * turn) for turn in range(SESSIONS))
        rows = [make_session(day) for day in days]
        for row in rows:
            row.page = lab
            row.clean()
        LabSession.objects.bulk_create(rows)
    renew()


@pytest.mark.parametrize("count", SIZES)
def test_a_page_of_a_list_costs_as_much_as_the_page(
    house: House, school: Any, count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(school, make_theme(house.themes), count)
    client, lines = Client(), []
    began = time.perf_counter()
    client.get("/api/v1/offerings")
    lines.append(f"{count} offerings: the first question after a publication {time.perf_counter() - began:.2f} s")
    for name, question in QUESTIONS.items():
        address = f"/api/v1/{question.format(last=-(-count // 250))}"
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
        assert answer.status_code == 200
        began = time.perf_counter()
        for _round in range(ROUNDS):
            client.get(address)
        each = (time.perf_counter() - began) * 1000 / ROUNDS
        lines.append(f"  {name:12} {each:6.1f} ms  {len(queries)} queries  {len(answer.content) // 1024} kB")
    with capsys.disabled():
        print("", *lines, sep="\n")
