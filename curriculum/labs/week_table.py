"""The calendar of labs as a table: a row per week, a column per day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from curriculum.rhythm.weeks import FRIDAY, WEEK, SchoolYears, monday_of

if TYPE_CHECKING:
    from curriculum.labs.offer import OfferedSession


WEEKS_SHOWN = 4
"""One round of the rhythm and the week that starts the next."""
SCHOOL_DAYS = 5


@dataclass(frozen=True, slots=True)
class Day:
    """A cell: a date and its sessions."""

    date: date
    sessions: list[Any]


@dataclass(frozen=True, slots=True)
class Week:
    """A row: its Monday, its number in the rhythm (0 outside it), its days."""

    monday: date
    number: int
    days: list[Day]

    @property
    def friday(self) -> date:
        """Last school day."""
        return self.monday + FRIDAY

    @property
    def is_empty(self) -> bool:
        """Whether nothing happens in it."""
        return not any(day.sessions for day in self.days)


@dataclass(frozen=True, slots=True)
class WeekTable:
    """Some weeks with their sessions. `earlier` and `later` are Mondays to go to; None where there is nothing."""

    weeks: list[Week]
    earlier: date | None
    later: date | None

    @property
    def last(self) -> date:
        """Last school day of the table."""
        return self.weeks[-1].friday

    @property
    def number(self) -> int:
        """How many sessions are in the table."""
        return sum(len(day.sessions) for week in self.weeks for day in week.days)

    def shows(self, day: date) -> bool:
        """Whether a day lies in the table."""
        return self.weeks[0].monday <= day < self.weeks[-1].monday + WEEK


def week_table(sessions: "Sequence[OfferedSession]", first: date, years: SchoolYears) -> WeekTable:
    """Return the weeks from the one a day lies in. A weekend gets a column only when something happens in it.

    `sessions` are in order of time, each with its local `day`.
    """
    monday = monday_of(first)
    end = monday + WEEKS_SHOWN * WEEK
    inside = [session for session in sessions if monday <= session.day < end]
    days = max([SCHOOL_DAYS, *(session.day.weekday() + 1 for session in inside)])
    return WeekTable(
        weeks=[_week(monday + number * WEEK, days, inside, years) for number in range(WEEKS_SHOWN)],
        earlier=monday - WEEKS_SHOWN * WEEK if sessions and sessions[0].day < monday else None,
        later=end if sessions and sessions[-1].day >= end else None,
    )


def _week(monday: date, days: int, sessions: "Sequence[OfferedSession]", years: SchoolYears) -> Week:
    dates = [monday + timedelta(days=number) for number in range(days)]
    cells = [Day(day, [session for session in sessions if session.day == day]) for day in dates]
    return Week(monday, years.week(monday), cells)
