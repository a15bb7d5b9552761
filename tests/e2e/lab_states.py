"""Labs in the states that depend on the day, and an open door: beside those of the demo site, which has fixed dates."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from curriculum.labs.full import say_full
from curriculum.models import LabEdition, LabPage, LabSession, TrainingGroup
from locations.models import LocationPage
from news.models import EventLocation, EventPage
from tests.factories import in_english, make_event, make_lab, make_session
from tests.factories.house import find_dutch

GOES_ON = timedelta(hours=4)
"""As long as all browser tests may take, and more."""


def make_all() -> None:
    """Make a lab in each state, in both languages, and let somebody receive visitors today."""
    now, today = timezone.now(), timezone.localdate()
    soon, long_ago = today + timedelta(days=8), today - timedelta(days=60)
    lab_of("lab-nu-bezig", LabSession(starts=now - GOES_ON, ends=now + GOES_ON, capacity=12))
    lab_of("lab-geweest", make_session(long_ago))
    off: dict[str, Any] = {"reason": "De ruimte is niet vrij", "reason_en": "The room is not available"}
    lab_of("lab-vervallen", make_session(soon, state=LabSession.State.CANCELLED, **off))
    full = lab_of("lab-vol", make_session(soon, capacity=12), make_session(soon + timedelta(weeks=3), capacity=12))
    first: Any = full.sessions.order_by("starts")[0]
    say_full(first.uid, True)
    _new_edition(lab_of("lab-van-vorig-jaar", make_session(long_ago)), soon)
    _visit(now)


def lab_of(slug: str, *sessions: LabSession) -> LabPage:
    """Make a lab at Academie Tien for a group that no other test asks about."""
    place = find_dutch(LocationPage, "academie-tien")
    group = find_dutch(TrainingGroup, "jaar-3-4-master")
    for session in sessions:
        session.location = place
    fields: dict[str, Any] = {"summary": "Een lab van de toetsen.", "concern": "Kan ik nog meedoen?"}
    lab = make_lab(place, slug, groups=[group], places=[place], sessions=list(sessions), **fields)
    in_english(lab, summary="A lab of the tests.", concern="Can I still come?")
    return lab


def _new_edition(old: LabPage, day: date) -> None:
    new: Any = lab_of("lab-van-dit-jaar", make_session(day, capacity=12))
    years = {"old_year": "2025-2026", "new_year": "2026-2027"}
    LabEdition.objects.create(old=old, new=new, made_as=new.latest_revision_id, **years)


def _visit(now: datetime) -> None:
    place = [EventLocation(location=find_dutch(LocationPage, "nxt-doorn"))]
    events = find_dutch(EventPage, "schoolsafari-voorjaar-2027").get_parent().specific
    moments = {"starts": now - GOES_ON, "ends": now + GOES_ON}
    in_english(make_event(events, "vandaag-open", opens_doors=True, places=place, **moments))
