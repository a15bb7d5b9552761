"""A sketch of the region: coordinates become points of a drawing. Pure: no database, no map service.

Near enough for a region of some thirty kilometres: a degree of longitude is narrower than a degree of
latitude by the cosine of the latitude, everything else is a straight scale. North is up.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count, pairwise
from math import cos, radians

WIDTH, HEIGHT = 720, 400
"""Size of the drawing in its own units."""
MARGIN = 64
"""Room around the outermost points, for their marks and names."""
NARROWEST = 0.12
"""The region is drawn at least so many degrees of latitude high, so that one place does not fill it."""
BESIDE, BELOW = 150.0, 70.0
"""Distances between marks of the same place, so that their names stay readable."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place on earth, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the drawing; y grows downwards."""

    x: float
    y: float


RIDGE = tuple(
    Place(*pair)
    for pair in (
        (52.13, 5.24), (52.11, 5.33), (52.07, 5.44), (52.02, 5.53), (51.96, 5.58),
        (51.97, 5.50), (52.00, 5.41), (52.03, 5.32), (52.08, 5.22),
    )
)  # fmt: skip
RIDGE_NAME = Place(52.085, 5.3)
"""The Utrechtse Heuvelrug, roughly, and where its name stands."""
RIVER = tuple(Place(*pair) for pair in ((52.16, 5.02), (52.10, 5.11), (52.06, 5.18), (52.02, 5.25), (51.97, 5.34)))
"""Vecht and Kromme Rijn, roughly."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """Scale and origin of one drawing."""

    north: float
    west: float
    scale: float
    squeeze: float
    """How much narrower a degree of longitude is."""

    def point(self, place: Place) -> Point:
        """Return where a place lies in the drawing, to a tenth of a unit."""
        x = (place.longitude - self.west) * self.squeeze * self.scale
        return Point(round(x, 1), round((self.north - place.latitude) * self.scale, 1))

    def line(self, places: Iterable[Place]) -> str:
        """Return the SVG path of a flowing line past places."""
        first, *bends, last = map(self.point, places)
        curves = (_curve(bend, _middle(bend, after)) for bend, after in pairwise([*bends, last]))
        return f"M{first.x} {first.y}{''.join(curves)}L{last.x} {last.y}"

    def surface(self, places: Iterable[Place]) -> str:
        """Return the SVG path of a flowing outline past places."""
        points = [self.point(place) for place in places]
        start = _middle(points[-1], points[0])
        curves = (_curve(bend, _middle(bend, after)) for bend, after in pairwise([*points, points[0]]))
        return f"M{start.x} {start.y}{''.join(curves)}Z"


def _middle(first: Point, second: Point) -> Point:
    return Point(round((first.x + second.x) / 2, 1), round((first.y + second.y) / 2, 1))


def _curve(bend: Point, end: Point) -> str:
    return f"Q{bend.x} {bend.y} {end.x} {end.y}"


def sketch_of(places: Iterable[Place]) -> Sketch:
    """Return the drawing in which all places fit, in the middle; raises ValueError without places."""
    known = list(places)
    if not known:
        raise ValueError("nothing to draw: no place is known")
    south, north = min(p.latitude for p in known), max(p.latitude for p in known)
    west, east = min(p.longitude for p in known), max(p.longitude for p in known)
    middle = (south + north) / 2
    squeeze = cos(radians(middle))
    height = max(north - south, NARROWEST)
    width = max((east - west) * squeeze, NARROWEST)
    scale = min((WIDTH - 2 * MARGIN) / width, (HEIGHT - 2 * MARGIN) / height)
    return Sketch(
        north=middle + HEIGHT / 2 / scale,
        west=(west + east) / 2 - WIDTH / 2 / scale / squeeze,
        scale=scale,
        squeeze=squeeze,
    )


def points_of(places: Mapping[str, Place]) -> dict[str, Point]:
    """Return a point for every place by key; of places at the same spot the later ones stand beside the first."""
    sketch = sketch_of(places.values())
    points: dict[str, Point] = {}
    for key, place in places.items():
        points[key] = next(spot for spot in _spots(sketch.point(place)) if _is_free(spot, points.values()))
    return points


def _spots(point: Point) -> Iterator[Point]:
    """Yield the point itself, then spots beside and below it, towards the middle of the drawing."""
    across = BESIDE if point.x <= WIDTH / 2 else -BESIDE
    down = BELOW if point.y <= HEIGHT / 2 else -BELOW
    for row in count():
        for column in range(3):
            yield Point(round(point.x + column * across, 1), round(point.y + row * down, 1))


def _is_free(point: Point, others: Iterable[Point]) -> bool:
    return all(abs(point.x - other.x) >= 1 or abs(point.y - other.y) >= 1 for other in others)
