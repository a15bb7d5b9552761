"""Spreadsheets that editors take home: what somebody typed stays text in every one of them.

A cell that begins as a formula is run by the program that opens the file, and a control character stops the file from
being written. All exports of Wagtail and of ours write their cells through one method, which is widened here.
Rule: OWASP, CSV Injection.
"""

import re

from wagtail.admin.views.mixins import SpreadsheetExportMixin

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


def guard_exports() -> None:
    """Let every export write its cells and headings as text; called once, when the portal starts."""
    cells, headings = SpreadsheetExportMixin.preprocess_field_value, SpreadsheetExportMixin.get_heading

    def preprocess_field_value(self: SpreadsheetExportMixin, *args: object) -> object:
        return as_text(cells(self, *args))

    def get_heading(self: SpreadsheetExportMixin, *args: object) -> object:
        return as_text(headings(self, *args))

    SpreadsheetExportMixin.preprocess_field_value = preprocess_field_value
    SpreadsheetExportMixin.get_heading = get_heading
