"""The rhythm asked as tests ask it: one day, one calendar."""

from datetime import date

from curriculum.rhythm.weeks import Calendar, SchoolYears


def week_of_cycle(day: date, calendar: Calendar) -> int:
    """Return 1, 2 or 3, or 0 in a holiday and outside the school year."""
    return SchoolYears((calendar,)).week(day)
