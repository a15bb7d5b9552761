"""Days on which something can be planned. Pure: no database, no clock.

The rule: a lab of a week of the cycle is given in the weeks with that number, a weekly lab in every week that
counts, any other on any day of a week that counts; never at a weekend or on a day off.
"""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from curriculum.rhythm.weeks import WEEK, Period, SchoolYears, monday_of

DAYS = 5


def next_days(
    years: SchoolYears,
    off: Collection[Period],
    after: date,
    number: int,
    week: int | None = None,
    weekday: int | None = None,
) -> list[date]:
    """Return the next `number` days after a day, one a week: on `weekday` where school is open, else that week's first.

    Fewer when the school years that are known have no more.
    """
    found: list[date] = []
    for monday in sorted(years.numbers):
        if len(found) == number:
            break
        if week in (None, years.numbers[monday]) and monday + WEEK > after:
            found += list(_open_days(monday, off, after, weekday))[:1]
    return found


def _open_days(monday: date, off: Collection[Period], after: date, weekday: int | None) -> Iterator[date]:
    """Yield the days of a week on which school is open, the wanted one first."""
    days = [monday + timedelta(days=place) for place in range(DAYS)]
    if weekday is not None:
        days.sort(key=lambda day: day.weekday() != weekday)
    yield from (day for day in days if day > after and not any(day in period for period in off))


def week_after(day: date) -> date:
    """Return the Sunday that ends the week of a day: what comes next lies after it."""
    return monday_of(day) + timedelta(days=6)
