"""Files as they come out of other programs, or out of somebody's bad mood: a plain word, and never half an import."""

from typing import Any

import pytest
from bs4 import BeautifulSoup

from curriculum.exchange.cells import COLUMNS
from curriculum.models import OutcomePage
from tests.curriculum.exchange_desk import Desk
from tests.factories import make_editor, make_outcome

pytestmark = pytest.mark.django_db

HEADING = ";".join(COLUMNS)
ROW = "hogeschool-utrecht;;N1;Nieuw;Kort;Zo;;;"
MARK = "\ufeff"


@pytest.fixture
def desk(institute: Any) -> Desk:
    """An editor of an institute that has one outcome, at the screen."""
    make_outcome(institute, "HU-P1", title="Er al")
    return Desk(make_editor(institute.represents))


def file(*rows: str, heading: str = HEADING) -> str:
    """Put rows below the names of the columns."""
    return "\r\n".join([heading, *rows])


def row(**cells: str) -> str:
    """Return the good row with some other cells."""
    return ";".join((dict(zip(COLUMNS, ROW.split(";"), strict=True)) | cells).values())


NONE: dict[str, tuple[str | bytes, str]] = {
    "nothing": ("", "Het bestand is leeg."),
    "blank lines": ("\r\n\r\n", "Het bestand is leeg."),
    "another sign between the cells": (
        file(ROW, heading=HEADING).replace(";", "|"),
        "Geen ervan is gevonden: staan er puntkomma's tussen de cellen?",
    ),
    "a column less": (file(ROW, heading=HEADING.removesuffix(";labs")), "Er ontbreekt: labs."),
    "a column more": (file(ROW, heading=f"{HEADING};opmerking"), "Te veel: “opmerking”."),
    "a column twice": (file(ROW, heading=f"{HEADING};code"), "Te veel: “code”."),
    "a line for Excel alone": (f"sep=;\r\n{file(ROW)}", "Geen ervan is gevonden"),
    "Windows-1252": (file(row(title="Één")).encode("cp1252"), "Het bestand is niet in UTF-8. Kies “CSV UTF-8”"),
    "UTF-16": (file(ROW).encode("utf-16"), "Het bestand is niet in UTF-8."),
    "UTF-16 without a mark": (file(ROW).encode("utf-16-le"), "Geen ervan is gevonden"),
    "a workbook": (b"PK\x03\x04" + bytes(range(256)), "Het bestand is niet in UTF-8."),
    "half a sign": (file(ROW).encode().replace(b"Nieuw", b"\xed\xa0\x80"), "Het bestand is niet in UTF-8."),
    "a quotation mark before the columns": (
        f'"{file(ROW)}',
        "vanaf rij 1 niet te lezen: een aanhalingsteken ontbreekt",
    ),
    "a quotation mark that stays open": (file(ROW, row(title='"Open')), "vanaf rij 3 niet te lezen"),
    "a quotation mark in the middle": (file(row(title='"Open"dicht')), "vanaf rij 2 niet te lezen"),
    "10 MB": (file(*[ROW] * 250_000), "Het bestand is te groot: hooguit 1000 kB."),
    "rows without end": (file(*["x;"] * 1001), "Het bestand heeft te veel rijen: hooguit 1000."),
}
"""Files that say nothing, and what their reader is told."""

REFUSED = {
    "a row with commas": (file(ROW, ROW.replace(";", ",")), 3, "De rij heeft meer of minder cellen"),
    "two files behind each other": (file(ROW, MARK + HEADING), 3, "institute: je schrijft voor geen instituut"),
    "a zero sign in a key": (file(row(key="a\0b")), 2, "key: dit instituut heeft geen leerresultaat"),
    "a key twice": (file(*[row(key="hu-p1", code="HU-P1")] * 2), 2, "Deze sleutel staat in meer dan één rij."),
    "a code twice": (file(ROW, row(title="Ook", code="n1")), 3, "code: Deze code is al in gebruik."),
    "a title on two lines": (file(row(title='"Twee\r\nregels"')), 2, "title: dit moet op één regel staan."),
    "a code on two lines": (file(row(code='"N\n1"')), 2, "code: dit moet op één regel staan."),
    "a very long cell": (file(row(summary="x" * 100_000)), 2, "summary: Zorg dat deze waarde niet meer dan 300"),
    "texts that stop halfway": (file("hogeschool-utrecht;hu-p1;HU-P1;Er"), 2, "De rij heeft meer of minder cellen"),
}
"""Files with a row that is refused: its number and why."""

TAKEN: dict[str, tuple[str, str]] = {
    "columns in another order": (
        file(";".join(reversed(ROW.split(";"))), heading=";".join(reversed(COLUMNS))),
        "Nieuw",
    ),
    "two marks in front": (MARK * 2 + file(ROW), "Nieuw"),
    "a mark in a cell": (file(row(title=f"Ni{MARK}euw")), "Nieuw"),
    "a zero sign in a text": (file(row(title="Nieuw\0")), "Nieuw"),
    "lines that end as on an old Mac": (file(ROW).replace("\r\n", "\r"), "Nieuw"),
    "empty columns at the end": (file(f"{ROW};;", heading=f"{HEADING};;"), "Nieuw"),
    "empty cells left out at the end": (file(ROW.rstrip(";")), "Nieuw"),
    **{f"a formula with {sign}": (file(row(title=f"{sign}1+1")), f"{sign}1+1") for sign in "=+-@"},
    "a formula behind a tab": (file(row(title="\t=1+1")), "=1+1"),
    "a script": (file(row(title="<script>alert(1)</script>")), "<script>alert(1)</script>"),
}
"""Files that are odd and say something all the same: the title of the outcome they make."""


def said(shown: str) -> str:
    """Return what the screen says above itself."""
    page = BeautifulSoup(shown, "html.parser")
    return " ".join(" ".join(one.get_text(" ") for one in page.select(".messages li")).split())


@pytest.mark.parametrize(("content", "words"), NONE.values(), ids=NONE)
def test_a_file_that_is_none_tells_an_editor_why(desk: Desk, content: str | bytes, words: str) -> None:
    shown = desk.look(content.encode() if isinstance(content, str) else content)

    assert words in said(shown)
    assert 'value="import"' not in shown


@pytest.mark.parametrize(("content", "number", "words"), REFUSED.values(), ids=REFUSED)
def test_a_row_that_cannot_be_is_refused_and_the_whole_file_with_it(
    desk: Desk, content: str, number: int, words: str
) -> None:
    shown = desk.look(content.encode())

    rows = BeautifulSoup(shown, "html.parser").select("table.as-list > tbody > tr")
    reasons = {int(one.td.text): " ".join(one("td")[2].text.split()) for one in rows if one.td}
    assert words in reasons[number]
    assert 'value="import"' not in shown
    assert OutcomePage.objects.get().title == "Er al"


@pytest.mark.parametrize(("content", "title"), TAKEN.values(), ids=TAKEN)
def test_an_odd_file_is_read_as_its_writer_meant_it(desk: Desk, content: str, title: str) -> None:
    done = desk.go_on(desk.look(content.encode()))

    assert "1 leerresultaat is als concept opgeslagen." in done
    assert OutcomePage.objects.get(code="N1").title == title
    home = desk.file()
    assert not [cell for cell in home.decode().split(";") if cell[:1] in {"=", "+", "-", "@", "\t"}]
    assert "Er verandert niets" in desk.look(home)
