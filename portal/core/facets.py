"""Facets: the ways to narrow a list. One object is the field of a form, the filter, the counts, chips and addresses.

Several values of one facet widen the choice (union), facets narrow it (intersection), and the counts of a facet
leave out its own choice: they say how many things one would see after choosing that value.

A `Facet` says its name and heading, reads its values from an address and makes its form field of counts. Who counts is
another matter: a `FacetedList` does for a list in memory, of facets that read an entry (`WordFacet`, `NamedFacet`);
the search engines do for the facets of search. Pure: no database, no clock.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import and_
from typing import Generic, TypeVar

from django.http import QueryDict
from django.utils.translation import gettext as _

from portal.core.address_words import Pair, in_words
from portal.core.address_words import address as asking
from portal.core.facet_form import Chip, FacetField, Label, Option
from portal.core.facet_index import FacetIndex

T = TypeVar("T")
Labels = Mapping[str, Label]
"""Values with their words for a reader."""
Choice = Mapping[str, Sequence[str]]
"""Chosen values by name of the facet."""

MOST_VALUES = 50
"""Values taken from one parameter of an address; nobody chooses more by hand."""


@dataclass(frozen=True)
class Facet:
    """One way to narrow a list: its key, which addresses say in the reader's language, and its heading."""

    name: str
    label: Label

    def read(self, query: QueryDict) -> tuple[str, ...]:
        """Return the values an address asks for, without repeats; what cannot be a value is left out."""
        return tuple(dict.fromkeys(filter(self.accepts, self.asked(query))))[:MOST_VALUES]

    def asked(self, query: QueryDict) -> list[str]:
        """Return what stands in an address, whatever it is."""
        return query.getlist(self.name)

    def accepts(self, value: str) -> bool:
        """Whether a text of an address can be a value."""
        return bool(value)

    def form_field(self, counts: Mapping[str, int], labels: Labels, chosen: Collection[str]) -> FacetField:
        """Return the field of the form, with every value that is counted or chosen.

        A chosen value that leads to nothing stays, so that a visitor sees it and can take it away.
        """
        options = [
            Option(value, labels.get(value) or _("unknown choice"), counts.get(value, 0), value in chosen)
            for value in dict.fromkeys([*counts, *chosen])
        ]
        return FacetField(self.name, self.label, tuple(sorted(options, key=self.place)))

    def place(self, option: Option) -> tuple[int, str]:
        """Return what options are ordered by: their words."""
        return 0, str(option.label).casefold()


@dataclass(frozen=True)
class ListFacet(Facet, Generic[T]):
    """A facet of a list in memory: it says what an entry has of it."""

    def of(self, entry: T) -> Labels:
        """Return the values of an entry."""
        raise NotImplementedError

    def named(self, values: Collection[str]) -> Labels:
        """Name values that no entry has now."""
        raise NotImplementedError

    def standing(self) -> Labels:
        """Return the values that are shown whether or not an entry has them."""
        return {}


@dataclass(frozen=True)
class WordFacet(ListFacet[T]):
    """A facet whose values are a fixed list of words, in their order."""

    words: Labels
    values: Callable[[T], Iterable[str]]
    shows_all: bool = False
    """Whether words that no entry has are shown too."""
    keeps_unknown: bool = False
    """Whether a text that is none of the words finds nothing, instead of not being asked at all."""
    takes_one: bool = False
    """Whether it is a list to choose one word from; of several in an address the last one counts."""

    def asked(self, query: QueryDict) -> list[str]:
        """Return what stands in an address, or the last of it."""
        return super().asked(query)[-1:] if self.takes_one else super().asked(query)

    def accepts(self, value: str) -> bool:
        """Whether it is one of the words."""
        return value in self.words or (self.keeps_unknown and bool(value))

    def of(self, entry: T) -> Labels:
        """Return the words of an entry."""
        return {value: self.words[value] for value in self.values(entry) if value in self.words}

    def named(self, values: Collection[str]) -> Labels:
        """Return the words themselves."""
        return {value: self.words[value] for value in values if value in self.words}

    def standing(self) -> Labels:
        """Return all words, if they are always shown."""
        return self.words if self.shows_all else {}

    def place(self, option: Option) -> tuple[int, str]:
        """Return the place in the list of words; what is none of them comes last."""
        order = list(self.words)
        return (order.index(option.value) if option.value in order else len(order)), option.value


def no_names(values: Collection[str]) -> Labels:
    """Return no names: a facet that knows only what is in its list."""
    return {}


