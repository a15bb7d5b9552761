"""Reads what a new school year would copy: a fixed number of questions, whatever the number of labs."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from curriculum.labs.doubts import room_name
from curriculum.labs.models import LabPage
from curriculum.labs.rows import LabLocation, LabSession
from curriculum.rhythm.models import SchoolYear
from curriculum.rhythm.weeks import Period
from curriculum.rollover.models import LabEdition
from curriculum.rollover.plan import Given, Passage, Proposed, Reason, Room, Rooms, propose


class LabReason(StrEnum):
    """Why nothing is copied of a lab, whatever its sessions."""

    HAS_DATES = "has-dates"
    TOUCHED = "touched"
    NOTHING_FITS = "nothing-fits"
    NOT_VALID = "not-valid"
    MEANWHILE = "meanwhile"


@dataclass
class LabPlan:
    """What the new year takes over of one lab."""

    lab: LabPage
    edition: LabEdition | None = None
    """The draft or lab that was made of it before."""
    reason: LabReason | None = None
    sessions: list[Proposed] = field(default_factory=list)

    @property
    def copied(self) -> list[Proposed]:
        """The sessions that come along."""
        return [] if self.reason else [row for row in self.sessions if row.reason is None]

    @property
    def skipped(self) -> list[Proposed]:
        """The sessions that do not, and are not there already."""
        return [row for row in self.sessions if row.reason not in (None, Reason.KNOWN)]


@dataclass(frozen=True)
class Rollover:
    """From one school year to the next."""

    old: SchoolYear
    new: SchoolYear
    labs: list[LabPlan]

    @property
    def todo(self) -> list[LabPlan]:
        """The labs of which something is copied."""
        return [plan for plan in self.labs if plan.copied]


def read_rollover(old: SchoolYear, new: SchoolYear, partners: Collection[int] | None = None) -> Rollover:
    """Return what would be copied of the labs of some partners, or of all, that had sessions in the old year."""
    labs = {lab.pk: lab for lab in _labs(partners)}
    sessions: dict[int, list[LabSession]] = {}
    for row in _in_year(old).filter(page__in=labs).select_related("location").order_by("starts", "uid"):
        sessions.setdefault(row.page_id, []).append(row)
    made = LabEdition.objects.judged().filter(new_year=new.slug, old__in=labs)
    editions = {row.old_id: row for row in made}
    plans = [LabPlan(labs[pk], editions.get(pk)) for pk in labs if pk in sessions]
    _fill(plans, sessions, Rollover(old, new, plans))
    return Rollover(old, new, plans)


def may_be_copied() -> Any:
    """Return the labs that go along: the copy of a lab behind a restriction would stand behind none."""
    return LabPage.objects.live().public().filter(locale__language_code=settings.LANGUAGE_CODE, alias_of=None)


def _labs(partners: Collection[int] | None) -> Iterable[LabPage]:
    labs = may_be_copied()
    if partners is not None:
        labs = labs.filter(partner__in=partners)
    found: Iterable[LabPage] = labs.select_related("partner").defer_streamfields().order_by("path")
    return found


def rows_of(lab: LabPage, year: SchoolYear) -> dict[Given, LabSession]:
    """Return the sessions of one lab in a school year as they are now, by what a plan knows of them."""
    place = _only_places([lab.pk]).get(lab.pk, "")
    return {_given(row, place): row for row in _in_year(year).filter(page=lab.pk).select_related("location")}


def _in_year(year: SchoolYear) -> QuerySet[LabSession]:
    first = timezone.make_aware(datetime.combine(year.starts, time.min))
    after = timezone.make_aware(datetime.combine(year.ends + timedelta(days=1), time.min))
    return LabSession.objects.filter(starts__gte=first, starts__lt=after)


def _fill(plans: list[LabPlan], sessions: dict[int, list[LabSession]], rollover: Rollover) -> None:
    """Propose the sessions of all labs together, so that no two of them get one room, and say what stops a lab."""
    old, new = rollover.old, rollover.new
    places = _only_places([plan.lab.pk for plan in plans])
    owners: dict[UUID, LabPlan] = {}
    given: list[Given] = []
    for plan in plans:
        for row in sessions[plan.lab.pk]:
            given.append(_given(row, places.get(plan.lab.pk, "")))
            owners[given[-1].uid] = plan
    for plan, has_dates in zip(plans, _have_dates(plans, new), strict=True):
        plan.reason = LabReason.HAS_DATES if has_dates else _reason_of_edition(plan.edition)
    open_ones = [row for row in given if owners[row.uid].reason is None]
    passages = {key: Passage(old.calendar(key), new.calendar(key)) for key in {row.place for row in open_ones}}
    off = [Period(row.starts, row.ends) for row in new.breaks.all()]
    known = frozenset(_in_year(new).filter(page__earlier_edition__new_year=new.slug).values_list("uid", flat=True))
    for proposed in propose(open_ones, passages, off, _rooms(new), known, new.slug):
        owners[proposed.given.uid].sessions.append(proposed)
    for plan in plans:
        if plan.reason is None and plan.edition is None and not plan.copied:
            plan.reason = LabReason.NOTHING_FITS


def _reason_of_edition(edition: LabEdition | None) -> LabReason | None:
    return LabReason.TOUCHED if edition and not edition.is_untouched else None


def _have_dates(plans: list[LabPlan], year: SchoolYear) -> list[bool]:
    pages = set(_in_year(year).filter(page__in=[plan.lab.pk for plan in plans]).values_list("page_id", flat=True))
    return [plan.lab.pk in pages for plan in plans]


def _only_places(labs: list[int]) -> dict[int, str]:
    """Return the location of each lab that is given at one: a session that names none is there."""
    found: dict[int, list[str]] = {}
    rows = LabLocation.objects.filter(page__in=labs).values_list("page_id", "location__content_key")
    for page, key in rows:
        found.setdefault(page, []).append(key)
    return {page: keys[0] for page, keys in found.items() if len(keys) == 1}


def _given(row: LabSession, only_place: str) -> Given:
    assert row.uid, "a row that was saved has an identity"
    place = row.location.content_key if row.location else only_place
    return Given(
        uid=row.uid,
        starts=_naive(row.starts),
        ends=_naive(row.ends),
        place=place,
        room=_room(row),
        is_cancelled=row.state == LabSession.State.CANCELLED,
    )


def _naive(moment: datetime) -> datetime:
    return timezone.localtime(moment, timezone.get_default_timezone()).replace(tzinfo=None)


def _room(row: LabSession) -> Room | None:
    return (row.location.content_key, room_name(row)) if row.location and room_name(row) else None


def _rooms(year: SchoolYear) -> Rooms:
    """Return the rooms that public labs, and drafts made for this year, use in it."""
    rooms = Rooms()
    public = LabSession.objects.public().values("pk")
    taken = _in_year(year).filter(Q(pk__in=public) | Q(page__earlier_edition__new_year=year.slug))
    for row in taken.filter(state=LabSession.State.PLANNED).exclude(room="").select_related("location"):
        rooms.take(_room(row), _naive(row.starts), _naive(row.ends))
    return rooms
