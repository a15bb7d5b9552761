"""Canaries: a unique word in every text of an owner, that nobody may read who may not see the text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models

PATTERN = re.compile(r"kanarie([ajbk])\d{3}q")
"""The owner's letter stands in the word: a (own), j (joining), b (another), k (core team)."""

LEFT_OUT = {
    "path", "url_path", "slug", "draft_title", "content_key", "file_hash", "language_code", "region", "uid", "website",
    "email", "without_group_note", "locale", "horizon", "content_path", "source_lines", "to_complete",
}  # fmt: skip
"""Fields that are derived, or have a form of their own."""


@dataclass
class Canaries:
    """Hands out the words and remembers where each was put."""

    places: dict[str, str] = field(default_factory=dict)

    def word(self, owner: str, place: str) -> str:
        """Return a new word of an owner."""
        word = f"kanarie{owner}{len(self.places):03d}q"
        self.places[word] = place
        return word

    def fill(self, instance: models.Model, owner: str) -> Any:
        """Put a word into every free text of an object, and return the object."""
        for column in instance._meta.get_fields():
            if not isinstance(column, models.CharField | models.TextField) or column.choices:
                continue
            if column.name in LEFT_OUT or getattr(column, "primary_key", False):
                continue
            setattr(instance, column.name, self.word(owner, f"{instance._meta.label}.{column.name}"))
        return instance


def seen(text: str, allowed: Iterable[str]) -> set[str]:
    """Return the words in a text whose owner is not among those allowed."""
    permitted = set(allowed)
    return {match.group() for match in PATTERN.finditer(text) if match.group(1) not in permitted}
