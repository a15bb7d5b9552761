"""The week of the cycle as a function of the date. Pure: no database, no clock.

Rule of the house: week 1 starts on the start date; a week whose Monday lies in a holiday does not
count; after week 3 week 1 starts again (source: practice illustration, lines 142-146).
"""

from dataclasses import dataclass
from datetime import date, timedelta

CYCLE_LENGTH = 3
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the rhythm needs to know of a school year."""

    cycle_start: date
    year: Period
    holidays: tuple[Period, ...] = ()


def monday_of(day: date) -> date:
    """Return the Monday of the week a day lies in."""
    return day - timedelta(days=day.weekday())


def is_school_week(monday: date, calendar: Calendar) -> bool:
    """Whether the week that begins on this Monday counts."""
    in_year = monday_of(calendar.cycle_start) <= monday <= calendar.year.last
    return in_year and not any(monday in holiday for holiday in calendar.holidays)


def week_of_cycle(day: date, calendar: Calendar) -> int:
    """Return 1, 2 or 3, or 0 in a holiday and outside the school year."""
    monday = monday_of(day)
    if not is_school_week(monday, calendar):
        return 0
    return school_weeks_before(monday, calendar) % CYCLE_LENGTH + 1


def school_weeks_before(monday: date, calendar: Calendar) -> int:
    """Return how many weeks of the year count before the week of this Monday."""
    weeks, current = 0, monday_of(calendar.cycle_start)
    while current < monday:
        weeks += is_school_week(current, calendar)
        current += WEEK
    return weeks


def next_monday_of_week(week: int, day: date, calendar: Calendar) -> date | None:
    """Return the Monday of this or the next week with number `week`; None when the year has none left."""
    current = monday_of(day)
    while current <= calendar.year.last:
        if week_of_cycle(current, calendar) == week:
            return current
        current += WEEK
    return None
