"""Whether a PDF does something by itself: its names are read, also inside the streams that hold objects."""

import re
import zlib
from collections.abc import Iterator

ACTIVE = re.compile(
    rb"/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|Movie|SubmitForm|ImportData|GoToE|XFA)(?=[\s/<\[(\]>%]|$)"
)
PROTECTION = re.compile(rb"/Encrypt(?=[\s/<]|$)")
WRITTEN = re.compile(rb"#([0-9A-Fa-f]{2})")
"""A letter of a name as its number, so that `/Java#53cript` is `/JavaScript`."""
OBJECTS = re.compile(rb"/ObjStm\b")
HEAD = 1_000
"""Bytes around the kind of a stream in which it is described."""
MOST_UNPACKED = 64 * 1024**2
"""Bytes that all streams of objects together may unpack to."""


class ProtectedError(Exception):
    """The objects of the file are encrypted, so nobody can tell what they do."""


def does_something(content: bytes) -> bool:
    """Say whether a PDF holds a program, another file, a film or a form that is sent; raises ProtectedError.

    A file whose objects are packed in a way that no program for texts writes is said to do something.
    """
    if PROTECTION.search(_names(content)):
        raise ProtectedError
    if ACTIVE.search(_names(content)):
        return True
    left = MOST_UNPACKED
    for objects in _packed_objects(content):
        unpacked = _unpacked(objects, left)
        left -= len(unpacked)
        if not unpacked or left <= 0 or ACTIVE.search(_names(unpacked)):
            return True
    return False


def _names(content: bytes) -> bytes:
    return WRITTEN.sub(lambda found: bytes([int(found[1], 16)]), content)


def _packed_objects(content: bytes) -> Iterator[bytes]:
    """Yield the streams that hold objects, as they are packed; nothing for one that begins inside another.

    So each byte is looked at once, also where a file names streams by the million and ends none of them.
    """
    past, begin = 0, 0
    for found in OBJECTS.finditer(content):
        if found.start() < past:
            yield b""
            return
        if begin < found.end() and (begin := content.find(b"stream", found.end())) == -1:
            return
        if begin - found.end() <= HEAD and not content.startswith(b"endstream", begin - len(b"end")):
            end = content.find(b"endstream", begin)
            past = end if end != -1 else len(content)
            yield content[begin + len(b"stream") : past].lstrip(b"\r\n")


def _unpacked(packed: bytes, most: int) -> bytes:
    """Return what a stream unpacks to, up to a limit; itself when it is not packed, nothing when nobody can tell."""
    if re.match(rb"\d+\s+\d+\s", packed):
        return packed
    try:
        return zlib.decompressobj().decompress(packed, most)
    except zlib.error:
        return b""
