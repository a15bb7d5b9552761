"""Highlighting of title and text by the fallback, of the words the index would match."""

import re
from collections.abc import Iterator

from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from search.analysis.words import Token, query_terms, tokens
from search.parsing import ParsedQuery

LONGEST = 180
"""Letters of an excerpt, as in Elasticsearch."""
MOST_TEXT = 20_000
"""Letters of a text that are looked at."""
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+|\n|$)\s*")


def wanted_terms(parsed: ParsedQuery) -> frozenset[str]:
    """Return the index words that are highlighted."""
    texts = (text for group in parsed.groups for text in (group.text, *group.spellings, *group.synonyms))
    return frozenset(term for text in texts for term in query_terms(text, parsed.language))


def matching_tokens(text: str, wanted: frozenset[str], language: str) -> list[Token]:
    """Return the words of a text that match."""
    return [token for token in tokens(text, language) if not wanted.isdisjoint(token.terms)]


def highlighted(text: str, wanted: frozenset[str], language: str) -> SafeString | None:
    """Return the whole text highlighted, or None when no word matches."""
    found = matching_tokens(text, wanted, language)
    return html(text, found) if found else None


def best_fragment(texts: list[str], wanted: frozenset[str], language: str) -> SafeString | None:
    """Return the sentence with the most different words of the query, highlighted; the earliest when equal."""
    best: tuple[int, str, list[Token]] = (0, "", [])
    for text in texts:
        for sentence in sentences(text[:MOST_TEXT]):
            found = matching_tokens(sentence, wanted, language)
            different = len({term for token in found for term in token.terms} & wanted)
            if different > best[0]:
                best = different, sentence, found
    return html(best[1], best[2]) if best[0] else None


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text; long ones in pieces that end at a word."""
    for match in SENTENCE.finditer(text):
        rest = match[0].strip()
        while len(rest) > LONGEST:
            cut = rest.rfind(" ", 0, LONGEST)
            cut = cut if cut > 0 else LONGEST
            yield rest[:cut]
            rest = rest[cut:].strip()
        if rest:
            yield rest


def html(text: str, found: list[Token]) -> SafeString:
    """Return the text escaped, with marks around the words found."""
    pieces: list[tuple[SafeString, str]] = []
    at = 0
    opening, closing, nothing = mark_safe("<mark>"), mark_safe("</mark>"), mark_safe("")
    for token in found:
        pieces += [(nothing, text[at : token.start]), (opening, text[token.start : token.end]), (closing, "")]
        at = token.end
    return format_html_join("", "{}{}", [*pieces, (nothing, text[at:])])
