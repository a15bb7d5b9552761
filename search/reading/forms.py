"""Words made of other words, where our pages have only the other: a "lesje" is a "les", "mbo'ers" are of the "mbo".

The stemmer of the index knows plurals, cases and tenses, and these it keeps apart. What is made of a word is only tried
for a word that no page holds, and only counts when a page holds what it is made of: a text too many is no word at all.
"""

import re
from collections.abc import Iterator

from portal.core.worded import DUTCH

PERSON = re.compile(r"([a-z]{2,5})'(?:ers?|s)|(v?mbo|hbo|wo|havo|vwo|pabo)ers?")
"""Who belongs to what an abbreviation stands for, or several of it; of schools often written without its apostrophe."""
SMALL = re.compile(r"(.{2,}?)(jes?)")
LONG = re.compile(r"[lnrw]t$")
"""After these it is more often "deel-tje" than "kant-je"."""
LENGTHENED = ("t", "p", "et")
"""What may stand before "-je": "verhaal-tje", "boom-pje", "ball-etje"."""
MADE = (
    (re.compile(r"(.{4,})sters?"), "er"),  # begeleidster, of a begeleider
    (re.compile(r"(.{3,}a)res(?:sen)?"), "ar"),  # lerares, of a leraar
    (re.compile(r"(.{3,})rices?"), "eur"),  # directrice, of a directeur
    (re.compile(r"(.{3,})heden"), "heid"),  # schrijfvaardigheden, of schrijfvaardigheid
    (re.compile(r"(.{5,})ing(?:en)?"), "en"),  # doorstroming, of doorstromen
    (re.compile(r"(.{3,})aties?"), "eren"),  # observatie, of observeren
    (re.compile(r"(.{3,})eren"), "atie"),  # innoveren, of innovatie
    (re.compile(r"(.{2,}c)ties?"), "teren"),  # selectie, of selecteren
    (re.compile(r"(.{2,}c)teren"), "tie"),  # inspecteren, of inspectie
)
"""How a word ends, and how the word ends that it is made of."""


def made_of(word: str, language: str) -> Iterator[str]:
    """Yield what a Dutch word in lower case may be made of, the likeliest first."""
    if language != DUTCH:
        return
    if person := PERSON.fullmatch(word):
        yield person[1] or person[2]
    if small := SMALL.fullmatch(word):
        yield from _large(small[1])
    for ending, other in MADE:
        if found := ending.fullmatch(word):
            yield found[1] + other


def names_people(word: str) -> bool:
    """Return whether a word says who belongs to what an abbreviation stands for: pages seldom have both."""
    return PERSON.fullmatch(word) is not None


def _large(text: str) -> Iterator[str]:
    """Yield what a small thing is called when it is large, of the text before "-je"."""
    is_long = LONG.search(text)
    if not is_long:
        yield text
    for letters in LENGTHENED:
        base = text.removesuffix(letters)
        if base != text:
            yield base.removesuffix("'")
            if base[-1:] == base[-2:-1]:
                yield base[:-1]
    if is_long:
        yield text
    if text.endswith("ink"):  # beweginkje
        yield f"{text[:-1]}g"
