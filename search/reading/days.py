"""Days that a query names: "14 januari", "volgende week", "in december", "week 3". Today and names are handed in.

What is no day, such as "31 februari" or "week 99", is left to be searched as words. A day without a year is the next.
"""

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from search.analysis.words import fold

Days = tuple[date, date]
"""The first and the last day."""
Read = tuple[int, Days | None]
"""How many words were read; without days they look like a day that does not exist."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb",
            "maart march mrt mar",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "augustus august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
UNSURE = frozenset(
    {"jan", "may", "march", "mar", "apr", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec", "feb", "mrt"}
)
"""Words that only mean a month beside a number: "may I", "Jan", and abbreviations."""
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "maandag monday ma mon",
            "dinsdag tuesday di tue",
            "woensdag wednesday wo wed",
            "donderdag thursday do thu",
            "vrijdag friday vr fri",
            "zaterdag saturday za sat",
            "zondag sunday zo sun",
        )
    )
    for name in names.split()
}
AWAY = {"gisteren": -1, "yesterday": -1, "vandaag": 0, "today": 0, "morgen": 1, "tomorrow": 1, "overmorgen": 2}
THIS = {"deze", "dit", "this"}
COMING = {"komende", "komend", "aanstaande", "as", "eerstvolgende", "coming"}
"""What comes first: on a Wednesday "komend weekend" is this week's. "As" is "a.s." without its dots."""
NEXT = {*COMING, "volgende", "volgend", "next"}
LAST = {"vorige", "vorig", "afgelopen", "last"}
ENDINGS = ("ste", "de", "st", "nd", "rd", "th", "e")
"""Behind the number of a day: "14th", "1e", "1ste"; the longest first, as each ends in a shorter one."""
WEEK, SUNDAY, SATURDAY = timedelta(days=7), 6, 5
YEARS = range(2000, 2100)
CENTURY, SHORT_YEARS = 2000, range(20, 50)
"""A year may be written in two digits; what is less is more often a day or an hour."""
MOST_WORDS = 5
"""Words of the longest name of days."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a query that name days."""

    at: int
    size: int
    days: Days
    is_name: bool = False
    """They are called by a name, such as a week of the rhythm, which pages explain."""


def spans(words: Sequence[str], today: date, named: Mapping[str, Days]) -> tuple[Span, ...]:
    """Return what words name days, from left to right; `named` are days with a name, such as holidays."""
    folded = [fold(word) for word in words]
    return tuple(_spans(folded, today, named))


def _spans(words: list[str], today: date, named: Mapping[str, Days]) -> Iterator[Span]:
    at = 0
    while at < len(words):
        size, days = next(filter(None, (read(words[at:], today) for read in READERS)), (0, None))
        is_name = not size
        if is_name:
            size, days = _named(words[at:], named)
        if days:
            yield Span(at, size, days, is_name)
        at += max(size, 1)


def _named(words: list[str], named: Mapping[str, Days]) -> Read:
    """Read the longest name of days."""
    for size in range(min(MOST_WORDS, len(words)), 0, -1):
        if days := named.get(" ".join(words[:size])):
            return size, days
    return 0, None


def _numeric(words: list[str], today: date) -> Read | None:
    """Read a date in digits: 14-1-2027, 2027-01-14."""
    if len(words) < 3 or not all(word.isdigit() and word.isascii() for word in words[:3]):
        return None
    first, month, last = (int(word) for word in words[:3])
    if len(words[0]) == 4 and (year := _year(words)):
        return 3, _day(year, month, last)
    return (3, _day(year, month, first)) if (year := _year(words[2:])) else None


def _written(words: list[str], today: date) -> Read | None:
    """Read a day of a month, with or without its weekday and year, in either order."""
    skipped = 1 if words[0] in WEEKDAYS and len(words) > 2 else 0
    rest = words[skipped:]
    number = _number(rest[0])
    joint = 1 if number is not None and len(rest) > 2 and rest[1] == "of" else 0
    if number is not None and len(rest) > 1 + joint and rest[1 + joint] in MONTHS:
        month, size = MONTHS[rest[1 + joint]], 2 + joint
    elif rest[0] in MONTHS and len(rest) > 1 and (number := _number(rest[1])) is not None:
        month, size = MONTHS[rest[0]], 2
    else:
        return None
    year = _year(rest[size:])
    if year:
        return skipped + size + 1, _day(year, month, number)
    years = range(today.year, today.year + 9)
    found = (days for year in years if (days := _day(year, month, number)) and days[0] >= today)
    return skipped + size, next(found, None)


