"""Reads the judged queries."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
FILES = tuple(FOLDER / f"{name}.yaml" for name in ("judgments", "visitors", "control", "fresh"))
STRATA = ("names", "topics", "outsider", "compounds", "typos", "abbreviations", "questions", "concepts")
NONE = "none"
"""The stratum of queries that this site cannot answer."""
TUNE, VISITORS, TEST, CONTROL, FRESH = "tune", "visitors", "test", "control", "fresh"
SETS = (TUNE, VISITORS, TEST, CONTROL, FRESH)
TUNED_ON = (TUNE, VISITORS)


@dataclass(frozen=True, slots=True)
class Judged:
    """One query with the grade (1-3) of every document that answers it; all others have grade 0."""

    id: str
    stratum: str
    language: str
    set: str
    words: str
    grades: dict[str, int]
    """`kind/key` → grade."""


def load(*sets: str) -> tuple[Judged, ...]:
    """Return the judged queries of these sets that the site can answer, in the order of the files."""
    return tuple(query for query in _all() if query.stratum != NONE and query.set in (sets or SETS))


def unanswerable() -> tuple[Judged, ...]:
    """Return the queries that the site cannot answer."""
    return tuple(query for query in _all() if query.stratum == NONE)


def _all() -> Iterator[Judged]:
    for file in FILES:
        yield from _read(yaml.safe_load(file.read_text(encoding="utf-8"))["queries"])


def _read(rows: list[dict[Any, Any]]) -> Iterator[Judged]:
    for row in rows:
        grades = {str(key): grade for grade in (3, 2, 1) for key in row.get(grade, ())}
        yield Judged(row["id"], row["stratum"], row["language"], row["set"], str(row["words"]), grades)
