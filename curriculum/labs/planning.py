"""What a new session of a lab most likely is: the form fills it in, the editor changes what is different."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from curriculum.labs.rows import LabSession
from curriculum.rhythm.models import SchoolBreak, SchoolYear
from curriculum.rhythm.school_days import next_days, week_after
from curriculum.rhythm.weeks import Period, SchoolYears
from portal.core.models.pages import PortalPage

if TYPE_CHECKING:
    from curriculum.labs.models import LabPage


LENGTH = timedelta(minutes=90)
"""How long a session lasts when the lab has none yet."""

START = time(15, 30)
"""When a session starts when the lab and its space have none yet."""

AHEAD = 12
"""How many sessions are thought of in advance."""


@dataclass(frozen=True, slots=True)
class Usual:
    """When sessions of a lab usually are."""

    start: time
    length: timedelta
    weekday: int | None
    after: date
    """The day on or before which nothing new is planned."""


def usual_times(lab: "LabPage", space: PortalPage, today: date) -> Usual:
    """Return the times of the latest session of a lab; of another lab in the space when it has none."""
    own = list(LabSession.objects.filter(page=lab.pk).order_by("-starts")[:1]) if lab.pk else []
    latest = own or list(LabSession.objects.filter(page__partner=space.partner_id).order_by("-starts")[:1])
    if not latest:
        return Usual(START, LENGTH, None, today)
    starts, ends = timezone.localtime(latest[0].starts), timezone.localtime(latest[0].ends)
    if not own:
        return Usual(starts.time(), LENGTH, None, today)
    return Usual(starts.time(), ends - starts, starts.weekday(), max(today, week_after(starts.date())))


def suggestions(lab: "LabPage", space: PortalPage, today: date | None = None) -> dict[str, list[dict[str, str]]]:
    """Return the next sessions a lab could have, by week of the cycle as the form calls it.

    Keys: "1", "2", "3", "" for a lab without a week. Empty when no school year is known that goes on after today.
    """
    usual = usual_times(lab, space, today or timezone.localdate())
    places = [row.location for row in lab.places.all() if row.location_id]
    own = places or [space]
    years = SchoolYear.objects.of_the_house().at(own[0].content_key if len(own) == 1 else "")
    off = [Period(first, last) for first, last in SchoolBreak.objects.values_list("starts", "ends")]
    weeks = {"": None, "1": 1, "2": 2, "3": 3}
    return {name: _sessions(years, off, usual, week) for name, week in weeks.items()}


def _sessions(years: SchoolYears, off: list[Period], usual: Usual, week: int | None) -> list[dict[str, str]]:
    days = next_days(years, off, usual.after, AHEAD, week, usual.weekday)
    starts = [datetime.combine(day, usual.start) for day in days]
    return [{"starts": f"{start:%Y-%m-%d %H:%M}", "ends": f"{start + usual.length:%Y-%m-%d %H:%M}"} for start in starts]
