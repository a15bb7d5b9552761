"""The filters of the list of locations: which values, how many of each, and what is left. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from locations.models.vocabularies import Characteristic, LocationStatus
from portal.core.models.vocabularies import Sector


@dataclass(frozen=True, slots=True)
class Filter:
    """One kind of filter: its name in addresses, its heading, its values, and what a location has of it."""

    name: str
    label: str | Promise
    labels: Mapping[str, Any]
    values_of: Callable[[Any], Iterable[str]]

    def has_any(self, location: Any, chosen: Iterable[str]) -> bool:
        """Whether a location has one of the chosen values; without a choice every location passes."""
        wanted = set(chosen)
        return not wanted or not wanted.isdisjoint(self.values_of(location))


FILTERS = (
    Filter("sector", _("Sector"), {code.value: code.value for code in Sector}, lambda page: page.sector_codes),
    Filter("kenmerk", _("Characteristic"), dict(Characteristic.choices), lambda page: page.facts.characteristics),
    Filter("status", _("Status"), dict(LocationStatus.choices), lambda page: [page.facts.status]),
)


@dataclass(frozen=True, slots=True)
class Option:
    """A value one can choose, and how many locations it would show beside the other filters."""

    value: str
    label: Any
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with its options; values that no location has at all are left out."""

    name: str
    label: str | Promise
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """A choice that was made, and the address of the list without it."""

    facet: str | Promise
    label: Any
    url: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The locations that pass all filters, and the filters as they now stand."""

    locations: tuple[Any, ...]
    facets: tuple[Facet, ...]
    chips: tuple[Chip, ...]


def list_locations(locations: Iterable[Any], query: QueryDict) -> Listing:
    """Return the list for an address: values of one filter add up, filters narrow each other.

    Values that do not exist count for nothing.
    """
    everything = list(locations)
    choices = {item.name: [v for v in query.getlist(item.name) if v in item.labels] for item in FILTERS}
    facets = tuple(_facet(item, everything, choices) for item in FILTERS)
    return Listing(
        locations=tuple(page for page in everything if _passes(page, choices)),
        facets=facets,
        chips=tuple(_chips(facets, choices)),
    )


def _chips(facets: Iterable[Facet], choices: Mapping[str, list[str]]) -> Iterator[Chip]:
    for facet in facets:
        for option in facet.options:
            if option.chosen:
                left = {**choices, facet.name: [value for value in choices[facet.name] if value != option.value]}
                yield Chip(facet.label, option.label, f"?{urlencode(left, doseq=True)}")


def _passes(page: Any, choices: Mapping[str, list[str]], beside: str = "") -> bool:
    """Whether a location passes every filter but the one named in `beside`."""
    return all(item.has_any(page, choices[item.name]) for item in FILTERS if item.name != beside)


def _facet(item: Filter, everything: list[Any], choices: Mapping[str, list[str]]) -> Facet:
    """Count per value what choosing it would add, leaving the filter's own choice aside."""
    rest = [page for page in everything if _passes(page, choices, beside=item.name)]
    present = {value for page in everything for value in item.values_of(page)}
    options = tuple(
        Option(
            value=value,
            label=label,
            count=sum(value in item.values_of(page) for page in rest),
            chosen=value in choices[item.name],
        )
        for value, label in item.labels.items()
        if value in present or value in choices[item.name]
    )
    return Facet(item.name, item.label, options)
