"""The catalogue of stories: filters by sector and location, with counts, all in the address of the page.

A house tells dozens of stories, not thousands: they are read at once and filtered here, so that a
count and the list it promises can never differ.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from portal.core.facets import FacetedList, ListFacet, WordFacet
from portal.core.models.vocabularies import Sector

if TYPE_CHECKING:
    from news.models.story import StoryPage


PAGE = "pagina"
"""The page in the address, by key."""
PER_PAGE = 24


def _sectors(story: "StoryPage") -> Iterator[str]:
    yield story.facts.sector_from
    yield story.facts.sector_to


def _places(story: "StoryPage") -> Iterator[str]:
    return (place.content_key for place in story.shown_places)


def facets_of(stories: "list[StoryPage]") -> "list[ListFacet[StoryPage]]":
    """Return the facets: all sectors, and the locations that have a story, in the order of the street."""
    places = sorted((place for story in stories for place in story.shown_places), key=lambda place: place.path)
    names = {place.content_key: place.title for place in places}
    return [
        WordFacet("sector", _("Sector"), {code: code for code in Sector.values}, _sectors, shows_all=True),
        WordFacet("locatie", _("Location"), names, _places),
    ]


class StoryCatalogue(FacetedList[Any]):
    """The stories of one language and what a visitor chose among them, by page.

    Each story has `facts` (sectors) and `shown_places` (locations in the reader's language).
    """

    def __init__(self, stories: "list[StoryPage]", query: QueryDict, path: str = "") -> None:
        super().__init__(stories, facets_of(stories), query, path)
        self.asked_page = query.get(PAGE)

    @cached_property
    def shown(self) -> Page:
        """The page of stories the address asks for; the last one when it asks for too much."""
        return Paginator(self.found, PER_PAGE).get_page(self.asked_page)

    @property
    def title_details(self) -> list[str]:
        """What the title says beside the name of the list: the choices, and the page from the second on."""
        number = self.shown.number
        later = [str(_("page %(number)d") % {"number": number})] if number > 1 else []
        return [*super().title_details, *later]

    @property
    def previous_url(self) -> str:
        """Address of the previous page of the list, empty on the first."""
        return self._page_url(self.shown.previous_page_number()) if self.shown.has_previous() else ""

    @property
    def next_url(self) -> str:
        """Address of the next page of the list, empty on the last."""
        return self._page_url(self.shown.next_page_number()) if self.shown.has_next() else ""

    @property
    def whereabouts(self) -> dict[str, str]:
        """Which page of the list it is, as an address says it; nothing for the first."""
        return _page(self.shown.number)

    def _page_url(self, number: int) -> str:
        return self.address(**_page(number))


def _page(number: int) -> dict[str, str]:
    return {PAGE: str(number) if number > 1 else ""}
