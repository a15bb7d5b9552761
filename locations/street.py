"""The street as it is now: a lit window for each lab that is held, an open door on a visiting day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone
from wagtail.models import Locale

from curriculum.labs.offer import Offer
from locations.visits import open_doors

WINDOWS: dict[str, tuple[tuple[int, int], ...]] = {
    "tien": ((88, 84), (163, 150), (40, 150), (115, 124), (190, 190), (13, 190), (88, 164), (163, 226), (40, 226)),
    "doorn": ((88, 165), (163, 140), (115, 205), (190, 180), (115, 165), (163, 220), (190, 140), (88, 205)),
    "maarsbergen": ((88, 122), (163, 168), (40, 168), (115, 164), (190, 210), (13, 210), (115, 122), (163, 210)),
    "unic": ((88, 84), (163, 140), (40, 140), (115, 124), (190, 180), (13, 180), (88, 164), (163, 220), (40, 220)),
    "huis": ((88, 100), (163, 150), (40, 150), (115, 140), (190, 190), (13, 190), (88, 178), (163, 226), (40, 226)),
}
"""Where the windows of each gable are, on the grid of `components/house.html`, in the order in which they light up."""
DOORS = {"tien": 96, "doorn": 21, "maarsbergen": 96, "unic": 96, "huis": 96}
"""The left side of the door of each gable."""


@dataclass(frozen=True, slots=True)
class Window:
    """A lab that is held now, and the window that is lit for it."""

    session: Any
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class StreetHouse:
    """A location in the street."""

    location: Any
    windows: tuple[Window, ...]
    """More labs at once than a house has windows light no more of them."""
    visit: Any = None
    """The visiting day of today in the reader's language; the door is open."""

    @property
    def door(self) -> int | None:
        """Where the open door is in the drawing; None while it is shut."""
        return DOORS.get(self.location.facts.gable, DOORS["huis"]) if self.visit else None


@dataclass(frozen=True, slots=True)
class Street:
    """All houses side by side."""

    houses: tuple[StreetHouse, ...]

    @property
    def has_news(self) -> bool:
        """Whether there is something to say of now: a lit window or an open door."""
        return any(house.windows or house.visit for house in self.houses)


def street_now(locations: Sequence[Any], offer: Offer, locale: Locale) -> Street:
    """Return the street of locations at this moment: what is held of the offer, and who receives visitors."""
    now = timezone.now()
    held = offer.upcoming(where=lambda session: bool(session.row.starts <= now))
    return street_of(locations, held, open_doors(locale))


def street_of(locations: Sequence[Any], sessions: Sequence[Any], visits: Mapping[UUID, Any]) -> Street:
    """Return a house for each location, with the sessions that are held now and the visits of today."""
    return Street(
        tuple(
            StreetHouse(location, _windows(location, sessions), visits.get(location.translation_key))
            for location in locations
        )
    )


def _windows(location: Any, sessions: Sequence[Any]) -> tuple[Window, ...]:
    places = WINDOWS.get(location.facts.gable, WINDOWS["huis"])
    held = [session for session in sessions if session.location is not None and session.is_at(location)]
    return tuple(Window(session, x, y) for session, (x, y) in zip(held, places, strict=False))
