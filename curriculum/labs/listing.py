"""The list of labs as the catalogue shows it: one row a lab, grouped by week of the rhythm, what is over at the end."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import groupby

from django.utils import timezone
from django.utils.translation import gettext as _

from curriculum.labs.catalogue_filters import Filters, Moment, index_of
from curriculum.labs.offer import LabOffering, Offered, OfferedSession
from curriculum.rhythm.weeks import FRIDAY, WEEK, monday_of
from portal.core.content_cache import kept

PAGE_SIZE = 25
"""Labs on one page of the list."""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under one heading; `monday` and `friday` are set for a week.

    A row is the session that is shown of a lab, the next one that fits, else the latest; without one the lab itself.
    """

    heading: str
    rows: list[Offered] = field(default_factory=list)
    monday: date | None = None

    @property
    def friday(self) -> date | None:
        """Last school day of the week."""
        return self.monday + FRIDAY if self.monday else None


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list."""

    groups: list[RowGroup]
    page: int
    shown: int
    """How many rows there are on this page and those before it."""
    total: int

    @property
    def previous(self) -> int:
        """Number of the page before; 0 for none."""
        return self.page - 1

    @property
    def next(self) -> int:
        """Number of the page after; 0 for none."""
        return self.page + 1 if self.shown < self.total else 0


def listed(filters: Filters, page: int) -> Listing:
    """Return a page of the rows that fit, in the order the visitor asked for."""
    groups = _grouped(filters.moment, filters.found_set, filters.sort)
    total = sum(len(group.rows) for group in groups)
    page = max(1, min(page, -(-total // PAGE_SIZE)))
    start, end = (page - 1) * PAGE_SIZE, page * PAGE_SIZE
    return Listing(list(_part(groups, start, end)), page, min(end, total), total)


def _part(groups: Iterable[RowGroup], start: int, end: int) -> Iterator[RowGroup]:
    """Yield the groups with the rows from one place in the whole list to another."""
    before = 0
    for group in groups:
        if rows := group.rows[max(0, start - before) : max(0, end - before)]:
            yield replace(group, rows=rows)
        before += len(group.rows)


@kept(size=20)
def _grouped(moment: Moment, found: int, sort: str) -> list[RowGroup]:
    """Return all rows for a set of entries; the same until a session begins or ends."""
    rows = _rows(index_of(moment).entries(found))
    if sort == "titel":
        return [RowGroup(_("By title"), sorted(rows, key=_title))] if rows else []
    if sort == "locatie":
        return _by_place(rows)
    return _by_week(rows, moment[1])


def _rows(found: list[Offered]) -> list[Offered]:
    fitting: dict[LabOffering, list[OfferedSession]] = {}
    for item in found:
        sessions = fitting.setdefault(item.lab, [])
        if isinstance(item, OfferedSession):
            sessions.append(item)
    now = timezone.now()
    return [_shown(sessions, now) or lab for lab, sessions in fitting.items()]


def _shown(sessions: list[OfferedSession], now: datetime) -> OfferedSession | None:
    """Return the session to show: coming before over, and one that takes place before a cancelled one."""
    cancelled = None
    for session in sessions:
        if session.row.ends > now:
            if not session.is_cancelled:
                return session
            cancelled = cancelled or session
    return cancelled or (sessions[-1] if sessions else None)


def _by_week(rows: list[Offered], today: date) -> list[RowGroup]:
    now = timezone.now()
    dated = sorted((row.session for row in rows if row.session), key=_start)
    coming = [session for session in dated if session.row.ends > now]
    over = sorted((session for session in dated if session.row.ends <= now), key=_start, reverse=True)
    groups = [_week(monday, list(found), today) for monday, found in groupby(coming, key=_monday)]
    undated = sorted((row for row in rows if row.session is None), key=_title)
    groups += [RowGroup(_("No dates yet"), [*undated])] if undated else []
    return groups + ([RowGroup(_("Is over"), [*over])] if over else [])


def _week(monday: date, sessions: list[OfferedSession], today: date) -> RowGroup:
    away = (monday - monday_of(today)) // WEEK
    return RowGroup(_week_heading(away, {session.week for session in sessions}), [*sessions], monday)


def _week_heading(away: int, numbers: set[int]) -> str:
    """Return the words for a week: how far away, and its place in the rhythm, if it has one everywhere."""
    if len(numbers) > 1:
        return {0: _("This week"), 1: _("Next week")}.get(away, _("Another week at each location"))
    number = max(numbers, default=0)
    if not number:
        return {0: _("This week"), 1: _("Next week")}.get(away, _("Outside the rhythm"))
    words = {0: _("This week, week %(number)s"), 1: _("Next week, week %(number)s")}
    return words.get(away, _("Week %(number)s")) % {"number": number}


def _by_place(rows: Iterable[Offered]) -> list[RowGroup]:
    ordered = sorted(rows, key=lambda row: (not _place(row), _place(row), row.session is None, _title(row)))
    places = groupby(ordered, key=_place)
    return [RowGroup(place or _("Location not yet known"), list(found)) for place, found in places]


def _place(row: Offered) -> str:
    """Return the name of where it is; empty when nobody said."""
    if row.session and row.session.location:
        return str(row.session.location.title)
    return str(row.lab.places[0].title) if row.lab.places else ""


def _title(row: Offered) -> str:
    return str(row.lab.page.title).casefold()


def _start(session: OfferedSession) -> datetime:
    return session.row.starts


def _monday(session: OfferedSession) -> date:
    return monday_of(session.day)
