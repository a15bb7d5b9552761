"""The public offer of labs in one language: loaded with two queries, whatever its size, and kept in memory.

A house offers hundreds of labs at most. Lists, filters, counts and feeds are therefore computed in Python over
this one list; the same list serves home, locations, partners, themes, groups, catalogue and calendar.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.utils import timezone

from curriculum import lookups
from curriculum.labs.frequency import Block, blocks_of, is_every_week
from curriculum.labs.kinds import LabCadence, LabKind
from curriculum.labs.rows import LabGroup, LabLocation, LabPartner, LabSession, LabTheme, lab_pages
from curriculum.rhythm.weeks import SchoolYears
from portal.partners.models import Partner


@dataclass(eq=False, slots=True)
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
    only_place: Any = None
    """The location when the lab is given at one; None when it names more, none, or one that is not public."""
    years: SchoolYears = field(default_factory=SchoolYears)
    """The school years its sessions fall in."""
    is_for_all: bool = False
    """Whether it is for every training group that has labs."""

    @property
    def key(self) -> str:
        """Fixed key of the lab."""
        return str(self.facts.content_key)

    @property
    def kind_label(self) -> str:
        """The kind of lab in words."""
        return str(LabKind(self.facts.kind).label)

    @property
    def is_weekly(self) -> bool:
        """Whether a lab without a week of its own is given in every week of school."""
        return self.facts.cadence == LabCadence.WEEKLY and is_every_week(self.days, self.years)

    @property
    def blocks(self) -> list[Block]:
        """The weeks in a row of a lab without a week of its own; none when it is given every week."""
        is_given_in_blocks = self.facts.cadence == LabCadence.WEEKLY and not is_every_week(self.days, self.years)
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
        return [session for session in self.sessions if not session.is_over]

    @property
    def next(self) -> "OfferedSession | None":
        """The next session one can go to."""
        return next((session for session in self.coming if not session.is_cancelled), None)

    def next_at(self, place: Any) -> "OfferedSession | None":
        """Return the next session one can go to at a location, given in any language."""
        return next((item for item in self.coming if not item.is_cancelled and item.is_at(place)), None)

    def is_at(self, place: Any) -> bool:
        """Whether the lab, or one of its sessions, is given at a location, given in any language."""
        return is_among(place, self.places) or any(session.is_at(place) for session in self.sessions)

    @property
    def latest(self) -> "OfferedSession | None":
        """The last session that is over."""
        return next((session for session in reversed(self.sessions) if session.is_over), None)

    @property
    def is_past(self) -> bool:
        """Whether the lab was given and no further session is planned."""
        return bool(self.sessions) and not self.coming


@dataclass(eq=False, slots=True)
class OfferedSession:
    """One session as a visitor reads it."""

    row: LabSession
    lab: LabOffering
    location: Any
    """The location in the reader's language; None when it is not known or not public."""
    week: int
    """Week of the cycle at that location, 0 outside it."""

    @property
    def places(self) -> list[Any]:
        """Where it may be: its location; everywhere the lab is given while nobody has said where."""
        if self.location is not None:
            return [self.location]
        return self.lab.places if self.row.location_id is None else []

    def is_at(self, place: Any) -> bool:
        """Whether it is, or may be, at a location, given in any language."""
        return is_among(place, self.places)

    @property
    def starts(self) -> datetime:
        """Start in local time."""
        return timezone.localtime(self.row.starts)

    @property
    def ends(self) -> datetime:
        """End in local time."""
        return timezone.localtime(self.row.ends)

    @property
    def day(self) -> date:
        """The local day on which it starts."""
        return self.starts.date()

    @property
    def state(self) -> str:
        """gepland, bezig, geweest or vervallen, now."""
        return self.row.shown_state

    @property
    def is_cancelled(self) -> bool:
        """Whether it does not take place."""
        return bool(self.row.state == LabSession.State.CANCELLED)

    @property
    def is_over(self) -> bool:
        """Whether it has ended, cancelled or not."""
        return self.row.ends <= timezone.now()


@dataclass(frozen=True, slots=True)
class Offer:
    """Every public lab of one language."""

    labs: tuple[LabOffering, ...]

    @property
    def sessions(self) -> list[OfferedSession]:
        """All sessions, in order of time."""
        return sorted(
            (session for lab in self.labs for session in lab.sessions), key=lambda session: session.row.starts
        )

    def upcoming(
        self, number: int | None = None, where: Callable[[OfferedSession], bool] = bool
    ) -> list[OfferedSession]:
        """Return the next sessions that take place, at most `number`, for which `where` holds."""
        coming = (session for session in self.sessions if not session.is_over and not session.is_cancelled)
        return [session for session in coming if where(session)][:number]

    def labs_at(self, place: Any) -> list[LabOffering]:
        """Return the labs given at a location, in any language: what can be visited there first comes first."""
        found = (lab for lab in self.labs if lab.is_at(place))
        return sorted(found, key=lambda lab: by_session(lab, lab.next_at(place)))

    def labs_where(self, holds: Callable[[LabOffering], bool]) -> list[LabOffering]:
        """Return the labs for which a condition holds: what can be visited first comes first, then by title."""
        return sorted((lab for lab in self.labs if holds(lab)), key=by_next_session)

    def of(self, page: Any) -> LabOffering | None:
        """Return the lab of a page, given in any language; None when it is not public."""
        return next((lab for lab in self.labs if lab.facts.translation_key == page.translation_key), None)

    def of_all(self, pages: Iterable[Any]) -> list[LabOffering]:
        """Return the labs of lab pages, given in any language: the next one first."""
        keys = {page.translation_key for page in pages}
        return self.labs_where(lambda lab: lab.facts.translation_key in keys)


