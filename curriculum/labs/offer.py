"""The public offer of labs in one language: loaded with seven queries, whatever its size, and kept in memory.

A house offers hundreds of labs at most. Lists, filters, counts and feeds are therefore computed in Python over
this one list; the same list serves home, locations, partners, themes, groups, catalogue and calendar.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet
from django.utils import timezone

from curriculum.groups.models import TrainingGroup
from curriculum.labs.models import LabKind, LabPage
from curriculum.labs.rows import LabGroup, LabLocation, LabPartner, LabSession, LabTheme
from curriculum.rhythm.weeks import SchoolYears
from portal.models import Partner, PortalPage

T = TypeVar("T")


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

    def by_page(self, pages: Iterable[Any]) -> list[OfferedLab]:
        """Return the offered labs of lab pages given in any language, in the order of the offer."""
        keys = {page.translation_key for page in pages}
        return self.labs_where(lambda lab: lab.facts.translation_key in keys)


def by_next_session(lab: OfferedLab) -> tuple[bool, float, str]:
    """Sort key: labs with a coming session by its date, the others after them by title."""
    coming = lab.next
    return (coming is None, coming.row.starts.timestamp() if coming else 0.0, lab.page.title.casefold())


def load_offer(language: str, years: SchoolYears) -> Offer:
    """Load the offer as a visitor of one language sees it."""
    locales = _locales(language)
    pages = _in_both_languages(_labs_with_row_ids(locales), locales)
    originals = [page for page in pages.values() if page[0] is not None]
    names = _Names(locales, [original for original, _shown in originals])
    offer = Offer(tuple(names.lab(original, shown) for original, shown in originals))
    _add_sessions(offer, names, years)
    return offer


def _locales(language: str) -> list[str]:
    """Languages to load: Dutch for the facts, the reader's for the text; the reader's last, so that it wins."""
    return list(dict.fromkeys([settings.LANGUAGE_CODE, language]))


def _labs_with_row_ids(locales: list[str]) -> QuerySet[Any]:
    """Labs of the wanted languages, each with the ids its rows point at: no query per relation."""

    def ids(row: type[Any], target: str) -> ArraySubquery:
        return ArraySubquery(
            row.objects.filter(page=OuterRef("pk")).order_by("sort_order", "pk").values(f"{target}_id")
        )

    labs = LabPage.objects.live().public().filter(locale__language_code__in=locales, alias_of=None)
    return (
        labs.select_related("locale", "partner")
        .annotate(
            theme_ids=ids(LabTheme, "theme"),
            place_ids=ids(LabLocation, "location"),
            group_ids=ids(LabGroup, "group"),
            partner_ids=ids(LabPartner, "partner"),
        )
        .defer_streamfields()
    )


def _in_both_languages(items: Iterable[Any], locales: list[str]) -> dict[Any, tuple[Any, Any]]:
    """Return pairs (Dutch object, object to show) by translation key."""
    found: dict[Any, dict[str, Any]] = {}
    for item in items:
        found.setdefault(item.translation_key, {})[item.locale.language_code] = item
    first, last = locales[0], locales[-1]
    return {key: (by_code.get(first), by_code.get(last) or by_code.get(first)) for key, by_code in found.items()}


class _Names:
    """What the rows of labs point at, in the reader's language, by the id of the Dutch object."""

    def __init__(self, locales: list[str], originals: list[Any]) -> None:
        page_ids = {pk for lab in originals for pk in [*lab.theme_ids, *lab.place_ids]}
        session_places = LabSession.objects.public().values("location")
        keys = PortalPage.objects.filter(Q(pk__in=page_ids) | Q(pk__in=session_places)).values("translation_key")
        pages = PortalPage.objects.live().public().filter(translation_key__in=keys, alias_of=None)
        self.pages = self._by_dutch_id(pages, locales)
        group_ids = {pk for lab in originals for pk in lab.group_ids}
        group_keys = TrainingGroup.objects.filter(pk__in=group_ids).values("translation_key")
        self.groups = self._by_dutch_id(TrainingGroup.objects.filter(translation_key__in=group_keys), locales)
        self.partners = Partner.objects.in_bulk({pk for lab in originals for pk in lab.partner_ids})

    @staticmethod
    def _by_dutch_id(queryset: QuerySet[Any], locales: list[str]) -> dict[int, Any]:
        items = queryset.filter(locale__language_code__in=locales).select_related("locale")
        pairs = _in_both_languages(items, locales).values()
        return {original.pk: shown for original, shown in pairs if original is not None}

    def lab(self, original: Any, shown: Any) -> OfferedLab:
        """Return a lab with everything its rows name; what is not public is left out."""
        partners = [original.partner, *_picked(self.partners, original.partner_ids)]
        return OfferedLab(
            page=shown,
            facts=original,
            themes=_picked(self.pages, original.theme_ids),
            places=_picked(self.pages, original.place_ids),
            groups=_picked(self.groups, original.group_ids),
            partners=[partner for partner in dict.fromkeys(partners) if partner is not None],
        )


def _picked(found: dict[int, T], ids: Iterable[int]) -> list[T]:
    return [found[pk] for pk in ids if pk in found]


def _add_sessions(offer: Offer, names: _Names, years: SchoolYears) -> None:
    by_id = {lab.facts.pk: lab for lab in offer.labs}
    for row in LabSession.objects.public().filter(page__in=by_id).order_by("starts", "pk"):
        lab = by_id[row.page_id]
        location = names.pages.get(row.location_id) if row.location_id else None
        lab.sessions.append(OfferedSession(row, lab, location, years.week(timezone.localdate(row.starts))))
