"""How each kind of file is read: what its reader sees, without what was struck out or noted aside."""

import codecs
import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

MOST_UNPACKED = 200 * 1024**2
"""Bytes one part of an office file may unpack to."""
csv.field_size_limit(MOST_UNPACKED)
"""Of the whole process, so said once, wide and for good: a limit of one file would hold for what others read."""
LINE_END = re.compile(r"([^\W\d_])[-\u00ad\u2010]\s*\n\s*(?!(?:en|of|and|or)\b)(?=[^\W\d_A-Z])")
"""A word hyphenated at the end of a line, not the first half of "in- en uitstroom"."""


class UnreadableError(Exception):
    """The file gave no text. The message is a key of search.files.library.REASONS, which holds it for its editor."""


class Element(Protocol):
    """What is used of an element of lxml, which has no types."""

    tag: object
    """A name; of a comment or an instruction something else."""
    text: str | None
    tail: str | None

    def __iter__(self) -> Iterator["Element"]: ...


@dataclass(frozen=True)
class Markup:
    """The names of the elements of an office file, without their namespaces."""

    paragraphs: frozenset[str]
    skipped: frozenset[str]
    blanks: frozenset[str]
    texts: frozenset[str] = frozenset()
    """The elements that hold text; empty where any element may."""


WORD = Markup(
    paragraphs=frozenset({"p"}),
    skipped=frozenset({"del", "moveFrom", "Fallback", "pPr", "rPr"}),
    blanks=frozenset({"tab", "br", "cr"}),
    texts=frozenset({"t"}),
)
SLIDES = Markup(frozenset({"p"}), frozenset({"Fallback", "pPr", "rPr"}), frozenset({"br"}), frozenset({"t"}))
OPEN = Markup(
    paragraphs=frozenset({"p", "h"}),
    skipped=frozenset({"tracked-changes", "annotation", "covered-table-cell", "forms", "scripts"}),
    blanks=frozenset({"s", "tab", "line-break"}),
)


def pdf(content: bytes) -> Iterator[str]:
    """Yield the text of each page."""
    from pypdf import PdfReader  # loaded only in the process that reads a file of this kind

    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError("protected")
    for page in reader.pages:
        yield page.extract_text() or ""


def docx(content: bytes) -> Iterator[str]:
    """Yield the paragraphs, in tables and content controls too, with insertions and without deletions and comments."""
    for name in (r"word/document\d*\.xml", r"word/(foot|end)notes\.xml"):
        yield from office(content, name, WORD)


def pptx(content: bytes) -> Iterator[str]:
    """Yield the text on each slide; what the speaker noted for herself stays hers."""
    return office(content, r"ppt/slides/slide\d+\.xml", SLIDES)


def odt(content: bytes) -> Iterator[str]:
    """Yield the paragraphs and headings, without deletions and comments."""
    return office(content, r"content\.xml", OPEN)


def office(content: bytes, name: str, markup: Markup) -> Iterator[str]:
    """Yield the lines of the parts of an office file with such a name, in their order."""
    from lxml import etree  # as above

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        found = [part for part in parts.infolist() if re.fullmatch(name, part.filename)]
        for part in sorted(found, key=lambda part: (len(part.filename), part.filename)):
            if part.file_size > MOST_UNPACKED:
                raise UnreadableError("larger")
            root = etree.fromstring(parts.read(part), parser)
            yield from (" ".join(line.split()) for line in "".join(pieces(root, markup)).split("\n"))


def pieces(element: Element, markup: Markup) -> Iterator[str]:
    """Yield the text below an element as written, a line end after each paragraph."""
    tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    if not tag or tag in markup.skipped:
        return
    if tag in markup.blanks:
        yield " "
    anywhere = not markup.texts
    if anywhere or tag in markup.texts:
        yield (element.text or "").replace("\n", " ")
    for child in element:
        yield from pieces(child, markup)
        if anywhere:
            yield (child.tail or "").replace("\n", " ")
    if tag in markup.paragraphs:
        yield "\n"


def xlsx(content: bytes) -> Iterator[str]:
    """Yield the rows of the visible sheets, formulas as they came out."""
    from openpyxl import load_workbook  # as above

    for sheet in load_workbook(io.BytesIO(content), read_only=True, data_only=True).worksheets:
        if sheet.sheet_state == "visible":
            yield sheet.title
            for row in sheet.iter_rows(values_only=True):
                yield " ".join(str(value) for value in row if value is not None)


def txt(content: bytes) -> Iterator[str]:
    """Yield the text itself."""
    yield decoded(content)


def csv_rows(content: bytes) -> Iterator[str]:
    """Yield the rows, split as their first line is."""
    text = decoded(content).replace("\x00", "")
    first = text.partition("\n")[0]
    delimiter = max(";", ",", "\t", key=first.count)
    yield from (" ".join(row) for row in csv.reader(io.StringIO(text), delimiter=delimiter))


def decoded(content: bytes) -> str:
    """Return text in UTF-8, UTF-16 or UTF-32, with or without a mark of its order, else as Windows-1252 writes it."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    sample = content[:4000]
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[start::2].count(0) > len(sample) // 4:
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def joined(text: str) -> str:
    """Return the text with words hyphenated at the end of a line in one piece."""
    return LINE_END.sub(r"\1", text)


READERS: dict[str, Callable[[bytes], Iterator[str]]] = {
    "csv": csv_rows,
    "docx": docx,
    "odt": odt,
    "pdf": pdf,
    "pptx": pptx,
    "txt": txt,
    "xlsx": xlsx,
}
