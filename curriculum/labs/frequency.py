"""How often a lab really is, read from its sessions: every week of school, or in blocks of weeks. Pure.

A promise such as "every week" is only worth what the calendar keeps of it, so it is never taken from a field.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from curriculum.rhythm.weeks import FRIDAY, SchoolYears, monday_of

SHORTEST = 2
"""Weeks in a row that make a block; a week by itself is a date."""


@dataclass(frozen=True, slots=True)
class Block:
    """School weeks in a row with a session in each; a holiday between them does not break the row."""

    first: date
    """Monday of the first week."""
    last: date
    """Monday of the last week."""
    weeks: int

    @property
    def friday(self) -> date:
        """Last school day."""
        return self.last + FRIDAY


def blocks_of(days: Iterable[date], years: SchoolYears) -> list[Block]:
    """Return the blocks in which sessions on these days fall, in order of time."""
    taken, found = {monday_of(day) for day in days}, []
    run: list[date] = []
    for monday in [*sorted(years.numbers), None]:
        if monday is not None and monday in taken:
            run.append(monday)
            continue
        if len(run) >= SHORTEST:
            found.append(Block(run[0], run[-1], len(run)))
        run = []
    return found


def is_every_week(days: Iterable[date], years: SchoolYears) -> bool:
    """Whether there is a session in every school week of each school year in which there is one at all."""
    taken = {monday_of(day) for day in days} & years.numbers.keys()
    of_each = (SchoolYears((calendar,)).numbers.keys() for calendar in years.calendars)
    touched = [weeks for weeks in of_each if not weeks.isdisjoint(taken)]
    return bool(touched) and all(weeks <= taken for weeks in touched)
