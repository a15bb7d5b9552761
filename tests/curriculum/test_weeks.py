"""The week of the cycle: the dates the house gave, and what holds for every school year."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum.rhythm.weeks import (
    CYCLE_LENGTH,
    WEEK,
    Calendar,
    Period,
    SchoolYears,
    is_school_week,
    monday_of,
    mondays,
    numbered_weeks,
)
from tests.curriculum.cycle import week_of_cycle

YEAR = json.loads((Path(__file__).parent / "data" / "school_year.json").read_text(encoding="utf-8"))


def day(text: str) -> date:
    return date.fromisoformat(text)


def calendar_of_the_house() -> Calendar:
    holidays = tuple(Period(day(first), day(last)) for first, last in YEAR["holidays"])
    return Calendar(day(YEAR["cycle_start"]), Period(day(YEAR["starts"]), day(YEAR["ends"])), holidays)


@pytest.mark.parametrize(("monday", "week"), YEAR["checks"].items())
def test_the_dates_the_house_gave_fall_in_the_week_it_says(monday: str, week: int) -> None:
    assert week_of_cycle(day(monday), calendar_of_the_house()) == week


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    first = draw(st.dates(date(2020, 8, 1), date(2040, 9, 30)))
    length = draw(st.integers(1, 52))
    offset = draw(st.integers(0, 14))
    starts = draw(st.lists(st.tuples(st.integers(0, 360), st.integers(0, 20)), max_size=5))
    holidays = tuple(
        Period(first + timedelta(days=start), first + timedelta(days=start + days)) for start, days in starts
    )
    return Calendar(first + timedelta(days=offset), Period(first, first + length * WEEK), holidays)


@given(calendars(), st.integers(-20, 400))
def test_every_day_of_a_week_has_the_number_of_its_monday(calendar: Calendar, offset: int) -> None:
    some_day = calendar.year.first + timedelta(days=offset)

    assert week_of_cycle(some_day, calendar) == week_of_cycle(monday_of(some_day), calendar)


@given(calendars(), st.integers(-20, 400))
def test_the_rhythm_rests_exactly_in_holidays_and_outside_the_year(calendar: Calendar, offset: int) -> None:
    some_day = calendar.year.first + timedelta(days=offset)

    counts = is_school_week(monday_of(some_day), calendar)
    assert (week_of_cycle(some_day, calendar) in range(1, CYCLE_LENGTH + 1)) == counts


@given(calendars())
def test_weeks_that_count_go_round_one_two_three_and_skip_what_does_not(calendar: Calendar) -> None:
    numbers = list(numbered_weeks(calendar).values())

    assert numbers == [place % 3 + 1 for place in range(len(numbers))]
    assert len(numbers) == sum(is_school_week(monday, calendar) for monday in mondays(calendar))


@given(calendars(), st.integers(1, 3), st.integers(0, 300))
def test_the_next_monday_of_a_week_has_that_number_and_none_comes_before_it(
    calendar: Calendar, week: int, offset: int
) -> None:
    today = calendar.year.first + timedelta(days=offset)
    years = SchoolYears((calendar,))
    found = years.next_monday(week, today)

    between = [monday for monday in mondays(calendar) if monday >= monday_of(today) and years.week(monday) == week]
    assert found == (between[0] if between else None)


@given(calendars(), st.integers(-20, 400))
def test_two_school_years_agree_with_each_of_them(calendar: Calendar, offset: int) -> None:
    later = Calendar(
        calendar.cycle_start + 60 * WEEK,
        Period(calendar.year.first + 60 * WEEK, calendar.year.last + 60 * WEEK),
        tuple(Period(holiday.first + 60 * WEEK, holiday.last + 60 * WEEK) for holiday in calendar.holidays),
    )
    years = SchoolYears((calendar, later))
    some_day = calendar.year.first + timedelta(days=offset)

    assert years.week(some_day) == week_of_cycle(some_day, calendar)
    assert years.week(some_day + 60 * WEEK) == week_of_cycle(some_day, calendar)
