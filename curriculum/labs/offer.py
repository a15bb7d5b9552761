"""The public offer of labs in one language: loaded with one query, whatever its size, and kept in memory.

A house offers hundreds of labs at most. Lists, filters, counts and feeds are therefore computed in Python over
this one list; the same list serves home, locations, partners, themes, groups, catalogue and calendar.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from curriculum import lookups
from curriculum.labs.models import LabKind, LabPage
from curriculum.labs.rows import LabGroup, LabLocation, LabPartner, LabSession, LabTheme
from curriculum.rhythm.weeks import SchoolYears
from portal.models import Partner
from portal.rows import with_rows


@dataclass(eq=False, slots=True)
class OfferedLab:
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
        """Whether the lab is given every week, so that it has no week of its own."""
        return bool(self.facts.cadence == LabPage.Cadence.WEEKLY)

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
    lab: OfferedLab
    location: Any
    """The location in the reader's language; None when the session names none or it is not public."""
    week: int
    """Week of the cycle, 0 outside it."""

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

    labs: tuple[OfferedLab, ...]

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

    def labs_where(self, holds: Callable[[OfferedLab], bool]) -> list[OfferedLab]:
        """Return the labs for which a condition holds: what can be visited first comes first, then by title."""
        return sorted((lab for lab in self.labs if holds(lab)), key=by_next_session)

    def of(self, page: Any) -> OfferedLab | None:
        """Return the lab of a page, given in any language; None when it is not public."""
        return next((lab for lab in self.labs if lab.facts.translation_key == page.translation_key), None)

    def of_all(self, pages: Iterable[Any]) -> list[OfferedLab]:
        """Return the labs of lab pages, given in any language: the next one first."""
        keys = {page.translation_key for page in pages}
        return self.labs_where(lambda lab: lab.facts.translation_key in keys)


def by_next_session(lab: OfferedLab) -> tuple[bool, float, str]:
    """Sort key: labs with a coming session by its date, the others after them by title."""
    coming = lab.next
    return (coming is None, coming.row.starts.timestamp() if coming else 0.0, lab.page.title.casefold())


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
    labs = LabPage.objects.live().public().filter(locale__language_code__in=languages, alias_of=None, **which)
    named = labs.annotate(
        found_themes=beside(lookups.pages(), LabTheme, "theme"),
        found_places=beside(lookups.pages(), LabLocation, "location"),
        found_session_places=beside(lookups.pages(), LabSession, "location"),
        found_groups=beside(lookups.groups(), LabGroup, "group"),
        found_partners=beside(lookups.partners(), LabPartner, "partner"),
    )
    return with_rows(named.select_related("locale", "partner").defer_streamfields().order_by("path"), "sessions")


def _offered(original: Any, shown: Any, language: str) -> OfferedLab:
    """Return a lab with everything its rows name; what is not public is left out."""
    shown.facts = original
    partners = [original.partner, *lookups.partners().read(original.found_partners, language)]
    return OfferedLab(
        page=shown,
        facts=original,
        themes=lookups.pages().read(original.found_themes, language),
        places=lookups.pages().read(original.found_places, language),
        groups=lookups.groups().read(original.found_groups, language),
        partners=[partner for partner in dict.fromkeys(partners) if partner is not None],
    )


def _add_sessions(offer: Offer, language: str, years: SchoolYears) -> None:
    for lab in offer.labs:
        found = lab.facts.found_session_places
        keys = {row["id"]: row["translation_key"] for row in found}
        places = {str(place.translation_key): place for place in lookups.pages().read(found, language)}
        for row in sorted(lab.facts.sessions.all(), key=lambda row: (row.starts, row.pk)):
            location = places.get(keys.get(row.location_id, ""))
            lab.sessions.append(OfferedSession(row, lab, location, years.week(timezone.localdate(row.starts))))
