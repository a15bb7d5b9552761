"""The region as a drawing for a template: the locations on the sketch, and those whose place is not known."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from locations.sketch import HEIGHT, RIDGE, RIDGE_NAME, RIVER, WIDTH, Place, Point, points_of, sketch_of

if TYPE_CHECKING:
    from locations.models.location import LocationPage


MARK = 46
"""Size of a gable in the drawing."""
LABEL = 150
"""Room a name needs to the right of its mark."""


@dataclass(frozen=True, slots=True)
class MapMark:
    """A location on the sketch: where its gable and its name stand."""

    location: Any
    x: float
    y: float
    text_x: float
    text_y: float
    ends: bool
    """Whether the name ends before the mark instead of beginning after it."""

    @property
    def street_map_url(self) -> str:
        """Return the address of a street map of the place; only a link, nothing is fetched from there."""
        latitude, longitude = self.location.facts.latitude, self.location.facts.longitude
        return f"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=14/{latitude}/{longitude}"


@dataclass(frozen=True, slots=True)
class Region:
    """Everything a template needs to draw the region and to say it in words."""

    marks: tuple[MapMark, ...]
    unplaced: tuple[Any, ...]
    """Locations whose place is not filled in."""
    ridge: str = ""
    ridge_name: Point | None = None
    river: str = ""
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def in_words(self) -> str:
        """The drawing in words: each location with its town."""
        return ", ".join(_with_town(mark.location) for mark in self.marks)

    @property
    def unplaced_in_words(self) -> str:
        """The names of the locations whose place is not known."""
        return ", ".join(location.title for location in self.unplaced)


def draw_region(locations: "Iterable[LocationPage]") -> Region:
    """Return the drawing of locations; without any known place there are no marks."""
    pages = list(locations)
    placed = {page.content_key: page for page in pages if page.facts.latitude is not None}
    unplaced = tuple(page for page in pages if page.facts.latitude is None)
    if not placed:
        return Region((), unplaced)
    places = {key: Place(float(page.facts.latitude), float(page.facts.longitude)) for key, page in placed.items()}
    sketch, points = sketch_of(places.values()), points_of(places)
    return Region(
        marks=tuple(_mark(placed[key], point) for key, point in points.items()),
        unplaced=unplaced,
        ridge=sketch.surface(RIDGE),
        ridge_name=sketch.point(RIDGE_NAME),
        river=sketch.line(RIVER),
    )


def _mark(location: "LocationPage", point: Point) -> MapMark:
    ends = point.x + MARK / 2 + LABEL > WIDTH
    beside = MARK / 2 + 8
    return MapMark(
        location=location,
        x=round(point.x - MARK / 2, 1),
        y=round(point.y - MARK / 2, 1),
        text_x=round(point.x - beside if ends else point.x + beside, 1),
        text_y=round(point.y + 6, 1),
        ends=ends,
    )


def _with_town(location: "LocationPage") -> str:
    return f"{location.title} ({location.facts.town})" if location.facts.town else str(location.title)
