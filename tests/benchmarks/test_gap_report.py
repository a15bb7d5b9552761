"""What the report of gaps costs at 100 outcomes and 500 labs, beside a tenth of that. Prints, never judges."""

import statistics
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from curriculum.mapping.desk import links_to_make
from curriculum.mapping.gaps import Gaps
from curriculum.models import LabGroup, LabPage, LabTheme, OutcomeGroup, OutcomeLab, OutcomePage, OutcomeTheme
from portal.core import content_cache
from portal.core.models.users import User
from portal.partners.access.policy import access_of
from tests.factories import House, make_editor, make_group, make_theme
from tests.factories.house import put_live

pytestmark = [pytest.mark.benchmark, pytest.mark.django_db]
TIMES = 15
SMALL, LARGE = (10, 50), (100, 500)


class Filled:
    """Labs of a school and outcomes of an institute about ten themes, for five groups; half of them are linked."""

    def __init__(self, house: House, school: Any, institute: Any) -> None:
        self.school, self.institute = school, institute
        self.themes = [make_theme(house.themes, f"thema-{n}") for n in range(10)]
        self.groups = [make_group(f"groep-{n}") for n in range(5)]
        self.labs: list[LabPage] = []
        self.outcomes: list[OutcomePage] = []

    def grow(self, outcomes: int, labs: int) -> None:
        """Add pages until there are as many."""
        for n in range(len(self.labs), labs):
            lab: Any = LabPage(title=f"Lab {n}", slug=f"lab-{n}", locale=self.school.locale)
            lab.themes = [LabTheme(theme=self.themes[n % 10])]
            lab.groups = [LabGroup(group=self.groups[n % 5])]
            self.labs.append(put_live(self.school, lab))
        for n in range(len(self.outcomes), outcomes):
            page: Any = OutcomePage(title=f"Uitkomst {n}", slug=f"u-{n}", code=f"U{n}", locale=self.institute.locale)
            page.themes = [OutcomeTheme(theme=self.themes[n % 10], locale=self.institute.locale)]
            page.groups = [OutcomeGroup(group=self.groups[n % 5])]
            page.labs = [OutcomeLab(lab=self.labs[n * 2 + half]) for half in range(2) if n % 2 and n * 2 + half < labs]
            self.outcomes.append(put_live(self.institute, page))
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def cost(work: Callable[[], object]) -> tuple[float, int]:
    """Return the middle of what some work takes, in milliseconds, and its number of questions."""
    taken = []
    for _turn in range(TIMES):
        content_cache.renew()
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    content_cache.renew()
    with CaptureQueriesContext(connection) as asked:
        work()
        number = len(connection.queries_log) - asked.initial_queries
    return statistics.median(taken) * 1000, number


def test_what_the_report_of_gaps_costs(
    house: House, school: Any, institute: Any, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    filled = Filled(house, school, institute)
    editor = make_editor(institute.partner)
    report = Gaps(institute.partner, filled.groups[1].translation_key)
    works: dict[str, Callable[[], object]] = {
        "report, both ways": lambda: [
            list(Gaps(report.institute, report.group).outcomes_without_date),
            list(report.labs),
        ],
        "line": lambda: [report.outcomes.count(), report.labs.count()],
        "to-do of an editor": lambda: links_to_make(access_of(User.objects.get(pk=editor.pk))),
        "page of the gaps": lambda: client.get("/nl/curriculum/wat-ontbreekt/?instituut=hogeschool-utrecht"),
    }
    found: dict[str, list[tuple[float, int]]] = {name: [] for name in works}
    for size in (SMALL, LARGE):
        filled.grow(*size)
        for name, work in works.items():
            found[name].append(cost(work))
    with capsys.disabled():
        print(f"\n{'':22}{SMALL!s:>12}{LARGE!s:>12}{'ratio':>8}{'questions':>12}")
        for name, ((small, few), (large, many)) in found.items():
            print(f"{name:<22}{small:9.1f} ms{large:9.1f} ms{large / small:8.2f}{f'{few}/{many}':>12}")
