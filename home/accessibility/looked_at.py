"""What the browser tests looked at, as they wrote it down: kinds of pages, rules, and the day."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from portal.core.page_types import page_types

FILE = Path(__file__).with_name("looked_at.json")
"""Written anew by the test in `tests/e2e/test_gates.py`, when all of it was accessible."""


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What axe looked at on a day without finding anything wrong."""

    day: date
    program: str
    pages: tuple[str, ...]
    views: tuple[str, ...]
    widths: tuple[int, ...]

    def page_names(self) -> list[str]:
        """Return what the kinds of pages are called, in the reader's language."""
        names = {model._meta.model_name: str(model._meta.verbose_name) for model in page_types()}
        return sorted((names[name] for name in self.pages if name in names), key=str.lower)


@cache
def looked_at() -> LookedAt:
    """Return what was written down last."""
    kept = json.loads(FILE.read_text())
    return LookedAt(
        day=date.fromisoformat(kept["day"]),
        program=kept["program"],
        pages=tuple(kept["pages"]),
        views=tuple(kept["views"]),
        widths=tuple(kept["widths"]),
    )


def write_down(found: LookedAt) -> None:
    """Keep what was looked at."""
    kept = {
        "day": found.day.isoformat(),
        "program": found.program,
        "widths": found.widths,
        "pages": found.pages,
        "views": found.views,
    }
    FILE.write_text(f"{json.dumps(kept, indent=2)}\n")
