"""The words of documents and queries in PostgreSQL's own notation. The analysis is ours, so the config is `simple`."""

from itertools import pairwise

from search import boosts
from search.analysis.words import index_terms, placed_terms, terms_in_order, words_of
from search.documents import SearchDocument
from search.parsing import ParsedQuery
from search.reading.groups import WordGroup

GAP = 10
"""Places between two fields, so that no phrase runs from one into the next."""
LAST_PLACE = 16_000
"""PostgreSQL keeps places up to 16,383; words further on count, but in no phrase."""
WEIGHT_OF_FIELD = {
    **dict.fromkeys(("title", "aliases"), "A"),
    **dict.fromkeys(("phrases", "headings", "summary"), "B"),
    "body": "C",
    "related": "D",
}
RANK_WEIGHTS = [boosts.TEXT[name] / boosts.TEXT["title"] for name in ("related", "body", "summary", "title")]
"""Weights of D, C, B and A for `ts_rank`, from the same table as the index."""


def quoted(term: str) -> str:
    """Return an index word as a literal."""
    return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'"


def vector(document: SearchDocument) -> str:
    """Return the `tsvector` of a document."""
    places: dict[str, list[str]] = {}
    start = 1
    for name, weight in WEIGHT_OF_FIELD.items():
        value = getattr(document, name)
        end = start
        for part in [value] if isinstance(value, str) else value:
            for place, terms in enumerate(terms_in_order(part, document.language), start):
                if terms:
                    end = max(end, min(place, LAST_PLACE))
                for term in terms:
                    places.setdefault(term, []).append(f"{min(place, LAST_PLACE)}{weight}")
            start = end + GAP
    return " ".join(f"{quoted(term)}:{','.join(found[:200])}" for term, found in places.items() if len(term) < 500)


def phrase(text: str, language: str) -> str:
    """Return the query for words in this order; stop words keep their place. Empty without a real word."""
    terms = placed_terms(text, language)
    pieces = [quoted(term) for _place, term in terms[:1]]
    for (before, _term), (place, term) in pairwise(terms):
        pieces.append(f"<{place - before}> {quoted(term)}")
    return " ".join(pieces)


def outer_parts(group: WordGroup, language: str) -> list[tuple[str, float]]:
    """Return the queries of how a compound that no page holds begins and ends."""
    return [(text, boosts.PART) for part in group.parts if (text := phrase(part, language))]


def alternatives(group: WordGroup, language: str) -> list[tuple[str, float]]:
    """Return the queries of one word of the search with their weight: itself first, then its synonyms."""
    if group.phrase:
        found = [(phrase(group.text, language), 1.0)]
    else:
        words = " & ".join(quoted(term) for _place, term in placed_terms(group.text, language))
        found = [(words, group.weight), *((phrase(text, language), 1.0) for text in group.spellings)]
        found += [(phrase(text, language), boosts.SYNONYM) for text in group.synonyms]
    return [(text, weight) for text, weight in found if text]


def parts(parsed: ParsedQuery) -> str:
    """Return the query of the second try: every word and its known parts."""
    found = (term for word in words_of(parsed.bare.lower()) for term in index_terms(word, parsed.language))
    outer = (text for group in parsed.groups for text, _weight in outer_parts(group, parsed.language))
    return " | ".join(dict.fromkeys([*(quoted(term) for term in found), *outer]))
