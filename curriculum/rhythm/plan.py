"""The weeks of a school year in order, with their number or the reason there is none, and as a drawing. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from curriculum.rhythm.weeks import FRIDAY, Calendar, Period, mondays, numbered_weeks

STEP, LEFT, BASE = 17.0, 20.0, 140
"""Room of a week in the drawing, where the first week stands, and the ground."""
WIDE, HIGH = 0.22, 0.34
"""Scale from the grid of the gables (a bar is 70 wide, the ground is at 260) to the drawing."""
BARS = {1: "M0 260V140L70 84V260Z", 2: "M0 260V80L35 52L70 80V260Z", 3: "M0 260V84L70 140V260Z"}
"""The three weeks as the three bars of the plain house: their tops form a gable."""


@dataclass(frozen=True, slots=True)
class Break:
    """A holiday or a day off with its name."""

    period: Period
    name: str
    is_holiday: bool


@dataclass(frozen=True, slots=True)
class PlanWeek:
    """A week of the school year."""

    monday: date
    number: int
    """1, 2 or 3; 0 when the rhythm rests."""
    holiday: str
    """Name of the holiday in which the week begins; empty when school is on."""
    days_off: tuple[str, ...]
    """Names of single days off in the week."""
    is_current: bool

    @property
    def friday(self) -> date:
        """Last school day of the week."""
        return self.monday + FRIDAY


def plan_weeks(calendar: Calendar, breaks: Iterable[Break], today: date) -> list[PlanWeek]:
    """Return every week of the school year from the start of the cycle, holidays included."""
    numbers, known = numbered_weeks(calendar), list(breaks)
    return [_week(monday, numbers.get(monday, 0), known, today) for monday in mondays(calendar)]


def _week(monday: date, number: int, breaks: list[Break], today: date) -> PlanWeek:
    week = Period(monday, monday + FRIDAY)
    holidays = [item.name for item in breaks if item.is_holiday and monday in item.period]
    days_off = [item.name for item in breaks if not item.is_holiday and item.period.first in week]
    return PlanWeek(
        monday=monday,
        number=number,
        holiday=holidays[0] if holidays and not number else "",
        days_off=tuple(days_off) if number else (),
        is_current=monday <= today < monday + timedelta(days=7),
    )


@dataclass(frozen=True, slots=True)
class PlanBar:
    """The bar of a week; `transform` and `path` are SVG."""

    week: PlanWeek
    path: str
    transform: str
    middle: float


@dataclass(frozen=True, slots=True)
class PlanLabel:
    """A word below or above the weeks: the first week of a month, or a holiday in the middle of its gap."""

    x: float
    day: date
    text: str = ""


@dataclass(frozen=True, slots=True)
class PlanDrawing:
    """Everything a template needs to draw a year."""

    bars: tuple[PlanBar, ...]
    months: tuple[PlanLabel, ...]
    holidays: tuple[PlanLabel, ...]
    width: float
    ground: int = BASE


def draw_plan(weeks: list[PlanWeek]) -> PlanDrawing:
    """Return the drawing of a year: a bar for each week that counts, a gap for each holiday."""
    starts = {week.monday: LEFT + place * STEP for place, week in enumerate(weeks)}
    months: dict[tuple[int, int], PlanLabel] = {}
    gaps: dict[str, list[PlanWeek]] = {}
    for week in weeks:
        months.setdefault((week.monday.year, week.monday.month), PlanLabel(starts[week.monday], week.monday))
        if week.holiday:
            gaps.setdefault(week.holiday, []).append(week)
    return PlanDrawing(
        bars=tuple(_bar(week, starts[week.monday]) for week in weeks if week.number),
        months=_with_room(list(months.values())),
        holidays=tuple(
            PlanLabel((starts[gap[0].monday] + starts[gap[-1].monday] + STEP) / 2, gap[0].monday, name)
            for name, gap in gaps.items()
        ),
        width=2 * LEFT + STEP * len(weeks),
    )


def _with_room(labels: list[PlanLabel]) -> tuple[PlanLabel, ...]:
    """Leave out the first month when the second begins right behind it, so that their names do not touch."""
    return tuple(labels[1:] if len(labels) > 1 and labels[1].x - labels[0].x < 2 * STEP else labels)


def _bar(week: PlanWeek, x: float) -> PlanBar:
    top = round(BASE - 260 * HIGH, 1)
    return PlanBar(week, BARS[week.number], f"translate({x:g} {top:g}) scale({WIDE} {HIGH})", round(x + STEP / 2, 1))
