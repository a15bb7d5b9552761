"""What a new school year costs at 500 labs with 5,000 sessions, beside a tenth of that. Prints, never judges.

ROLLOVER_BENCHMARK=50,500 pytest -m benchmark tests/benchmarks/test_rollover_cost.py
"""

import os
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from curriculum.models import CycleStart, LabPage, LabSession, LabTheme, SchoolYear
from curriculum.rollover.carrying import carry_over, undo, untouched
from curriculum.rollover.reading import read_rollover
from portal.core.models.users import User
from tests.factories import House, make_school_year, make_session, make_theme
from tests.factories.house import put_live
from tests.index_plugin import waiting

pytestmark = [pytest.mark.benchmark, pytest.mark.django_db]
SMALL, LARGE = (int(size) for size in os.environ.get("ROLLOVER_BENCHMARK", "50,500").split(","))
SESSIONS = 10
"""Of each lab."""
SCREEN = "/admin/nieuw-schooljaar/"


class Filled:
    """Labs of a school with ten sessions each in a school year, and the next school year."""

    def __init__(self, house: House, school: Any) -> None:
        self.school, self.theme = school, make_theme(house.themes)
        self.old = make_school_year()
        self.new = SchoolYear(slug="2027-2028", starts=date(2027, 8, 30), ends=date(2028, 7, 14))
        self.new.cycle_starts = [CycleStart(starts=date(2027, 8, 30))]
        self.new.save()
        self.labs = 0

    def grow(self, labs: int) -> None:
        """Add labs until there are as many."""
        rows = []
        for number in range(self.labs, labs):
            lab: Any = LabPage(title=f"Lab {number}", slug=f"lab-{number}", locale=self.school.locale)
            lab.themes = [LabTheme(theme=self.theme)]
            page = put_live(self.school, lab)
            for turn in range(SESSIONS):
                row = make_session(date(2026, 9, 1) + timedelta(days=number % 4 + 21 * turn), room=f"R{number}")
                row.page, row.location = page, self.school
                row.clean()
                rows.append(row)
        LabSession.objects.bulk_create(rows)
        self.labs = labs


def cost(work: Callable[[], object]) -> tuple[float, int]:
    """Return what some work takes, in milliseconds, and its number of questions, of which 9,000 at most are counted."""
    # PostgreSQL does so by itself once much has changed, but not within a transaction.
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    connection.queries_log.clear()
    with CaptureQueriesContext(connection) as asked:
        start = time.perf_counter()
        work()
        taken = time.perf_counter() - start
        number = len(connection.queries_log) - asked.initial_queries
    return taken * 1000, number


def test_what_a_new_school_year_costs(
    house: House, school: Any, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    filled, user = Filled(house, school), User.objects.create_superuser("beheer@example.org", "een-lang-wachtwoord")

    def plan() -> Any:
        return read_rollover(filled.old, filled.new)

    works: dict[str, Callable[[], object]] = {
        "plan": plan,
        "screen before": lambda: client.get(SCREEN),
        "one click: 25 labs": lambda: client.post(SCREEN, {"action": "copy"}),
        "the other labs": lambda: list(carry_over(plan(), user)),
        "a second run": lambda: list(carry_over(plan(), user)),
        "screen after": lambda: client.get(SCREEN),
        "what undo may take": lambda: untouched("2027-2028", None, user),
        "undo, one click: 25": lambda: client.post(SCREEN, {"action": "undo"}),
        "undo the others": lambda: undo("2027-2028", None, user),
    }
    found: dict[str, list[tuple[float, int]]] = {name: [] for name in works}
    # On the site each save is indexed at once.
    with time_machine.travel("2027-05-10 09:00 +0200"), patch.object(waiting, "owner", None):
        client.force_login(user)
        for size in (SMALL, LARGE):
            filled.grow(size)
            for name, work in works.items():
                found[name].append(cost(work))
    with capsys.disabled():
        print(f"\n{'':22}{SMALL:>9} labs{LARGE:>9} labs{'ratio':>8}{'questions':>14}")
        for name, ((small, few), (large, many)) in found.items():
            print(f"{name:<22}{small:11.0f} ms{large:11.0f} ms{large / small:8.1f}{f'{few}/{many}':>14}")
