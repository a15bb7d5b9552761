"""What the catalogue of labs can be filtered by, and what a visitor chose in the address."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from curriculum.labs.kinds import LabKind
from curriculum.labs.names import group_names, page_names, partner_names
from curriculum.labs.offer import LabOffering, Offered, OfferedSession
from curriculum.request_context import offer_in
from curriculum.rhythm.weeks import WEEK, monday_of
from portal.core.content_cache import kept
from portal.core.facet_index import FacetIndex
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


def period(day: date, today: date) -> str:
    """Return the period a day is in, seen from today."""
    away = (monday_of(day) - monday_of(today)) // WEEK
    return "eerder" if away < 0 else {0: "deze-week", 1: "volgende-week"}.get(away, "later")


def _places(item: Offered) -> Labels:
    return {page.content_key: page.title for page in item.places}


def _themes(item: Offered) -> Labels:
    return {page.content_key: page.title for page in item.lab.themes}


def _groups(item: Offered) -> Labels:
    return {group.slug: group.name for group in item.lab.groups}


def _partners(item: Offered) -> Labels:
    return {partner.slug: partner.name for partner in item.lab.partners}


def _kinds(item: Offered) -> Iterator[str]:
    yield item.lab.facts.kind


def _states(item: Offered) -> Iterator[str]:
    if item.session is not None:
        yield item.session.state
    elif not item.lab.sessions:
        yield "zonder-datum"


def _lab(item: Offered) -> LabOffering:
    return item.lab


def facets_on(today: date) -> list[ListFacet[Offered]]:
    """Return the facets of the catalogue; weeks are counted from a day."""

    def periods(item: Offered) -> Iterator[str]:
        if item.session is not None:
            yield period(item.session.day, today)

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


@kept(size=4)
def index_of(language: str, today: date, _turn: int) -> FacetIndex[Offered]:
    """Return the labs and their sessions by what they can be found by, as long as no session begins or ends."""
    items: list[Offered] = []
    for lab in offer_in(language).labs:
        items += [lab, *lab.sessions]
    return FacetIndex(items, facets_on(today), _lab)


class Filters(FacetedList[Offered]):
    """The choice of a visitor over the offer in a language, and the order asked for.

    A lab is an entry by itself and with each of its sessions: it is also found by what it says of itself.
    """

    def __init__(self, language: str, query: QueryDict, today: date, path: str = "") -> None:
        self.offer = offer_in(language)
        self.moment = (language, today, self.offer.turn)
        """What decides which labs there are, and how each is on this day."""
        super().__init__((), facets_on(today), query, path, index=index_of(*self.moment))
        self.sort = query.get("sorteer", "") if query.get("sorteer", "") in SORTS else "datum"

    def page_url(self, number: int) -> str:
        """Return the address of a page of the list in this order; empty for none."""
        order = self.sort if self.sort != "datum" else ""
        return self.address(sorteer=order, pagina=str(number) if number > 1 else "") if number else ""

    @cached_property
    def sessions(self) -> list[OfferedSession]:
        """The sessions that fit, in order of time."""
        found = [item for item in self.found if isinstance(item, OfferedSession)]
        return sorted(found, key=lambda session: session.row.starts)
