"""What a query means: its words, with the words of the house beside them.

A query is read once, by `parse`; engines, highlighting and the notices of the page are handed the `ParsedQuery`.
"""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from wagtail.contrib.search_promotions.models import SearchPromotion

from portal.core.content_cache import kept
from portal.core.prepared import prepared
from search import boosts
from search.analysis.spelling import plain, readable, with_plain_phones
from search.analysis.words import QUESTION_WORDS, STOP_WORDS, all_terms, fold, query_terms, squeezed, words_of
from search.documents import PAGE, Identity
from search.meaning.nearest import Near, near
from search.models import KnownWord, SynonymGroup
from search.reading.questions import leaning
from search.reading.vocabulary import vocabulary
from search.reading.wishes import Wish, wishes
from search.request import SearchRequest
from search.schema import LANGUAGES
from search.spellings import MOST_PARTS, Spellings, tried

LONGEST_NAME = 4
"""Words of the longest name that is looked for inside a query."""
SENTENCE = 4
"""Words from which a query is a sentence, in which no single word says what is asked."""
MAX_GROUPS = 24
"""Words of a query that are searched; more is not a question but a pasted text."""


@dataclass(frozen=True, slots=True)
class WordGroup:
    """One word or phrase of the query and what is searched beside it."""

    text: str
    synonyms: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    """The same words joined, apart or with an apostrophe, as our pages write them; they count as the word itself."""
    phrase: bool = False
    """The visitor put it between quotes: these words in this order."""


@dataclass(frozen=True)
class ParsedQuery:
    """A query, read: groups in the visitor's order, and the groups of synonyms that were used."""

    parser: "QueryParser" = field(repr=False, compare=False)
    """What read it, and knows the synonyms of that moment."""
    language: str
    words: str
    groups: tuple[WordGroup, ...]
    used: tuple[tuple[str, SynonymGroup], ...] = ()
    """(the visitor's word, the group it belongs to)."""
    promoted: tuple[Identity, ...] = ()
    """Pages the core team put on top of exactly this query, in their order."""
    near: tuple[Near, ...] = ()
    """Pages that mean what is asked, the nearest first, where words alone are no good guide."""

    @cached_property
    def elsewhere(self) -> "ParsedQuery":
        """The same words in the other language."""
        other = next(language for language in LANGUAGES if language != self.language)
        return self.parser.parse(self.words, other)

    def corrected(self, words: str) -> "ParsedQuery":
        """Return what is searched when the words were mistyped."""
        return self.parser.parse(words, self.language)

    @cached_property
    def bare(self) -> str:
        """The words without quotation marks."""
        return " ".join(plain(self.words).replace('"', " ").split())

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What would be an exact answer as a title: the query itself, or what a query of one group stands for."""
        alone = (*self.groups[0].spellings, *self.groups[0].synonyms) if len(self.groups) == 1 else ()
        return tuple(dict.fromkeys(fold(text) for text in (self.bare, *alone)))

    @cached_property
    def whole(self) -> tuple[str, ...]:
        """The letters and digits of these titles, by which titles are compared."""
        return tuple(dict.fromkeys(squeezed(text) for text in self.names))

    @cached_property
    def inside(self) -> tuple[str, ...]:
        """Words and phrases of the query that may be a whole name, the query itself left out."""
        words = words_of(self.bare)[:MAX_GROUPS]
        spans = (words[at : at + size] for at in range(len(words)) for size in range(1, LONGEST_NAME + 1))
        texts = dict.fromkeys(squeezed("".join(span)) for span in spans if query_terms(" ".join(span), self.language))
        return tuple(text for text in texts if text not in self.whole)

    @cached_property
    def wishes(self) -> tuple[Wish, ...]:
        """What is named beside the subject: places, kinds, groups."""
        return wishes(self.bare, self.language, self.parser.names[self.language])

    @cached_property
    def leaning(self) -> tuple[str, ...]:
        """Kinds of documents that answer this kind of question."""
        return leaning(self.bare)

    @property
    def settled(self) -> bool:
        """Nothing else may be searched: the visitor quoted words, or the core team chose what comes first."""
        return bool(self.promoted) or any(group.phrase for group in self.groups)

    @property
    def leanings(self) -> list[tuple[Identity, float]]:
        """The pages that rank higher for what they mean, with how much."""
        return [
            (page.identity, weight)
            for page in self.near
            if (weight := boosts.meaning(page.closeness, self.near[0].closeness, len(self.groups)))
        ]

    @property
    def term_keys(self) -> tuple[str, ...]:
        """Keys of glossary terms that explain the house's word for what was typed."""
        return tuple(dict.fromkeys(group.term for _word, group in self.used if group.notice and group.term))