def by_next_session(lab: LabOffering) -> tuple[bool, float, str]:
    """Sort key: labs with a coming session by its date, the others after them by title."""
    return by_session(lab, lab.next)


def by_session(lab: LabOffering, coming: OfferedSession | None) -> tuple[bool, float, str]:
    """Sort key of a lab that is listed with one of its sessions, or with none."""
    return (coming is None, coming.row.starts.timestamp() if coming else 0.0, lab.page.title.casefold())


def is_among(page: Any, pages: Iterable[Any]) -> bool:
    """Whether a page is one of some pages, whatever their languages."""
    return any(other.translation_key == page.translation_key for other in pages)


def offered_session(row: LabSession, lab: LabOffering, named: Any, years: SchoolYears) -> OfferedSession:
    """Return a row as a session, with the location it names in the reader's language, if any.

    A session that names no location is where its lab is given, when that is one place. Its week is that of the
    rhythm of its location.
    """
    location = named or (lab.only_place if row.location_id is None else None)
    rhythm = years.at(location.content_key) if location else years
    return OfferedSession(row, lab, location, rhythm.week(timezone.localdate(row.starts)))


def load_offer(language: str, years: SchoolYears, only: UUID | None = None) -> Offer:
    """Load the offer as a visitor of one language sees it; `only` the lab with this translation key, if given."""
    labs = _labs_with_names(language, {"translation_key": only} if only else {})
    originals = [lab for lab in labs if lab.owns_facts]
    texts = {lab.translation_key: lab for lab in labs if lab.locale.language_code == language}
    offer = Offer(tuple(_offered(lab, texts.get(lab.translation_key, lab), language) for lab in originals))
    known = {group.slug for lab in offer.labs for group in lab.groups}
    for lab in offer.labs:
        lab.is_for_all = len(known) > 1 and len(lab.groups) == len(known)
    _add_sessions(offer, language, years)
    return offer


def _labs_with_names(language: str, which: dict[str, Any]) -> list[Any]:
    """Return the labs in Dutch, for the facts, and in the reader's language, for the text; with what they name."""

    def beside(names: lookups.Lookup, rows: type[Any], path: str) -> Any:
        return names.beside(rows.objects.filter(page=lookups.parent()), path)

    languages = [settings.LANGUAGE_CODE, language]
    labs = lab_pages().live().public().filter(locale__language_code__in=languages, alias_of=None, **which)
    named = labs.annotate(
        found_themes=beside(lookups.pages(), LabTheme, "theme"),
        found_places=beside(lookups.pages(), LabLocation, "location"),
        found_session_places=beside(lookups.pages(), LabSession, "location"),
        place_ids=ArraySubquery(LabLocation.objects.filter(page=OuterRef("pk")).values("location_id")),
        found_groups=beside(lookups.groups(), LabGroup, "group"),
        found_partners=beside(lookups.partners(), LabPartner, "partner"),
    )
    read = named.select_related("locale", "partner").defer_streamfields().order_by("path")
    return list(read.prefetch_related("sessions"))


def _offered(original: Any, shown: Any, language: str) -> LabOffering:
    """Return a lab with everything its rows name; what is not public is left out."""
    shown.facts = original
    places = lookups.pages().read(original.found_places, language)
    partners = [original.partner, *lookups.partners().read(original.found_partners, language)]
    return LabOffering(
        page=shown,
        facts=original,
        themes=lookups.pages().read(original.found_themes, language),
        places=places,
        only_place=places[0] if places and len(original.place_ids) == 1 else None,
        groups=lookups.groups().read(original.found_groups, language),
        partners=[partner for partner in dict.fromkeys(partners) if partner is not None],
    )


def _add_sessions(offer: Offer, language: str, years: SchoolYears) -> None:
    for lab in offer.labs:
        lab.years = years
        found = lab.facts.found_session_places
        keys = {row["id"]: row["translation_key"] for row in found}
        places = {str(place.translation_key): place for place in lookups.pages().read(found, language)}
        for row in sorted(lab.facts.sessions.all(), key=lambda row: (row.starts, row.pk)):
            location = places.get(keys.get(row.location_id, ""))
            lab.sessions.append(offered_session(row, lab, location, years))
