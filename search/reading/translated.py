"""What the pages of one language call what a visitor calls by a word of the other: "onderwijsontwerp" in English.

The pairs are our own: a page that explains or files something has a title in both languages. Where a word of the house
stands in for a visitor's word of the other language, its title does here too.
"""

from collections import defaultdict
from collections.abc import Container
from itertools import chain

from portal.core.content_cache import kept
from portal.core.worded import DUTCH
from search.analysis.words import all_terms, words_of
from search.models import StoredDocument
from search.reading.groups import synonyms
from search.reading.wishes import MOST_WORDS, Name, cut
from search.schema import LANGUAGES

KINDS = ("begrip", "thema", "locatie", "partner", "opleidingsgroep")
"""What is called by a word: stories and guides have titles that nobody types."""
MOST_NAMES = 4
"""Names that stand in for one word."""
Called = dict[tuple[str, ...], tuple[str, ...]]
"""Index words of a name in the other language → names of the same page here."""


@kept(size=1)
def translated() -> dict[str, Called]:
    """Return for each language the names that stand in for those of the other."""
    rows = StoredDocument.objects.visible().filter(kind__in=KINDS)
    pages: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(dict)
    for kind, key, language, title, aliases in rows.values_list("kind", "key", "language", "title", "aliases"):
        pages[kind, key][language] = [title, *aliases]
    found: dict[str, dict[tuple[str, ...], dict[str, None]]] = {language: defaultdict(dict) for language in LANGUAGES}
    for named in pages.values():
        for here, there in ((here, there) for here in named for there in named if here != there):
            # The other names of a page are Dutch; a translation keeps those that nobody translated.
            own = named[here] if here == DUTCH else [name for name in named[here] if name not in named[there]]
            for name in named[there] if own else ():
                found[here][all_terms(name, there)].update(dict.fromkeys(own))
    for here, there in ((here, there) for here in LANGUAGES for there in LANGUAGES if here != there):
        for typed, group in synonyms()[there].items():
            names = [name for word in group.words for name in found[here].get(all_terms(word, there), ())]
            found[here][typed].update(dict.fromkeys(names))
    return {here: {terms: tuple(names)[:MOST_NAMES] for terms, names in of.items()} for here, of in found.items()}


def called_here(
    text: str, language: str, strange: frozenset[str], names: Called, known: Container[tuple[str, ...]]
) -> list[tuple[str, tuple[str, ...]]]:
    """Cut a text where it names something in the other language only: (words, what that is called here).

    `strange` are its words that no page here holds, one of which such a name has; what is `known` an editor explained.
    """
    if not strange:
        return [(text, ())]
    typed = words_of(text)
    other = next(there for there in LANGUAGES if there != language)
    here, there = ([all_terms(word, of) for word in typed] for of in (language, other))
    found: list[Name] = []
    called: list[tuple[str, ...]] = []
    at = 0
    while at < len(typed):
        for end in range(min(at + MOST_WORDS, len(typed)), at, -1):
            here_too = names.get(_joined(there[at:end]), ())
            if here_too and not strange.isdisjoint(typed[at:end]) and _joined(here[at:end]) not in known:
                found.append(Name(at, end - at, ()))
                called.append(here_too)
                at = end
                break
        else:
            at += 1
    left = iter(called)
    return [(part, next(left) if name else ()) for part, name in cut(text, found)]


def _joined(terms: list[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(chain.from_iterable(terms))
