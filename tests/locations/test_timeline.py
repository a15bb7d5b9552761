"""The drawing of a trajectory: everything lies inside it, in the order of time."""

import csv
from datetime import date, timedelta
from io import StringIO
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from locations.models import OnboardingPhase, TaskProgress, Trajectory
from locations.onboarding.progress import PhaseStep, Standing, TaskStatus, TaskStep, walk
from locations.onboarding.timeline import WIDTH, draw
from tests.factories import make_editor

DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))
MONTHS = st.tuples(st.integers(1, 24), st.integers(0, 12)).map(lambda pair: (pair[0], sum(pair)))


def steps(months: list[tuple[int, int]], starts_on: date) -> tuple[PhaseStep, ...]:
    """Phases with one task each, as a school walks them."""
    phases = [
        SimpleNamespace(slug=str(number), month_from=first, month_to=last, gate="Eerst dit")
        for number, (first, last) in enumerate(months)
    ]
    task = SimpleNamespace(slug="taak", opens_gate=True, required=True)
    return walk([(phase, [(task, task)]) for phase in phases], Standing(starts_on=starts_on, passed=set())).phases


@given(st.lists(MONTHS, min_size=1, max_size=6), DAYS, st.integers(365, 900), st.integers(-400, 1200))
def test_everything_lies_inside_the_drawing(
    months: list[tuple[int, int]], starts: date, until: int, later: int
) -> None:
    drawing = draw(steps(months, starts), starts, starts + timedelta(days=until), starts + timedelta(days=later))

    assert drawing is not None
    assert len(drawing.bars) == len(months)
    for bar in drawing.bars:
        assert 0 <= bar.x <= bar.x + bar.width <= WIDTH
        assert 0 <= bar.done_width <= bar.width
        assert bar.y + drawing.bar <= drawing.ground < drawing.height
    crossing = [drawing.joins, *([drawing.today] if drawing.today else []), *drawing.months]
    assert all(0 <= line.x <= WIDTH for line in crossing)
    assert [month.day for month in drawing.months] == sorted(month.day for month in drawing.months)


@given(DAYS)
def test_a_day_outside_the_trajectory_is_not_drawn_as_today(start: date) -> None:
    joins = start + timedelta(days=366)
    for today in (start - timedelta(days=1), joins + timedelta(days=2)):
        drawing = draw(steps([(1, 3)], start), start, joins, today)
        assert drawing is not None
        assert drawing.today is None


def test_without_phases_nothing_is_drawn() -> None:
    assert draw((), date(2026, 9, 1), date(2027, 9, 1), date(2026, 11, 1)) is None


def test_what_may_be_skipped_is_never_late() -> None:
    optional = SimpleNamespace(required=False)
    step = TaskStep(optional, optional, TaskStatus.TODO, None, date(2026, 11, 1))

    assert not step.is_overdue(date(2026, 12, 1))
    assert TaskStep(SimpleNamespace(required=True), None, TaskStatus.LOCKED, None, date(2026, 11, 1)).is_overdue(
        date(2026, 11, 2)
    )


@pytest.mark.django_db
@time_machine.travel("2026-11-24 09:00 +0100", tick=False)
def test_the_drawing_has_a_table_beside_it_and_the_whole_can_be_printed_and_taken_home(
    school: Any, phases: list[OnboardingPhase]
) -> None:
    trajectory = Trajectory(partner=school.represents, name="Tien", starts_on=date(2026, 9, 1))
    trajectory.joins_on = date(2027, 9, 1)
    trajectory.progress = [TaskProgress(task="taak-1a", done_on=date(2026, 11, 23), note="=1+1")]
    trajectory.save()
    client = Client(headers={"accept-language": "nl"})
    client.force_login(make_editor(school.represents))
    screen, paper = (reverse(f"joining:{name}", args=[trajectory.pk]) for name in ("detail", "print"))

    for address in (screen, paper):
        page = BeautifulSoup(client.get(address).content, "html.parser")
        drawn = [text.get_text(" ", strip=True) for text in page.select("svg[aria-labelledby=timeline-title] text")]
        links = page.select("table a[href^='#phase-']")
        assert [link.get_text(strip=True) for link in links] == ["1. Fase 1", "2. Fase 2"]
        assert {"1. Fase 1", "2. Fase 2", "vandaag", "sluit aan"} < set(drawn)
        assert all(page.select(str(link["href"])) for link in links)

    answer: Any = client.get(screen, {"export": "csv"})
    file = b"".join(answer.streaming_content).decode()
    # As every CSV of this house: with a mark and semicolons, which a Dutch spreadsheet program opens as a table.
    assert file.startswith("\ufeff")
    rows = list(csv.reader(StringIO(file.removeprefix("\ufeff")), delimiter=";"))
    assert rows[0][:5] == ["Fase", "Taak", "Status", "Wie ervoor zorgt", "Uiterlijk klaar op"]
    assert rows[1][:2] + rows[1][5:7] == ["Fase 1", "Taak 1a", "2026-11-23", "'=1+1"]
    assert len(rows) == 5
    assert "aansluiten-tien.csv" in answer.headers["Content-Disposition"]
    assert client.get(screen, {"export": "xlsx"}).status_code == 200
