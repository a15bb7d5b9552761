"""The file of learning outcomes: what goes out comes back as it was, whatever somebody typed."""

import csv
import io

import pytest
from django.utils import translation
from hypothesis import example, given
from hypothesis import strategies as st

from curriculum.exchange import csv_file
from curriculum.exchange.cells import COLUMNS, keys_to_cell, plain, ways_from_cell, ways_to_cell
from curriculum.exchange.csv_file import FileError, read, write

TEXT = st.text(st.characters(codec="utf-8") | st.sampled_from("=+-@\t\r\n;,\"' ＝"), max_size=30).map(plain)
KEY = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True)
WAYS = st.lists(st.tuples(KEY, TEXT), max_size=4)
KEYS = st.lists(KEY, unique=True, max_size=4).map(keys_to_cell)
ROW = st.builds(
    lambda texts, ways, groups, labs: dict(zip(COLUMNS, [*texts, ways_to_cell(ways), groups, labs], strict=True)),
    st.tuples(KEY, KEY, *[TEXT] * 4),
    WAYS,
    KEYS,
    KEYS,
)
HEADING = ";".join(COLUMNS)


@given(st.lists(ROW, max_size=3))
def test_what_is_written_is_read_as_it_was_and_written_the_same_again(rows: list[dict[str, str]]) -> None:
    content = write(rows)

    lines = read(content)

    assert [line.cells for line in lines] == rows
    assert write(line.cells for line in lines) == content


@given(WAYS)
@example([("pedagogiek", "Eerst dit\n\n  en dan: dat")])
def test_themes_in_a_cell_come_back_with_their_texts(ways: list[tuple[str, str]]) -> None:
    assert ways_from_cell(plain(ways_to_cell(ways))) == ways


@given(TEXT)
@example("=1+1")
@example("'=1+1")
@example("''@SOM(A1)")
def test_no_cell_is_a_formula_and_none_changes(text: str) -> None:
    content = write([dict.fromkeys(COLUMNS, "x") | {"title": text}])

    cells = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))[1]

    assert not [cell for cell in cells if cell.strip()[:1] in set("=+-@＝＋－＠") - {""}]
    assert read(content)[0].cells["title"] == text


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_every_spreadsheet_program_may_have_saved_it(delimiter: str, mark: str, end: str) -> None:
    columns = [*reversed(COLUMNS)]
    values = {"institute": "hu", "title": 'Zeg "ja",\nof; niet', "groups": "hbo-1 ; hbo-2", "code": "A"}
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator=end)
    writer.writerows([[name.upper() for name in columns], [], [values.get(name, "") for name in columns]])

    (line,) = read((mark + text.getvalue()).encode())

    assert line.number == 3
    assert (line.cells["title"], line.cells["groups"]) == ('Zeg "ja",\nof; niet', "hbo-1, hbo-2")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (HEADING.replace("code", "codes").encode(), "name these columns"),
        ((HEADING + ";code").encode(), "name these columns"),
        ("één;".encode("cp1252"), "UTF-8"),
        ((HEADING + '\r\na;b\r\n"open').encode(), "from row 3 on"),
        ((HEADING + '\r\n"open').encode(), "from row 2 on"),
        (b"x" * (csv_file.MOST_BYTES + 1), "too large"),
        ((HEADING + "\r\n" + "x;\r\n" * (csv_file.MOST_ROWS + 1)).encode(), "too many rows"),
    ],
)
def test_a_file_that_is_none_says_why(content: bytes, reason: str) -> None:
    with translation.override("en"), pytest.raises(FileError, match=reason):
        read(content)
