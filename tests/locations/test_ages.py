"""The ages of the units of a school as a drawing."""

from hypothesis import given
from hypothesis import strategies as st

from locations.ages import LETTER, OLDEST, WIDTH, YOUNGEST, draw_ages

UNITS = st.lists(
    st.tuples(st.text("abc ", min_size=1, max_size=30), st.integers(YOUNGEST, OLDEST - 1)).flatmap(
        lambda unit: st.tuples(st.just(unit[0]), st.just(unit[1]), st.integers(unit[1] + 1, OLDEST))
    ),
    min_size=1,
    max_size=6,
)


@given(UNITS)
def test_each_unit_has_a_bar_and_each_border_a_tick(units: list[tuple[str, int, int]]) -> None:
    drawing = draw_ages(units)

    assert [bar.name for bar in drawing.bars] == [name for name, _low, _high in units]
    assert [tick.age for tick in drawing.ticks] == sorted({age for _name, *ages in units for age in ages})
    assert all(0 <= tick.x <= WIDTH for tick in drawing.ticks)


@given(UNITS)
def test_a_name_that_does_not_fit_stands_beside_its_bar(units: list[tuple[str, int, int]]) -> None:
    for bar, (name, low, high) in zip(draw_ages(units).bars, units, strict=True):
        if bar.fits:
            assert len(name) * LETTER < (high - low) * 47.25
        elif not bar.at_end:
            assert bar.text_x + len(name) * LETTER <= WIDTH
