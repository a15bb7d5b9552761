"""Filters with counts over one list in memory. Pure: no database, no clock.

Several values of one facet widen the choice (union), facets narrow it (intersection), and the counts of a facet
leave out its own choice: they say how many things one would see after choosing that value.

A thing may have several entries, such as a lab with a session at two locations: it is found when one of its
entries fits all facets at once, and it counts once.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.utils.translation import gettext as _

T = TypeVar("T")
Choice = Mapping[str, Collection[str]]
"""Chosen values by name of the facet."""


def no_names(values: Collection[str]) -> Mapping[str, Any]:
    """Return no names: a facet that knows only what is in its list."""
    return {}


@dataclass(frozen=True)
class Facet(Generic[T]):
    """One way to filter: its name in addresses, its heading, and the values of an entry with their labels."""

    name: str
    heading: Any
    values: Callable[[T], Mapping[str, Any]]
    names: Callable[[Collection[str]], Mapping[str, Any]] = no_names
    """Names of values that nothing in the list has now; a value without a name is called unknown."""

    def admits(self, entry: T, choice: Choice) -> bool:
        """Whether an entry has one of the chosen values; without a choice every entry does."""
        chosen = choice.get(self.name)
        return not chosen or any(value in chosen for value in self.values(entry))


@dataclass(frozen=True, slots=True)
class Option:
    """One value to choose, with the number of things it leads to."""

    value: str
    label: Any
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A facet as the form shows it."""

    name: str
    label: Any
    options: list[Option]

    @property
    def chosen(self) -> list[Option]:
        """The values that are on."""
        return [option for option in self.options if option.chosen]


def fitting(entries: Iterable[T], facets: Sequence[Facet[T]], choice: Choice, leave_out: str = "") -> list[T]:
    """Return the entries that fit every facet, except the one to leave out."""
    asked = [facet for facet in facets if facet.name != leave_out]
    return [entry for entry in entries if all(facet.admits(entry, choice) for facet in asked)]


def counted(
    entries: Sequence[T],
    facets: Sequence[Facet[T]],
    choice: Choice,
    thing: Callable[[T], Any],
    order: Mapping[str, Sequence[str]],
) -> list[Shown]:
    """Return every facet with the values of all entries and their counts.

    `thing` says what an entry is an entry of, and is counted once. `order` gives the order of the values of a
    facet; other facets are in the order of their labels. A chosen value that no entry has is kept, with count 0,
    so that a visitor sees it and can take it away.
    """
    return [_shown(entries, facet, facets, choice, thing, order.get(facet.name)) for facet in facets]


def _shown(
    entries: Sequence[T],
    facet: Facet[T],
    facets: Sequence[Facet[T]],
    choice: Choice,
    thing: Callable[[T], Any],
    order: Sequence[str] | None,
) -> Shown:
    chosen = choice.get(facet.name, ())
    labels: dict[str, Any] = {}
    for entry in entries:
        labels.update(facet.values(entry))
    if absent := [value for value in chosen if value not in labels]:
        names = facet.names(absent)
        labels.update({value: names.get(value, _("unknown choice")) for value in absent})
    found: dict[str, set[Any]] = {value: set() for value in labels}
    for entry in fitting(entries, facets, choice, leave_out=facet.name):
        for value in facet.values(entry):
            found[value].add(thing(entry))
    options = [Option(value, labels[value], len(found[value]), value in chosen) for value in labels]
    return Shown(facet.name, facet.heading, sorted(options, key=lambda option: _place(option, order)))


def _place(option: Option, order: Sequence[str] | None) -> tuple[int, str]:
    if order is None:
        return 0, str(option.label).casefold()
    return (order.index(option.value) if option.value in order else len(order)), option.value
