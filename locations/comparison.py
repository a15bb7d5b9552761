"""Which locations stand beside each other, and in what they differ. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from locations.models.location import LocationPage


@dataclass(frozen=True, slots=True)
class Comparison:
    """The choice as it stands in the address, and what it leads to."""

    options: tuple[tuple[Any, bool], ...]
    """Every location, and whether it is chosen."""
    locations: tuple[Any, ...]
    """The columns of the table."""
    unknown: tuple[str, ...]
    """Keys in the address that no location has."""

    @property
    def needs_more(self) -> bool:
        """Whether there is nothing to compare with yet."""
        return len(self.locations) == 1 < len(self.options)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing a location has in a row of the table."""

    text: str
    url: str = ""
    note: str = ""
    source: Any = None
    """The page or row the text was taken from, which tells its language; None for words of the portal."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the locations have of one thing: a cell for each, with its lines; an empty cell is not known."""

    name: str
    cells: tuple[tuple[Line, ...], ...]
    counts: bool = False
    """Whether an empty cell means that there are none yet, instead of that nobody told."""

    @property
    def differs(self) -> bool:
        """Whether a reader sees a difference; two addresses with the same words are none."""
        return len({tuple((line.text, line.note) for line in cell) for cell in self.cells}) > 1


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of the table: those that differ first, those that are the same folded."""

    different: tuple[Row, ...]
    same: tuple[Row, ...]


def compare(locations: "Iterable[LocationPage]", wanted: Iterable[str]) -> Comparison:
    """Return the comparison of the wanted locations by key; of all of them when none is wanted or known."""
    everything = list(locations)
    keys = set(wanted)
    chosen = [page for page in everything if page.content_key in keys]
    shown = chosen or everything
    known = {page.content_key for page in everything}
    return Comparison(
        options=tuple((page, page in shown) for page in everything),
        locations=tuple(shown),
        unknown=tuple(sorted(keys - known)),
    )


def sort_rows(rows: Sequence[Row]) -> Rows:
    """Return the rows by whether they differ, in their own order; of one location, and of what nobody told, no more."""
    told = [row for row in rows if any(row.cells)]
    different = tuple(row for row in told if row.differs or len(row.cells) == 1)
    return Rows(different, tuple(row for row in told if row not in different))
