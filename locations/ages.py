"""The ages of the pupils of a school as a drawing: a bar with a small roof for each unit. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

YOUNGEST, OLDEST = 10, 18
"""Ages of pupils in the house (source: practice illustration, line 322)."""

WIDTH = 400
LEFT, YEAR, GAP = 10.0, 47.25, 2.5
"""Where age 10 stands, the width of a year, and the room between bars that touch."""
ROW, WALL, ROOF = 42, 28, 8
LETTER = 8.6
"""Width of a letter, to know whether a name fits into its bar."""


@dataclass(frozen=True, slots=True)
class AgeBar:
    """The bar of a unit and its name, inside the bar or beside it."""

    name: str
    shown: str
    """The name as far as there is room for it."""
    path: str
    text_x: float
    text_y: float
    fits: bool
    """Whether the name stands inside the bar, in light letters."""
    at_end: bool
    """Whether the name ends at its position instead of beginning there."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the line of ages."""

    age: int
    x: float


@dataclass(frozen=True, slots=True)
class AgeDrawing:
    """Everything a template needs to draw."""

    bars: tuple[AgeBar, ...]
    ticks: tuple[Tick, ...]
    axis_y: int

    @property
    def label_y(self) -> int:
        """Where the ages are written, below the line."""
        return self.axis_y + 28

    @property
    def height(self) -> int:
        """Height of the whole drawing."""
        return self.axis_y + 40


def draw_ages(units: Iterable[tuple[str, int, int]]) -> AgeDrawing:
    """Return the drawing of units given as name, lowest and highest age; a row each, in the given order."""
    rows = list(units)
    bars = tuple(_bar(number, *row) for number, row in enumerate(rows))
    ages = sorted({age for _name, low, high in rows for age in (low, high)})
    axis = ROW * len(rows) + ROOF + 2
    return AgeDrawing(bars=bars, ticks=tuple(Tick(age, _x(age)) for age in ages), axis_y=axis)


def _x(age: int) -> float:
    return LEFT + (age - YOUNGEST) * YEAR


def _bar(number: int, name: str, low: int, high: int) -> AgeBar:
    left, bottom = _x(low), ROW * number + ROW + 2
    width = (high - low) * YEAR - GAP
    inside, before, after = width - 2 * LEFT, left - LEFT, WIDTH - (left + width + LEFT)
    needed = len(name) * LETTER
    fits = needed <= inside or inside >= max(before, after)
    at_end = not fits and needed > after and before > after
    return AgeBar(
        name=name,
        shown=_cut(name, inside if fits else before if at_end else after),
        path=f"M{left:g} {bottom}v-{WALL}l{width:g} -{ROOF}v{WALL + ROOF}Z",
        text_x=left + LEFT if fits else left - LEFT if at_end else left + width + LEFT,
        text_y=bottom - 10,
        fits=fits,
        at_end=at_end,
    )


def _cut(name: str, room: float) -> str:
    """Return a name as far as there is room for it."""
    letters = int(room // LETTER)
    return name if len(name) <= letters else f"{name[: max(letters - 1, 0)].rstrip(' ,')}…"
