"""The first use of a word of the house in the text of a page explains itself: a button with a note, without a script.

The words come from whoever keeps them (`explain_words`), in the language of the page. A word counts whole, in the forms
that its list names and with the simplest endings; not in headings, links, quotations and what is explained already, and
once on a page, which is why the request remembers what it explained.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.core.content_cache import kept

TAG = re.compile(r"(<[^>]*>)")
NAME = re.compile(r"</?([a-zA-Z][\w-]*)")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
LEFT_ALONE = frozenset(("a", "abbr", "button", "code", "dfn", "q", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"))
"""Within these nothing is explained."""
ENDINGS = ("s", "'s", "en", "n", "e")
"""What may follow a word, besides the forms that its list names."""
SHORT = 4
"""Letters from which a word is known by any capitals and with an ending: "vos" is no "vo"."""
SHORTEST = 3
"""Letters of the shortest word that is known in small letters: "wo" is a day too."""


@dataclass(frozen=True, slots=True)
class HouseTerm:
    """A word that is explained: its key, how it is written, and the note that opens behind it."""

    key: str
    forms: tuple[str, ...]
    note: SafeString

    @classmethod
    def of(cls, key: str, forms: Iterable[str], meaning: str, url: str) -> "HouseTerm":
        """Return a word with its meaning, and a link to where more is said of it; the first form names it."""
        written = tuple(dict.fromkeys(filter(None, forms)))
        told = _("More about “%(word)s”") % {"word": written[0]}
        more = format_html(' <a href="{}">{}</a>', url, told) if url else ""
        return cls(key, written, format_html('<span class="note" id="word-{}" popover>{}{}</span>', key, meaning, more))


@dataclass(slots=True)
class Forms:
    """All forms of all words, by their first word: what may follow it, and which word that is."""

    by_first: dict[str, list[tuple[tuple[str, ...], HouseTerm]]] = field(default_factory=dict)

    def add(self, form: str, term: HouseTerm) -> None:
        """Add a form as it is written, and, of a long one, with the simplest endings and whatever capitals."""
        words = _words(form)
        if not words or (len(form) < SHORTEST and not form.isupper()):
            return
        written = [form]
        if len(words[-1]) >= SHORT:
            written += [f"{form}{ending}" for ending in ENDINGS]
        for one in written:
            first, *rest = _words(one)
            self.by_first.setdefault(_folded(first), []).append(((first, *rest), term))

    def at(self, words: list[re.Match[str]], place: int, text: str) -> tuple[int, HouseTerm] | None:
        """Return how many words from a place are a word of the house, and which; the longest there is."""
        found: tuple[int, HouseTerm] | None = None
        for form, term in self.by_first.get(_folded(words[place][0]), ()):
            here = words[place : place + len(form)]
            if len(here) == len(form) > (found[0] if found else 0) and _is(form, here) and _alone(here, text):
                found = len(form), term
        return found


def _words(text: str) -> list[str]:
    return [match[0] for match in WORD.finditer(text)]


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'")


def _is(form: tuple[str, ...], here: list[re.Match[str]]) -> bool:
    """Whether words are written as a form: a short one to the letter, for "HU" is no "hu"."""
    return all(
        match[0] == word if len(form) == 1 and len(word) < SHORT else _folded(match[0]) == _folded(word)
        for word, match in zip(form, here, strict=True)
    )


def _alone(here: list[re.Match[str]], text: str) -> bool:
    """Whether nothing but spaces stands between words, and no hyphen ties them to another."""
    between = all(text[one.end() : two.start()].isspace() for one, two in pairwise(here))
    start, end = here[0].start(), here[-1].end()
    return between and text[start - 1 : start] != "-" and text[end : end + 1] != "-"


Source = Callable[[str], Iterable[HouseTerm]]
_sources: list[Source] = []


def explain_words(source: Source) -> None:
    """Let the words that a function gives for a language be explained."""
    _sources.append(source)


@kept(size=8)
def forms_in(language: str) -> Forms:
    """Return the forms of all words in a language."""
    found = Forms()
    for term in (term for source in _sources for term in source(language)):
        for form in term.forms:
            found.add(form, term)
    return found


def explained(html: str, context: Mapping[Any, Any] | None) -> SafeString:
    """Return a text with the words explained that the page did not use before; on a page that wants none, as it is."""
    context = context or {}
    page, request = context.get("page"), context.get("request")
    if page is None or not isinstance(request, HttpRequest) or not getattr(page, "explains_words", False):
        return mark_safe(html)  # rich text, made safe by Wagtail
    done: set[str] = request.__dict__.setdefault("explained_words", set())
    return mark_safe("".join(_pieces(html, forms_in(get_language() or ""), done)))


def _pieces(html: str, forms: Forms, done: set[str]) -> Iterator[str]:
    """Yield a text piece by piece: its tags, and what stands between them."""
    left_alone = 0
    for piece in TAG.split(html):
        if piece.startswith("<"):
            name = NAME.match(piece)
            if name and name[1].lower() in LEFT_ALONE:
                left_alone = max(0, left_alone + (-1 if piece.startswith("</") else 1))
            yield piece
        elif left_alone:
            yield piece
        else:
            yield from _between(piece, forms, done)


def _between(text: str, forms: Forms, done: set[str]) -> Iterator[str]:
    words, written, place = list(WORD.finditer(text)), 0, 0
    while place < len(words):
        length, term = forms.at(words, place, text) or (1, None)
        if term is not None and term.key not in done:
            done.add(term.key)
            start, end = words[place].start(), words[place + length - 1].end()
            yield text[written:start]
            yield _with_note(text[start:end], term)
            written = end
        place += length
    yield text[written:]


def _with_note(words: str, term: HouseTerm) -> str:
    button = f'<button type="button" popovertarget="word-{term.key}">{words}</button>'
    return f'<dfn class="explained">{button}</dfn>{term.note}'
