"""What the catalogue of labs can be filtered by, and what a visitor chose in the address."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from curriculum.labs.kinds import LabKind
from curriculum.labs.names import group_names, page_names, partner_names
from curriculum.labs.offer import LabOffering, OfferedSession
from curriculum.rhythm.weeks import WEEK, monday_of
from portal.core.facets import FacetedList, Labels, ListFacet, NamedFacet, WordFacet

PERIODS = {"deze-week": _("this week"), "volgende-week": _("next week"), "later": _("later"), "eerder": _("earlier")}
STATES = {
    "gepland": _("planned"),
    "bezig": _("going on now"),
    "geweest": _("is over"),
    "vervallen": _("cancelled"),
    "zonder-datum": _("no dates yet"),
}
SORTS = {"datum": _("date"), "titel": _("title"), "locatie": _("location")}


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


def _places(entry: Entry) -> Labels:
    return {page.content_key: page.title for page in entry.places}


def _themes(entry: Entry) -> Labels:
    return {page.content_key: page.title for page in entry.lab.themes}


def _groups(entry: Entry) -> Labels:
    return {group.slug: group.name for group in entry.lab.groups}


def _partners(entry: Entry) -> Labels:
    return {partner.slug: partner.name for partner in entry.lab.partners}


def _kinds(entry: Entry) -> Iterator[str]:
    yield entry.lab.facts.kind


def _states(entry: Entry) -> Iterator[str]:
    if entry.session is not None:
        yield entry.session.state
    elif not entry.lab.sessions:
        yield "zonder-datum"


def _lab(entry: Entry) -> str:
    return entry.lab.key


def facets_on(today: date) -> list[ListFacet[Entry]]:
    """Return the facets of the catalogue; weeks are counted from a day."""

    def periods(entry: Entry) -> Iterator[str]:
        if entry.session is not None:
            yield period(entry.session.day, today)

    return [
        NamedFacet("locatie", _("Location"), _places, page_names),
        WordFacet("soort", _("Kind of lab"), _heading(dict(LabKind.choices)), _kinds, keeps_unknown=True),
        WordFacet("periode", _("When"), _heading(PERIODS), periods, keeps_unknown=True),
        NamedFacet("thema", pgettext_lazy("heading", "Theme"), _themes, page_names),
        NamedFacet("groep", _("Training group"), _groups, group_names),
        NamedFacet("partner", _("Given by"), _partners, partner_names),
        WordFacet("staat", _("State"), _heading(STATES), _states, keeps_unknown=True),
    ]


def _heading(words: dict[str, Any]) -> Labels:
    return {value: capfirst(label) for value, label in words.items()}


class Filters(FacetedList[Entry]):
    """The choice of a visitor over the offer, and the order asked for."""

    def __init__(self, labs: list[LabOffering], query: QueryDict, today: date, path: str = "") -> None:
        super().__init__(entries_of(labs), facets_on(today), query, path, thing=_lab)
        self.sort = query.get("sorteer", "") if query.get("sorteer", "") in SORTS else "datum"

    @property
    def labs(self) -> list[LabOffering]:
        """The labs with an entry that fits, in the order of the offer."""
        return list(dict.fromkeys(entry.lab for entry in self.found))

    @property
    def sessions(self) -> list[OfferedSession]:
        """The sessions that fit, in order of time."""
        found = [entry.session for entry in self.found if entry.session is not None]
        return sorted(found, key=lambda session: session.row.starts)
