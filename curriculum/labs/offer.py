"""The public offer of labs in one language, as every page that shows labs reads it.

A process keeps it until content changes (`curriculum.request_context`). So nothing here is of a visitor, and what
depends on the clock is asked of it each time.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from itertools import accumulate, islice
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.safestring import SafeString

from curriculum.labs.frequency import Block, blocks_of, is_every_week
from curriculum.labs.kinds import LabCadence, LabKind
from curriculum.labs.rows import LabSession
from curriculum.labs.states import state_of
from curriculum.rhythm.weeks import SchoolYears
from curriculum.rollover.editions import is_earlier
from portal.core.models.pages import PortalPage
from portal.partners.models import Partner


@dataclass(eq=False)
class LabOffering:
    """A lab as a visitor reads it: text in the reader's language, facts of the Dutch page, related names resolved."""

    page: Any
    """The lab in the reader's language, or in Dutch where no translation is live."""
    facts: Any
    """The Dutch lab."""
    themes: list[Any]
    places: list[Any]
    groups: list[Any]
    partners: list[Partner]
    """Who gives it: the owner of the space first."""
    sessions: list["OfferedSession"] = field(default_factory=list)
    """All of them in order of time."""
    only_place: Any = None
    """The location when the lab is given at one; None when it names more, none, or one that is not public."""
    years: SchoolYears = field(default_factory=SchoolYears)
    """The school years its sessions fall in."""
    languages: frozenset[str] = frozenset()
    """In which languages its text can be read."""
    is_for_all: bool = False
    """Whether it is for every training group that has labs."""
    rendered: dict[Hashable, SafeString] = field(default_factory=dict)
    """What templates said of it (`curriculum.labs.rendered`)."""

    session = None
    """A list shows a lab with one of its sessions, or, as here, by itself."""

    @property
    def lab(self) -> "LabOffering":
        """The lab itself: in a list it stands beside sessions, which say whose they are."""
        return self

    @property
    def key(self) -> str:
        """Fixed key of the lab."""
        return str(self.facts.content_key)

    @property
    def kind_label(self) -> str:
        """The kind of lab in words."""
        return str(LabKind(self.facts.kind).label)

    @cached_property
    def is_weekly(self) -> bool:
        """Whether a lab without a week of its own is given in every week of school."""
        return self.facts.cadence == LabCadence.WEEKLY and is_every_week(self.days, self.years)

    @cached_property
    def blocks(self) -> list[Block]:
        """The weeks in a row of a lab without a week of its own; none when it is given every week."""
        is_given_in_blocks = self.facts.cadence == LabCadence.WEEKLY and not self.is_weekly
        return blocks_of(self.days, self.years) if is_given_in_blocks else []

    @property
    def days(self) -> list[date]:
        """The days of its sessions, also of those that are over; not of those that do not take place."""
        return [session.day for session in self.sessions if not session.is_cancelled]

    @property
    def has_example_sessions(self) -> bool:
        """Whether dates were made up."""
        return any(session.row.is_example for session in self.sessions)

    @property
    def coming(self) -> list["OfferedSession"]:
        """Sessions that are not over, the next one first; cancelled ones too."""
        now = timezone.now()
        return [session for session in self.sessions if session.row.ends > now]

    @property
    def next(self) -> "OfferedSession | None":
        """The next session one can go to."""
        return next((session for session in self.coming if not session.is_cancelled), None)

    def next_at(self, place: PortalPage) -> "OfferedSession | None":
        """Return the next session one can go to at a location, given in any language."""
        return next((item for item in self.coming if not item.is_cancelled and item.is_at(place)), None)

    @cached_property
    def place_keys(self) -> frozenset[UUID]:
        """Where the lab, or one of its sessions, is given."""
        return keys_of([*self.places, *(place for session in self.sessions for place in session.places)])

    def is_about(self, theme: PortalPage) -> bool:
        """Whether it is about a theme, given in any language."""
        return theme.translation_key in self.theme_keys

    @cached_property
    def theme_keys(self) -> frozenset[UUID]:
        """What it is about."""
        return keys_of(self.themes)

    @cached_property
    def group_keys(self) -> frozenset[UUID]:
        """Whom it is for."""
        return keys_of(self.groups)

    @property
    def latest(self) -> "OfferedSession | None":
        """The last session that is over."""
        return next((session for session in reversed(self.sessions) if session.is_over), None)

    @property
    def is_past(self) -> bool:
        """Whether the lab was given and no further session is planned."""
        return bool(self.sessions) and not self.coming

    @property
    def state(self) -> str:
        """Of a lab by itself: gepland when one can go to a session of it, geweest when it is over, else nothing."""
        return "gepland" if self.next else "geweest" if self.is_past else ""