def _month(words: list[str], today: date) -> Read | None:
    """Read a month, with or without its year."""
    if words[0] not in MONTHS:
        return None
    month, year = MONTHS[words[0]], _year(words[1:])
    if year:
        return 2, _whole_month(year, month)
    if words[0] in UNSURE:
        return None
    return 1, _whole_month(today.year + (month < today.month), month)


def _relative(words: list[str], today: date) -> Read | None:
    """Read a day as seen from today: tomorrow, next week, this weekend, last month, next Friday."""
    if words[0] in AWAY:
        day = today + timedelta(days=AWAY[words[0]])
        return 1, (day, day)
    steps = [number for number, named in ((0, THIS), (1, NEXT), (-1, LAST)) if words[0] in named]
    if not steps or len(words) < 2:
        return None
    monday = today - timedelta(days=today.weekday()) + steps[0] * WEEK
    if words[1] == "week":
        return 2, (monday, monday + timedelta(days=SUNDAY))
    if words[1] == "weekend":
        if words[0] in COMING and today.weekday() < SATURDAY:
            monday -= WEEK
        return 2, (monday + timedelta(days=SATURDAY), monday + timedelta(days=SUNDAY))
    if words[1] in ("maand", "month"):
        months = today.year * 12 + today.month - 1 + steps[0]
        return 2, _whole_month(months // 12, months % 12 + 1)
    if words[1] in WEEKDAYS and len(words[1]) > 3:
        day = today - timedelta(days=today.weekday()) + timedelta(days=WEEKDAYS[words[1]])
        day += {0: timedelta(), 1: WEEK if day <= today else timedelta(), -1: -WEEK if day >= today else timedelta()}[
            steps[0]
        ]
        return 2, (day, day)
    return None


READERS: tuple[Callable[[list[str], date], Read | None], ...] = (_numeric, _written, _month, _relative)


@lru_cache(maxsize=2)
def weeks(today: date) -> dict[str, Days]:
    """Return the weeks of the calendar by their number, each as it comes next, this week included."""
    monday = today - timedelta(days=today.weekday())
    found: dict[str, Days] = {}
    for place in range(54):
        first = monday + place * WEEK
        found.setdefault(f"week {first.isocalendar().week}", (first, first + timedelta(days=SUNDAY)))
    return found


_sources: list[Callable[[date], Mapping[str, Days]]] = []


def register_days(named: Callable[[date], Mapping[str, Days]]) -> None:
    """Let days be called by a name: a function of today, whose names are as `fold` writes them."""
    _sources.append(named)


def named_days(today: date) -> dict[str, Days]:
    """Return the days with a name: the weeks of the calendar, and what the house calls otherwise."""
    found = dict(weeks(today))
    for source in _sources:
        found |= source(today)
    return found


def _day(year: int, month: int, day: int) -> Days | None:
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    found = date(year, month, day)
    return found, found


def _whole_month(year: int, month: int) -> Days:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _number(word: str) -> int | None:
    """Return the number that a word is, as days are counted."""
    digits = next((word.removesuffix(end) for end in ENDINGS if word.endswith(end)), word)
    return int(digits) if digits.isdigit() and digits.isascii() and len(digits) <= 2 else None


def _year(words: list[str]) -> int:
    """Return the year that words begin with, or 0; of two digits behind a day and month, as in 14-1-27."""
    word = words[0] if words else ""
    if not (word.isdigit() and word.isascii()):
        return 0
    year = int(word) + (CENTURY if len(word) == 2 and int(word) in SHORT_YEARS else 0)
    return year if year in YEARS and len(word) in (2, 4) else 0
