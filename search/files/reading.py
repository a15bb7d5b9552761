"""Reads the text of one file. Runs as a process of its own: a hostile file can cost no more than that process.

python -m search.files.reading pdf < file.pdf
"""

import io
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator

SECONDS = 20
MOST_BYTES = 20 * 1024 * 1024
MOST_LETTERS = 200_000
MOST_MEMORY = 1024**3
"""Bytes the reading process may use; a small file can unpack to a very large one."""


class UnreadableError(Exception):
    """The file gave no text; the message is for its editor."""


def read(content: bytes, kind: str) -> str:
    """Return the text of a pdf, docx or txt file, at most 200,000 letters.

    Raises UnreadableError for a file that is too large, takes too long, or is broken.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableError(f"larger than {MOST_BYTES // 1024**2} MB")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "search.files.reading", kind], input=content, capture_output=True, timeout=SECONDS
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(f"reading took longer than {SECONDS} seconds") from error
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines()
        raise UnreadableError(lines[-1][:200] if lines else "the file is broken")
    return done.stdout.decode(errors="replace")[:MOST_LETTERS]


def pdf(content: bytes) -> Iterator[str]:
    """Yield the text of each page."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError("the file is protected with a password")
    for page in reader.pages:
        yield page.extract_text() or ""


def docx(content: bytes) -> Iterator[str]:
    """Yield the text of each paragraph and table cell."""
    from docx import Document

    document = Document(io.BytesIO(content))
    yield from (paragraph.text for paragraph in document.paragraphs)
    yield from (cell.text for table in document.tables for row in table.rows for cell in row.cells)


def txt(content: bytes) -> Iterator[str]:
    """Yield the text itself."""
    yield content.decode("utf-8", errors="replace")


READERS: dict[str, Callable[[bytes], Iterator[str]]] = {"pdf": pdf, "docx": docx, "txt": txt}


def limited(pieces: Iterator[str]) -> str:
    """Return the pieces on lines of their own, up to the limit; later pages are not even read."""
    found, letters = [], 0
    for piece in pieces:
        text = piece.replace("\x00", "").strip()
        if text:
            found.append(text)
            letters += len(text)
        if letters > MOST_LETTERS:
            break
    return "\n".join(found)[:MOST_LETTERS]


def main(kind: str) -> None:
    """Read from standard input, write the text to standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    sys.stdout.buffer.write(limited(READERS[kind](sys.stdin.buffer.read())).encode("utf-8", errors="replace"))


if __name__ == "__main__":
    main(sys.argv[1])