@dataclass(frozen=True)
class NamedFacet(ListFacet[T]):
    """A facet whose values are things that have a name, such as locations: those of the entries, by name."""

    values: Callable[[T], Labels]
    names: Callable[[Collection[str]], Labels] = no_names
    """Names of things that no entry has now; a value without a name is called unknown."""

    def of(self, entry: T) -> Labels:
        """Return the things an entry has, with their names."""
        return self.values(entry)

    def named(self, values: Collection[str]) -> Labels:
        """Look the names up."""
        return self.names(values)


def pairs(choice: Choice, without: Pair | None = None) -> list[Pair]:
    """Return a choice as it stands in an address, without one of its values if asked."""
    found = ((name, value) for name, values in choice.items() for value in values)
    return [pair for pair in found if pair != without]


def chips(fields: Iterable[FacetField], address: Callable[[Pair], str]) -> list[Chip]:
    """Return what is chosen; `address` says where the same list without a value is."""
    return [
        Chip(field.label, option.label, address((field.name, option.value)), field.name)
        for field in fields
        for option in field.chosen
    ]


class FacetedList(Generic[T]):
    """A list in memory under the choice of a visitor: what fits, the form, the chips, and addresses of the choice.

    A thing may have several entries, such as a lab with a session at two locations: it is found when one of its
    entries fits all facets at once, and it counts once. `thing` says what an entry is an entry of. A list that others
    ask for too may bring the index of its entries along.
    """

    def __init__(
        self,
        entries: Iterable[T],
        facets: Sequence[ListFacet[T]],
        query: QueryDict,
        path: str = "",
        thing: Callable[[T], Hashable] = id,
        index: FacetIndex[T] | None = None,
    ) -> None:
        self.index = index or FacetIndex(entries, facets, thing)
        self.facets = facets
        self.path = path
        """Where the list is; addresses are relative to the page without one."""
        self.choice = {facet.name: facet.read(query) for facet in facets}

    @cached_property
    def _fitting(self) -> list[int]:
        """By facet: the entries that fit what is chosen of it."""
        asked = [self.choice[facet.name] for facet in self.facets]
        return [self.index.having(n, values) if values else self.index.everything for n, values in enumerate(asked)]

    @cached_property
    def found_set(self) -> int:
        """The entries that fit every facet, as the index writes a set of them; 0 when there are none."""
        return reduce(and_, self._fitting, self.index.everything)

    @cached_property
    def found(self) -> list[T]:
        """The entries that fit every facet."""
        return self.index.entries(self.found_set)

    @cached_property
    def fields(self) -> list[FacetField]:
        """The fields of the form, with the values of all entries and their counts."""
        return [
            facet.form_field(self._counts(n), self._labels(n), self.choice[facet.name])
            for n, facet in enumerate(self.facets)
        ]

    def _labels(self, n: int) -> Labels:
        facet = self.facets[n]
        labels = {**facet.standing(), **self.index.labels[n]}
        absent = [value for value in self.choice[facet.name] if value not in labels]
        return {**labels, **facet.named(absent)} if absent else labels

    def _counts(self, n: int) -> dict[str, int]:
        """Count things by value of a facet, among the entries that fit all other facets."""
        others = [fitting for other, fitting in enumerate(self._fitting) if other != n]
        counts = self.index.counts(n, reduce(and_, others, self.index.everything))
        return {**dict.fromkeys(self.facets[n].standing(), 0), **counts}

    @property
    def number_chosen(self) -> int:
        """How many values are chosen."""
        return len(self.pairs())

    @property
    def title_details(self) -> list[str]:
        """The words of what is chosen, for the title of the page."""
        return [str(chip.label) for chip in self.chips]

    @cached_property
    def chips(self) -> list[Chip]:
        """What is chosen, each with the address of the list without it."""
        return chips(self.fields, self.address)

    def pairs(self, without: Pair | None = None) -> list[Pair]:
        """Return the choice as (name, value) pairs, without one of them if asked."""
        return pairs(self.choice, without)

    @property
    def hidden(self) -> list[Pair]:
        """The choice as hidden fields of a form that asks something else."""
        return in_words(self.pairs())

    def query(self, without: Pair | None = None, /, **others: str) -> str:
        """Return the choice as the end of an address, `?` included; other parameters are added."""
        asked = [*self.pairs(without), *((name, value) for name, value in others.items() if value)]
        return asking(asked)

    def address(self, without: Pair | None = None, /, **others: str) -> str:
        """Return the address of this list under the choice; `?` alone is the page without any."""
        return f"{self.path}{self.query(without, **others)}" or "?"
