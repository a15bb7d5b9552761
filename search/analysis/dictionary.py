"""Words that exist in Dutch or English, whether or not our pages hold them: whoever types one did not mistype.

The lists are kept as one sorted text for each language, 6 MB together: a set of them would take ten times as much.
"""

import lzma
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from search.analysis.data import FOLDER
from search.analysis.words import STEMMERS, fold, words_of

FEWEST_LETTERS = 4
"""Letters of the shortest word in the lists; what is shorter is never corrected."""
SHORTEST_PART = {"nl": 6}
"""Letters of a part of a compound, where compounds are one word; with shorter parts many typos would be compounds."""
JOINTS = ("", "s")
"""What may stand between the parts: "opleidings-plek"."""


def is_word(text: str) -> bool:
    """Return whether a text is a word of Dutch or English, or a compound of two."""
    word = fold(text).replace("'", "")
    return any(_has(language, word) or _is_compound(language, word) for language in STEMMERS)


def mistyped(texts: Iterable[str]) -> list[str]:
    """Return the words of these texts that no dictionary knows: only they may be replaced by similar ones.

    Words of a few letters are in no dictionary, such as "to" and "een", and never mistyped.
    """
    return [word for text in texts for word in words_of(text) if len(word) >= FEWEST_LETTERS and not is_word(word)]


def file_of(language: str) -> Path:
    """Return the file with the words of a language."""
    return FOLDER / f"words_{language}.txt.xz"


def _is_compound(language: str, word: str) -> bool:
    """Return whether a word is two words of a language, written as one."""
    shortest = SHORTEST_PART.get(language, len(word))
    for at in range(shortest, len(word) - shortest + 1):
        firsts = (word[:at].removesuffix(joint) for joint in JOINTS)
        if _has(language, word[at:]) and any(len(first) >= shortest and _has(language, first) for first in firsts):
            return True
    return False


def _has(language: str, word: str) -> bool:
    """Look a word up by halving."""
    if not word.isascii():
        return False
    lines, wanted = _lines(language), word.encode()
    at = bisect_left(range(len(lines)), wanted, key=lambda place: _line_at(lines, place))
    return _line_at(lines, at) == wanted


@cache
def _lines(language: str) -> bytes:
    """Return the words of a language, sorted, one a line."""
    return lzma.decompress(file_of(language).read_bytes())


def _line_at(lines: bytes, place: int) -> bytes:
    """Return the line in which a place of the text is."""
    start = lines.rfind(b"\n", 0, place) + 1
    return lines[start : lines.find(b"\n", start)] if start < len(lines) else b""
