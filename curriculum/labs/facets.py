"""What the catalogue of labs can be narrowed by, in the order in which somebody asks: when, with whom, where, what."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from curriculum.groups.listing import ListedGroup
from curriculum.labs.kinds import LabKind
from curriculum.labs.names import group_names, page_names, partner_names
from curriculum.labs.offer import Offered
from curriculum.labs.states import ROUND, STATES, TO_COME
from curriculum.rhythm.weeks import WEEK, monday_of
from portal.core.facet_form import Option
from portal.core.facets import Labels, ListFacet, NamedFacet, WordFacet

PERIODS = {
    "deze-week": _("this week"),
    "drie-weken": _("coming three weeks"),
    "volgende-week": _("next week"),
    "later": _("later"),
    "eerder": _("earlier"),
}
Reach = Mapping[str, frozenset[str]]
"""Where the people of a training group work, by its key; those of a joint group at all its locations."""


def periods(day: date, today: date) -> Iterator[str]:
    """Yield the periods a day is in, seen from today: its week, and the coming three weeks."""
    away = (monday_of(day) - monday_of(today)) // WEEK
    yield "eerder" if away < 0 else {0: "deze-week", 1: "volgende-week"}.get(away, "later")
    if today <= day < today + ROUND:
        yield "drie-weken"


def month(day: date) -> str:
    """Return the month of a day as it stands in an address."""
    return f"{day:%Y-%m}"


def month_names(values: Iterable[str]) -> Labels:
    """Return the names of months that stand in an address."""
    return {value: date_format(date.fromisoformat(f"{value}-01"), "F Y") for value in values}


@dataclass(frozen=True)
class MonthFacet(NamedFacet[Offered]):
    """The months of a school year: those to come first, those that are over behind them."""

    now: str = ""

    def accepts(self, value: str) -> bool:
        """Whether it is a month that has a name."""
        return bool(re.fullmatch(r"2[0-9]{3}-(0[1-9]|1[0-2])", value))

    def place(self, option: Option) -> tuple[int, str]:
        """Return the order of time, from this month on."""
        return int(option.value < self.now), option.value


def reach_of(groups: Iterable[ListedGroup]) -> Reach:
    """Return where the people of each group work; a group of which nobody said where is not among them."""
    known = {group.facts.slug: frozenset(place.content_key for place in group.places) for group in groups}
    return {slug: places for slug, places in known.items() if places}


def facets_on(today: date, reach: Reach) -> list[ListFacet[Offered]]:
    """Return the facets of the catalogue; weeks are counted from a day, and a group reaches certain locations."""
    return [
        *_when(today),
        NamedFacet("groep", _("My group"), _groups_that_reach(reach), group_names),
        NamedFacet("locatie", _("Location"), _places, page_names),
        WordFacet("soort", _("Kind of lab"), _heading(dict(LabKind.choices)), _kinds, keeps_unknown=True),
        NamedFacet("thema", pgettext_lazy("heading", "Theme"), _themes, page_names),
        NamedFacet("partner", _("Given by"), _partners, partner_names),
        WordFacet("taal", _("Written in"), _heading(dict(settings.LANGUAGES)), _languages),
        WordFacet("staat", _("State"), _heading(STATES), _states, keeps_unknown=True),
    ]


def _when(today: date) -> list[ListFacet[Offered]]:
    def periods_of(item: Offered) -> Iterable[str]:
        return periods(item.session.day, today) if item.session else ()

    def months_of(item: Offered) -> Labels:
        return month_names([month(item.session.day)]) if item.session else {}

    return [
        WordFacet("periode", _("When"), _heading(PERIODS), periods_of, keeps_unknown=True),
        WordFacet("week", _("Week of the cycle"), {"1": _("Week 1"), "2": _("Week 2"), "3": _("Week 3")}, _weeks),
        MonthFacet("maand", _("Month"), months_of, month_names, now=month(today)),
    ]


def _heading(words: dict[str, Any]) -> Labels:
    return {value: capfirst(label) for value, label in words.items()}


def _weeks(item: Offered) -> Iterator[str]:
    week = item.session.week if item.session else item.lab.facts.week_in_cycle
    if week:
        yield str(week)


def _groups_that_reach(reach: Reach) -> Callable[[Offered], Labels]:
    """Return what tells the groups of a lab, and of a session those whose people work where it is."""

    def groups(item: Offered) -> Labels:
        here = {page.content_key for page in item.places} if item.session else set()
        return {
            group.slug: group.name
            for group in item.lab.groups
            if not here or group.slug not in reach or reach[group.slug] & here
        }

    return groups


def _places(item: Offered) -> Labels:
    return {page.content_key: page.title for page in item.places}


def _themes(item: Offered) -> Labels:
    return {page.content_key: page.title for page in item.lab.themes}


def _partners(item: Offered) -> Labels:
    return {partner.slug: partner.name for partner in item.lab.partners}


def _kinds(item: Offered) -> Iterator[str]:
    yield item.lab.facts.kind


def _languages(item: Offered) -> Iterable[str]:
    return item.lab.languages


def _states(item: Offered) -> Iterator[str]:
    if item.session is not None:
        state = item.session.state
        yield from dict.fromkeys([state, "gepland"] if state in TO_COME else [state])
    elif not item.lab.sessions:
        yield "zonder-datum"
