"""The blocks of a lab as a line in time: how many weeks, and which lab of the same groups comes after."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from curriculum.labs.frequency import Block
from curriculum.labs.offer import LabOffering

SOON_AFTER = timedelta(weeks=4)
"""How long after a block another may begin to be what comes next: over a holiday of two weeks."""


@dataclass(frozen=True, slots=True)
class DrawnBlock:
    """A block, and the lab that comes after it; None when none does."""

    block: Block
    after: LabOffering | None

    @property
    def weeks(self) -> range:
        """A mark for each week."""
        return range(self.block.weeks)


def drawn_blocks(lab: LabOffering, offered: Iterable[LabOffering]) -> list[DrawnBlock]:
    """Return the blocks of a lab, each with the lab of the same kind and groups whose block begins next."""
    if not lab.blocks:
        return []
    alike = [other for other in offered if _goes_with(other, lab)]
    return [DrawnBlock(block, _after(block, alike)) for block in lab.blocks]


def _goes_with(other: LabOffering, lab: LabOffering) -> bool:
    same_people = not other.group_keys.isdisjoint(lab.group_keys)
    return other.key != lab.key and other.facts.kind == lab.facts.kind and same_people and bool(other.blocks)


def _after(block: Block, others: list[LabOffering]) -> LabOffering | None:
    begins = [
        (begun.first, other.page.title, other)
        for other in others
        for begun in other.blocks
        if block.last < begun.first <= block.last + SOON_AFTER
    ]
    return min(begins, key=lambda found: found[:2])[2] if begins else None
