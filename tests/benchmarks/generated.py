"""Generated Dutch text: the same for each site that is held beside another."""

import random
from collections.abc import Iterator
from typing import NamedTuple

from search.analysis.dutch import LEMMAS

WORDS = tuple(dict.fromkeys(LEMMAS.values()))
"""A thousand and more Dutch words; drawn so that a few are common and most are rare, as in real text."""
RARITY = [1 / (place + 1) for place in range(len(WORDS))]
QUERIES = ["oudergesprek", "pedagogiek", "onderzoek school", "taal rekenen", "collega team", "begeleiding"]


class Text(NamedTuple):
    """A title of four words, and a text of 250."""

    title: str
    body: str


def texts(count: int) -> Iterator[Text]:
    """Yield texts, the same for the same count."""
    chance = random.Random(count)
    for _number in range(count):
        body = " ".join(chance.choices(WORDS, RARITY, k=250))
        yield Text(" ".join(chance.choices(WORDS, RARITY, k=4)), body)
