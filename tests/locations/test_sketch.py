"""The sketch of the region: coordinates become points of the drawing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locations.sketch import HEIGHT, WIDTH, Place, points_of, sketch_of

PLACES = st.builds(Place, latitude=st.floats(51.8, 52.4), longitude=st.floats(4.8, 5.8))


@given(st.lists(PLACES, min_size=1, max_size=12))
def test_every_place_lies_within_the_drawing(places: list[Place]) -> None:
    sketch = sketch_of(places)

    for point in map(sketch.point, places):
        assert 0 <= point.x <= WIDTH
        assert 0 <= point.y <= HEIGHT


@given(st.lists(PLACES, min_size=2, max_size=12))
def test_north_is_up_and_east_is_right(places: list[Place]) -> None:
    sketch = sketch_of(places)
    first, second = places[:2]

    if first.latitude > second.latitude:
        assert sketch.point(first).y <= sketch.point(second).y
    if first.longitude > second.longitude:
        assert sketch.point(first).x >= sketch.point(second).x


@given(PLACES)
def test_a_single_place_stands_in_the_middle(place: Place) -> None:
    point = sketch_of([place]).point(place)

    assert abs(point.x - WIDTH / 2) < 1
    assert abs(point.y - HEIGHT / 2) < 1


@given(PLACES, st.integers(2, 9))
def test_locations_in_one_town_never_cover_each_other(place: Place, number: int) -> None:
    points = points_of({f"school-{n}": place for n in range(number)})

    assert len({(point.x, point.y) for point in points.values()}) == number


@given(st.dictionaries(st.text("abc", min_size=1), PLACES, min_size=1, max_size=6))
def test_the_first_location_of_a_place_stands_on_that_place(places: dict[str, Place]) -> None:
    key = next(iter(places))

    assert points_of(places)[key] == sketch_of(places.values()).point(places[key])


def test_nothing_can_be_drawn_without_places() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        sketch_of([])
