"""All pairs of what a page can be asked with, in two looks at each page instead of eight.

A page type comes once in each language, once at each width and once in each colour scheme; over the page types every
language meets every width and scheme, and every width every scheme. Which look goes to which page changes with the
day, so in four days each page has been seen in every way. `make test-deep` takes all looks at once.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import product
from typing import Literal

from tests.dated import deep

Scheme = Literal["light", "dark"]
Look = tuple[str, int, Scheme]

LANGUAGES = ("nl", "en")
WIDTHS = (360, 1280)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

OPPOSITES: tuple[tuple[Look, Look], ...] = (
    (("nl", 360, "light"), ("en", 1280, "dark")),
    (("nl", 1280, "light"), ("en", 360, "dark")),
    (("nl", 360, "dark"), ("en", 1280, "light")),
    (("nl", 1280, "dark"), ("en", 360, "light")),
)
"""Looks that differ in everything; two of them are all there is of each kind."""


def looks(names: Iterable[str], day: date | None = None) -> Iterator[tuple[str, Look]]:
    """Yield each name with the looks it gets on a day, today unless told."""
    turn = (day or date.today()).toordinal()
    for number, name in enumerate(names):
        every = product(LANGUAGES, WIDTHS, SCHEMES)
        for look in every if deep() else OPPOSITES[(number + turn) % len(OPPOSITES)]:
            yield name, look
