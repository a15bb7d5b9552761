"""The year of somebody's route: every school week with the labs of the group, as rows and as a drawing."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby
from typing import Any

from curriculum.groups.following import Following
from curriculum.groups.route import Answer
from curriculum.labs.offer import Offer
from curriculum.rhythm.models import SchoolYear
from curriculum.rhythm.plan import Break, PlanDrawing, PlanWeek, draw_plan, plan_weeks
from curriculum.rhythm.weeks import Period, SchoolYears, monday_of


@dataclass(frozen=True, slots=True)
class YearPeriod:
    """Weeks of school in a row, from one holiday to the next."""

    weeks: tuple[PlanWeek, ...]
    labs: tuple[Any, ...]
    """The labs given in it, each once, in the order in which they come."""

    @property
    def first(self) -> date:
        """The first day of it."""
        return self.weeks[0].monday

    @property
    def last(self) -> date:
        """The last day of school in it."""
        return self.weeks[-1].friday

    @property
    def is_current(self) -> bool:
        """Whether this week lies in it."""
        return any(week.is_current for week in self.weeks)


@dataclass(frozen=True, slots=True)
class YearPlan:
    """A school year for one answer of the route finder."""

    school_year: SchoolYear
    rows: tuple[tuple[PlanWeek, tuple[Any, ...]], ...]
    """Each week with the labs given in it, in the reader's language."""
    drawing: PlanDrawing

    @property
    def periods(self) -> list[YearPeriod]:
        """The year from holiday to holiday."""
        found = []
        for counts, rows in groupby(self.rows, key=lambda row: row[0].number > 0):
            if counts:
                weeks, labs = zip(*rows, strict=True)
                found.append(YearPeriod(weeks, tuple(dict.fromkeys(chain.from_iterable(labs)))))
        return found


def year_of(answer: Answer, years: SchoolYears, offer: Offer, today: date) -> YearPlan | None:
    """Return the plan of this school year or the next one; None when none is known, or at a place not active yet."""
    if not answer.has_year:
        return None
    own = years.at(answer.location.content_key) if answer.location is not None else years
    coming = SchoolYear.objects.filter(ends__gte=today).order_by("starts")[:1]
    for school_year in coming.prefetch_related("breaks"):
        calendar = next(item for item in own.calendars if item.year.first == school_year.starts)
        breaks = [
            Break(Period(row.starts, row.ends), row.local_name, row.is_holiday) for row in school_year.breaks.all()
        ]
        weeks = plan_weeks(calendar, breaks, today)
        labs = _labs_by_week(answer, offer)
        rows = tuple((week, tuple(labs.get(week.monday, {}).values())) for week in weeks)
        return YearPlan(school_year, rows, draw_plan(weeks))
    return None


def _labs_by_week(answer: Answer, offer: Offer) -> dict[date, dict[str, Any]]:
    """Return the labs by the Monday of their week and by key, each week's in order of time."""
    found: dict[date, dict[str, Any]] = defaultdict(dict)
    following = Following(answer)
    for session in offer.sessions:
        if not session.is_cancelled and following.is_for(session):
            found[monday_of(session.day)].setdefault(session.lab.key, session.lab.page)
    return found
