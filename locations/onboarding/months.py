"""Months counted from the day a trajectory began. Pure.

Joining takes at least a year (source: practice illustration, lines 264-266).
"""

from calendar import monthrange
from datetime import date, timedelta

MINIMUM_MONTHS = 12


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later; the last of that month where it is shorter.

    Raises ValueError or OverflowError beyond the last year a calendar knows.
    """
    number = day.month - 1 + months
    year, month = day.year + number // 12, number % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def earliest_join(start: date) -> date:
    """Return the first day on which a trajectory that began on `start` may end in joining."""
    return months_after(start, MINIMUM_MONTHS)


def first_day(starts_on: date, month_from: int) -> date:
    """Return the day on which a month of the trajectory begins; the first month is 1."""
    return months_after(starts_on, max(month_from, 1) - 1)


def last_day(starts_on: date, month_to: int) -> date:
    """Return the last day of a month of the trajectory: what belongs to it is due on that day."""
    return months_after(starts_on, max(month_to, 1)) - timedelta(days=1)