@dataclass(eq=False, slots=True)
class OfferedSession:
    """One session as a visitor reads it."""

    row: LabSession
    lab: LabOffering
    location: Any
    """The location in the reader's language; None when it is not known or not public."""
    week: int
    """Week of the cycle at that location, 0 outside it."""
    starts: datetime = field(init=False)
    """Start in the time of the house."""
    ends: datetime = field(init=False)
    """End in the time of the house."""
    day: date = field(init=False)
    """The day on which it starts."""
    rendered: dict[Hashable, SafeString] = field(default_factory=dict, init=False)
    """What templates said of it (`curriculum.labs.rendered`)."""

    def __post_init__(self) -> None:
        zone = timezone.get_default_timezone()
        self.starts, self.ends = self.row.starts.astimezone(zone), self.row.ends.astimezone(zone)
        self.day = self.starts.date()

    @property
    def session(self) -> "OfferedSession":
        """The session itself: in a list it stands beside labs without one."""
        return self

    @property
    def places(self) -> list[Any]:
        """Where it may be: its location; everywhere the lab is given while nobody has said where."""
        if self.location is not None:
            return [self.location]
        return self.lab.places if self.row.location_id is None else []

    def is_at(self, place: PortalPage) -> bool:
        """Whether it is, or may be, at a location, given in any language."""
        return any(other.translation_key == place.translation_key for other in self.places)

    @property
    def state(self) -> str:
        """What it is now to who wants to come (`states.py`)."""
        return state_of(self.row, self.lab.facts, self.day, timezone.now(), timezone.localdate())

    @property
    def is_cancelled(self) -> bool:
        """Whether it does not take place."""
        return bool(self.row.state == LabSession.State.CANCELLED)

    @property
    def is_over(self) -> bool:
        """Whether it has ended, cancelled or not."""
        return self.row.ends <= timezone.now()


Offered = LabOffering | OfferedSession
"""What a list of labs holds: a session of a lab, or a lab by itself."""


@dataclass(frozen=True)
class Offer:
    """Every public lab of one language."""

    labs: tuple[LabOffering, ...]

    @cached_property
    def sessions(self) -> list[OfferedSession]:
        """All sessions, in order of time."""
        return sorted(
            (session for lab in self.labs for session in lab.sessions), key=lambda session: session.row.starts
        )

    @cached_property
    def _over_by(self) -> list[datetime]:
        """When a session and all that start before it are over."""
        return list(accumulate((session.row.ends for session in self.sessions), max))

    @cached_property
    def turns(self) -> list[datetime]:
        """The moments at which a session begins or ends, in order."""
        return sorted(moment for session in self.sessions for moment in (session.row.starts, session.row.ends))

    @property
    def turn(self) -> int:
        """How often a session began or ended until now: as long as it is the same, so are all their states."""
        return bisect_right(self.turns, timezone.now())

    def upcoming(
        self, number: int | None = None, where: Callable[[OfferedSession], bool] = bool, before: date | None = None
    ) -> list[OfferedSession]:
        """Return the next sessions that take place and for which `where` holds: `number` of them, before a day."""
        now = timezone.now()
        end = None if before is None else bisect_left(self.sessions, before, key=lambda session: session.day)
        coming = self.sessions[bisect_right(self._over_by, now) : end]
        found = (item for item in coming if item.row.ends > now and not item.is_cancelled and where(item))
        return list(islice(found, number))

    @cached_property
    def _at(self) -> dict[UUID, list[LabOffering]]:
        found: dict[UUID, list[LabOffering]] = {}
        for lab in self.labs:
            for key in lab.place_keys:
                found.setdefault(key, []).append(lab)
        return found

    def labs_at(self, place: PortalPage) -> list[LabOffering]:
        """Return the labs given at a location, in any language: what can be visited there first comes first."""
        found = (lab for lab in self._at.get(place.translation_key, ()) if not is_earlier(lab))
        return sorted(found, key=lambda lab: by_session(lab, lab.next_at(place)))

    def labs_where(self, holds: Callable[[LabOffering], bool]) -> list[LabOffering]:
        """Return the labs for which a condition holds: what can be visited first comes first, then by title."""
        return sorted((lab for lab in self.labs if holds(lab) and not is_earlier(lab)), key=by_next_session)

    @cached_property
    def _by_key(self) -> dict[UUID, LabOffering]:
        return {lab.facts.translation_key: lab for lab in self.labs}

    def of(self, page: PortalPage) -> LabOffering | None:
        """Return the lab of a page, given in any language; None when it is not public."""
        return self._by_key.get(page.translation_key)

    def of_all(self, pages: Iterable[Any]) -> list[LabOffering]:
        """Return the labs of lab pages, given in any language: the next one first."""
        found = {page.translation_key: self.of(page) for page in pages}
        return sorted((lab for lab in found.values() if lab), key=by_next_session)


def by_next_session(lab: LabOffering) -> tuple[bool, float, str]:
    """Sort key: labs with a coming session by its date, the others after them by title."""
    return by_session(lab, lab.next)


def by_session(lab: LabOffering, coming: OfferedSession | None) -> tuple[bool, float, str]:
    """Sort key of a lab that is listed with one of its sessions, or with none."""
    return (coming is None, coming.row.starts.timestamp() if coming else 0.0, lab.page.title.casefold())


def keys_of(pages: Iterable[Any]) -> frozenset[UUID]:
    """Return what pages have in common with their translations."""
    return frozenset(page.translation_key for page in pages)


def offered_session(row: LabSession, lab: LabOffering, named: PortalPage | None, years: SchoolYears) -> OfferedSession:
    """Return a row as a session, with the location it names in the reader's language, if any.

    A session that names no location is where its lab is given, when that is one place. Its week is that of the
    rhythm of its location.
    """
    location = named or (lab.only_place if row.location_id is None else None)
    rhythm = years.at(location.content_key) if location else years
    day = timezone.localdate(row.starts, timezone.get_default_timezone())
    return OfferedSession(row, lab, location, rhythm.week(day))
