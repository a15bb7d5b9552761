"""The list of labs as the catalogue shows it: one row a lab, grouped by week of the rhythm, what is over at the end."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from curriculum.labs.catalogue_filters import Filters
from curriculum.labs.offer import LabOffering, OfferedSession
from curriculum.rhythm.weeks import FRIDAY, WEEK, monday_of


@dataclass(frozen=True, slots=True)
class Row:
    """A lab in the list, with the session that is shown: the next one that fits, else the latest."""

    lab: LabOffering
    session: OfferedSession | None

    @property
    def place(self) -> str:
        """Name of where it is, for sorting and headings; empty when nobody said."""
        if self.session and self.session.location:
            return str(self.session.location.title)
        return str(self.lab.places[0].title) if self.lab.places else ""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under one heading; `monday` and `friday` are set for a week."""

    heading: str
    rows: list[Row] = field(default_factory=list)
    monday: date | None = None

    @property
    def friday(self) -> date | None:
        """Last school day of the week."""
        return self.monday + FRIDAY if self.monday else None


def grouped(filters: Filters, today: date) -> list[RowGroup]:
    """Return the rows that fit, in the order the visitor asked for."""
    rows = _rows(filters)
    if filters.sort == "titel":
        return [RowGroup(_("By title"), sorted(rows, key=_title))] if rows else []
    if filters.sort == "locatie":
        return _by_place(rows)
    return _by_week(rows, today)


def _rows(filters: Filters) -> list[Row]:
    fitting: dict[LabOffering, list[OfferedSession]] = {lab: [] for lab in filters.labs}
    for session in filters.sessions:
        fitting[session.lab].append(session)
    return [Row(lab, _shown(sessions)) for lab, sessions in fitting.items()]


def _shown(sessions: list[OfferedSession]) -> OfferedSession | None:
    """Return the session to show: coming before over, and one that takes place before a cancelled one."""
    coming = [session for session in sessions if not session.is_over]
    if coming:
        return min(coming, key=lambda session: (session.is_cancelled, session.row.starts))
    return sessions[-1] if sessions else None


def _by_week(rows: list[Row], today: date) -> list[RowGroup]:
    dated = [row for row in rows if row.session]
    coming = sorted((row for row in dated if not _is_over(row)), key=_start)
    over = sorted((row for row in dated if _is_over(row)), key=_start, reverse=True)
    groups = [_week(monday, list(found), today) for monday, found in groupby(coming, key=_monday)]
    undated = sorted((row for row in rows if row.session is None), key=_title)
    groups += [RowGroup(_("No dates yet"), undated)] if undated else []
    return groups + ([RowGroup(_("Is over"), over)] if over else [])


def _week(monday: date, rows: list[Row], today: date) -> RowGroup:
    away = (monday - monday_of(today)) // WEEK
    numbers = {row.session.week for row in rows if row.session}
    return RowGroup(_week_heading(away, numbers), rows, monday)


def _week_heading(away: int, numbers: set[int]) -> str:
    """Return the words for a week: how far away, and its place in the rhythm, if it has one everywhere."""
    if len(numbers) > 1:
        return {0: _("This week"), 1: _("Next week")}.get(away, _("Another week at each location"))
    number = max(numbers, default=0)
    if not number:
        return {0: _("This week"), 1: _("Next week")}.get(away, _("Outside the rhythm"))
    words = {0: _("This week, week %(number)s"), 1: _("Next week, week %(number)s")}
    return words.get(away, _("Week %(number)s")) % {"number": number}


def _by_place(rows: Iterable[Row]) -> list[RowGroup]:
    ordered = sorted(rows, key=lambda row: (not row.place, row.place, row.session is None, _title(row)))
    places = groupby(ordered, key=lambda row: row.place)
    return [RowGroup(place or _("Location not filled in yet"), list(found)) for place, found in places]


def _title(row: Row) -> str:
    return str(row.lab.page.title).casefold()


def _is_over(row: Row) -> bool:
    return bool(row.session and row.session.is_over)


def _start(row: Row) -> Any:
    return row.session.row.starts if row.session else None


def _monday(row: Row) -> Any:
    return monday_of(row.session.day) if row.session else None
