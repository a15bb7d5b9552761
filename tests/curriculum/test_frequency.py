"""How often a lab is, follows from its sessions."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from curriculum.labs.frequency import blocks_of, is_every_week
from curriculum.models import SchoolYear
from curriculum.rhythm.weeks import WEEK, Calendar, Period, SchoolYears
from tests.factories import House, make_lab, make_school_year, make_session

AUTUMN = Period(date(2026, 10, 17), date(2026, 10, 25))
YEARS = SchoolYears((Calendar(date(2026, 8, 31), Period(date(2026, 8, 31), date(2027, 7, 16)), (AUTUMN,)),))


@given(st.sets(st.sampled_from(sorted(YEARS.numbers))))
def test_blocks_are_the_longest_rows_of_school_weeks_and_every_week_means_every_week(weeks: set[date]) -> None:
    blocks, order = blocks_of([week + timedelta(days=2) for week in weeks], YEARS), sorted(YEARS.numbers)
    spans = [order[order.index(block.first) : order.index(block.last) + 1] for block in blocks]

    assert all(set(span) <= weeks and len(span) == block.weeks >= 2 for span, block in zip(spans, blocks, strict=True))
    left = weeks - {week for span in spans for week in span}
    neighbours = {order[order.index(week) + 1] for week in left if week != order[-1]}
    assert weeks.isdisjoint(neighbours)
    assert is_every_week(weeks, YEARS) == (weeks == set(order))


@pytest.mark.django_db
@time_machine.travel("2026-11-24T10:00:00+01:00")
def test_only_a_lab_in_every_week_of_school_is_called_so(house: House, school: Any, client: Any) -> None:
    make_school_year()
    days = {
        "elke": sorted(SchoolYear.objects.of_the_house().numbers),
        "blok": [date(2026, 11, 23) + number * WEEK for number in range(3)],
        "geen": [],
    }
    for slug, mondays in days.items():
        sessions = [make_session(day, location=school) for day in mondays]
        make_lab(school, slug, cadence="wekelijks", kind="inhoudelijk", places=[school], sessions=sessions)

    page = BeautifulSoup(client.get(school.get_url()).content, "html.parser")
    shown = {row.h3.get_text(): row.select_one(".week") for row in page.select(".lab")}

    assert shown["Elke"].get_text(strip=True) == "elke week"
    assert shown["Blok"].get_text(strip=True) == "1 blok"
    assert shown["Geen"] is None
