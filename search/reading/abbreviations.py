"""An abbreviation and its full form are one word: whoever types either finds the pages that write the other.

The pairs come from our own pages: a term of the glossary, partner or location with its other names. Only names that are
much shorter than the title count: expanding every other name finds what the word is about before the word itself.
"""

from collections.abc import Iterator

from portal.core.content_cache import kept
from search.analysis.words import all_terms, fold, squeezed, words_of
from search.models import StoredDocument, SynonymGroup
from search.reading.groups import Known
from search.schema import LANGUAGES

LONGEST = 4
"""Letters of an abbreviation."""
KINDS = ("begrip", "partner", "locatie")
"""What has abbreviations: words with a meaning, and names."""


@kept(size=1)
def abbreviations() -> dict[str, Known]:
    """Return for each language what stands beside an abbreviation, and beside what it is short for."""
    known: dict[str, Known] = {language: {} for language in LANGUAGES}
    rows = StoredDocument.objects.visible().filter(kind__in=KINDS).exclude(aliases=[])
    for language, title, aliases in rows.values_list("language", "title", "aliases"):
        for short in (alias for alias in aliases if is_short_for(alias, title)):
            for typed, meant in _both_ways(short, title):
                known[language][all_terms(typed, language)] = SynonymGroup(
                    slug=fold(typed), language=language, typed=[typed], words=[meant]
                )
    return known


def is_short_for(name: str, title: str) -> bool:
    """Return whether a name abbreviates a title: few letters, and no part of it, as "team" is of "onderwijsteam"."""
    letters = squeezed(name)
    words = [squeezed(word) for word in words_of(title)]
    is_part = any(word.startswith(letters) or word.endswith(letters) for word in words) and len(letters) > 2
    return 2 <= len(letters) <= LONGEST and len(squeezed(title)) >= 2 * len(letters) and not is_part


def _both_ways(short: str, title: str) -> Iterator[tuple[str, str]]:
    yield short, title
    yield title, short
