"""Finds words that the house does not use, however they are written: apart, hyphened, inflected or in a compound.

A text is read as its letters alone, without spaces, hyphens, accents, capitals and signs that nobody sees; where a
word of the list stands in them, the place in the text itself is told. docs/house-language.md says what is caught.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

BETWEEN = re.compile(
    "[\\s_\\-\u00ad\u058a\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2010-\u2015\u202a-\u202e\u2060-\u206f\u2212"
    "\u2800\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u3164\ufe31\ufe32\ufe58\ufe63\ufeff\uff0d\uffa0\U000e0020-\U000e007f]"
    "|(?<=\\w)[()*\u00b7\u2022\u2027\u2219](?=\\w)"
)
"""One sign that may stand inside a word without making it another: a space, a hyphen, an unseen sign, one of those with
which people write two forms in one, as in instituut(s) and opleid*ster."""
MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]")
SHORT = 6
"""Letters from which a word is looked for inside others too; a shorter one stands in too many (les in molest)."""
ENDINGS = frozenset({"", "s", "e", "en", "n", "r", "er", "ers", "es", "ing", "je", "jes", "tje", "tjes", "ster"})
"""What may follow a short word, and what belongs to a word that is replaced by several."""


@dataclass(frozen=True, slots=True)
class HouseWord:
    """Words that the house does not use, and what it says instead."""

    forms: tuple[str, ...]
    says: tuple[str, ...]
    """The house's word, then other forms of it; the one that ends most like what was found takes its place."""
    exceptions: tuple[str, ...] = ()
    advises: bool = False
    """Whether it is advice only: then nothing is refused."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a text where such a word stands: from `start` up to `end`."""

    start: int
    end: int
    found: str
    says: str
    advises: bool


def letters_of(text: str) -> str:
    """Return the letters and signs of a text as they are compared."""
    return MARKS.sub("", normalize("NFKD", BETWEEN.sub("", text)).casefold())


def forms_of(word: str) -> set[str]:
    """Return a word with the forms that do not begin with it: scholen, lessen, begeleidster, -ies."""
    base = letters_of(word)
    found = {base}
    if plural := re.fullmatch(r"(.*)(aa|ee|oo|uu)([bcdfghjklmnprstvz])", base):
        start, vowel, last = plural.groups()
        found.add(f"{start}{vowel[0]}{ {'f': 'v', 's': 'z'}.get(last, last) }en")
    if re.search(r"[^aeiou][aeiou][bdfgklmnprst]$", base):
        found.add(f"{base}{base[-1]}en")
    if base.endswith("er") and len(base) > SHORT:
        found.add(f"{base[:-2]}ster")
    if re.search(r"[^aeiou]y$", base):
        found.add(f"{base[:-1]}ies")
    return found - {""}


class Finder:
    """All words of a list, made ready once; `find` is quick where a text holds none of them."""

    def __init__(self, words: Iterable[HouseWord]) -> None:
        self._by_form = {form: word for word in words for said in word.forms for form in forms_of(said)}
        self._spared = {exc for word in self._by_form.values() for said in word.exceptions for exc in forms_of(said)}

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self._by_form)

    @cached_property
    def _words(self) -> re.Pattern[str]:
        return _any_of(self._by_form)

    @cached_property
    def _exceptions(self) -> re.Pattern[str]:
        return _any_of(self._spared)

    def find(self, text: str) -> list[Hit]:
        """Return where words of the list stand in a text, from left to right."""
        if not self or not self._words.search(letters_of(text)):
            return []
        reading = Reading(text)
        spared = [match.span() for match in self._exceptions.finditer(reading.letters)]
        return list(self._hits(reading, spared))

    def _hits(self, reading: "Reading", spared: list[tuple[int, int]]) -> Iterator[Hit]:
        at = 0
        while match := self._words.search(reading.letters, at):
            start, end = match.span()
            word = self._by_form[match.group()]
            at = start + 1
            if any(first <= start and end <= last for first, last in spared) or not reading.is_word(start, end):
                continue
            ending = reading.rest_of_word(end)
            says = _closest(match.group(), word.says)
            if " " in says and ending in ENDINGS:
                end += len(ending)
            yield reading.hit(start, end, says, word.advises)
            at = end


class Reading:
    """The letters of one text, each with its place."""

    def __init__(self, text: str) -> None:
        self.text = text
        left_out = {match.start() for match in BETWEEN.finditer(text)}
        read = [
            (letter, place)
            for place, sign in enumerate(text)
            if place not in left_out
            for letter in MARKS.sub("", normalize("NFKD", sign).casefold())
        ]
        self.letters = "".join(letter for letter, _place in read)
        self._places = [place for _letter, place in read]

    def is_word(self, start: int, end: int) -> bool:
        """Whether the letters found are one word as people write it, and no accident of words that stand together."""
        spaced = any(sign.isspace() for sign in self.text[self._places[start] : self._places[end - 1]])
        if end - start < SHORT:
            return self._begins(start) and self.rest_of_word(end) in ENDINGS
        return not spaced or self._begins(start)

    def _begins(self, start: int) -> bool:
        """Whether a word begins at a letter: the sign before it in the text is no letter."""
        place = self._places[start]
        return place == 0 or not (self.text[place - 1].isalnum() or MARKS.match(self.text[place - 1]))

    def rest_of_word(self, end: int) -> str:
        """Return the letters that follow without any sign between them."""
        rest = end
        while rest < len(self.letters) and self.letters[rest].isalnum() and self._follows(rest):
            rest += 1
        return self.letters[end:rest]

    def _follows(self, index: int) -> bool:
        return self._places[index] - self._places[index - 1] <= 1

    def hit(self, start: int, end: int, says: str, advises: bool) -> Hit:
        """Return a place in the text itself, with the house's word written as the one that stands there."""
        first, last = self._places[start], self._places[end - 1] + 1
        while last < len(self.text) and MARKS.match(self.text[last]):
            last += 1
        found = self.text[first:last]
        return Hit(first, last, found, _written_like(found, says), advises)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")


def _closest(found: str, says: tuple[str, ...]) -> str:
    """Return the form of the house's word that ends most like what was found; the first of those."""

    def alike(form: str) -> int:
        pairs = zip(reversed(found), reversed(letters_of(form)), strict=False)
        return next((count for count, (left, right) in enumerate(pairs) if left != right), min(len(found), len(form)))

    return max(says, key=alike)


def _written_like(found: str, says: str) -> str:
    letters = [sign for sign in found if sign.isalpha()]
    if len(letters) > 1 and all(sign.isupper() for sign in letters):
        return says.upper()
    return says[:1].upper() + says[1:] if letters and letters[0].isupper() else says
