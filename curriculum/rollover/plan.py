"""Where each session of a school year would be in the next one, and why some cannot. Pure: no database, no clock.

The rule: the third week 2 of a year becomes the third week 2 of the next one, on the same weekday and at the same
time. What would fall on a day without school or in a room that is taken is left out, and says so: a moved session
would be one nobody agreed to.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from uuid import UUID, uuid5

from curriculum.rhythm.weeks import Calendar, Period, monday_of, numbered_weeks


class Reason(StrEnum):
    """Why a session is not copied."""

    CANCELLED = "cancelled"
    KNOWN = "known"
    OUTSIDE = "outside"
    NO_ROUND = "no-round"
    NO_SCHOOL = "no-school"
    ROOM = "room"


Room = tuple[str, str]
"""A location by its fixed key, and the name of a room there; a session without either takes no room."""


@dataclass(frozen=True, slots=True)
class Given:
    """A session of the old year, in the time of the house."""

    uid: UUID
    starts: datetime
    ends: datetime
    place: str = ""
    """Fixed key of the location whose rhythm it follows; empty for that of the house."""
    room: Room | None = None
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Proposed:
    """A session of the old year with its time in the new one, or the reason why there is none."""

    given: Given
    starts: datetime | None = None
    ends: datetime | None = None
    reason: Reason | None = None


@dataclass(frozen=True)
class Passage:
    """From one school year to the next, for one location or the whole house."""

    old: Calendar
    new: Calendar

    @cached_property
    def _places(self) -> dict[date, tuple[int, int]]:
        """Number of the week, and how many of that number came before, by the Monday of the old year."""
        return {monday: place for place, monday in _by_place(self.old).items()}

    @cached_property
    def _mondays(self) -> dict[tuple[int, int], date]:
        return _by_place(self.new)

    def day(self, day: date) -> date | Reason:
        """Return the day in the new year that takes the place of a day in the old one, or why there is none."""
        place = self._places.get(monday_of(day))
        if place is None:
            return Reason.OUTSIDE
        monday = self._mondays.get(place)
        if monday is None:
            return Reason.NO_ROUND
        found = monday + timedelta(days=day.weekday())
        return found if found in self.new.year else Reason.NO_SCHOOL


def _by_place(calendar: Calendar) -> dict[tuple[int, int], date]:
    """Return the Mondays of a year by the number of the week and how often that number came before."""
    found: dict[tuple[int, int], date] = {}
    seen: dict[int, int] = {}
    for monday, number in numbered_weeks(calendar).items():
        found[number, seen.get(number, 0)] = monday
        seen[number] = seen.get(number, 0) + 1
    return found


@dataclass
class Rooms:
    """Which rooms are in use when; it remembers what a plan gives away."""

    taken: dict[Room, list[tuple[datetime, datetime]]] = field(default_factory=dict)

    def is_free(self, room: Room | None, starts: datetime, ends: datetime) -> bool:
        """Whether nobody uses a room in a stretch of time; always where no room is named."""
        return room is None or all(ends <= first or starts >= last for first, last in self.taken.get(room, ()))

    def take(self, room: Room | None, starts: datetime, ends: datetime) -> None:
        """Remember that a room is in use."""
        if room is not None:
            self.taken.setdefault(room, []).append((starts, ends))


def propose(
    sessions: Iterable[Given],
    passages: Mapping[str, Passage],
    off: Collection[Period],
    rooms: Rooms,
    known: Collection[UUID] = frozenset(),
    year: str = "",
) -> list[Proposed]:
    """Return each session with its time in the new year, in order of time: of two in one room the first keeps it.

    `known` are the identities of sessions that the new year has already: what was copied is not copied again.
    """
    return [
        _one(given, passages[given.place], off, rooms, next_uid(given.uid, year) in known)
        for given in sorted(sessions, key=lambda given: (given.starts, given.uid))
    ]


def _one(given: Given, passage: Passage, off: Collection[Period], rooms: Rooms, is_known: bool) -> Proposed:
    if is_known:
        return Proposed(given, reason=Reason.KNOWN)
    if given.is_cancelled:
        return Proposed(given, reason=Reason.CANCELLED)
    day = passage.day(given.starts.date())
    if isinstance(day, Reason):
        return Proposed(given, reason=day)
    starts = datetime.combine(day, given.starts.time())
    ends = starts + (given.ends - given.starts)
    if any(day in period for period in off):
        return Proposed(given, starts, ends, Reason.NO_SCHOOL)
    if not rooms.is_free(given.room, starts, ends):
        return Proposed(given, starts, ends, Reason.ROOM)
    rooms.take(given.room, starts, ends)
    return Proposed(given, starts, ends)


def next_uid(uid: UUID, year: str) -> UUID:
    """Return the identity a session has in another school year: always the same, so that a copy is recognised."""
    return uuid5(uid, year)
