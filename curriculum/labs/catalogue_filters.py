"""What the catalogue of labs can be filtered by, and what a visitor chose in the address."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from curriculum.labs.facets import Facet, Shown, counted, fitting
from curriculum.labs.kinds import LabKind
from curriculum.labs.names import group_names, page_names, partner_names
from curriculum.labs.offer import LabOffering, OfferedSession
from curriculum.rhythm.weeks import WEEK, monday_of

MOST_VALUES = 20
"""Values taken from one parameter of an address; nobody chooses more by hand."""

PERIODS = {"deze-week": _("this week"), "volgende-week": _("next week"), "later": _("later"), "eerder": _("earlier")}
STATES = {
    "gepland": _("planned"),
    "bezig": _("going on now"),
    "geweest": _("is over"),
    "vervallen": _("cancelled"),
    "zonder-datum": _("no dates yet"),
}
SORTS = {"datum": _("date"), "titel": _("title"), "locatie": _("location")}
ORDER: dict[str, list[str]] = {"soort": LabKind.values, "periode": list(PERIODS), "staat": list(STATES)}


@dataclass(frozen=True, slots=True)
class Entry:
    """A lab with one of its sessions, or with none: a lab is also found by what it says of itself."""

    lab: LabOffering
    session: OfferedSession | None

    @property
    def places(self) -> list[Any]:
        """Where this session is, or may be; for the lab itself, everywhere it is given."""
        return self.session.places if self.session else self.lab.places


def entries_of(labs: list[LabOffering]) -> list[Entry]:
    """Return every lab by itself and with each of its sessions."""
    return [Entry(lab, session) for lab in labs for session in [None, *lab.sessions]]


def period(day: date, today: date) -> str:
    """Return the period a day is in, seen from today."""
    away = (monday_of(day) - monday_of(today)) // WEEK
    return "eerder" if away < 0 else {0: "deze-week", 1: "volgende-week"}.get(away, "later")


def _period(today: date, entry: Entry) -> Mapping[str, Any]:
    if entry.session is None:
        return {}
    value = period(entry.session.day, today)
    return {value: capfirst(PERIODS[value])}


def _state(entry: Entry) -> Mapping[str, Any]:
    if entry.session is not None:
        return {entry.session.state: capfirst(STATES[entry.session.state])}
    return {} if entry.lab.sessions else {"zonder-datum": capfirst(STATES["zonder-datum"])}


def _named_in(names: Mapping[str, Any], values: Collection[str]) -> Mapping[str, Any]:
    return {value: capfirst(names[value]) for value in values if value in names}


def facets_on(today: date) -> list[Facet[Entry]]:
    """Return the facets of the catalogue; weeks are counted from a day."""
    return [
        Facet(
            "locatie", _("Location"), lambda entry: {page.content_key: page.title for page in entry.places}, page_names
        ),
        Facet(
            "soort",
            _("Kind of lab"),
            lambda entry: {entry.lab.facts.kind: capfirst(entry.lab.kind_label)},
            partial(_named_in, dict(LabKind.choices)),
        ),
        Facet("periode", _("When"), partial(_period, today), partial(_named_in, PERIODS)),
        Facet(
            "thema",
            pgettext_lazy("heading", "Theme"),
            lambda entry: {page.content_key: page.title for page in entry.lab.themes},
            page_names,
        ),
        Facet(
            "groep",
            _("Training group"),
            lambda entry: {group.slug: group.name for group in entry.lab.groups},
            group_names,
        ),
        Facet(
            "partner", _("Given by"), lambda entry: {item.slug: item.name for item in entry.lab.partners}, partner_names
        ),
        Facet("staat", _("State"), _state, partial(_named_in, STATES)),
    ]


class Filters:
    """The choice of a visitor over the offer: what fits, the counts, and the addresses that change the choice."""

    def __init__(self, labs: list[LabOffering], query: QueryDict, today: date) -> None:
        self.facets = facets_on(today)
        self.choice = {facet.name: query.getlist(facet.name)[:MOST_VALUES] for facet in self.facets}
        self.choice = {name: list(dict.fromkeys(filter(None, values))) for name, values in self.choice.items()}
        self.sort = query.get("sorteer", "") if query.get("sorteer", "") in SORTS else "datum"
        self.entries = entries_of(labs)
        self.fitting = fitting(self.entries, self.facets, self.choice)

    @property
    def labs(self) -> list[LabOffering]:
        """The labs with an entry that fits, in the order of the offer."""
        return list(dict.fromkeys(entry.lab for entry in self.fitting))

    @property
    def sessions(self) -> list[OfferedSession]:
        """The sessions that fit, in order of time."""
        found = [entry.session for entry in self.fitting if entry.session is not None]
        return sorted(found, key=lambda session: session.row.starts)

    @property
    def number_chosen(self) -> int:
        """How many values are chosen."""
        return sum(len(values) for values in self.choice.values())

    def shown(self) -> list[Shown]:
        """Return the facets with their counts, for the form."""
        return counted(self.entries, self.facets, self.choice, lambda entry: entry.lab.key, ORDER)

    def pairs(self, without: tuple[str, str] = ("", "")) -> list[tuple[str, str]]:
        """Return the choice as (name, value) pairs, without one of them if asked."""
        pairs = [(name, value) for name, values in self.choice.items() for value in values]
        return [pair for pair in pairs if pair != without]

    def query(self, without: tuple[str, str] = ("", ""), **others: str) -> str:
        """Return the choice as the end of an address, `?` included; other parameters are added."""
        pairs = [*self.pairs(without), *((name, value) for name, value in others.items() if value)]
        return f"?{urlencode(pairs)}" if pairs else ""
