"""The week of the cycle as a function of the date. Pure: no database, no clock.

Rule of the house: week 1 starts on the start date; a week whose Monday lies in a holiday does not
count; after week 3 week 1 starts again (source: practice illustration, lines 142-146).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

CYCLE_LENGTH = 3
WEEK = timedelta(days=7)
FRIDAY = timedelta(days=4)


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
    own_starts: tuple[tuple[str, date], ...] = ()
    """Starts of locations with a cycle of their own, by the fixed key of the location."""

    def at(self, location: str) -> "Calendar":
        """Return the same year with the cycle of a location; unchanged where it has no start of its own."""
        start = dict(self.own_starts).get(location)
        return replace(self, cycle_start=start) if start else self


@dataclass(frozen=True, slots=True)
class SchoolYears:
    """All school years of the house, so that a day of any year has its week."""

    calendars: tuple[Calendar, ...] = ()
    numbers: dict[date, int] = field(init=False, default_factory=dict, compare=False)
    """Number of the week by its Monday, for the weeks that count."""
    known: dict[str, "SchoolYears"] = field(init=False, default_factory=dict, compare=False, repr=False)
    """What `at` has answered before."""

    def __post_init__(self) -> None:
        for calendar in self.calendars:
            self.numbers.update(numbered_weeks(calendar))

    def at(self, location: str) -> "SchoolYears":
        """Return the rhythm of a location by its fixed key; that of the house where it has no start of its own."""
        if all(location != key for calendar in self.calendars for key, _start in calendar.own_starts):
            return self
        if location not in self.known:
            own = tuple(calendar.at(location) for calendar in self.calendars)
            self.known[location] = self if own == self.calendars else SchoolYears(own)
        return self.known[location]

    @property
    def apart(self) -> list[str]:
        """Keys of the locations whose weeks differ from those of the house, in some school year."""
        keys = {key: None for calendar in self.calendars for key, _start in calendar.own_starts}
        return [key for key in keys if self.at(key).numbers != self.numbers]

    def week(self, day: date) -> int:
        """Return 1, 2 or 3, or 0 when the rhythm rests."""
        return self.numbers.get(monday_of(day), 0)

    def next_monday(self, week: int, day: date) -> date | None:
        """Return the Monday of this or the next week with a number; None when no year has one."""
        first = monday_of(day)
        return min(
            (monday for monday, number in self.numbers.items() if number == week and monday >= first), default=None
        )


def monday_of(day: date) -> date:
    """Return the Monday of the week a day lies in."""
    return day - timedelta(days=day.weekday())


def mondays(calendar: Calendar) -> Iterator[date]:
    """Yield every Monday of the school year from the start of the cycle, holidays included."""
    monday = monday_of(calendar.cycle_start)
    while monday <= calendar.year.last:
        yield monday
        monday += WEEK


def is_school_week(monday: date, calendar: Calendar) -> bool:
    """Whether the week that begins on this Monday counts."""
    in_year = monday_of(calendar.cycle_start) <= monday <= calendar.year.last
    return in_year and not any(monday in holiday for holiday in calendar.holidays)


def numbered_weeks(calendar: Calendar) -> dict[date, int]:
    """Return the number of every week that counts, by its Monday, in order."""
    counting = (monday for monday in mondays(calendar) if is_school_week(monday, calendar))
    return {monday: place % CYCLE_LENGTH + 1 for place, monday in enumerate(counting)}
