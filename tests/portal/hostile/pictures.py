"""Pictures that mean harm."""

import gzip
import struct
import zlib
from collections.abc import Iterator
from functools import cache

from PIL import Image

from tests.portal.hostile import MARK, Hostile
from tests.portal.hostile.archives import zipped
from tests.portal.pictures import EXTENSIONS, in_mode, with_secrets, written

SCRIPT = b"<script>alert('" + MARK + b"')</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">%s</svg>'
ENTITY = b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = b'<!DOCTYPE svg [<!ENTITY a "' + MARK + b'"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
SVGS = {
    "script": SVG % SCRIPT,
    "onload": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "entity": ENTITY + SVG % b"<text>&x;</text>",
    "laughs": LAUGHS + SVG % b"<text>&c;</text>",
    "outside": SVG % b'<image xlink:href="http://169.254.169.254/latest/meta-data/"/>',
    "foreign": SVG % b'<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="//x.example"/></foreignObject>',
    "style": SVG % b"<style>@import url(//x.example/a.css);</style>",
    "link": SVG % b'<a xlink:href="javascript:alert(1)"><text>klik</text></a>',
    "use": SVG % b'<use href="data:image/svg+xml;base64,PHN2Zy8+#x"/>',
}
RGB = in_mode("RGB")


def chunk(kind: bytes, body: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int, height: int, data: bytes, *extra: bytes, depth: int = 8, colour: int = 2) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(extra) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def gif(frames: int) -> bytes:
    """A GIF of so many frames of one point."""
    frame = b",\0\0\0\0\1\0\1\0\0\2\2D\1\0"
    return b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff" + frame * frames + b";"


def drawn() -> Iterator[Hostile]:
    """Drawings that hold programs, under their own name and under others."""
    for name, content in SVGS.items():
        yield Hostile(f"{name}.svg", content)
        yield Hostile(f"{name}.png", content)
    yield Hostile("packed.svgz", gzip.compress(SVGS["script"]))


def two_in_one() -> Iterator[Hostile]:
    """Pictures that are something else too: what is taken is written anew, so that the rest is gone."""
    for kind, extension in EXTENSIONS.items():
        whole = written(RGB, kind)
        for also, more in {
            "html": SCRIPT,
            "php": b"<?php system('" + MARK + b"');",
            "zip": zipped({"a.js": MARK}),
        }.items():
            yield Hostile(f"{also}.{extension}", whole + more, refused=kind in {"PNG", "GIF"} and also != "php")
        yield Hostile(f"secrets.{extension}", with_secrets(kind), refused=False)
        yield Hostile(f"half.{extension}", whole[: len(whole) // 2])
        yield Hostile(f"head.{extension}", whole[:24])
    yield Hostile("comment.gif", b"GIF89a=" + SCRIPT + b"; alert(1) /*")
    yield Hostile("comment.jpg", written(RGB, "JPEG", comment=SCRIPT), refused=False)
    yield Hostile("chunk.png", png(1, 1, zlib.compress(b"\0\0\0\0"), chunk(b"tEXt", b"a\0" + SCRIPT)), refused=False)
    yield Hostile("before.jpg", SCRIPT + written(RGB, "JPEG"))
    yield Hostile("trajectory.jpg", b"%PDF-1.7\n" + written(RGB, "JPEG"))


def bombs() -> Iterator[Hostile]:
    """Pictures that unpack to more than there is room for."""
    yield Hostile("points.png", png(60_000, 60_000, zlib.compress(b"\0" * 10_000_000, 9)))
    yield Hostile("most.png", png(2**31 - 1, 2**31 - 1, b""))
    yield Hostile("none.png", png(0, 0, b""))
    yield Hostile(
        "text.png",
        png(1, 1, zlib.compress(b"\0\0\0\0"), *[chunk(b"zTXt", b"a\0\0" + zlib.compress(b"x" * 30_000_000, 9))] * 3),
    )
    yield Hostile(
        "profile.png",
        png(1, 1, zlib.compress(b"\0\0\0\0"), chunk(b"iCCP", b"a\0\0" + zlib.compress(b"x" * 60_000_000, 9))),
    )
    yield Hostile("data.png", png(1, 1, zlib.compress(b"\0" * 80_000_000, 9)), refused=False)
    yield Hostile("frames.gif", gif(400_000))
    yield Hostile(
        "screen.gif", b"GIF89a\xff\xff\xff\xff\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\xff\xff\xff\xff\0\2\2D\1\0;"
    )
    moving = [Image.new("1", (1000, 1000), number % 2) for number in range(60)]
    for kind in ("GIF", "PNG", "WEBP"):
        content = written(moving[0], kind, save_all=True, append_images=moving[1:], duration=20)
        yield Hostile(f"moving.{EXTENSIONS[kind]}", content)
    yield Hostile("large.webp", written(Image.new("L", (16_000, 4_000)), "WEBP", quality=1, method=0))
    yield Hostile("lies.png", png(1, 1, b"", chunk(b"acTL", struct.pack(">II", 2**31 - 1, 0))))


def misnamed() -> Iterator[Hostile]:
    """One kind under the name of another, and names that mean something to a computer."""
    for extension, content in {
        "png": b"MZ\x90\0" + b"\0" * 200,
        "jpg": b"\x7fELF\2\1\1" + b"\0" * 200,
        "gif": b"<!doctype html>" + SCRIPT,
        "webp": b"%PDF-1.7\n%%EOF",
        "avif": b"PK\3\4" + b"\0" * 200,
        "tiff": written(RGB, "TIFF"),
        "bmp": written(RGB, "BMP"),
        "ico": written(RGB, "ICO"),
        "php": written(RGB, "PNG"),
        "html": SCRIPT,
    }.items():
        yield Hostile(f"misnamed.{extension}", content)
    yield Hostile("tiff.png", written(RGB, "TIFF"))
    yield Hostile("empty.png", b"")
    for name in NAMES:
        yield Hostile(f"{name}.png", written(RGB, "PNG"), refused=False)
    yield Hostile("a\r\nSet-Cookie: b=1.png", written(RGB, "PNG"))
    yield Hostile("foto.png.html", written(RGB, "PNG"))
    yield Hostile("foto.php.png", written(RGB, "PNG"), refused=False)


NAMES = (
    *(
        "../../../etc/passwd",
        "..\\..\\windows\\win.ini",
        "/etc/cron.d/x",
        "a\0b",
        "foto\u202egnp",
        "x" * 300,
        "CON",
        "aux",
    ),
    *(
        "nul",
        "COM1",
        ".htaccess",
        "-rf",
        "$(id)",
        "`id`",
        "%2e%2e%2f",
        '"><script>alert(1)',
        "'; --",
    ),
    *("\u0000", "\u200b", "  ", "a;b", "{{7*7}}", "<img src=x>"),
)
"""What a name without its extension may be."""


@cache
def every_picture() -> list[Hostile]:
    """All of them; made when a test first asks, for it takes seconds."""
    return [*drawn(), *two_in_one(), *bombs(), *misnamed()]
