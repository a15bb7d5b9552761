"""What a query means: its words, with the words of the house beside them.

A query is read once, by `parse`; engines, highlighting and the notices of the page are handed the `ParsedQuery`.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from django.utils import timezone

from portal.core.content_cache import kept
from search import boosts
from search.analysis.spelling import plain, with_plain_phones
from search.analysis.words import all_terms, fold, query_terms, squeezed, words_of
from search.documents import Identity
from search.kinds import FACETS, KIND, KINDS, MANY
from search.meaning.beside import Neighbours
from search.meaning.nearest import Known as KnownPages
from search.meaning.nearest import Near, known_pages, near
from search.models import SynonymGroup
from search.reading.abbreviations import abbreviations
from search.reading.days import named_days, spans
from search.reading.forms import made_of
from search.reading.frames import unframed
from search.reading.groups import MAX_GROUPS, Known, Matches, WordGroup, matches, segments, synonyms, useful
from search.reading.promoted import promoted
from search.reading.questions import leaning
from search.reading.translated import called_here, translated
from search.reading.vocabulary import added_up, vocabulary, whole_names
from search.reading.wishes import Wish, all_named, asked, cut, in_several_words, names_in, names_of_days, wishes
from search.request import RELEVANCE, SearchRequest
from search.schema import LANGUAGES
from search.spellings import Spellings, written

LONGEST_NAME = 4
"""Words of the longest name that is looked for inside a query."""
SENTENCE = 4
"""Words from which a query is a sentence, in which no single word says what is asked."""
MOST_READ = 300
"""Queries that are kept as they were read: 8 to 11 kB each for one to three words, 51 for the longest there can be."""
TERM = "begrip"
"""The kind of document that says what a word means."""


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
    days: tuple[Wish, ...] = ()
    """Days that the query names."""
    near: tuple[Near, ...] = ()
    """Pages that mean what is asked, the nearest first, where words alone are no good guide."""
    trust: float = 0.0
    """How much nearness counts beside words, from 0 to 1."""
    pages: KnownPages | None = field(default=None, repr=False, compare=False)
    """What pages mean, as far as there is an encoder."""

    @cached_property
    def elsewhere(self) -> "ParsedQuery":
        """The same words in the other language."""
        other = next(language for language in LANGUAGES if language != self.language)
        return self.parser.parse(self.words, other)

    def corrected(self, words: str) -> "ParsedQuery":
        """Return what is searched when the words were mistyped."""
        return replace(self.parser.parse(words, self.language), pages=self.pages)

    @cached_property
    def bare(self) -> str:
        """The words without quotation marks, and without what is said around what is asked."""
        asked = unframed(self.words, self.language)
        return " ".join(plain(self.parser.spelled.unglued(asked, self.language)).replace('"', " ").split())

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What would be an exact answer as a title: the query itself, or what a query of one group stands for."""
        alone = (*self.groups[0].spellings, *self.groups[0].synonyms) if len(self.groups) == 1 else ()
        return tuple(dict.fromkeys(fold(text) for text in (self.bare, *alone)))

    @cached_property
    def whole(self) -> tuple[str, ...]:
        """The letters and digits of these titles, by which titles are compared."""
        return tuple(dict.fromkeys(squeezed(text) for text in self.names))

    @property
    def phrases(self) -> tuple[str, ...]:
        """What a search phrase would be that is asked: an editor may have written it with what is said around it."""
        return tuple(dict.fromkeys([self.whole[0], squeezed(self.words)]))

    @cached_property
    def inside(self) -> tuple[str, ...]:
        """Words and phrases of the query that may be a whole name, the query itself left out."""
        words = words_of(self.bare)[:MAX_GROUPS]
        spans = (words[at : at + size] for at in range(len(words)) for size in range(1, LONGEST_NAME + 1))
        texts = dict.fromkeys(squeezed("".join(span)) for span in spans if query_terms(" ".join(span), self.language))
        return tuple(text for text in texts if text not in self.whole)

    @cached_property
    def wishes(self) -> tuple[Wish, ...]:
        """What is named beside the subject: places, kinds, groups, days."""
        return (*wishes(self.bare, self.language, self.parser.names[self.language]), *self.days)

    @cached_property
    def listed(self) -> tuple[tuple[Wish, ...], ...]:
        """What things must have that are asked by their kind and other names: one wish of each of these."""
        meant = {group.text: self.parser.asked(group.synonyms, self.language) for group in self.groups}
        stood_for = (Wish(facet, values, text) for text, named in meant.items() for facet, values in named.items())
        return all_named((*self.wishes, *stood_for), meant)

    @cached_property
    def asked(self) -> dict[str, tuple[str, ...]]:
        """Values by facet of which the whole query is the name."""
        return self.parser.asked(self.names, self.language)

    @cached_property
    def places(self) -> dict[str, tuple[str, ...]]:
        """By kind the keys of the places of which the whole query is the name."""
        named = [facet for facet in FACETS if facet.name in self.asked]
        kinds = ((kind, facet) for facet in named for kind in boosts.NAMED_KINDS if kind in facet.named_by)
        return added_up((kind, self.asked[facet.name]) for kind, facet in kinds)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that the query names, when that is all it asks."""
        return self.groups[0].kinds if len(self.groups) == 1 else ()

    @cached_property
    def names_of_kinds(self) -> tuple[str, ...]:
        """What a page about all things of the kind asked is called."""
        return tuple(squeezed(str(label)) for kind in self.kinds for label in (KINDS[kind], MANY[kind]))

    @cached_property
    def leaning(self) -> tuple[str, ...]:
        """Kinds of documents that answer this kind of question."""
        return leaning(self.bare)

    @property
    def has_whole_words(self) -> bool:
        """Whether a word is searched that is not merely a compound of which pages hold parts."""
        return any(not group.parts for group in self.groups)

    @property
    def settled(self) -> bool:
        """Nothing else may be searched: the visitor quoted words, or the core team chose what comes first."""
        return bool(self.promoted) or any(group.phrase for group in self.groups)

    @property
    def nearest(self) -> tuple[Near, ...]:
        """The pages that mean what is asked, for when words are a good guide but lead to next to nothing."""
        is_settled = self.settled or not self.groups or self.parser.request.literal
        return self.near or (() if is_settled else near(self.bare, self.language, self.pages))

    @property
    def neighbours(self) -> Neighbours | None:
        """How pages lie to each other, unless the order is settled or unknown."""
        is_settled = self.settled or self.parser.request.literal
        return None if self.pages is None or is_settled else self.pages.neighbours

    @property
    def leanings(self) -> list[tuple[Identity, float]]:
        """The pages that rank higher for what they mean, with how much."""
        return [
            (page.identity, weight)
            for page in self.near
            if (weight := self.trust * boosts.meaning(page.closeness, self.near[0].closeness, len(self.groups)))
        ]

    @property
    def term_keys(self) -> tuple[str, ...]:
        """Keys of glossary terms that explain the house's word for what was typed."""
        return tuple(dict.fromkeys(group.term for _word, group in self.used if group.notice and group.term))


