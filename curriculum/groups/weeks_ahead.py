"""The three school weeks ahead of somebody: their days, what they follow and what they may choose.

Which days one is at school is agreed with the location; what is known of them are the sessions. At a weekend the school
week is over, so the weeks begin with the coming Monday.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from curriculum.groups.following import Following
from curriculum.labs.kinds import WEEK_OF_SKILLS
from curriculum.labs.offer import Offer, OfferedSession
from curriculum.rhythm.models import SchoolBreak
from curriculum.rhythm.school_days import DAYS
from curriculum.rhythm.weeks import WEEK, Period, SchoolYears, monday_of

WEEKS = 3
DAYS_UNTIL_MONDAY = timedelta(days=2)
"""Added to a Saturday or a Sunday, it falls in the week that is still to come."""


@dataclass(frozen=True, slots=True)
class DayAhead:
    """A day of school: a window of the house, lit when something is followed on it."""

    day: date
    sessions: tuple[OfferedSession, ...]
    """What is followed and takes place."""
    choices: tuple[OfferedSession, ...]
    off: str
    """Why there is no school, in words; empty on a school day."""
    is_today: bool

    @property
    def light(self) -> str:
        """The light behind its window: on at school, off on a free day, `may` when there is something to choose."""
        if self.sessions:
            return "on"
        return "off" if self.off else "may" if self.choices else "no"


@dataclass(frozen=True, slots=True)
class WeekAhead:
    """A week: its place in the rhythm, or why it has none, its days, and its sessions in order of time."""

    monday: date
    when: str
    """How far away it is, in words."""
    number: int
    """1, 2 or 3; 0 when the rhythm rests."""
    element: Any
    """The page about what happens in this week; None without one."""
    rests: str
    """Why the week does not count; empty when it does."""
    days: tuple[DayAhead, ...]
    sessions: tuple[OfferedSession, ...]
    """What is followed, also what does not take place after all."""
    choices: tuple[OfferedSession, ...]

    @property
    def is_for_choosing(self) -> bool:
        """Whether this is the week in which everybody chooses a lab."""
        return self.number == WEEK_OF_SKILLS


def weeks_ahead(
    following: Following, years: SchoolYears, offer: Offer, elements: dict[int, Any], today: date
) -> list[WeekAhead]:
    """Return this week and the next two, in the rhythm of the location; one query."""
    location = following.answer.location if following.answer else None
    own = years.at(location.content_key) if location is not None else years
    first = monday_of(today + DAYS_UNTIL_MONDAY if today.weekday() >= DAYS else today)
    span = Period(first, first + WEEKS * WEEK - timedelta(days=1))
    breaks = list(SchoolBreak.objects.filter(starts__lte=span.last, ends__gte=span.first))
    sessions = [session for session in offer.sessions if session.day in span]
    return [_week(first + place * WEEK, own, elements, breaks, following, sessions, today) for place in range(WEEKS)]


def _week(
    monday: date,
    own: SchoolYears,
    elements: dict[int, Any],
    breaks: list[SchoolBreak],
    following: Following,
    sessions: Iterable[OfferedSession],
    today: date,
) -> WeekAhead:
    mine = [session for session in sessions if monday_of(session.day) == monday]
    followed = tuple(session for session in mine if following.follows(session))
    choices = tuple(session for session in mine if following.may_choose(session))
    number = own.week(monday)
    days = [monday + timedelta(days=place) for place in range(DAYS)]
    return WeekAhead(
        monday=monday,
        when=_when((monday - monday_of(today)) // WEEK),
        number=number,
        element=elements.get(number),
        rests="" if number else _why_it_rests(monday, own, breaks),
        days=tuple(
            DayAhead(
                day=day,
                sessions=tuple(item for item in followed if item.day == day and not item.is_cancelled),
                choices=tuple(item for item in choices if item.day == day),
                off=_off(day, own, breaks),
                is_today=day == today,
            )
            for day in days
        ),
        sessions=followed,
        choices=choices,
    )


def _when(away: int) -> str:
    """Return how far away a week is, in words."""
    return {0: _("This week"), 1: _("Next week"), 2: _("In two weeks")}.get(away, _("In three weeks"))


def _off(day: date, own: SchoolYears, breaks: list[SchoolBreak]) -> str:
    """Return why there is no school on a day; nothing is said of days of which no school year is known."""
    for item in breaks:
        if item.starts <= day <= item.ends:
            return item.local_name
    years = [calendar.year for calendar in own.calendars]
    if any(day in year for year in years):
        return ""
    is_rest_of_a_year = any(monday_of(day) in year for year in years)
    return _("no school") if is_rest_of_a_year or any(day < year.first for year in years) else ""


def _why_it_rests(monday: date, own: SchoolYears, breaks: list[SchoolBreak]) -> str:
    """Return why a week has no number: a holiday, a year that is over or has not begun, or a year nobody planned."""
    for item in breaks:
        if item.is_holiday and item.starts <= monday <= item.ends:
            return _("%(holiday)s: the rhythm rests.") % {"holiday": item.local_name}
    if not own.calendars:
        return _("The weeks of the next school year are not known yet.")
    if any(monday in calendar.year for calendar in own.calendars):
        return _("The rhythm rests this week.")
    later = [calendar.year.first for calendar in own.calendars if calendar.year.first > monday]
    if not later:
        return _("The school year is over. The next school year has not been planned yet.")
    return _("No school: the school year begins on %(day)s.") % {"day": date_format(min(later), "j F Y")}
