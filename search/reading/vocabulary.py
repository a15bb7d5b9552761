"""The names by which a query says where, for whom or what kind: taken from the site itself, in both languages.

Locations, partners, themes and training groups are called as their pages are, the other values as the filters are.
Whoever owns a facet adds names that no page has as its title, such as the town of a school.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from django.utils import translation

from portal.core.content_cache import kept
from search.analysis.dictionary import FEWEST_LETTERS, is_word
from search.analysis.words import STOP_WORDS, all_terms, fold, words_of
from search.documents import LABELS
from search.kinds import FACETS, KIND, KINDS, MANY, SearchFacet
from search.models import StoredDocument
from search.schema import LANGUAGES

Names = Mapping[str, Iterable[str]]
"""Value of a facet → what it is called."""
Vocabulary = dict[tuple[str, ...], dict[str, tuple[str, ...]]]
"""Index words of a name → name of the facet → values called so."""

TOO_WIDE = frozenset({"pagina", "document", "begrip"})
"""Kinds whose words stand in questions about anything: "op welke pagina", "wat is het begrip"."""
NUMBERS = frozenset(
    [
        *("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    ]
)
"""Words that are part of a name and count things elsewhere: "Academie Tien" is not asked by "tien weken"."""
PLACES = frozenset({"locatie", "partner"})
"""Facets whose values are places, of which people make adjectives."""
ADJECTIVE = ("s", "se", "er")
"""Ends that make an adjective of a Dutch place: "Utrechtse", "Doorns"."""

SOURCES: dict[str, list[Callable[[], Names]]] = defaultdict(list)
_alone: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)


def register_names(facet: str, names: Callable[[], Names]) -> None:
    """Let values of a facet be called by more than the titles of their pages; the function is asked once a change."""
    SOURCES[facet].append(names)


def register_names_alone(facet: str, value: str, *names: str) -> None:
    """Let a value be called so by a query that is nothing else: in a sentence such a word says many things."""
    _alone[facet][value] = (*_alone[facet].get(value, ()), *names)


@kept(size=4)
def vocabulary(language: str) -> Vocabulary:
    """Return the names as the words of a query in a language are compared with them."""
    return _compared(language, ((facet.name, value, name) for facet in FACETS for value, name in _names(facet)))


@kept(size=1)
def words_for_kinds() -> frozenset[str]:
    """Return the words for kinds as one says them: "nieuwe" has the index word of "nieuws", and asks for no news."""
    found: set[str] = set()
    for language in LANGUAGES:
        with translation.override(language):
            found |= {fold(str(label)) for labels in (KINDS, MANY) for label in labels.values()}
    return frozenset(found | {fold(name) for names in _alone[KIND].values() for name in names})


def is_said(facet: str, words: str) -> bool:
    """Return whether words with the index words of a name are that name."""
    return facet != KIND or fold(words) in words_for_kinds()


@kept(size=4)
def whole_names(language: str) -> Vocabulary:
    """Return the names that only a whole query is."""
    named = ((facet, value, name) for facet, of in _alone.items() for value, names in of.items() for name in names)
    return _compared(language, named)


def _compared(language: str, names: Iterable[tuple[str, str, str]]) -> Vocabulary:
    """Return names, given with their facet and value, by their index words."""
    found: dict[tuple[str, ...], dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for facet, value, name in names:
        if any(word.lower() not in STOP_WORDS[language] for word in words_of(name)):
            found[all_terms(name, language)][facet][value] = None
    return {terms: {facet: tuple(values) for facet, values in named.items()} for terms, named in found.items()}


def _names(facet: SearchFacet) -> Iterator[tuple[str, str]]:
    """Yield (value, name) for everything that a facet can be asked by."""
    for value, label in facet.words.items():  # kinds in the plural, whose index words are those of the singular
        if value not in TOO_WIDE:
            for language in LANGUAGES:
                with translation.override(language):
                    yield value, str(label)
    for language in LANGUAGES if facet.name in LABELS else ():
        yield from LABELS[facet.name](language).items()
    yield from _titles(facet.named_by)
    for source in SOURCES[facet.name]:
        for value, names in source().items():
            yield from ((value, form) for name in names for form in (forms(name) if facet.name in PLACES else [name]))


@kept(size=len(FACETS))
def _titles(kinds: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return what pages are called, and each word of a name that tells it from the others: "Maarsbergen", "NUOVO".

    The same in each language. The dictionaries are asked last: of thousands of names that takes a second.
    """
    rows = StoredDocument.objects.visible().filter(kind__in=kinds).values_list("kind", "key", "title", "aliases")
    known = list(rows) if kinds else []
    found = [(key, name) for _kind, key, title, aliases in known for name in (title, *aliases)]
    found += [(key, turned) for kind, key, title, _aliases in known if (turned := _turned(kind, title))]
    words = {(kind, key, fold(word)) for kind, key, title, _aliases in known for word in words_of(title)}
    often = Counter(word for _kind, _key, word in words)
    for kind, key, word in sorted(words):
        tells = often[word] == 1 and len(word) >= FEWEST_LETTERS and word not in NUMBERS
        if tells and (kind == "locatie" or not is_word(word)):
            found += [(key, form) for form in forms(word)]
    return found


def added_up(named: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    """Return each value once by what it is a value of, in their order: two places of one facet are both of them."""
    found: dict[str, dict[str, None]] = {}
    for facet, values in named:
        found.setdefault(facet, {}).update(dict.fromkeys(values))
    return {facet: tuple(values) for facet, values in found.items()}


def forms(place: str) -> list[str]:
    """Return a name, and the adjectives of it when it is the name of a place in one word."""
    if " " in place or not place.isalpha():
        return [place]
    return [place, *(f"{place}{end}" for end in ADJECTIVE), *([f"{place[:-2]}se"] if place.endswith("en") else [])]


def _turned(kind: str, title: str) -> str:
    """Return the name of a place in two words the other way round: "Universiteit Utrecht"; nothing for any other."""
    words = words_of(title)
    return " ".join(reversed(words)) if kind in PLACES and len(words) == 2 else ""
