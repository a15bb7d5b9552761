"""Builds `data/words_nl.txt.xz` and `data/words_en.txt.xz` from word lists of Debian; run by hand, never at run time.

    python -m search.analysis.build_words nl /usr/share/dict/dutch
    python -m search.analysis.build_words en /usr/share/dict/british-english /usr/share/dict/american-english

The lists come from the packages wdutch, wbritish and wamerican; their notices stand beside the data.
"""

import lzma
import re
import sys
from pathlib import Path

from search.analysis.dictionary import FEWEST_LETTERS, file_of
from search.analysis.words import fold

LONGEST = 30
"""Letters; a longer compound is known by its parts."""


def words_in(path: Path) -> set[str]:
    """Return the words of a list as visitors type them: folded, without apostrophes."""
    lines = (fold(line).replace("'", "") for line in path.read_text(encoding="utf-8").splitlines())
    return {line for line in lines if re.fullmatch(f"[a-z]{{{FEWEST_LETTERS},{LONGEST}}}", line)}


def main(language: str, *paths: str) -> None:
    """Write the words of all lists, sorted, one a line."""
    words = sorted(set().union(*(words_in(Path(path)) for path in paths)))
    content = "".join(f"{word}\n" for word in words).encode("ascii")
    file_of(language).write_bytes(lzma.compress(content, preset=9))
    print(f"{len(words)} words")


if __name__ == "__main__":
    main(*sys.argv[1:])
