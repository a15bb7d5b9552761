"""The file itself: written as every CSV of this house, read from every spreadsheet program.

Read with or without the mark in front, with semicolons, commas or tabs. A cell that would be a formula has an
apostrophe in front.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain

from django.utils.translation import gettext as _

from curriculum.exchange.cells import COLUMNS, LINKS, Cells, Line, normal, plain
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
    text = _decoded(content)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    columns: list[str] = []
    lines: list[Line] = []
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            if not columns:
                columns = _columns(cells)
            elif any(cell.strip() for cell in cells):
                lines.append(_line(number, columns, cells))
    except csv.Error as error:
        said = _(
            "The file cannot be read from row %(row)d on: a quotation mark is missing or stands in the wrong place."
        )
        raise FileError(said % {"row": number + 1}) from error
    if len(lines) > MOST_ROWS:
        raise FileError(_("The file has too many rows: at most %(rows)d.") % {"rows": MOST_ROWS})
    return lines


def _decoded(content: bytes) -> str:
    """Return the text of a file, without the marks that stand where files were put behind each other."""
    try:
        text = content.decode().replace(BYTE_ORDER_MARK, "")
    except UnicodeDecodeError as error:
        raise FileError(
            _("The file is not in UTF-8. Choose “CSV UTF-8” when you save it in your spreadsheet program.")
        ) from error
    if not text.strip():
        raise FileError(_("The file is empty."))
    return text


def _delimiter(text: str) -> str:
    """Return the sign that occurs most in the first row: names of columns hold none of them."""
    first = text.partition("\n")[0]
    return max(DELIMITERS, key=first.count)


def _columns(names: list[str]) -> list[str]:
    """Return the names of the columns; empty ones at the end are a habit of spreadsheet programs."""
    found = [name.strip().lower() for name in names]
    while found and not found[-1]:
        found.pop()
    missing = [name for name in COLUMNS if name not in found]
    too_many = [name for name in dict.fromkeys(found) if name not in COLUMNS or found.count(name) > 1]
    if missing or too_many:
        raise FileError(" ".join(_about_columns(missing, too_many)))
    return found


def _about_columns(missing: list[str], too_many: list[str]) -> Iterator[str]:
    said = _("The first row has to name these columns, each once, in any order: %(columns)s.")
    yield said % {"columns": ", ".join(COLUMNS)}
    if len(missing) == len(COLUMNS):
        yield _("None of them is found: are there semicolons between the cells?")
        return
    if missing:
        yield _("Missing: %(columns)s.") % {"columns": ", ".join(missing)}
    if too_many:
        yield _("One too many: %(columns)s.") % {"columns": ", ".join(f"“{name[:30]}”" for name in too_many)}


def _line(number: int, columns: list[str], cells: list[str]) -> Line:
    """Return a row; empty cells of links may be left out at its end, as Excel does in rows further down."""
    cells, beyond = cells[: len(columns)], cells[len(columns) :]
    left_out = columns[len(cells) :]
    if any(cell.strip() for cell in beyond) or not set(left_out) <= set(LINKS):
        return Line(number, is_broken=True)
    cells += [""] * len(left_out)
    return Line(number, {name: _read(name, cell) for name, cell in zip(columns, cells, strict=True)})


def _read(column: str, cell: str) -> str:
    return normal(column, plain(from_text(plain(cell))))
