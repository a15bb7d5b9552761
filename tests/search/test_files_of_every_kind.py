"""Every kind of file an editor may upload is read as its reader sees it, or its editor is told why not, in Dutch."""

import csv
import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.conf import settings as configured
from django.core import mail
from django.core.files.base import ContentFile

from portal.core.models.media import PortalDocument
from portal.core.models.users import User
from search.files import library, readers, reading
from tests.search.test_editors import small_pdf

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
OPEN = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
)
DOCX = f"""<w:document {W}><w:body>
<w:p><w:r><w:t>zeldzame</w:t></w:r><w:r><w:t xml:space="preserve"> orchi</w:t></w:r><w:r><w:t>dee</w:t></w:r>
<w:ins><w:r><w:tab/><w:t>ingevoegd</w:t></w:r></w:ins>
<w:del><w:r><w:delText>geschrapt</w:delText></w:r></w:del></w:p>
<w:sdt><w:sdtContent><w:p><w:r><w:t>keuzeveld</w:t></w:r></w:p></w:sdtContent></w:sdt>
<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>
<w:p><w:r><w:t>samengevoegd</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>"""
ODT = f"""<office:document-content {OPEN}><office:body><office:text>
<text:tracked-changes><text:p>geschrapt</text:p></text:tracked-changes>
<text:p>zeldzame<text:s/>orchi<text:span>dee</text:span><text:tab/>ingevoegd<office:annotation><text:p>geschrapt</text:p>
</office:annotation></text:p><text:h>keuzeveld</text:h>
<table:table-cell><text:p>samengevoegd</text:p></table:table-cell><table:covered-table-cell/>
</office:text></office:body></office:document-content>"""
PPTX = f"""<p:sld xmlns:p="urn:p" {A}><a:p><a:r><a:t>zeldzame orchi</a:t></a:r><a:r><a:t>dee</a:t></a:r><a:br/>
<a:r><a:t>ingevoegd</a:t></a:r></a:p><a:p><a:r><a:t>keuzeveld</a:t></a:r></a:p>
<a:p><a:r><a:t>samengevoegd</a:t></a:r></a:p></p:sld>"""
ALL = "zeldzame orchidee ingevoegd keuzeveld samengevoegd"


def packed(**parts: str) -> bytes:
    """An office file of these parts; a double underscore in a name is a slash."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, text in parts.items():
            file.writestr(name.replace("__", "/") + ".xml", text)
    return made.getvalue()


def sheet() -> bytes:
    book, made = openpyxl.Workbook(), io.BytesIO()
    book.active.title = "zeldzame"
    book.active.append(["orchidee", "ingevoegd", None])
    book.active.append(["keuzeveld", "samengevoegd"])
    book.create_sheet("geschrapt").sheet_state = "hidden"
    book.save(made)
    return made.getvalue()


FILES = {
    "csv": b'zeldzame;"orchidee";ingevoegd\r\nkeuzeveld;samengevoegd\r\n',
    "docx": packed(word__document=DOCX, word__comments=DOCX.replace("zeldzame", "geschrapt")),
    "odt": packed(content=ODT),
    "pdf": small_pdf("zeldzame orchi-) Tj 0 -30 Td (dee ingevoegd keuzeveld samengevoegd"),
    "pptx": packed(ppt__slides__slide1=PPTX, ppt__notesSlides__notesSlide1=PPTX.replace("zeldzame", "geschrapt")),
    "txt": b"zeldzame orchi-\ndee ingevoegd keuzeveld samengevoegd",
    "xlsx": sheet(),
}


def test_every_kind_that_may_be_uploaded_is_read_as_its_reader_sees_it() -> None:
    assert set(configured.WAGTAILDOCS_EXTENSIONS) == set(FILES) == set(readers.READERS)
    for kind, content in FILES.items():
        assert " ".join(reading.read(content, kind).split()) == ALL, kind


def test_text_is_read_in_every_encoding_that_windows_writes() -> None:
    text = "Privé: de coördinator zei € 5, “mooi” – naïef."
    for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        assert "".join(readers.txt(text.encode(encoding))) == text, encoding
        assert "".join(readers.csv_rows(f"{text}\n".encode(encoding))).count("coördinator") == 1, encoding


@pytest.mark.parametrize(
    ("lines", "one"),
    [
        ("bege-\nleiding", "begeleiding"),
        ("bege\u00ad \n leiding", "begeleiding"),
        ("geïn-\r\nteresseerd", "geïnteresseerd"),
        ("in-\nen uitstroom", "in-\nen uitstroom"),
        ("2026-\n2027", "2026-\n2027"),
        ("Noord-\nHolland", "Noord-\nHolland"),
        ("- een\n- twee", "- een\n- twee"),
    ],
)
def test_a_word_hyphenated_at_a_line_end_is_one_word(lines: str, one: str) -> None:
    assert readers.joined(lines) == one


def test_reading_one_file_of_rows_leaves_every_other_reader_of_rows_as_it_was() -> None:
    long = "x" * 500_000

    rows = list(readers.csv_rows(b"a;b\n"))

    assert rows == ["a b"]
    assert list(csv.reader([long])) == [[long]]
    assert list(readers.csv_rows(f"a;{long}\n".encode())) == [f"a {long}"]


def test_whoever_uploads_what_cannot_be_read_is_told_in_dutch(db: Any, settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    editor = User.objects.create_user("redacteur@example.org", "een-lang-wachtwoord")
    wrong = [("broken." + kind, b"PK\x03\x04 \x00\x01", "kapot") for kind in ("docx", "odt", "pdf", "pptx", "xlsx")]
    wrong += [("scan.pdf", small_pdf(""), "OCR"), ("leeg.txt", b" \n", "OCR"), ("leeg.csv", b"", "OCR")]
    wrong += [("leeg.odt", packed(content=f"<a {OPEN}/>"), "OCR"), ("tekening.dwg", b"x", "dit soort")]
    for name, content, words in wrong:
        mail.outbox.clear()
        file = PortalDocument.objects.create(title=name, file=ContentFile(content, name), uploaded_by_user=editor)
        library.read_new([(library.FILE, file.pk)])
        (message,) = mail.outbox
        assert words in message.body, (name, message.body)
        assert "alleen op titel" in message.body
        assert "Error" not in message.body
