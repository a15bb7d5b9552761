"""The analysis chains in Python, for the fallback and for matching synonyms; the same words as the index makes.

`tests/search/test_analysis.py` compares these words with those of the real analysers.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from threading import local

import snowballstemmer

from portal.core.worded import PerLanguage
from search.analysis import dutch
from search.analysis.data import read_lines
from search.analysis.spelling import plain

WORD = re.compile(r"[^\W\d_](?:\.[^\W\d_])+(?![^\W_])|[^\W_]+(?:'[^\W_]+)*")
"""A word of plain text: an abbreviation with dots between its letters, or letters and digits with apostrophes inside.

The index cuts with the same rule (`search.analysis.WORD`).
"""
NO_WORD = re.compile(r"[\W_]+")
"""What is neither a letter nor a digit."""
FOREIGN = re.compile(r"[^\x00-\x7f]+")
"""Where a letter may be an accent by itself; most of a text is not."""
STEMMERS = PerLanguage(nl="dutch_porter", en="english")
"""The stemmer of each language, as snowball names it."""
STOP_WORDS = PerLanguage({language: frozenset(read_lines(f"stop_{language}.txt")) for language in STEMMERS})
"""Words that are not searched, the same as in the index."""
QUESTION_WORDS = PerLanguage({language: frozenset(read_lines(f"question_{language}.txt")) for language in STEMMERS})
"""Words that make a question of a query; left out as long as another word is left."""

SHORTEST_PART, LONGEST_PART = 4, 22
PARTS = frozenset(dutch.PARTS)
PROTECTED = frozenset(dutch.PROTECTED)


class _Stemmers(local):
    """The stemmers of one thread: a stemmer keeps its word in itself, so two threads would stem each other's."""

    def __init__(self) -> None:
        self.of = PerLanguage({language: snowballstemmer.stemmer(name) for language, name in STEMMERS.items()})


_stemmers = _Stemmers()


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: where it stands, in letters and in words, and the index words it makes."""

    start: int
    end: int
    position: int
    terms: tuple[str, ...]


def fold(text: str) -> str:
    """Return the text in lower case, without accents, with one kind of apostrophe."""
    text = plain(text).lower()
    if text.isascii():
        return text
    return FOREIGN.sub(_without_accents, unicodedata.normalize("NFKD", text))


def _without_accents(found: re.Match[str]) -> str:
    return "".join(c for c in found[0] if not unicodedata.combining(c))


def squeezed(text: str) -> str:
    """Return the folded letters and digits of a name: "NXT-Doorn?" and "nxtdoorn" are one name."""
    return NO_WORD.sub("", fold(text))


def words_of(text: str) -> list[str]:
    """Return the words of a text as written, with plain apostrophes; "h.b.o." is the word "hbo"."""
    return [match[0].replace(".", "") for match in WORD.finditer(plain(text))]


def tokens(text: str, language: str) -> Iterator[Token]:
    """Yield the words of a text that is indexed: stop words left out, long Dutch words also split."""
    for position, match in enumerate(WORD.finditer(plain(text))):
        if terms := index_terms(match[0].replace(".", "").lower(), language):
            yield Token(match.start(), match.end(), position, terms)


def terms_in_order(text: str, language: str) -> list[tuple[str, ...]]:
    """Return the index words of each word of a text that is indexed; none where a stop word stands."""
    return [index_terms(word.lower(), language) for word in words_of(text)]


def placed_terms(text: str, language: str) -> tuple[tuple[int, str], ...]:
    """Return the index words a query asks for with their place: stop words left out, nothing split."""
    words = enumerate(word.lower() for word in words_of(text))
    return tuple((place, stem(word, language)) for place, word in words if word not in STOP_WORDS[language])


def query_terms(text: str, language: str) -> tuple[str, ...]:
    """Return the index words a query asks for."""
    return tuple(term for _place, term in placed_terms(text, language))


def all_terms(text: str, language: str) -> tuple[str, ...]:
    """Return one index word for each word, stop words too, so that phrases of any words can be compared."""
    return tuple(stem(word.lower(), language) for word in words_of(text))


@lru_cache(maxsize=50_000)
def index_terms(word: str, language: str) -> tuple[str, ...]:
    """Return the index words of one word in lower case; none for a stop word."""
    whole = () if word in STOP_WORDS[language] else (word,)
    parts = split(word) if language == "nl" else ()
    return tuple(dict.fromkeys(stem(part, language) for part in (*whole, *parts)))


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """Return the index word of one word in lower case."""
    if language == "nl":
        if word in PROTECTED:
            return fold(word)
        if lemma := dutch.LEMMAS.get(word):
            return lemma
    elif word.endswith("'s"):
        word = word[:-2]
    return fold(_stemmers.of[language].stemWord(word))


@lru_cache(maxsize=50_000)
def split(word: str) -> tuple[str, ...]:
    """Return the known parts of a long word: at each letter the longest, as the index does."""
    if len(word) < dutch.SPLIT_FROM:
        return ()
    found = []
    for start in range(len(word) - SHORTEST_PART + 1):
        for length in range(min(LONGEST_PART, len(word) - start), SHORTEST_PART - 1, -1):
            if word[start : start + length] in PARTS:
                found.append(word[start : start + length])
                break
    return tuple(found)