class QueryParser:
    """Reads words with the synonyms as they are on a day. Made in the thread that has the database."""

    def __init__(self, request: SearchRequest, today: date) -> None:
        self.promoted_for = (request.words, request.language)
        self.promoted = promoted(request)
        self.spelled = Spellings(request.words, written(request.words))
        self.known = synonyms()
        self.short = abbreviations()
        self.elsewhere = translated()
        self.names = {language: vocabulary(language) for language in LANGUAGES}
        self.whole_names = {language: whole_names(language) for language in LANGUAGES}
        self.today = today
        self.named_days = named_days(today)
        self.request = request

    def parse(self, words: str, language: str) -> ParsedQuery:
        """Read words; where there are none, there are no groups."""
        groups: list[WordGroup] = []
        used: list[tuple[str, SynonymGroup]] = []
        days: list[Wish] = []
        for text, quoted in segments(with_plain_phones(unframed(words, language))):
            if quoted:
                groups.append(WordGroup(text, phrase=True))
                continue
            typed = words_of(text := self.spelled.unglued(text, language))
            named_days = names_of_days(typed, spans(typed, self.today, self.named_days))
            days += [wish for name in named_days for wish in name.wishes]
            names = names_in(typed, language, self.names[language])
            for part, name in cut(text, in_several_words(named_days, names, typed)):
                if name and all_terms(part, language) not in self.known[language]:
                    groups.append(WordGroup(part, wishes=name.wishes))
                else:
                    self._add_words(part, language, groups, used)
        is_asked = (words, language) == self.promoted_for
        asked_for = self._with_kinds(useful(groups, language), words, language)
        first = self.promoted if is_asked else ()
        found = ParsedQuery(self, language, words, asked_for, tuple(used), first, tuple(days))
        return replace(found, trust=self._trust_in_meaning(found)) if is_asked else found

    def _add_words(
        self, text: str, language: str, groups: list[WordGroup], used: list[tuple[str, SynonymGroup]]
    ) -> None:
        """Add the words of a text: as they are called here, with synonyms and other spellings, or with their parts."""
        strange = self.spelled.strange(text, language)
        for piece, names in called_here(text, language, strange, self.elsewhere[language], self.known[language]):
            taken = [] if names else self._matches(piece, language)
            groups += [WordGroup(piece, names)] if names else []
            others = self.spelled.of([word for word, _group in taken], language)
            for (word, group), spellings in zip(taken, others, strict=True):
                parts = () if group or spellings else self.spelled.outer_parts(word, language)
                groups.append(WordGroup(word, tuple(group.words) if group else (), spellings, parts))
                used += [(word, group)] if group else []

    def _with_kinds(self, groups: tuple[WordGroup, ...], words: str, language: str) -> tuple[WordGroup, ...]:
        """Let a word that is all that is asked, and names a kind of thing, stand for all of it.

        Unless it is asked what the word means: then the page that explains it is the answer.
        """
        if len(groups) != 1 or groups[0].phrase or TERM in leaning(words):
            return groups
        group = groups[0]
        texts = (group.text, *group.spellings, *group.synonyms)
        return (replace(group, kinds=self.asked(texts, language).get(KIND, ())),)

    def asked(self, texts: tuple[str, ...], language: str) -> dict[str, tuple[str, ...]]:
        """Return the values by facet of which one of these texts is a name, when that is all that is asked."""
        return asked(texts, language, self.names[language], self.whole_names[language])

    def _trust_in_meaning(self, query: ParsedQuery) -> float:
        """Return how much nearness counts: most where words are a poor guide, not at all where one word says it all.

        They are in a sentence, and where a word stands on no page and stands for none.
        """
        if self.request.literal or query.settled or not query.groups:
            return 0.0
        known = self.spelled.known[query.language]
        strange = (
            group
            for group in query.groups
            if not (group.synonyms or group.spellings or group.kinds or group.wishes)
            and not all(fold(word) in known for word in words_of(group.text))
        )
        count = len(words_of(query.bare))
        if count >= SENTENCE or any(strange):
            return 1.0
        return boosts.MEANING_BESIDE if count > 1 and not query.asked else 0.0

    def _matches(self, text: str, language: str) -> Matches:
        """Read the words of a text; one that is unknown may be known as several words."""
        known = self.known[language]
        asked = all_terms(text, language)
        if text == unframed(self.request.words, language) and asked in self.short[language]:
            known = {asked: self.short[language][asked], **known}
        longest = max(map(len, known), default=0)
        found = matches(words_of(text), language, known, longest)
        return [(word, group or self._group_apart(word, language, known)) for word, group in found]

    def _group_apart(self, word: str, language: str, known: Known) -> SynonymGroup | None:
        texts = (*self.spelled.apart(word, language), *made_of(fold(word), language))
        keys = (all_terms(text, language) for text in texts)
        return next((known[key] for key in keys if key in known), None)


def parse(request: SearchRequest) -> ParsedQuery:
    """Read what a visitor asks, and find what means the same where words alone are no good guide."""
    found = _read(replace(request, filters=(), page=1, sort=RELEVANCE), timezone.localdate())
    pages = known_pages() if request.words else None
    return replace(found, pages=pages, near=near(found.bare, found.language, pages) if found.trust else ())


@kept(size=MOST_READ)
def _read(request: SearchRequest, today: date) -> ParsedQuery:
    """Return the words of a search as they are read on a day: the same for whoever asks, on each of its pages."""
    return QueryParser(request, today).parse(request.words, request.language)
