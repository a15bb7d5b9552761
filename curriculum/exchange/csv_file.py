"""The file itself: written as every CSV of this house, read from every spreadsheet program.

Read with or without the mark in front, with semicolons, commas or tabs. A cell that would be a formula has an
apostrophe in front.
"""

import csv
import io
from collections.abc import Iterable
from itertools import chain

from django.utils.translation import gettext as _

from curriculum.exchange.cells import COLUMNS, Cells, Line, normal, plain
from portal.core.exports import BYTE_ORDER_MARK, DELIMITER, as_text, csv_parts, from_text

MOST_BYTES = 1_000_000
MOST_ROWS = 1000
DELIMITERS = f"{DELIMITER},\t"


class FileError(Exception):
    """The file says nothing; the message tells its reader why."""


def write(rows: Iterable[Cells]) -> bytes:
    """Return a file with these rows."""
    cells = ([as_text(row[name]) for name in COLUMNS] for row in rows)
    return b"".join(csv_parts(chain([COLUMNS], cells)))


def read(content: bytes) -> list[Line]:
    """Return the rows of a file, empty ones left out; raises FileError when it is no such file."""
    if len(content) > MOST_BYTES:
        raise FileError(_("The file is too large: at most %(size)d kB.") % {"size": MOST_BYTES // 1000})
    text = _decoded(content).removeprefix(BYTE_ORDER_MARK)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    lines: list[Line] = []
    try:
        columns = _columns(next(reader, []))
        for number, cells in enumerate(reader, 2):
            if any(cell.strip() for cell in cells):
                lines.append(_line(number, columns, cells))
    except csv.Error as error:
        row = lines[-1].number + 1 if lines else 2
        raise FileError(
            _("The file cannot be read from row %(row)d on: a quotation mark is missing.") % {"row": row}
        ) from error
    if len(lines) > MOST_ROWS:
        raise FileError(_("The file has too many rows: at most %(rows)d.") % {"rows": MOST_ROWS})
    return lines


def _decoded(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise FileError(
            _("The file is not in UTF-8. Choose “CSV UTF-8” when you save it in your spreadsheet program.")
        ) from error


def _delimiter(text: str) -> str:
    """Return the sign that occurs most in the first row: names of columns hold none of them."""
    first = text.partition("\n")[0]
    return max(DELIMITERS, key=first.count)


def _columns(names: list[str]) -> list[str]:
    found = [name.strip().lower() for name in names]
    if sorted(found) != sorted(COLUMNS):
        raise FileError(
            _("The first row has to name these columns, each once, in any order: %(columns)s.")
            % {"columns": ", ".join(COLUMNS)}
        )
    return found


def _line(number: int, columns: list[str], cells: list[str]) -> Line:
    if len(cells) != len(columns):
        return Line(number, is_broken=True)
    return Line(number, {name: _read(name, cell) for name, cell in zip(columns, cells, strict=True)})


def _read(column: str, cell: str) -> str:
    return normal(column, plain(from_text(plain(cell))))
