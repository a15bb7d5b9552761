"""Words of which a hyphen stands for a half: werkplek- en vakbegeleiders, school-, vak- en lerarenopleiders.

Which half is left out is read from the word that goes on or went before. Each way to write the word in full is tried;
whoever looks for words knows which of these is one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.core.house_language.signs import letters_of

HYPHEN = "[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]"
UNSEEN = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff"
NO_WORD = "\\s,/&+;:.!?\u2026\"'\u2018\u2019\u201c\u201d"
"""What ends a word, for a class of signs."""
LONGEST = 60
"""Signs of one word; what is longer is none."""
SHORTEST = 3
"""Signs of a half that tells enough of its word."""
AROUND = 160
"""Signs in which the other half is looked for."""
BEGUN = re.compile(rf"(?<=[\w{UNSEEN})]){HYPHEN}[{UNSEEN}]*(?=[\s,/&+)\u2019\u201d\"'])")
ENDED = re.compile(rf"(?<=[\s,/&+(\u2018\u201c\"']){HYPHEN}[{UNSEEN}]*(?=\w)")
WORD = re.compile(rf"[^{NO_WORD}]+")
SENTENCE_ENDS = re.compile(r"[.;:!?…]")
BETWEEN_HALVES = frozenset(
    {"en", "of", "als", "noch", "tot", "met", "plus", "maar", "niet", "zowel", "dan", "de", "het", "een"}
    | {"and", "or", "nor", "the", "a", "an", "but", "not", "both", "than", "as", "well"}
)
"""Small words that stand between the halves, and are no half themselves."""


@dataclass(frozen=True, slots=True)
class Half:
    """A written half with its place in the text, and words it may stand for."""

    start: int
    end: int
    begins: bool
    """Whether it is the beginning of its word; the hyphen then stands behind it."""
    written: str
    others: tuple[str, ...]
    """What may be the other half, each from a letter on (or up to one) of the word that has it in full."""

    def in_full(self) -> Iterator[tuple[str, int]]:
        """Yield the words it may stand for, each with the place at which the halves meet."""
        for other in self.others:
            first, last = (self.written, other) if self.begins else (other, self.written)
            yield first + last, len(first)
            if not letters_of(first).endswith("s"):
                yield f"{first}s{last}", len(first)


def may_hold_halves(text: str) -> bool:
    """Whether a hyphen stands for a half of a word somewhere."""
    return bool(BEGUN.search(text) or ENDED.search(text))


def halves_in(text: str) -> Iterator[Half]:
    """Yield the halves of words in a text, from left to right."""
    for hyphen in BEGUN.finditer(text):
        before = text[max(0, hyphen.start() - LONGEST) : hyphen.start()]
        word = re.search(rf"[^{NO_WORD}(]+\Z", before)
        if word and len(word[0]) >= SHORTEST:
            start = hyphen.start() - len(word[0])
            yield Half(start, hyphen.end(), True, word[0], tuple(_endings(text, hyphen.end())))
    for hyphen in ENDED.finditer(text):
        word = WORD.match(text, hyphen.end(), hyphen.end() + LONGEST)
        if word and len(word[0]) >= SHORTEST:
            yield Half(hyphen.start(), word.end(), False, word[0], tuple(_beginnings(text, hyphen.start())))


def _endings(text: str, at: int) -> Iterator[str]:
    """Yield what follows a hyphen from each letter within the next whole word, and from the start of the one behind.

    That one counts too, for school- en externe opleiders; from its own start the next word is whole: school- en leraar.
    """
    after = SENTENCE_ENDS.split(text[at : at + AROUND], maxsplit=1)[0]
    words = [word for word in WORD.finditer(after) if not re.search(rf"{HYPHEN}[{UNSEEN}]*\)?\Z", word[0])]
    if words and words[0].start() == 0:
        return
    whole = [word for word in words if word[0].casefold() not in BETWEEN_HALVES and letters_of(word[0])][:2]
    for number, word in enumerate(whole):
        places = range(word.start() + 1, word.end()) if number == 0 else [word.start()]
        for place in places:
            yield after[place : place + LONGEST]


def _beginnings(text: str, at: int) -> Iterator[str]:
    """Yield the last whole word before a hyphen up to each letter within it: werkplek of werkplekcoaches."""
    before = SENTENCE_ENDS.split(text[max(0, at - AROUND) : at])[-1]
    words = [word[0] for word in WORD.finditer(before) if not re.match(rf"\(?{HYPHEN}", word[0])]
    whole = [word for word in words if word.casefold() not in BETWEEN_HALVES and letters_of(word)]
    for last in range(SHORTEST, len(whole[-1]) if whole else 0):
        yield whole[-1][-LONGEST:][:last]


def only_joins(text: str) -> bool:
    """Whether a text holds nothing but the small words and signs that stand between the halves of words."""
    return all(word[0].casefold() in BETWEEN_HALVES for word in WORD.finditer(text)) and not SENTENCE_ENDS.search(text)
