"""Which training group somebody belongs to: variant × year × location → group. Pure: no database.

Rule of the house: a location brings together its own colleagues in training by variant and year. Doorn
and Maarsbergen share one mixed group, but the first year of the hbo belongs to the group that meets at
Academie Tien (source: practice illustration, lines 172-179). The rule itself is data: each group says
for which variants and years it is, where its members work and where it meets. Where no group is named
the answer is an honest "not yet", with the reason.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto


class Reason(Enum):
    """Why the answer is what it is; each reason has its text where it is stored."""

    GROUP = auto()
    """There is a group; its own rule in words explains it."""
    LOCATION = auto()
    """No group works at this location yet; the location's note explains it."""
    VARIANT = auto()
    """This variant has no group of its own; the variant's note explains it."""
    COMBINATION = auto()
    """Variant and location both have groups, but none for this year and place."""
    CHOICE = auto()
    """The location is not chosen yet, and the group depends on it."""


@dataclass(frozen=True, slots=True)
class GroupRule:
    """For whom a group is. All values are stable keys."""

    key: str
    variants: frozenset[str]
    years: frozenset[str]
    works_at: frozenset[str]
    """Locations where members work."""
    meets_at: tuple[str, ...]
    """Locations where the group meets, in order."""

    def accepts(self, variant: str, year: str, location: str) -> bool:
        """Whether somebody with this variant and year who works at this location belongs to the group."""
        return variant in self.variants and year in self.years and location in self.works_at


@dataclass(frozen=True, slots=True)
class Placement:
    """The answer: a group and where it meets, or no group, and why."""

    group: str | None
    meets_at: tuple[str, ...]
    reason: Reason


def place(variant: str, year: str, location: str, groups: Sequence[GroupRule]) -> Placement:
    """Return the group for a variant, year and location; the first one in the given order that accepts."""
    for group in groups:
        if group.accepts(variant, year, location):
            return Placement(group.key, group.meets_at, Reason.GROUP)
    return Placement(None, (), _why_not(variant, location, groups))


def place_anywhere(variant: str, year: str, locations: Sequence[str], groups: Sequence[GroupRule]) -> Placement:
    """Return the answer while no location is chosen: the one that every location gives, or that it depends on it.

    Where no location has a group, why differs by location; that there is none does not.
    """
    answers = {place(variant, year, location, groups) for location in locations}
    if len(answers) > 1 and not any(answer.group for answer in answers):
        known = any(variant in group.variants for group in groups)
        return Placement(None, (), Reason.COMBINATION if known else Reason.VARIANT)
    return answers.pop() if len(answers) == 1 else Placement(None, (), Reason.CHOICE)


def _why_not(variant: str, location: str, groups: Sequence[GroupRule]) -> Reason:
    """Return why no group accepts: the location comes first, because nothing else matters without it."""
    if not any(location in group.works_at for group in groups):
        return Reason.LOCATION
    if not any(variant in group.variants for group in groups):
        return Reason.VARIANT
    return Reason.COMBINATION
