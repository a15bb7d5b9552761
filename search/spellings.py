"""Other spellings of the words of a query: joined, apart or with an apostrophe, as far as our pages know them.

"nxtdoorn" is "NXT Doorn", "e-mail" is "email", "collegas" is "collega's", and a "lesje" is a "les". Only words that
stand in documents count, so a search for a common word asks nothing more than that word.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations
from typing import Any

from portal.core.prepared import prepared
from portal.core.worded import DUTCH
from search.analysis.dictionary import JOINTS, is_word
from search.analysis.spelling import plain
from search.analysis.words import STOP_WORDS, WORD, fold, words_of
from search.models import KnownWord
from search.reading import verbs
from search.reading.forms import made_of, names_people
from search.schema import LANGUAGES

MOST_PARTS = 3
"""Parts of a compound that people write apart."""
LONGEST = 40
"""Letters of a word of which other spellings are looked for."""
SHORTEST_OUTER = 4
"""Letters of the part with which a compound begins or ends."""
SHORTEST_PART = 2
"""Letters of a part, unless it is the first: "e-mail", "t-shirt"."""

SHORTEST_GLUED = 3
"""Letters of a word that is written as one with its neighbours."""
LONG_GLUED = 6
"""Letters of the longest of them: short words make other words by chance."""
NUMBERED = re.compile(r"([a-z]{2,})([0-9]{1,2})")
"""A word with its number: "hbo1", "jaar3"."""
CODE = re.compile(r"[a-z][0-9]{1,2}")
"""What follows a word in a code: "hu-p1"."""


def tried(words: str) -> set[str]:
    """Return the words, and every text that would tell of another spelling of them if it were a word of our pages."""
    words_written = [fold(word) for word in words_of(words)]
    texts = {text for word in words_written for parts in _cuts(word) for text in parts} | set(_joins(words_written))
    texts |= {verb for _at, _end, verb in verbs.joined(words_written)}
    return {*texts, *words_written} | {
        text for word in words_written for text in (*_with_apostrophe(word), *made_of(word, DUTCH))
    }


def written(words: str) -> list[tuple[str, str]]:
    """Return (language, word) for what our pages know of the words of a query."""
    return [(language, word) for language, word in _known_words(tried(words))] if words else []


@prepared("text")
def _known_words(words: Any) -> Any:
    return KnownWord.objects.filter(word__in=words).values_list("language", "word")


class Spellings:
    """The spellings our pages use for the words of one search; `known` are the pairs (language, word) of `tried`."""

    def __init__(self, words: str, known: Iterable[tuple[str, str]]) -> None:
        self.asked = frozenset(fold(word) for word in words_of(words))
        self.known: dict[str, set[str]] = {language: set() for language in LANGUAGES}
        for language, word in known:
            self.known[language].add(word)

    def of(self, words: list[str], language: str) -> list[tuple[str, ...]]:
        """Return for each of the words, which stand in this order, how else our pages write it."""
        found: list[dict[str, None]] = [dict.fromkeys(self.apart(word, language)) for word in words]
        folded = [fold(word) for word in words]
        for at in range(len(words)):
            for size in range(2, MOST_PARTS + 1):
                joined = "".join(folded[at : at + size])
                if at + size <= len(words) and joined in self.known[language]:
                    for place in range(at, at + size):
                        found[place][joined] = None
        for at, end, verb in verbs.joined(folded) if language == "nl" else ():
            if verb in self.known[language]:
                found[at][verb] = found[end][verb] = None
        return [tuple(texts) for texts in found]

    def apart(self, word: str, language: str) -> tuple[str, ...]:
        """Return the ways in which our pages write one word as several, or with an apostrophe."""
        word, known, stop = fold(word), self.known[language], STOP_WORDS[language]
        if word not in self.asked:  # a corrected word is one of ours already
            return ()
        cut = (parts for parts in _cuts(word) if all(part in known and part not in stop for part in parts))
        other = [*_with_apostrophe(word), *self._made_of(word, language)]
        return tuple([" ".join(parts) for parts in cut] + [text for text in other if text in known])

    def _made_of(self, word: str, language: str) -> list[str]:
        """Return what a word is made of that no page holds, or that names people, as far as a page holds that."""
        known = self.known[language] - STOP_WORDS[language]
        is_new = word not in known or names_people(word)
        return [text for text in made_of(word, language) if text in known][:1] if is_new else []

    def strange(self, text: str, language: str) -> frozenset[str]:
        """Return the words of a text that say something and stand on no page in a language."""
        stop, known = STOP_WORDS[language], self.known[language]
        return frozenset(word for word in words_of(text) if fold(word) not in known and word.lower() not in stop)

    def unglued(self, text: str, language: str) -> str:
        """Return a text with the words apart that nobody writes as one: "nxtdoorn", "jaar3"."""
        if '"' in plain(text):
            return text
        return WORD.sub(lambda found: " ".join(self._unglued(found[0], language)) or found[0], plain(text))

    def _unglued(self, text: str, language: str) -> tuple[str, ...]:
        """Return the words of our pages as which a word is written that neither they nor a dictionary know."""
        word, known = fold(text), self.known[language] - STOP_WORDS[language]
        if word not in self.asked or word in self.known[language] or is_word(word):
            return ()
        cuts = [parts for parts in _cuts(word) if len(parts) > 1 and all(map(known.__contains__, parts))]
        if numbered := NUMBERED.fullmatch(word):
            codes = [parts for parts in cuts if len(parts) == 2 and CODE.fullmatch(parts[1])]
            return codes[0] if codes else numbered.groups() if numbered[1] in known else ()
        cuts = [parts for parts in cuts if len(min(parts, key=len)) >= SHORTEST_GLUED]
        cuts = [parts for parts in cuts if len(max(parts, key=len)) >= LONG_GLUED]
        return min(cuts, key=lambda parts: (len(parts), -len(min(parts, key=len))), default=())

    def outer_parts(self, word: str, language: str) -> tuple[str, ...]:
        """Return with what a compound begins and ends that no page holds, as far as our pages know that as words."""
        word, known = fold(word), self.known[language] - STOP_WORDS[language]
        if word not in self.asked or word in known or not word.isalpha() or len(word) > LONGEST:
            return ()
        begins: list[str] = []
        ends: list[str] = []
        for at in range(SHORTEST_OUTER, len(word) - SHORTEST_OUTER + 1):
            end = word[at:]
            firsts = [first for joint in JOINTS if _is_part(first := word[:at].removesuffix(joint), known)]
            if firsts and _is_part(end, known):
                begins += [first for first in firsts if first in known]
                ends += [end] if end in known else []
        return tuple(dict.fromkeys([*begins[-1:], *ends[:1]]))


def _is_part(text: str, known: set[str]) -> bool:
    """Return whether a text is a word of our pages or of the language, whatever joins it to the next."""
    return len(text) >= SHORTEST_OUTER and (text in known or is_word(text))


@lru_cache(maxsize=30)
def _cuts(word: str) -> list[tuple[str, ...]]:
    """Return every way to cut a word in two or three parts; a search asks it of a word in each language."""
    if len(word) > LONGEST:
        return []
    found = []
    for number in range(1, MOST_PARTS):
        for places in combinations(range(1, len(word)), number):
            ends = zip((0, *places), (*places, len(word)), strict=True)
            parts = tuple(word[start:end] for start, end in ends)
            if all(len(part) >= SHORTEST_PART or part.isdigit() for part in parts[1:]):
                found.append(parts)
    return found


def _joins(words: list[str]) -> list[str]:
    """Return neighbours written as one word."""
    return ["".join(words[at : at + size]) for at in range(len(words)) for size in range(2, MOST_PARTS + 1)]


def _with_apostrophe(word: str) -> list[str]:
    """Return the word without its apostrophes, or with one at each place."""
    if "'" in word:
        return [word.replace("'", "")]
    return [f"{word[:at]}'{word[at:]}" for at in range(1, len(word))] if len(word) <= LONGEST else []
