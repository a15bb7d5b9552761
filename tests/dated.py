"""A few of many cells, chosen by the date; `make test-deep` asks them all."""

import os
import random
from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from hypothesis import settings

Cell = TypeVar("Cell")

USUAL = 100
"""As many examples as hypothesis takes when nobody asks for more."""


def deep() -> bool:
    """Whether everything is asked, as `make test-deep` does."""
    return settings().max_examples > USUAL


def day() -> random.Random:
    """Return what chooses today; the same in every process of a run. `PORTAL_BITE_DATE` names another day."""
    return random.Random(os.environ.get("PORTAL_BITE_DATE") or date.today().isoformat())  # keeps no secret


def dated(cells: Iterable[Cell], some: int) -> list[Cell]:
    """Return some of the cells, or all of them in the deep run."""
    every = list(cells)
    return every if deep() or len(every) <= some else day().sample(every, some)
