"""The year plan: every week of the school year as a row and as a bar; and a way through the locations."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from curriculum.groups.path import path_through
from curriculum.rhythm.plan import Break, draw_plan, plan_weeks
from curriculum.rhythm.weeks import Calendar, Period
from tests.curriculum.cycle import week_of_cycle

YEAR = Period(date(2026, 8, 31), date(2027, 7, 16))
AUTUMN = Break(Period(date(2026, 10, 17), date(2026, 10, 25)), "Herfstvakantie", is_holiday=True)
FRIDAY_OFF = Break(Period(date(2027, 3, 26), date(2027, 3, 26)), "Goede Vrijdag", is_holiday=False)
CALENDAR = Calendar(YEAR.first, YEAR, (AUTUMN.period,))
WEEKS = plan_weeks(CALENDAR, [AUTUMN, FRIDAY_OFF], date(2026, 11, 24))

HOLIDAYS = st.lists(
    st.builds(
        lambda start, days: Period(start, start + timedelta(days=days)),
        st.dates(YEAR.first, YEAR.last),
        st.integers(0, 16),
    ),
    max_size=5,
)


def test_a_holiday_has_no_number_but_a_name() -> None:
    autumn = next(week for week in WEEKS if week.monday == date(2026, 10, 19))

    assert (autumn.number, autumn.holiday) == (0, "Herfstvakantie")


def test_a_day_off_leaves_the_week_its_number_and_is_named() -> None:
    easter = next(week for week in WEEKS if week.monday == date(2027, 3, 22))

    assert easter.number
    assert easter.days_off == ("Goede Vrijdag",)


def test_exactly_the_week_of_today_is_current() -> None:
    assert [week.monday for week in WEEKS if week.is_current] == [date(2026, 11, 23)]


@given(HOLIDAYS, st.dates(YEAR.first, YEAR.last))
def test_the_plan_agrees_with_the_rhythm_on_every_week(holidays: list[Period], today: date) -> None:
    calendar = Calendar(YEAR.first, YEAR, tuple(holidays))
    breaks = [Break(period, "vakantie", is_holiday=True) for period in holidays]
    weeks = plan_weeks(calendar, breaks, today)

    assert [week.number for week in weeks] == [week_of_cycle(week.monday, calendar) for week in weeks]
    assert all(week.number or week.holiday for week in weeks)


@given(HOLIDAYS)
def test_the_drawing_has_a_bar_for_each_week_that_counts_in_order(holidays: list[Period]) -> None:
    calendar = Calendar(YEAR.first, YEAR, tuple(holidays))
    weeks = plan_weeks(calendar, [Break(period, "vakantie", is_holiday=True) for period in holidays], YEAR.first)
    drawing = draw_plan(weeks)

    assert [bar.week for bar in drawing.bars] == [week for week in weeks if week.number]
    assert [bar.middle for bar in drawing.bars] == sorted({bar.middle for bar in drawing.bars})
    assert all(0 < bar.middle < drawing.width for bar in drawing.bars)


LOCATIONS = st.lists(st.sampled_from("abcdef"), unique=True)


@given(LOCATIONS, st.sampled_from("abcdefx"), st.integers(1, 5), st.data())
def test_a_way_visits_no_location_twice_and_keeps_the_choice(
    active: list[str], chosen: str, number: int, data: st.DataObject
) -> None:
    years = [f"jaar-{n}" for n in range(1, number + 1)]
    year = data.draw(st.sampled_from(years))
    steps = path_through(years, year, chosen, active)
    visited = [step.location for step in steps if step.location]

    assert [step.year for step in steps] == years
    assert next(step.location for step in steps if step.year == year) == chosen
    assert len(visited) == len(set(visited))


def test_a_fourth_location_completes_four_years() -> None:
    years = ["jaar-1", "jaar-2", "jaar-3", "jaar-4"]
    three = path_through(years, "jaar-1", "tien", ["tien", "doorn", "maarsbergen"])
    four = path_through(years, "jaar-1", "tien", ["tien", "doorn", "maarsbergen", "unic"])

    assert [step.location for step in three] == ["tien", "doorn", "maarsbergen", None]
    assert [step.location for step in four] == ["tien", "doorn", "maarsbergen", "unic"]
