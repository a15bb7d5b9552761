"""From a question of somebody who is choosing a place to learn to the locations that fit. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from portal.core.address_words import address


@dataclass(frozen=True, slots=True)
class FittingLocations:
    """A question with its answers."""

    key: str
    """How addresses name the question, in every language."""
    question: str
    answers: tuple[tuple[Any, str], ...]
    """Locations in the reader's language, each with the reason."""

    @property
    def as_choice(self) -> str:
        """The locations as the comparison takes them from its address; empty for fewer than two."""
        keys = [("locatie", location.content_key) for location, _reason in self.answers]
        return address(keys) if len(keys) > 1 else ""


def key_of(block: Any) -> str:
    """Return how addresses name the question of a block: as its editor wrote, else by what the block is kept under."""
    return block.value.get("key") or _id_of(block)


def blocks_called(key: str, blocks: Iterable[Any]) -> set[str]:
    """Return under what the blocks are kept that have a key, or had it before an editor wrote one.

    A block and its translation are kept under the same.
    """
    return {str(block.id) for block in blocks if key in (key_of(block), _id_of(block))}


def _id_of(block: Any) -> str:
    return str(block.id)[:8]


def fitting(block: Any, locations: Mapping[UUID, Any]) -> FittingLocations:
    """Return what a block of the list of locations says; `locations` are those a visitor can read."""
    return FittingLocations(
        key=key_of(block),
        question=block.value["question"],
        answers=tuple(
            (locations[answer["location"].translation_key], answer["reason"])
            for answer in block.value["answers"]
            if answer["location"] and answer["location"].translation_key in locations
        ),
    )
