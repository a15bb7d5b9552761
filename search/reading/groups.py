"""The words and phrases of a query, each with what the house calls it: what an engine searches one by one."""

import re
from dataclasses import dataclass

from portal.core.content_cache import kept
from search import boosts
from search.analysis.spelling import plain, readable
from search.analysis.words import QUESTION_WORDS, STOP_WORDS, all_terms, query_terms, words_of
from search.models import SynonymGroup
from search.reading.wishes import Wish
from search.schema import LANGUAGES
from search.spellings import MOST_PARTS

MAX_GROUPS = 24
"""Words of a query that are searched; more is not a question but a pasted text."""

YEAR = re.compile(r"(?:19|20)[0-9]{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class WordGroup:
    """One word or phrase of the query and what is searched beside it."""

    text: str
    synonyms: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    """The same words joined, apart or with an apostrophe, as our pages write them; they count as the word itself."""
    parts: tuple[str, ...] = ()
    """How a compound that no page holds begins and ends: worth less than any word that stands on a page."""
    phrase: bool = False
    """The visitor put it between quotes: these words in this order."""
    kinds: tuple[str, ...] = ()
    """It names these kinds and nothing else is asked: everything of such a kind is a result."""
    wishes: tuple[Wish, ...] = ()
    """It names these: everything that fulfils one of them is a result."""

    @property
    def weight(self) -> float:
        """How much it counts beside other words."""
        return boosts.YEAR if YEAR.fullmatch(self.text) and not self.phrase else 1.0


Known = dict[tuple[str, ...], SynonymGroup]
Matches = list[tuple[str, SynonymGroup | None]]
"""Words or phrases of a query, each with the synonyms of the house."""


@kept(size=1)
def synonyms() -> dict[str, Known]:
    """Return the synonyms of each language by their index words: any inflection of what is typed is recognised."""
    known: dict[str, Known] = {language: {} for language in LANGUAGES}
    for group in SynonymGroup.objects.all():
        known[group.language] |= {all_terms(readable(word), group.language): group for word in group.typed}
    return known


def segments(words: str) -> list[tuple[str, bool]]:
    """Cut a query at its quotation marks: (text, whether it stood between quotes)."""
    parts = plain(words).split('"')
    pairs = [(part.strip(), index % 2 == 1 and index < len(parts) - 1) for index, part in enumerate(parts)]
    return [(text, quoted and len(words_of(text)) > 1) for text, quoted in pairs if text]


def matches(words: list[str], language: str, known: Known, longest: int) -> Matches:
    """Walk through the words, each time taking the longest known phrase, else one word.

    A compound counts when it is written apart or with a hyphen: "school-opleider" is "schoolopleider".
    """
    terms = [all_terms(word, language) for word in words]
    longest = max(longest, MOST_PARTS) if known else 0
    found: Matches = []
    at = 0
    while at < len(words):
        for size in range(min(longest, len(words) - at), 0, -1):
            taken = words[at : at + size]
            key = tuple(term for word in terms[at : at + size] for term in word)
            group = known.get(key) or (
                known.get(all_terms("".join(taken), language)) if 1 < size <= MOST_PARTS else None
            )
            if group:
                found.append((" ".join(taken), group))
                at += size
                break
        else:
            found.append((words[at], None))
            at += 1
    return found


def useful(groups: list[WordGroup], language: str) -> tuple[WordGroup, ...]:
    """Leave out stop words, question words and repeats; a query of nothing else keeps what it has."""
    stop = STOP_WORDS[language] | QUESTION_WORDS[language]
    worth = [group for group in groups if group.synonyms or group.phrase or group.text.lower() not in stop]
    kept = dict.fromkeys(worth or groups)
    return tuple(kept)[:MAX_GROUPS]


def only_stop_words(group: WordGroup, language: str) -> bool:
    """Return whether the index has no word for this group, so that it can only be matched literally."""
    return not query_terms(group.text, language)
