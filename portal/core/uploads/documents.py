"""The door for documents: each is what its name says, opens without a password, and does nothing by itself.

A document is kept as it came, so what could harm whoever opens it is refused in words: macros, a template from
elsewhere, a form that sends, a formula in a table. Nothing is unpacked but small parts, and those up to a limit.
"""

import re
import stat
import zipfile
from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from lxml import etree

from portal.core.uploads.pdfs import ProtectedError, does_something

MOST_PARTS = 5_000
MOST_UNPACKED = 300 * 1024**2
"""Bytes that all parts of an office file may unpack to."""
MOST_OF_A_PART = 4 * 1024**2
"""Bytes of a part that names others, or what the file takes from elsewhere."""
MAIN = {
    "docx": re.compile(r"word/document\d*\.xml"),
    "xlsx": re.compile(r"xl/workbook\d*\.xml"),
    "pptx": re.compile(r"ppt/presentation\d*\.xml"),
    "odt": re.compile(r"content\.xml"),
}
"""The part without which an office file is none of its kind."""
PROGRAM = re.compile(r"vbaProject|vbaData|macrosheets/|activeX/|^Basic/|^Scripts/|\.(bin|exe|dll|js|vbs|ps1)$", re.I)
Why = Any
"""A sentence in the reader's language, or nothing."""
OF_THE_PRINTER = re.compile(r"printerSettings\d*\.bin$")
FROM_ELSEWHERE = ("attachedTemplate", "oleObject", "frame")
"""Relations that are followed when somebody opens the file; a link waits for a click."""
FORMULA = re.compile(
    rb"(?:^|[;,\t\r\n])[\" ]*"
    rb"(?:=\s*[\w(+\-@\"]|[@+-]\s*[A-Za-z.]+\(|[+-][^;,\t\r\n|]*\|(?: *'|[^;,\t\r\n!]*!))"
)
"""How a cell begins that a spreadsheet calculates; a telephone number and a minus do not.

No part of it looks beyond its cell: a file of many cells would be searched as often as it has cells.
"""
WIDE = (b"\xff\xfe", b"\xfe\xff")
"""How text of two or four bytes a letter begins."""
NOT_ITS_KIND = _("This is no %(kind)s file, or a damaged one. Save it anew as %(kind)s, and upload it again.")
PROTECTED = _("This file is protected with a password or against copying. Upload it without that protection.")
HOLDS_PROGRAM = _("This file holds a program, such as a macro. Save it without, or as a PDF, and upload it again.")
LOADS = _("This file loads parts from elsewhere when somebody opens it. Save it as a PDF, and upload that.")
TOO_MUCH = _("This file unpacks to far more than a document holds. Save it anew, and upload it again.")
ACTS = _(
    "This PDF does something by itself: it holds a program, another file or a form that is sent. Print it to a new PDF,"
    " and upload that."
)
CALCULATES = _("A cell of this file begins with a formula. Save the file with what came out, and upload it again.")


def refuse_hostile(file: IO[bytes] | Any, kind: str) -> None:
    """Raise ValidationError, to be read by an editor, for a document that is not `kind` or may harm its reader."""
    file.seek(0)
    content = file.read()
    file.seek(0)
    if why := DOORS[kind](content, kind):
        raise ValidationError({"file": ValidationError(why, code="hostile", params={"kind": kind})})


def _pdf(content: bytes, _kind: str) -> Why:
    if not content.lstrip(b"\xef\xbb\xbf\r\n ").startswith(b"%PDF-"):
        return NOT_ITS_KIND
    try:
        return ACTS if does_something(content) else None
    except ProtectedError:
        return PROTECTED


def _office(content: bytes, kind: str) -> Why:
    if content.startswith(b"\xd0\xcf\x11\xe0"):  # an older format, or a newer one behind a password
        return format_lazy("{} {}", NOT_ITS_KIND, PROTECTED)
    if not content.startswith(b"PK\x03\x04"):
        return NOT_ITS_KIND
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            return _parts(parts, kind)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError, UnicodeError):
        return NOT_ITS_KIND


def _parts(parts: zipfile.ZipFile, kind: str) -> Why:
    found = parts.infolist()
    names = [part.filename for part in found]
    if len(found) > MOST_PARTS or sum(part.file_size for part in found) > MOST_UNPACKED:
        return TOO_MUCH
    if any(part.flag_bits & 1 for part in found) or any(map(partial(_is_locked, parts), found)):
        return PROTECTED
    if not any(MAIN[kind].fullmatch(name) for name in names) or any(map(_is_odd, found)):
        return NOT_ITS_KIND
    if any(PROGRAM.search(name) and not OF_THE_PRINTER.search(name) for name in names):
        return HOLDS_PROGRAM
    links = [part for part in found if part.filename.endswith(".rels")]
    if any(part.file_size > MOST_OF_A_PART for part in links):
        return TOO_MUCH
    return LOADS if any(map(partial(_is_from_elsewhere, parts), links)) else None


def _is_odd(part: zipfile.ZipInfo) -> bool:
    """Say whether a part would land outside the folder it is unpacked in, or is no file."""
    path = part.filename.replace("\\", "/")
    return path.startswith("/") or ".." in path.split("/") or ":" in path or stat.S_ISLNK(part.external_attr >> 16)


def _is_locked(parts: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    if part.filename != "META-INF/manifest.xml":
        return False
    with parts.open(part) as opened:
        return b"encryption-data" in opened.read(MOST_OF_A_PART)


def _is_from_elsewhere(parts: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Say whether a part names something on another machine that is loaded; raises ValueError when it cannot be read.

    Read as XML, since a relation may be written with a prefix, in another encoding or with a `>` in it.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        relations = etree.fromstring(parts.read(part), parser).iter("{*}Relationship")
    except etree.XMLSyntaxError as error:
        raise ValueError(part.filename) from error
    return any(
        relation.get("TargetMode", "").lower() == "external" and relation.get("Type", "").endswith(FROM_ELSEWHERE)
        for relation in relations
    )


def _text(content: bytes, _kind: str) -> Why:
    sample = content[:4000]
    two_bytes = content.startswith(WIDE) or max(sample[::2].count(0), sample[1::2].count(0)) > len(sample) // 4
    return NOT_ITS_KIND if b"\0" in content and not two_bytes else None


def _table(content: bytes, kind: str) -> Why:
    return _text(content, kind) or (CALCULATES if FORMULA.search(content.replace(b"\0", b"")) else None)


DOORS: dict[str, Callable[[bytes, str], Why]] = {
    "csv": _table,
    "docx": _office,
    "odt": _office,
    "pdf": _pdf,
    "pptx": _office,
    "txt": _text,
    "xlsx": _office,
}
"""What looks at each kind of document that is taken; says what is wrong with one."""
