"""Spreadsheets that editors take home: what somebody typed stays text in every one of them.

A cell that begins as a formula is run by the program that opens the file, and a control character stops the file from
being written. All exports of Wagtail and of ours write their cells through one method, which is widened here.
Rule: OWASP, CSV Injection.

A CSV of ours is one that a Dutch spreadsheet program opens with a double click: UTF-8 with a mark in front, semicolons
between cells (RFC 4180 otherwise). The reports of Wagtail keep its commas: it reads its own list of redirects back.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from wagtail.admin.views.mixins import SpreadsheetExportMixin

BYTE_ORDER_MARK = "\ufeff"
DELIMITER = ";"

FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
"""How a formula begins, in full-width signs too; spreadsheet programs skip blanks in front of it."""

UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""Control characters that have no place in a workbook."""


MARK = "'"


def as_text(value: object) -> object:
    """Return the value of a cell; text that would be a formula, or was one with its apostrophe, gets one in front."""
    if not isinstance(value, str):
        return value
    value = UNWRITABLE.sub(" ", value)
    return f"{MARK}{value}" if FORMULA.match(value.lstrip(MARK)) else value


def from_text(cell: str) -> str:
    """Return what somebody typed from the cell that `as_text` made of it."""
    return cell.removeprefix(MARK) if FORMULA.match(cell.lstrip(MARK)) else cell


def csv_parts(rows: Iterable[Iterable[object]]) -> Iterator[bytes]:
    """Yield the file with these rows, of which `as_text` made the cells, in parts to send or to join."""
    mark = BYTE_ORDER_MARK
    for row in rows:
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=DELIMITER).writerow(row)
        yield (mark + text.getvalue()).encode()
        mark = ""


class SpreadsheetMixin(SpreadsheetExportMixin):
    """A view of ours with rows to take home."""

    def stream_csv(self, queryset: Any) -> Iterator[bytes]:
        """Yield the headings and the rows as every CSV of this house is written."""
        headings = [self.get_heading(queryset, name) for name in self.list_export]
        rows = (
            [self.preprocess_field_value(name, value, self.FORMAT_CSV) for name, value in self.to_row_dict(one).items()]
            for one in queryset
        )
        return csv_parts(chain([headings], rows))


def guard_exports() -> None:
    """Let every export write its cells and headings as text; called once, when the portal starts."""
    cells, headings = SpreadsheetExportMixin.preprocess_field_value, SpreadsheetExportMixin.get_heading

    def preprocess_field_value(self: SpreadsheetExportMixin, *args: object) -> object:
        return as_text(cells(self, *args))

    def get_heading(self: SpreadsheetExportMixin, *args: object) -> object:
        return as_text(headings(self, *args))

    SpreadsheetExportMixin.preprocess_field_value = preprocess_field_value
    SpreadsheetExportMixin.get_heading = get_heading
