"""Cuts a document into passages, each about one thing: the title stands with every one, so that it says what of."""

import hashlib
from collections.abc import Iterator
from typing import Protocol

WORDS = 60
"""Words of a passage: longer ones mean a little of everything."""
MOST = 40
"""Passages of one document; a file of hundreds of pages is about what it begins with."""


class Text(Protocol):
    """What passages are cut from: a document as it is made, or as it is stored."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def summary(self) -> str:
        """What it is about."""

    @property
    def phrases(self) -> "list[str] | tuple[str, ...]":
        """How people search for it."""

    @property
    def headings(self) -> "list[str] | tuple[str, ...]":
        """The questions and headings above its parts."""

    @property
    def body(self) -> str:
        """Its text, a paragraph on each line."""


def passages(document: Text) -> list[str]:
    """Return the passages of a document, what it is about first.

    How people search for it stands by itself, so that a question is compared with a question.
    """
    title = document.title
    texts = [document.summary, *document.headings, *_parts(document.body)]
    about = [f"{title}. {text}" if text else title for text in texts]
    return list(dict.fromkeys([about[0], *document.phrases, *about[1:]]))[:MOST]


def _parts(body: str) -> Iterator[str]:
    """Yield paragraphs together until there are words enough."""
    part: list[str] = []
    for paragraph in _paragraphs(body):
        if part and len(part) + len(paragraph) > WORDS:
            yield " ".join(part)
            part = []
        part += paragraph
    if part:
        yield " ".join(part)


def _paragraphs(body: str) -> Iterator[list[str]]:
    """Yield the words of each line; one that is much too long, as in files, in pieces."""
    for line in body.split("\n"):
        words = line.split()
        yield from (words[at : at + 2 * WORDS] for at in range(0, len(words), 2 * WORDS))


def digest(passage: str) -> str:
    """Return what a passage is known by."""
    return hashlib.sha256(passage.encode()).hexdigest()[:32]
