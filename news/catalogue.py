"""The catalogue of stories: filters by sector and location, with counts, all in the address of the page.

A house tells dozens of stories, not thousands: they are read at once and filtered here, so that a
count and the list it promises can never differ.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.core.models.vocabularies import Sector

SECTOR, LOCATION, PAGE = "sector", "locatie", "pagina"
"""Names in the address; the same in every language, as on the search page."""
PER_PAGE = 24


@dataclass(frozen=True, slots=True)
class Option:
    """A choice in a filter, and how many stories it would show beside the other filters."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with its choices."""

    name: str
    label: Promise
    options: list[Option]


@dataclass(frozen=True, slots=True)
class Chip:
    """A choice that is on, and the address of the list without it."""

    facet: Promise
    label: str
    url: str


class StoryCatalogue:
    """The stories of one language and what a visitor chose among them.

    Each story has `facts` (sectors) and `shown_places` (locations in the reader's language).
    """

    LABELS = {SECTOR: _("Sector"), LOCATION: _("Location")}

    def __init__(self, stories: list[Any], query: QueryDict) -> None:
        self.stories = stories
        self.query = query
        self.chosen = {name: set(query.getlist(name)) & set(self.choices[name]) for name in self.LABELS}

    @cached_property
    def choices(self) -> dict[str, dict[str, str]]:
        """Words of every choice by value and filter: all sectors, and the locations that have a story."""
        places = sorted((place for story in self.stories for place in story.shown_places), key=lambda place: place.path)
        return {
            SECTOR: {code: code for code in Sector.values},
            LOCATION: {place.content_key: place.title for place in places},
        }

    @staticmethod
    def values(story: Any, name: str) -> set[str]:
        """Return the values a story has in a filter."""
        if name == SECTOR:
            return {story.facts.sector_from, story.facts.sector_to}
        return {place.content_key for place in story.shown_places}

    def matching(self, names: Iterable[str]) -> list[Any]:
        """Return the stories that match what is chosen in some filters: one value of each is enough."""
        wanted = {name: self.chosen[name] for name in names if self.chosen[name]}
        return [story for story in self.stories if all(self.values(story, name) & wanted[name] for name in wanted)]

    @cached_property
    def found(self) -> list[Any]:
        """The stories that match everything that is chosen."""
        return self.matching(self.LABELS)

    @cached_property
    def shown(self) -> Page:
        """The page of stories the address asks for; the last one when it asks for too much."""
        return Paginator(self.found, PER_PAGE).get_page(self.query.get(PAGE))

    @property
    def facets(self) -> list[Facet]:
        """The filters; each count takes the other filter into account."""
        return [Facet(name, self.LABELS[name], self._options(name)) for name in self.LABELS]

    def _options(self, name: str) -> list[Option]:
        others = self.matching(other for other in self.LABELS if other != name)
        values = [value for story in others for value in self.values(story, name)]
        words = self.choices[name].items()
        return [Option(value, label, values.count(value), value in self.chosen[name]) for value, label in words]

    @property
    def title_details(self) -> list[str]:
        """What the title says beside the name of the list: the choices, and the page from the second on."""
        number = self.shown.number
        later = [str(_("page %(number)d") % {"number": number})] if number > 1 else []
        return [*(chip.label for chip in self.chips), *later]

    @property
    def chips(self) -> list[Chip]:
        """What is chosen, each with the address of the list without it."""
        return [
            Chip(self.LABELS[name], self.choices[name][value], self._address(without=(name, value)))
            for name in self.LABELS
            for value in self.choices[name]
            if value in self.chosen[name]
        ]

    @property
    def previous_url(self) -> str:
        """Address of the previous page of the list, empty on the first."""
        return self._address(page=self.shown.previous_page_number()) if self.shown.has_previous() else ""

    @property
    def next_url(self) -> str:
        """Address of the next page of the list, empty on the last."""
        return self._address(page=self.shown.next_page_number()) if self.shown.has_next() else ""

    def _address(self, without: tuple[str, str] | None = None, page: int = 1) -> str:
        """Return the query string of this choice, less one value, or of another page of it."""
        query = QueryDict(mutable=True)
        for name in self.LABELS:
            query.setlist(
                name, [value for value in self.choices[name] if value in self.chosen[name] and (name, value) != without]
            )
        if page > 1:
            query[PAGE] = str(page)
        return f"?{query.urlencode()}" if query.urlencode() else "."
