"""The sessions of a month as a list of days, for who plans further ahead than a few weeks. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from curriculum.labs.week_table import Day

if TYPE_CHECKING:
    from curriculum.labs.offer import OfferedSession


@dataclass(frozen=True, slots=True)
class MonthList:
    """The days of a month on which something happens. `earlier` and `later` are days of months to go to, or None."""

    first: date
    over: list[Day]
    """Days of this month before today, as long as others are to come: nobody plans by them."""
    days: list[Day]
    earlier: date | None
    later: date | None

    @property
    def number(self) -> int:
        """How many sessions are in it."""
        return self.number_over + sum(len(day.sessions) for day in self.days)

    @property
    def number_over(self) -> int:
        """How many sessions of this month have been."""
        return sum(len(day.sessions) for day in self.over)

    def shows(self, day: date) -> bool:
        """Whether a day lies in the month."""
        return first_of(day) == self.first


def first_of(day: date) -> date:
    """Return the first day of the month a day lies in."""
    return day.replace(day=1)


def month_list(sessions: "Sequence[OfferedSession]", day: date, today: date) -> MonthList:
    """Return the month a day lies in; its neighbours are the nearest months in which something happens.

    `sessions` are in order of time, each with its local `day`.
    """
    first = first_of(day)
    next_month = first_of(first + timedelta(days=31))
    inside = [session for session in sessions if first <= session.day < next_month]
    before = [session.day for session in sessions if session.day < first]
    after = [session.day for session in sessions if session.day >= next_month]
    days = [Day(day, list(found)) for day, found in groupby(inside, key=lambda session: session.day)]
    over = [day for day in days if day.date < today] if first == first_of(today) else []
    if len(over) == len(days):
        over = []
    return MonthList(
        first,
        over,
        days[len(over) :],
        earlier=first_of(before[-1]) if before else None,
        later=first_of(after[0]) if after else None,
    )
