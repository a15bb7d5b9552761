"""What stands in the cells of a row: one learning outcome, as text that a spreadsheet keeps as it is.

Everything is compared as the text of a cell: what is exported twice is the same, and an outcome changes only in the
cells that differ. Keys are the fixed keys of pages and the short names of groups and partners: they never change, are
the same in both languages, can be read by people and hold none of the signs that separate them here.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from portal.core.exports import BYTE_ORDER_MARK, UNWRITABLE

TEXTS = ("code", "title", "summary", "verwerking")
"""Columns that are fields of the outcome."""

LINKS = ("themes", "groups", "labs")
"""Columns that are rows of the outcome."""

COLUMNS = ("institute", "key", *TEXTS, *LINKS)

Cells = Mapping[str, str]
Way = tuple[str, str]
"""A theme by its key, and how one shows the outcome there; empty where that is the same."""

THEME = re.compile(r"([\w-]+)(?:: ?(.*)|\s*)")
BETWEEN_KEYS = re.compile(r"[\s,;]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a file, numbered as a spreadsheet does: the names of the columns are row 1."""

    number: int
    cells: dict[str, str] = field(default_factory=dict)
    is_broken: bool = False
    """Whether it has more or fewer cells than there are columns; it says nothing then."""


def plain(text: str) -> str:
    """Return text as a cell holds it: one kind of line end, no control characters, no marks and no blanks around it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace(BYTE_ORDER_MARK, "")
    return UNWRITABLE.sub(" ", text).strip()


def keys_to_cell(keys: Iterable[str]) -> str:
    """Write keys behind each other."""
    return ", ".join(keys)


def keys_from_cell(cell: str) -> list[str]:
    """Read keys behind each other, however people separate them."""
    return [key for key in BETWEEN_KEYS.split(cell) if key]


def ways_to_cell(ways: Iterable[Way]) -> str:
    """Write a theme on each line, with how one shows the outcome there; what goes on on a next line is indented."""
    return "\n".join(f"{key}: {way.replace(chr(10), chr(10) + '  ')}" if way else key for key, way in ways)


def ways_from_cell(cell: str) -> list[Way]:
    """Read themes with how one shows the outcome there; ValueError with the line that begins with no key."""
    found: list[tuple[str, list[str]]] = []
    for line in cell.split("\n"):
        if found and (not line or line[0].isspace()):
            found[-1][1].append(line.removeprefix("  "))
        elif match := THEME.fullmatch(line):
            found.append((match[1], [match[2] or ""]))
        elif line:
            raise ValueError(line)
    return [(key, plain("\n".join(lines))) for key, lines in found]


def normal(column: str, cell: str) -> str:
    """Return a cell as we would write it ourselves; one that cannot be read stays as it is."""
    if column not in LINKS:
        return cell
    try:
        return ways_to_cell(ways_from_cell(cell)) if column == "themes" else keys_to_cell(keys_from_cell(cell))
    except ValueError:
        return cell
