"""Two things asked at once: what a query names beside its subject is wished for, and offered as a filter.

A wish never leaves anything out: pages that fulfil it come first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from search import boosts
from search.analysis.words import all_terms, words_of
from search.kinds import KIND
from search.reading.days import Span
from search.reading.vocabulary import Vocabulary, added_up, is_said
from search.when import CHOICES, WHEN, value_of

MOST_WORDS = 5
"""Words of the longest name that is looked for."""
BY_NAME = {facet.name: facet for facet in CHOICES}


@dataclass(frozen=True, slots=True)
class Wish:
    """Values of one facet that a query names, and with which words."""

    facet: str
    values: tuple[str, ...]
    words: str
    is_certain: bool = False
    """It names days by a date, which pages do not explain as they do places, kinds and weeks of the rhythm."""

    @property
    def weight(self) -> float:
        """How much a page that fulfils it rises."""
        return boosts.DAYS if self.is_certain else boosts.WISH

    @property
    def weight_as_word(self) -> float:
        """What a page that fulfils it has at least for the words that name it."""
        return 0.0 if self.is_certain else boosts.WISH

    def is_fulfilled_by(self, document: Any) -> bool:
        """Whether a document has one of the values."""
        return BY_NAME[self.facet].holds(document, self.values)

    @property
    def condition(self) -> dict[str, Any]:
        """The condition of Elasticsearch."""
        return BY_NAME[self.facet].condition(self.values)

    @property
    def lookup(self) -> dict[str, Any]:
        """The condition of the database."""
        return BY_NAME[self.facet].lookup(self.values)


@dataclass(frozen=True, slots=True)
class Name:
    """Words of a query that name something: where they stand, and what is wished by them."""

    at: int
    size: int
    wishes: tuple[Wish, ...]

    @property
    def is_certain(self) -> bool:
        """Whether the words mean nothing else."""
        return all(wish.is_certain for wish in self.wishes)

    def overlaps(self, other: "Name") -> bool:
        """Whether a word stands in both."""
        return self.at < other.at + other.size and other.at < self.at + self.size


def wishes(words: str, language: str, known: Vocabulary) -> tuple[Wish, ...]:
    """Return what a query wishes beside its subject; nothing when one name is all there is."""
    return tuple(wish for wish in named(words, language, known) if wish.words != " ".join(words_of(words)))


def all_named(found: Iterable[Wish], texts: Iterable[str]) -> tuple[tuple[Wish, ...], ...]:
    """Return what a query names that is a kind and other names and nothing else, as "labs doorn": by facet the wishes.

    Names of one facet add up, as its filters do. A school is a place and a partner: one of both will do.
    """
    by_words: dict[str, list[Wish]] = {}
    named: set[str] = set()
    for wish in found:
        if wish.words in by_words or named.isdisjoint(words_of(wish.words)):
            by_words.setdefault(wish.words, []).append(wish)
            named.update(words_of(wish.words))
    if not all(word in named for text in texts for word in words_of(text)):
        return ()
    by_facet: dict[str, list[Wish]] = {}
    for same in by_words.values():
        by_facet.setdefault(same[0].facet, []).extend(same)
    return tuple(map(tuple, by_facet.values())) if KIND in by_facet and len(by_facet) > 1 else ()


def asked(texts: Iterable[str], language: str, *known: Vocabulary) -> dict[str, tuple[str, ...]]:
    """Return the values by facet of which one of these texts is a whole name: that is all that is asked."""
    read = ((text, all_terms(text, language)) for text in texts)
    return added_up(item for text, terms in read for names in known for item in _said(names, terms, text))


def named(words: str, language: str, known: Vocabulary) -> list[Wish]:
    """Return what the words of a query name, each time the longest name."""
    return [wish for name in names_in(words_of(words), language, known) for wish in name.wishes]


def names_in(typed: Sequence[str], language: str, known: Vocabulary) -> list[Name]:
    """Return where words name something, each time the longest name."""
    terms = [all_terms(word, language) for word in typed]
    found: list[Name] = []
    at = 0
    while at < len(typed):
        for size in range(min(MOST_WORDS, len(typed) - at), 0, -1):
            text = " ".join(typed[at : at + size])
            named = _said(known, tuple(term for word in terms[at : at + size] for term in word), text)
            if named:
                found.append(Name(at, size, tuple(Wish(facet, values, text) for facet, values in named)))
                at += size
                break
        else:
            at += 1
    return found


def _said(known: Vocabulary, terms: tuple[str, ...], text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the facets that a text names, with their values."""
    return [(facet, values) for facet, values in known.get(terms, {}).items() if is_said(facet, text)]


def names_of_days(words: Sequence[str], found: Sequence[Span]) -> list[Name]:
    """Return days that words name as what is wished by them."""
    return [Name(span.at, span.size, (wish_for(span, words),)) for span in found]


def wish_for(span: Span, words: Sequence[str]) -> Wish:
    """Return the wish of days that these words name."""
    text = " ".join(words[span.at : span.at + span.size])
    return Wish(WHEN.name, (value_of(span.days),), text, is_certain=not span.is_name)


def in_several_words(days: Sequence[Name], names: Sequence[Name], words: Sequence[str]) -> list[Name]:
    """Return what is searched as one: days, and names in several words beside other words.

    "jaar 3" apart would be every page with a year or a number on it.
    """
    whole = [name for name in days if name.is_certain]
    beside = (name for name in names if 1 < name.size < len(words))
    return [*whole, *(name for name in beside if not any(map(name.overlaps, days)))]


def cut(text: str, found: Sequence[Name]) -> list[tuple[str, Name | None]]:
    """Cut a text where it names something in several words; one that names nothing stays as it is."""
    if not found:
        return [(text, None)]
    words = words_of(text)
    found = sorted(found, key=lambda name: name.at)
    ends = [span.at + span.size for span in found]
    parts: list[tuple[str, Name | None]] = []
    for start, end, span in zip([0, *ends], ends, found, strict=False):
        parts += [(" ".join(words[start : span.at]), None), (" ".join(words[span.at : end]), span)]
    parts.append((" ".join(words[ends[-1] :]), None))
    return [part for part in parts if part[0]]
