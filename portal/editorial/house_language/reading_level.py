"""What makes a text hard to read: long sentences and long words. Advice, never a reason to hold a page.

The measure is small on purpose, so that an editor understands it: a sentence of more than `MOST_WORDS` words, and a
word of at least `MOST_LETTERS` letters with at least `MOST_SOUNDS` groups of vowels. Both fit Dutch at level B1, where
a sentence has 10 to 15 words; English words seldom reach them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

MOST_WORDS = 20
MOST_LETTERS = 16
MOST_SOUNDS = 5
MOST_ADVICE = 8
"""Most that is told of one form; more would be read by nobody."""
ENDS = re.compile(r"(?<=[.!?…])[\"”’')]*\s+|\n+")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
SOUND = re.compile(r"[aeiouyáéíóúàèëïöüê]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Advice:
    """A sentence or word that may be hard to read."""

    found: str
    why: str


def advice_on(texts: Iterable[str]) -> list[Advice]:
    """Return the first things to look at in texts, each once."""
    found: dict[str, Advice] = {}
    for text in texts:
        for advice in (*_long_sentences(text), *_hard_words(text)):
            found.setdefault(advice.found, advice)
    return list(found.values())[:MOST_ADVICE]


def _long_sentences(text: str) -> Iterator[Advice]:
    for sentence in ENDS.split(text):
        count = len(WORD.findall(sentence))
        if count > MOST_WORDS:
            start = " ".join(sentence.split()[:8])
            yield Advice(f"{start} …", _("A sentence of %(count)d words. Can it be two?") % {"count": count})


def _hard_words(text: str) -> Iterator[Advice]:
    for word in WORD.findall(text):
        parts = re.split(r"[-'’]", word)
        if any(len(part) >= MOST_LETTERS and len(SOUND.findall(part)) >= MOST_SOUNDS for part in parts):
            yield Advice(word, _("A long word. Is there a shorter one?"))
