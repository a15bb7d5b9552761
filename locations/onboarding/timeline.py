"""The trajectory of a school as a drawing: a bar for each phase, its gate, today and the day of joining. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from locations.onboarding.months import months_after
from locations.onboarding.progress import PhaseStep

WIDTH = 720
ROW = 44
"""Height of a phase: its name, and its bar below that."""
BAR = 12
TOP = 24
"""Room above the phases for the words of the two lines that cross them."""
MARGIN = 16
MONTHS_APART = 3
"""Between two months that are named below the bars."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A phase: where its bar begins and ends, how much of it is done, and where its gate stands."""

    step: PhaseStep
    name_x: float
    name_y: int
    anchor: str
    y: int
    x: float
    width: float
    done_width: float
    gate_x: float


@dataclass(frozen=True, slots=True)
class Line:
    """A day that crosses all phases, or a month below them."""

    x: float
    day: date
    anchor: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything a template needs to draw a trajectory."""

    bars: tuple[Bar, ...]
    months: tuple[Line, ...]
    today: Line | None
    joins: Line
    ground: int
    width: int = WIDTH
    bar: int = BAR

    @property
    def height(self) -> int:
        """The height of the whole drawing, with the names of months."""
        return self.ground + 28


def draw(phases: Sequence[PhaseStep], starts_on: date, joins_on: date, today: date) -> Timeline | None:
    """Return the drawing of phases with their days; None without any."""
    known = [(step, step.begins_on, step.due_on) for step in phases if step.begins_on and step.due_on]
    if not known:
        return None
    first = min(starts_on, *(begins for _step, begins, _due in known))
    last = max(joins_on, *(due for _step, _begins, due in known)) + timedelta(days=1)

    def x(day: date) -> float:
        return round(MARGIN + (day - first).days / (last - first).days * (WIDTH - 2 * MARGIN), 1)

    bars = []
    for row, (step, begins, due) in enumerate(known):
        y, left, right = TOP + row * ROW + 22, x(begins), x(due + timedelta(days=1))
        wide, share = right - left, step.done / len(step.tasks) if step.tasks else 0
        name = (left, "start") if left < WIDTH / 2 else (right, "end")
        bars.append(Bar(step, name[0], y - 6, name[1], y, left, round(wide, 1), round(wide * share, 1), right))
    return Timeline(
        bars=tuple(bars),
        months=tuple(_crossing(day, x) for day in _months(first, last)),
        today=_crossing(today, x) if first <= today <= last else None,
        joins=_crossing(joins_on, x),
        ground=TOP + len(bars) * ROW,
    )


def _crossing(day: date, x: Callable[[date], float]) -> Line:
    """Return a line through all phases; its word stays inside the drawing."""
    place = x(day)
    anchor = "start" if place < WIDTH / 6 else "end" if place > WIDTH * 5 / 6 else "middle"
    return Line(place, day, anchor)


def _months(first: date, last: date) -> list[date]:
    """Return the months that are named: every third one from the first whole month."""
    month = first if first.day == 1 else months_after(first.replace(day=1), 1)
    found = []
    while month < last:
        found.append(month)
        month = months_after(month, MONTHS_APART)
    return found
