"""Sessions that are hardly ever meant: the form asks once, and keeps them when the editor says so.

Refused outright is only what cannot be; a session on a Saturday or in another week can be right.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Any

from django.db.models import Max, Min
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from curriculum.labs.rows import LabSession
from curriculum.rhythm.models import SchoolBreak, SchoolYear
from curriculum.rhythm.weeks import SchoolYears

if TYPE_CHECKING:
    from curriculum.labs.models import LabPage


MORNING, EVENING = time(7, 0), time(22, 30)
"""Between these times a session can be."""
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is odd about one row: its place, the field it shows beside, in words, and as a fact that can be compared."""

    row: int
    field: str
    message: str
    fact: tuple[Any, ...]


def doubts(lab: "LabPage", rows: Sequence[LabSession]) -> list[Doubt]:
    """Return what is odd about the sessions of a lab that take place, as they stand in a form or in a revision."""
    planned = [(n, row) for n, row in enumerate(rows) if row.starts and row.ends and row.state == row.State.PLANNED]
    if not planned:
        return []
    school = School()
    others = taken_rooms(lab, [row for _n, row in planned])
    found: list[Doubt] = []
    for place, (number, row) in enumerate(planned):
        earlier = [before for _n, before in planned[:place]]
        sentences = [*school.about(row, lab), *_clashes(row, earlier, others)]
        facts = (row.starts, row.ends, row.location_id, row.room)
        found += [Doubt(number, field, words, (kind, *facts, lab.week_in_cycle)) for kind, field, words in sentences]
    return found


Odd = tuple[str, str, str]
"""What sort of doubt, the field, and the sentence."""


class School:
    """What is known of school days; four queries however many rows there are."""

    def __init__(self) -> None:
        self.years = list(SchoolYear.objects.prefetch_related("breaks", "cycle_starts__location"))
        self.breaks = list(SchoolBreak.objects.all())
        self.known = SchoolYear.objects.aggregate(first=Min("starts"), last=Max("ends"))
        self.rhythms: dict[str, SchoolYears] = {}

    def about(self, row: LabSession, lab: "LabPage") -> Iterable[Odd]:
        """Yield what is odd about the day and the hour of a session."""
        starts, ends = timezone.localtime(row.starts), timezone.localtime(row.ends)
        day = starts.date()
        shown = formats.date_format(day, "l j F Y")
        if day.weekday() >= SATURDAY:
            yield "weekend", "starts", _("%(day)s is in a weekend.") % {"day": shown}
        if off := next((item for item in self.breaks if item.starts <= day <= item.ends), None):
            yield (
                "off",
                "starts",
                _("There is no school on %(day)s: %(name)s.") % {"day": shown, "name": off.local_name},
            )
        elif self._between_years(day):
            yield "off", "starts", _("%(day)s lies in no school year.") % {"day": shown}
        if starts.time() < MORNING or ends.time() > EVENING:
            yield "night", "starts", _("This session is very early or very late.")
        week, wanted = self.week(row, day), lab.week_in_cycle
        if wanted and week and week != wanted:
            words = _("%(day)s is in week %(week)s; this lab is given in week %(wanted)s.")
            yield "week", "starts", words % {"day": shown, "week": week, "wanted": wanted}

    def week(self, row: LabSession, day: date) -> int:
        """Return the week of the cycle at the place of a session; 0 where there is none."""
        key = row.location.content_key if row.location_id and row.location else ""
        if key not in self.rhythms:
            self.rhythms[key] = SchoolYears(tuple(year.calendar(key) for year in self.years))
        return self.rhythms[key].week(day)

    def _between_years(self, day: date) -> bool:
        inside = any(year.starts <= day <= year.ends for year in self.years)
        return bool(self.years) and not inside and self.known["first"] < day < self.known["last"]


def taken_rooms(lab: "LabPage", rows: Sequence[LabSession]) -> list[LabSession]:
    """Return the public sessions of other labs in the stretch of time and at the places of these rows."""
    first, last = min(row.starts for row in rows), max(row.ends for row in rows)
    places = {row.location_id for row in rows if row.location_id and row.room}
    taken = LabSession.objects.public().filter(location__in=places, starts__lt=last, ends__gt=first)
    return list(taken.filter(state=LabSession.State.PLANNED).exclude(page__translation_key=lab.translation_key))


def _clashes(row: LabSession, earlier: Sequence[LabSession], others: Sequence[LabSession]) -> Iterable[Odd]:
    """Yield that a session stands in the form twice, or that its room is in use, here or for another lab."""
    times, place = (row.starts, row.ends), (row.location_id, room_name(row))
    if any((other.starts, other.ends) == times and (other.location_id, room_name(other)) == place for other in earlier):
        yield "twice", "starts", _("This session stands here twice.")
        return
    at_once = (other for other in [*earlier, *others] if other.starts < row.ends and other.ends > row.starts)
    if all(place) and any((other.location_id, room_name(other)) == place for other in at_once):
        yield "room", "room", _("This room is in use at that time.")


def room_name(row: LabSession) -> str:
    """Return the name of the room of a session as it is compared: however it is spaced and capitalised."""
    return "".join(row.room.split()).casefold()
