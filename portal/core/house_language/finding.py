"""Finds words that the house does not use, however they are written: apart, hyphened, inflected or in a compound.

A text is read as its letters alone, without spaces, hyphens, accents, capitals and signs that nobody sees; where a
word of the list stands in them, the place in the text itself is told. docs/house-language.md says what is caught.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from portal.core.house_language.halves import HYPHEN, SHORTEST, Half, halves_in, may_hold_halves, only_joins
from portal.core.house_language.signs import BETWEEN, MARKS, letters_in, letters_of, shape_of

SHORT = 6
"""Letters from which a word is looked for inside others too; a shorter one stands in too many (les in molest)."""
ENDINGS = frozenset({"", "s", "e", "en", "n", "r", "er", "ers", "es", "ing", "je", "jes", "tje", "tjes", "ster"})
"""What may follow a short word, and what belongs to a word that is replaced by several."""

TWO_WORDS = re.compile(r"[^\W\d_]{4,}[ \u00a0\n][^\W\d_]{4,}")
OF_A_VERB = frozenset({"t", "de", "den", "ed"})
"""Endings that make a verb of a noun."""
OF_A_HARD_VERB = frozenset({"t", "te", "ten", "ed"})
"""The same, of a noun that ends in one of the letters below."""
HARD = "tkfschpx"


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
        forms = {form: word for word in words for said in word.forms for form in forms_of(said)}
        self._short = {form for form in forms if len(form) < SHORT}
        self._by_form = {shape_of(form): word for form, word in forms.items()}
        self._spared = {
            shape_of(form) for word in forms.values() for said in word.exceptions for form in forms_of(said)
        }

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
        if not self:
            return []
        whole = list(self._whole(text)) if self._words.search(shape_of(letters_of(text))) else []
        return _as_one(text, [*whole, *self._halves(text)]) if may_hold_halves(text) else whole

    def _whole(self, text: str) -> Iterator[Hit]:
        reading = Reading(text)
        for start, end, word in self._matches(reading):
            ending = reading.rest_of_word(end)
            says = _closest(reading.letters[start:end], word.says)
            if " " in says and ending in ENDINGS:
                end += len(ending)
            yield reading.hit(start, end, says, word.advises)

    def _halves(self, text: str) -> Iterator[Hit]:
        """Yield the halves that stand for a word of the list; the house's word takes the form of the word in full."""
        for half in halves_in(text):
            for full, meet in half.in_full():
                shape = shape_of(letters_of(full))
                if self._words.search(shape) and (hit := self._half(text, half, Reading(full), meet)):
                    yield hit
                    break

    def _half(self, text: str, half: Half, reading: "Reading", meet: int) -> Hit | None:
        for start, end, word in self._matches(reading):
            first, last = reading.place(start), reading.place(end - 1)
            ending = reading.rest_of_word(end)
            if end - start < SHORT or not first <= meet - SHORTEST <= meet <= last or ending not in ENDINGS:
                continue
            says = _closest(reading.letters[start:end] + ending, word.says)
            begins = half.start + first if half.begins else half.start
            found = text[begins : half.end]
            return Hit(begins, half.end, found, _written_like(found, says), word.advises)
        return None

    def _matches(self, reading: "Reading") -> Iterator[tuple[int, int, HouseWord]]:
        """Yield which letters are a word of the list and belong to none that may be written."""
        shape = shape_of(reading.letters)
        spared = [match.span() for match in self._exceptions.finditer(shape)]
        at = 0
        while match := self._words.search(shape, at):
            start, end = match.span()
            at = start + 1
            if any(first <= start and end <= last for first, last in spared) or not reading.is_word(start, end):
                continue
            if end - start < SHORT and reading.letters[start:end] not in self._short:
                continue
            yield start, end, self._by_form[match.group()]
            at = end


class Reading:
    """The letters of one text, each with its place."""

    def __init__(self, text: str) -> None:
        self.text = text
        left_out = {match.start() for match in BETWEEN.finditer(text)}
        read = [
            (letter, place) for place, sign in enumerate(text) if place not in left_out for letter in letters_in(sign)
        ]
        self.letters = "".join(letter for letter, _place in read)
        self._places = [place for _letter, place in read]

    def is_word(self, start: int, end: int) -> bool:
        """Whether the letters found are one word as people write it, and no accident of words that stand together."""
        spaced = any(sign.isspace() for sign in self.text[self._places[start] : self._places[end - 1]])
        if end - start < SHORT:
            return self._begins(start) and self.rest_of_word(end) in ENDINGS
        return not spaced or (self._begins(start) and not self._goes_on_as_a_verb(start, end))

    def _goes_on_as_a_verb(self, start: int, end: int) -> bool:
        """Whether the second of two words is another word than the list means: een stage schoolt je.

        Only a single space between two whole words can stand there by accident, and only with such an ending: whatever
        else follows is the rest of a compound, and any other sign between the letters was written within a word.
        """
        written = self.text[self.place(start) : self.place(end - 1) + 1]
        endings = OF_A_HARD_VERB if self.letters[end - 1] in HARD else OF_A_VERB
        return bool(TWO_WORDS.fullmatch(written)) and self.rest_of_word(end) in endings

    def place(self, index: int) -> int:
        """Return where in the text a letter stands."""
        return self._places[index]

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
        if ")" in self.text[first:last] and "(" not in self.text[first:last] and self.text[first - 1 : first] == "(":
            first -= 1
        if "(" in self.text[first:last] and ")" not in self.text[first:last] and self.text[last : last + 1] == ")":
            last += 1
        found = self.text[first:last]
        return Hit(first, last, found, _written_like(found, says), advises)


def _as_one(text: str, found: list[Hit]) -> list[Hit]:
    """Return what was found from left to right; a half before a word for which the house says the same is one with it.

    School- en instituutsopleiders are opleiders, and no opleiders en opleiders.
    """
    joined: list[Hit] = []
    for hit in sorted(found, key=lambda hit: (-hit.start, hit.end)):
        after = joined[-1] if joined else None
        if after and hit.end > after.start:
            continue
        if after and hit.advises == after.advises and _are_one(hit, text[hit.end : after.start], after):
            written = text[hit.start : after.end]
            joined[-1] = Hit(hit.start, after.end, written, _written_like(written, after.says), hit.advises)
        else:
            joined.append(hit)
    return joined[::-1]


def _are_one(half: Hit, between: str, word: Hit) -> bool:
    says_same = half.says.casefold().startswith(word.says.casefold())
    return says_same and bool(re.search(HYPHEN + r"\W*\Z", half.found)) and only_joins(between)


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
