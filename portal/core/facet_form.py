"""What a reader sees of facets: the fields of the form with their values, and chips of what is chosen."""

from dataclasses import dataclass
from typing import NamedTuple

from django.utils.functional import Promise

Label = str | Promise
MOST_IN_SIGHT = 6
"""Values of a facet that are shown before the others are folded: more is a list to read, not a choice at a glance."""


class Option(NamedTuple):
    """One value to choose, with the number of things it leads to.

    A tuple, as the field: what was rendered of them is looked up by all that is in them.
    """

    value: str
    label: Label
    count: int  # type: ignore[assignment]  # what tuples have by this name is asked of none
    chosen: bool

    @property
    def is_off(self) -> bool:
        """Whether there is nothing to choose, nor a choice to take away."""
        return not self.count and not self.chosen


class FacetField(NamedTuple):
    """A facet as `components/facets.html` shows it."""

    name: str
    label: Label
    options: tuple[Option, ...]

    @property
    def chosen(self) -> list[Option]:
        """The values that are on."""
        return [option for option in self.options if option.chosen]

    @property
    def in_sight(self) -> tuple[Option, ...]:
        """The values that are always shown; one that would be folded alone is shown as well."""
        return self.options if len(self.options) <= MOST_IN_SIGHT + 1 else self.options[:MOST_IN_SIGHT]

    @property
    def folded(self) -> tuple[Option, ...]:
        """The values a reader unfolds."""
        return self.options[len(self.in_sight) :]

    @property
    def unfolded(self) -> bool:
        """Whether one of the folded values is on, so that it must be seen."""
        return any(option.chosen for option in self.folded)

    def splits(self, total: int) -> bool:
        """Return whether choosing here gives some of a number of things, or a choice was made that can be undone."""
        return any(option.chosen or 0 < option.count < total for option in self.options)


@dataclass(frozen=True, slots=True)
class Chip:
    """A choice that was made, and the address of the list without it, as `components/chips.html` shows it."""

    facet: Label
    label: Label
    url: str
    name: str = ""
    """The name of its facet in addresses."""