Known = dict[tuple[str, ...], SynonymGroup]
Matches = list[tuple[str, SynonymGroup | None]]
"""Words or phrases of a query, each with the synonyms of the house."""


@kept(size=1)
def synonyms() -> dict[str, Known]:
    """Return the synonyms of each language by their index words: any inflection of what is typed is recognised."""
    known: dict[str, Known] = {language: {} for language in STOP_WORDS}
    for group in SynonymGroup.objects.all():
        known[group.language] |= {all_terms(readable(word), group.language): group for word in group.typed}
    return known


class QueryParser:
    """Reads words with the synonyms as they are now. Made once a search, in the thread that has the database."""

    def __init__(self, request: SearchRequest) -> None:
        self.promoted_for = (request.words, request.language)
        self.promoted = promoted(request)
        self.spelled = Spellings(request.words, written(request))
        self.known = synonyms()
        self.names = {language: vocabulary(language) for language in LANGUAGES}
        self.request = request

    def parse(self, words: str, language: str) -> ParsedQuery:
        """Read words; where there are none, there are no groups."""
        known = self.known[language]
        longest = max((len(key) for key in known), default=0)
        groups: list[WordGroup] = []
        used: list[tuple[str, SynonymGroup]] = []
        for text, quoted in segments(words):
            if quoted:
                groups.append(WordGroup(text, phrase=True))
                continue
            taken = self._matches(text, language, known, longest)
            others = self.spelled.of([word for word, _group in taken], language)
            for (word, group), spellings in zip(taken, others, strict=True):
                groups.append(WordGroup(word, tuple(group.words) if group else (), spellings))
                if group:
                    used.append((word, group))
        is_asked = (words, language) == self.promoted_for
        promoted = self.promoted if is_asked else ()
        found = ParsedQuery(self, language, words, useful(groups, language), tuple(used), promoted)
        return replace(found, near=near(found.bare, language)) if is_asked and self._needs_meaning(found) else found

    def _needs_meaning(self, query: ParsedQuery) -> bool:
        """Return whether words are a poor guide: a sentence, or a word that stands on no page and stands for none."""
        if self.request.literal or query.settled:
            return False
        known = self.spelled.known[query.language]
        strange = (
            group
            for group in query.groups
            if not (group.synonyms or group.spellings) and not all(fold(word) in known for word in words_of(group.text))
        )
        return len(words_of(query.bare)) >= SENTENCE or any(strange)

    def _matches(self, text: str, language: str, known: Known, longest: int) -> Matches:
        """Read the words of a text; one that is unknown may be known as several words."""
        found = matches(words_of(with_plain_phones(text)), language, known, longest)
        return [(word, group or self._group_apart(word, language, known)) for word, group in found]

    def _group_apart(self, word: str, language: str, known: Known) -> SynonymGroup | None:
        keys = (all_terms(text, language) for text in self.spelled.apart(word, language))
        return next((known[key] for key in keys if key in known), None)


def parse(request: SearchRequest) -> ParsedQuery:
    """Read what a visitor asks."""
    return QueryParser(request).parse(request.words, request.language)


Promotion = tuple[str, int]
"""What was asked, and the page on top of it."""


def written(request: SearchRequest) -> list[tuple[str, str]]:
    """Return (language, word) for what our pages know of the words asked."""
    if not request.words:
        return []
    return [(language, word) for language, word in _known_words(tried(request.words))]


@prepared("text")
def _known_words(words: Any) -> Any:
    return KnownWord.objects.filter(word__in=words).values_list("language", "word")


@kept(size=4)
def promotions(language: str) -> list[Promotion]:
    """Return everything that the core team promoted in a language, in its order."""
    found = SearchPromotion.objects.filter(page__locale__language_code=language, page__isnull=False)
    rows = found.values_list("sort_order", "query__query_string", "page_id")
    return [(text, page) for _place, text, page in sorted((place or 0, text, page) for place, text, page in rows)]


def promoted(request: SearchRequest) -> tuple[Identity, ...]:
    """Return the pages promoted for this query, however it is written, in their order."""
    asked = squeezed(request.words)
    known = promotions(request.language) if asked else []
    return tuple((PAGE, pk) for text, pk in known if squeezed(readable(text)) == asked)


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
