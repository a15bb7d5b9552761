"""Which words of a page or entry the house does not use: each with its field, its sentence and the house's word."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import TranslatableMixin

from portal.core.house_language.finding import Finder, Hit
from portal.core.house_language.markup import passages, replaced, sentence_around
from portal.core.house_language.texts import KeptText, texts_of
from portal.core.house_language.words import finder
from portal.core.locales import language_of

NAMED = 5
"""Most words that a message repeats."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One word in one text."""

    text: KeptText
    hit: Hit
    sentence: str
    start: int
    """From where the word is kept in its text."""
    end: int

    def __str__(self) -> str:
        """Say where it stands, in which sentence, and what the house says."""
        words = {"field": self.text.label, "found": self.hit.found, "sentence": self.sentence, "says": self.hit.says}
        return _("%(field)s: “%(found)s” in “%(sentence)s”; we say “%(says)s”.") % words

    def replace(self) -> None:
        """Write the house's word in its place; the object is not saved."""
        self.text.write(replaced(self.text.value, self.start, self.end, self.hit.says, rich=self.text.rich))


def language_for(instance: Model) -> str:
    """Return the language in which an object is written; empty for images and documents, which have none."""
    return language_of(instance) if isinstance(instance, TranslatableMixin) else ""


def findings(instance: Model, words: Finder | None = None) -> list[Finding]:
    """Return all words in an object that the house does not use or advises against, or those of one finder."""
    words = finder(language_for(instance)) if words is None else words
    return list(findings_in(texts_of(instance), words)) if words else []


def findings_in(texts: Iterable[KeptText], words: Finder) -> Iterator[Finding]:
    """Yield the words of a finder in texts."""
    for text in texts:
        for passage in passages(text.value, rich=text.rich):
            for hit in words.find(passage.text):
                sentence = sentence_around(passage.text, hit.start, hit.end)
                yield Finding(text, hit, sentence, *passage.kept_at(hit.start, hit.end))


def refused_in(found: Iterable[Finding]) -> list[Finding]:
    """Return of what was found the words that keep a page from the site."""
    return [finding for finding in found if not finding.hit.advises]


def why_refused(found: list[Finding]) -> str:
    """Say which words keep something from the site, with field, sentence and the house's word."""
    message = ngettext(
        "Not published, and nothing is lost: %(count)d word is not one of the house. %(words)s",
        "Not published, and nothing is lost: %(count)d words are not those of the house. %(words)s",
        len(found),
    )
    return message % {"count": len(found), "words": some_of(found)}


def some_of(found: list[Finding]) -> str:
    """Name the first of the words that were found."""
    return " ".join([*map(str, found[:NAMED]), *(["…"] if len(found) > NAMED else [])])
