"""Texts as an editor sees them, with the way back to where they are kept: plain, or rich text with its marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape

TOKEN = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)[^>]*>|<[^>]*>|&[#\w]{1,31};|[^<&]|.", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
APART = frozenset(("p", "li", "ul", "ol", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "div", "embed"))
"""Tags at which a sentence ends; any other stands within a sentence, even within a word."""
QUOTED = frozenset({"q", "blockquote"})
"""Marks within which somebody else's words stand."""
SENTENCE_ENDS = re.compile(r"[.!?…]+[\s\"”’')]*\s|\n+")
LONGEST = 240
"""Letters of a sentence that is shown."""


@dataclass(slots=True)
class Passage:
    """A stretch of text as one reads it; for each letter, from where up to where it is kept."""

    text: str = ""
    places: list[tuple[int, int]] = field(default_factory=list)

    def add(self, signs: str, start: int, end: int) -> None:
        """Add what is read for a piece of what is kept."""
        self.text += signs
        self.places += [(start, end)] * len(signs)

    def kept_at(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of this text is kept."""
        return self.places[start][0], self.places[end - 1][1]


def passages(value: str, *, rich: bool) -> Iterator[Passage]:
    """Yield the stretches of a kept text, a paragraph each; what is marked as a quotation is left out."""
    if not rich:
        yield Passage(value, [(place, place + 1) for place in range(len(value))])
        return
    here, quoted = Passage(), 0
    for token in TOKEN.finditer(value):
        name = (token["name"] or "").lower()
        if name in APART or name in QUOTED:
            if here.text:
                yield here
            here = Passage()
            if name in QUOTED:
                quoted = max(0, quoted + (-1 if token["close"] else 1))
        elif not quoted and (name == "br" or not token[0].startswith("<")):
            here.add("\n" if name == "br" else unescape(token[0]), *token.span())
    if here.text:
        yield here


def replaced(value: str, start: int, end: int, words: str, *, rich: bool) -> str:
    """Return a kept text with other words at a place; marks that begin or end within it stay, behind the words."""
    if not rich:
        return value[:start] + words + value[end:]
    marks = "".join(TAG.findall(value[start:end]))
    return value[:start] + escape(words, quote=False) + marks + value[end:]


def sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentence in which a place stands, shortened around it."""
    first = max((match.end() for match in SENTENCE_ENDS.finditer(text, 0, start)), default=0)
    last = next((match.end() for match in SENTENCE_ENDS.finditer(text, end)), len(text))
    before, after = text[first:start], text[end:last]
    room = LONGEST // 2
    before = f"…{before[-room:]}" if len(before) > room else before
    after = f"{after[:room]}…" if len(after) > room else after
    return " ".join(f"{before}{text[start:end]}{after}".split())
