"""What each mechanism of search is worth: the same queries while its numbers in the table of boosts are nothing."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from search import boosts

MECHANISMS: Mapping[str, tuple[str, ...]] = {
    "search phrases": ("PHRASE", "EXACT_PHRASE"),
    "words of the house": ("SYNONYM", "HOUSE_TERM", "HOUSE_TERM_BESIDE"),
    "exact titles": ("EXACT_TITLE", "EXACT_ALIAS", "TITLE_BEGINS"),
    "names": ("NAME", "NAME_INSIDE"),
    "wishes": ("WISH",),
    "lists of what has all names": ("LISTED",),
    "days": ("DAYS",),
    "a kind alone": ("KIND_ASKED", "OVERVIEW"),
    "kind of question": ("LEANING",),
    "parts of compounds": ("PART",),
    "meaning": ("MEANING",),
    "meaning beside words": ("MEANING_BESIDE",),
    "beside the best": ("BESIDE",),
}
"""Name → its numbers in `search.boosts`. What it finds may still be found: it only no longer counts."""


@contextmanager
def switched_off(mechanism: str) -> Iterator[None]:
    """Let a mechanism count for nothing in this process."""
    before = {name: getattr(boosts, name) for name in MECHANISMS[mechanism]}
    try:
        for name in before:
            setattr(boosts, name, 0.0)
        yield
    finally:
        for name, number in before.items():
            setattr(boosts, name, number)
