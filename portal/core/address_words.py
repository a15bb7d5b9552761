"""The words of questions in an address: `?locatie=nxt-doorn` in Dutch, `?location=nxt-doorn` in English.

Inside the house a question and its answers have one name, their key, which is the Dutch word: facets, forms and what
calendars were told know nothing else. The English stands here and nowhere else. `in_keys` reads an address in either
language, `in_words` and `address` write one; what is in no list, such as the name of a location, is the same in both.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode

from django.http import QueryDict

from portal.core.worded import ENGLISH, worded

Pair = tuple[str, str]
"""Name of a question and one answer, as they stand in an address."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a question is called in English, and those of its answers that are words of the house."""

    english: str
    answers: Mapping[str, str] = field(default_factory=dict)

    def answer(self, key: str) -> str:
        """Return the English of an answer."""
        return self.answers.get(key, key)

    def key(self, answer: str) -> str:
        """Return the key of an answer in either language."""
        return next((key for key, word in self.answers.items() if word == answer), answer)


NOT_YET = "weet-niet"
"""The answer "I do not know yet"."""
OPENED_FROM = "uit"
"""The list a page was opened from: its answer is a way to look, and behind `?` questions of its own."""
LONGEST = 500
"""Characters of a list that a page was opened from; nobody chooses more by hand."""
QUESTIONS: Mapping[str, Question] = {
    "alles": Question("all"),
    "gezegd": Question("thanked"),
    "groep": Question("group"),
    "instituut": Question("institute", {NOT_YET: "not-known"}),
    "jaar": Question("year", {f"jaar-{year}": f"year-{year}" for year in (1, 2, 3, 4)}),
    "kenmerk": Question(
        "characteristic",
        {
            "po-en-vo-onder-een-dak": "primary-and-secondary-together",
            "juniorenklassen": "junior-classes",
            "persoonlijke-leerroutes": "personal-learning-routes",
            "maatwerkdiploma": "tailor-made-diploma",
            "gemengde-opleidingsgroep": "mixed-training-group",
            "mbo-in-het-team": "vocational-colleagues-in-the-team",
            "buiten-de-stad": "outside-the-city",
        },
    ),
    "locatie": Question("location", {NOT_YET: "not-known"}),
    "maand": Question("month"),
    OPENED_FROM: Question("via", {"agenda": "calendar", "maanden": "months"}),
    "pagina": Question("page"),
    "periode": Question(
        "period",
        {
            "deze-week": "this-week",
            "drie-weken": "three-weeks",
            "volgende-week": "next-week",
            "eerder": "earlier",
        },
    ),
    "precies": Question("exactly"),
    "soort": Question(
        "kind",
        {
            "begrip": "term",
            "evenement": "event",
            "handreiking": "guide",
            "inzicht": "insight",
            "leerresultaat": "outcome",
            "locatie": "location",
            "nieuws": "news",
            "opleidingsgroep": "training-group",
            "pagina": "page",
            "thema": "theme",
            "verhaal": "story",
            "inhoudelijk": "content",
            "onderzoek": "research",
            "vaardigheden": "skills",
        },
    ),
    "sorteer": Question("sort", {"datum": "date", "locatie": "location", "relevantie": "relevance", "titel": "title"}),
    "staat": Question(
        "state",
        {
            "gepland": "planned",
            "binnenkort": "soon",
            "vrije-inloop": "walk-in",
            "niet-nodig": "no-sign-up",
            "vol": "full",
            "bezig": "going-on",
            "geweest": "over",
            "vervallen": "cancelled",
            "zonder-datum": "without-date",
        },
    ),
    "status": Question("status", {"actief": "active", "toetredend": "joining", "verkend": "explored"}),
    "taak": Question(
        "task",
        {
            "kennismaken": "meeting",
            "warme-overdracht": "warm-handover",
            "schoolsafari": "school-safari",
            "aansluiten": "joining",
        },
    ),
    "taal": Question("language"),
    "thema": Question("theme"),
    "van": Question("visit"),
    "vanaf": Question("from"),
    "variant": Question("programme"),
    "verstuurd": Question("sent"),
    "vraag": Question("question"),
    "wanneer": Question("when"),
}
"""By key. No word is the key of another question, nor an answer that of another answer."""
KEYS = {question.english: key for key, question in QUESTIONS.items()}


def name_in(language: str | None, key: str) -> str:
    """Return what a question is called in a language."""
    return QUESTIONS[key].english if worded(language) == ENGLISH and key in QUESTIONS else key


def answer_in(language: str | None, key: str, answer: str) -> str:
    """Return an answer to a question in a language; that of an opened list has questions of its own."""
    if key != OPENED_FROM:
        return _word(language, key, answer)
    view, asked = parts(answer)
    said = _word(language, key, view), [(name_in(language, k), _word(language, k, given)) for k, given in asked]
    return _relisted(answer, (view, asked), said)


def _word(language: str | None, key: str, answer: str) -> str:
    return QUESTIONS[key].answer(answer) if worded(language) == ENGLISH and key in QUESTIONS else answer


def _relisted(answer: str, was: tuple[str, list[Pair]], now: tuple[str, list[Pair]]) -> str:
    """Return an opened list with its words changed; where no word is, it stays to the letter as somebody wrote it."""
    if not was[1]:
        return now[0] + answer[len(was[0]) :]
    return answer if was == now else listed(*now)


def listed(view: str, choice: Iterable[Pair]) -> str:
    """Return a list that a page is opened from, as it stands in the address of the page."""
    query = urlencode(list(choice))
    return f"{view}?{query}" if query else view


def parts(opened: str) -> tuple[str, list[Pair]]:
    """Return the way to look of a list that a page was opened from, and what is asked of it."""
    view, _separator, query = opened[:LONGEST].partition("?")
    return view, parse_qsl(query, keep_blank_values=True)


def pairs_of(query: QueryDict) -> list[Pair]:
    """Return what an address asks, the answers to one question together."""
    return [(name, answer) for name, answers in query.lists() for answer in answers]


def in_words(pairs: Iterable[Pair], language: str | None = None) -> list[Pair]:
    """Return questions and answers in the words of a language; by default that of the reader."""
    return [(name_in(language, key), answer_in(language, key, answer)) for key, answer in pairs]


def in_keys(query: QueryDict) -> QueryDict:
    """Return what an address asks, in whichever language, by key."""
    asked = QueryDict(mutable=True)
    for name, answer in pairs_of(query):
        key = KEYS.get(name, name)
        asked.appendlist(key, _list_in_keys(answer) if key == OPENED_FROM else _key(key, answer))
    return asked


def _key(key: str, answer: str) -> str:
    return QUESTIONS[key].key(answer) if key in QUESTIONS else answer


def _list_in_keys(answer: str) -> str:
    """Return an opened list by key; lists within a list are not looked into, however deep somebody writes them."""
    view, asked = parts(answer)
    choice = [(KEYS.get(name, name), given) for name, given in asked]
    keys = _key(OPENED_FROM, view), [(key, _key(key, given)) for key, given in choice]
    return _relisted(answer, (view, asked), keys)


def address(pairs: Iterable[Pair], language: str | None = None) -> str:
    """Return the end of an address that asks this, in the words of a language; empty when nothing is asked."""
    asked = in_words(pairs, language)
    return f"?{urlencode(asked)}" if asked else ""
