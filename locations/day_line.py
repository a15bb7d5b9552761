"""A day as a drawing: a line in time with a mark for each moment. Pure: no database, no clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

WIDTH, HEIGHT = 720, 84
LEFT, RIGHT = 16.0, 16.0
LINE = 44
"""Height of the line in the drawing."""
HOURS_APART = 2
"""Between two hours that are written below the line."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment on the line, or an hour below it."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class DayLine:
    """Everything a template needs to draw a day."""

    stops: tuple[Mark, ...]
    hours: tuple[Mark, ...]
    width: int = WIDTH
    height: int = HEIGHT
    line: int = LINE


def draw_day(moments: Iterable[time]) -> DayLine | None:
    """Return the drawing of moments from the hour of the first to the hour after the last; None without any."""
    known = sorted(moments)
    if not known:
        return None
    first, last = known[0].hour, known[-1].hour + 1

    def x(minutes: float) -> float:
        return round(LEFT + (minutes / 60 - first) / (last - first) * (WIDTH - LEFT - RIGHT), 1)

    return DayLine(
        stops=tuple(Mark(x(moment.hour * 60 + moment.minute), str(place)) for place, moment in enumerate(known, 1)),
        hours=tuple(Mark(x(hour * 60), str(hour)) for hour in range(first, last + 1, HOURS_APART)),
    )
