"""What a visitor chose in the address of the catalogue, and what of the offer fits."""

from datetime import date, timedelta
from functools import cached_property

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from curriculum.labs.facets import facets_on, reach_of
from curriculum.labs.offer import LabOffering, Offered, OfferedSession
from curriculum.request_context import groups_in, offer_in
from curriculum.rhythm.weeks import WEEK, monday_of
from curriculum.rollover.editions import is_earlier
from portal.core.content_cache import kept
from portal.core.facet_form import FacetField
from portal.core.facet_index import FacetIndex
from portal.core.facets import FacetedList
from search.request import clean_page

SORTS = {"datum": _("date"), "titel": _("title"), "locatie": _("location")}


def day_of(text: str) -> date | None:
    """Return the day of an address; None for anything that is no day, or so far away that no week is left."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 1970 <= day.year <= 2999 else None


def _lab(item: Offered) -> LabOffering:
    return item.lab


Moment = tuple[str, date, int, bool]
"""Language, day, turn of the offer, and whether labs count that have gone on in a newer school year."""


@kept(size=8)
def index_of(moment: Moment) -> FacetIndex[Offered]:
    """Return the labs and their sessions by what they can be found by, as long as no session begins or ends."""
    language, today, _turn, is_of_the_past = moment
    items: list[Offered] = []
    for lab in offer_in(language).labs:
        if is_earlier(lab) and not is_of_the_past:
            continue
        items += [lab, *lab.sessions]
    return FacetIndex(items, facets_on(today, reach_of(groups_in(language))), _lab)


def _asks_for_the_past(query: QueryDict) -> bool:
    """Whether somebody looks for what is over: by its state, its period, a month, a day to begin at, or one lab."""
    asked = {*query.getlist("staat"), *query.getlist("periode")}
    return bool(asked & {"geweest", "eerder"} or query.get("maand") or query.get("vanaf") or query.get("lab"))


class Filters(FacetedList[Offered]):
    """The choice of a visitor over the offer in a language, and the order asked for.

    A lab is an entry by itself and with each of its sessions: it is also found by what it says of itself.
    """

    def __init__(self, language: str, query: QueryDict, today: date, path: str = "") -> None:
        self.offer = offer_in(language)
        self.moment: Moment = (language, today, self.offer.turn, _asks_for_the_past(query))
        """What decides which labs there are, and how each is on this day."""
        super().__init__((), facets_on(today, {}), query, path, index=index_of(self.moment))
        self.sort = query.get("sorteer", "") if query.get("sorteer", "") in SORTS else "datum"

        self.first_day = day_of(query.get("vanaf", ""))
        """The day from which a calendar is asked; None for today."""
        self.page = clean_page(query.get("pagina", ""))

    @property
    def order(self) -> str:
        """The order as an address says it; nothing for that of time."""
        return self.sort if self.sort != "datum" else ""

    @property
    def whereabouts(self) -> dict[str, str]:
        """Where in the list one is, as an address says it: its order, the first day of a calendar, and the page."""
        page = str(self.page) if self.page > 1 else ""
        return {"sorteer": self.order, "vanaf": str(self.first_day or ""), "pagina": page}

    def page_url(self, number: int) -> str:
        """Return the address of a page of the list in this order; empty for none."""
        return self.address(sorteer=self.order, pagina=str(number) if number > 1 else "") if number else ""

    @cached_property
    def sessions(self) -> list[OfferedSession]:
        """The sessions that fit, in order of time."""
        found = [item for item in self.found if isinstance(item, OfferedSession)]
        return sorted(found, key=lambda session: session.row.starts)

    def begins(self, today: date, stretch: timedelta = timedelta()) -> date:
        """Return the day at which a view of such a stretch of time begins.

        The day that was asked for; else today, unless what fits lies further ahead, or somebody looks for what is over.
        """
        if self.first_day or not self.sessions:
            return self.first_day or today
        to_come = next((session.day for session in self.sessions if session.day >= today), None)
        if to_come:
            return today if to_come < monday_of(today) + stretch else to_come
        looks_back = self.moment[-1]
        return self.sessions[-1].day - max(stretch - WEEK, timedelta()) if looks_back else today

    @cached_property
    def labs(self) -> int:
        """How many labs fit."""
        return self.index.things(self.found_set)

    @property
    def telling(self) -> list[FacetField]:
        """The fields that split what fits, or in which something is chosen."""
        return [field for field in self.fields if field.splits(self.labs)]

    @property
    def silent(self) -> list[FacetField]:
        """The fields in which every choice gives everything or nothing: a reader unfolds them."""
        return [field for field in self.fields if not field.splits(self.labs)]
