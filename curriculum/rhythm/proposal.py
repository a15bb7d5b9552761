"""The next school year as the government fixed it: holidays and days off of region Midden, from the `holidays` package.

A proposal only: an editor of the core team sees it in the form of a new school year and changes what differs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import holidays

from curriculum.rhythm.weeks import Period, monday_of

REGION = "Midden"
SUMMER = "Zomervakantie"
DAY = timedelta(days=1)
ASCENSION = "Hemelvaartsdag"
"""The Friday after it is free too: a bridge between a Thursday off and the weekend."""
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class ProposedBreak:
    """A holiday, or a day off, with its name in both languages."""

    period: Period
    name: str
    name_en: str
    is_holiday: bool


@dataclass(frozen=True, slots=True)
class ProposedYear:
    """A school year between two summer holidays, from Monday to Friday."""

    year: Period
    breaks: tuple[ProposedBreak, ...]

    @property
    def slug(self) -> str:
        """The short name of the year: 2027-2028."""
        return f"{self.year.first.year}-{self.year.last.year}"


def propose_year(first: int) -> ProposedYear | None:
    """Return the school year that begins in a calendar year; None as long as its summer holidays are not fixed."""
    found = _holidays(first)
    summers = [item.period for item in found if item.name == SUMMER]
    begins = next((summer.last for summer in summers if summer.first.year == first), None)
    ends = next((summer.first for summer in summers if summer.first.year == first + 1), None)
    if begins is None or ends is None:
        return None
    starts = monday_of(begins + DAY) if (begins + DAY).weekday() == 0 else monday_of(begins) + timedelta(days=7)
    year = Period(starts, ends - DAY)
    within = tuple(item for item in found if item.period.first in year)
    return ProposedYear(year, (*within, *_days_off(first, year, within)))


def holiday_on(day: date) -> ProposedBreak | None:
    """Return the holiday of the region in which a day lies, also outside the school years of the house."""
    return next((item for item in _holidays(day.year) if day in item.period), None)


@cache
def _holidays(first: int) -> tuple[ProposedBreak, ...]:
    """Return the school holidays that begin in a calendar year, the one before or the one after it, in order."""
    dutch, english = (_named(first, "school", language) for language in ("nl", "en_US"))
    found: list[ProposedBreak] = []
    for day, name in sorted(dutch.items()):
        last = found[-1] if found else None
        if last and last.name == name and last.period.last + DAY == day:
            found[-1] = ProposedBreak(Period(last.period.first, day), name, last.name_en, True)
        else:
            found.append(ProposedBreak(Period(day, day), name, english.get(day, ""), True))
    return tuple(found)


def _days_off(first: int, year: Period, within: tuple[ProposedBreak, ...]) -> Iterator[ProposedBreak]:
    """Yield the public holidays on school days outside the school holidays, and the bridge after Ascension Day."""
    english = _named(first, "public", "en_US")
    for day, name in sorted(_named(first, "public", "nl").items()):
        if day not in year or day.weekday() >= SATURDAY or any(day in item.period for item in within):
            continue
        yield ProposedBreak(Period(day, day), name, english.get(day, ""), False)
        if name == ASCENSION:
            bridge = Period(day + DAY, day + DAY)
            yield ProposedBreak(bridge, "Dag na Hemelvaart", "Day after Ascension", False)


def _named(first: int, category: str, language: str) -> dict[date, str]:
    years = range(first - 1, first + 2)
    return dict(
        holidays.country_holidays("NL", subdiv=REGION, categories=(category,), years=years, language=language).items()
    )
