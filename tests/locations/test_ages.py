"""The ages of the units of a school as a drawing."""

from hypothesis import given
from hypothesis import strategies as st

from locations.ages import LETTER, OLDEST, WIDTH, YEAR, YOUNGEST, draw_ages

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
def test_a_name_stays_inside_the_drawing(units: list[tuple[str, int, int]]) -> None:
    for bar, (name, low, high) in zip(draw_ages(units).bars, units, strict=True):
        if bar.fits:
            assert len(bar.shown) * LETTER < (high - low) * YEAR
        elif bar.at_end:
            assert bar.text_x - len(bar.shown) * LETTER >= 0
        else:
            assert bar.text_x + len(bar.shown) * LETTER <= WIDTH
        assert name == bar.shown or name.startswith(bar.shown.removesuffix("…"))


def test_a_name_is_cut_only_where_it_has_no_room_and_says_all_of_itself_to_who_points_at_it() -> None:
    whole, cut = draw_ages([("Junioren", 10, 14), ("Een heel lange naam van een afdeling, Academie Tien", 10, 12)]).bars

    assert (whole.shown, cut.shown[-1]) == ("Junioren", "…")
    assert len(cut.shown) > 20
