"""Reads the judged queries."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).parent / "judgments.yaml"
STRATA = ("names", "topics", "outsider", "compounds", "typos", "abbreviations", "questions", "concepts")
TUNE, TEST = "tune", "test"


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


def load(path: Path = FILE) -> tuple[Judged, ...]:
    """Return the judged queries in file order."""
    return tuple(_read(yaml.safe_load(path.read_text(encoding="utf-8"))["queries"]))


def _read(rows: list[dict[Any, Any]]) -> Iterator[Judged]:
    for row in rows:
        grades = {str(key): grade for grade in (3, 2, 1) for key in row.get(grade, ())}
        yield Judged(row["id"], row["stratum"], row["language"], row["set"], str(row["words"]), grades)
