"""Reads the text of one file. Runs as a process of its own: a hostile file can cost no more than that process.

python -m search.files.reading pdf < file.pdf
"""

import logging
import resource
import subprocess
import sys
from collections.abc import Iterator

from search.files.readers import READERS, UnreadableError, joined

log = logging.getLogger(__name__)
SECONDS = 20
MOST_BYTES = 20 * 1024 * 1024
MOST_LETTERS = 200_000
MOST_MEMORY = 1024**3
"""Bytes the reading process may use; a small file can unpack to a very large one."""
TOLD = 3
"""Exit code of a reading process that wrote the reason why there is no text."""


def read(content: bytes, kind: str) -> str:
    """Return the text of a file of one of the kinds in READERS, at most 200,000 letters.

    Raises UnreadableError for a file that is too large, takes too long, is protected or broken, or holds no text.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableError("larger")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "search.files.reading", kind], input=content, capture_output=True, timeout=SECONDS
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableError("longer") from error
    if done.returncode == TOLD:
        raise UnreadableError(done.stderr.decode().strip())
    if done.returncode:
        log.warning("a %s file is broken: %s", kind, done.stderr.decode(errors="replace").strip()[-200:])
        raise UnreadableError("broken")
    return done.stdout.decode(errors="replace")[:MOST_LETTERS]


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
    try:
        text = limited(READERS[kind](sys.stdin.buffer.read()))
        if not text:
            raise UnreadableError("empty")
    except UnreadableError as error:
        sys.stderr.write(str(error))
        sys.exit(TOLD)
    text = joined(text) if kind in ("pdf", "txt") else text
    sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))


if __name__ == "__main__":
    main(sys.argv[1])
