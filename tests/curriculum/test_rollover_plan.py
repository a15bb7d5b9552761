"""Each session of a school year in the next one: same weekday, same week of the rhythm, never in a holiday."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from curriculum.rhythm.weeks import Calendar, Period, SchoolYears
from curriculum.rollover.plan import Given, Passage, Proposed, Reason, Rooms, next_uid, propose

OLD = Calendar(
    date(2026, 8, 31),
    Period(date(2026, 8, 31), date(2027, 7, 16)),
    holidays=(Period(date(2026, 10, 17), date(2026, 10, 25)), Period(date(2026, 12, 19), date(2027, 1, 3))),
)
NEW_HOLIDAYS = (Period(date(2027, 10, 16), date(2027, 10, 24)), Period(date(2027, 12, 25), date(2028, 1, 9)))
NEW = Calendar(date(2027, 8, 30), Period(date(2027, 8, 30), date(2028, 7, 14)), holidays=NEW_HOLIDAYS)
DAY_OFF = Period(date(2027, 9, 16), date(2027, 9, 16))
OFF = (*NEW_HOLIDAYS, DAY_OFF)
YEAR = "2027-2028"
OLD_WEEKS, NEW_WEEKS = SchoolYears((OLD,)), SchoolYears((NEW,))


def at(day: date, number: int = 1, hour: int = 15, room: str = "1.12", is_cancelled: bool = False) -> Given:
    """Return a session of an hour and a half."""
    starts = datetime.combine(day, time(hour, 30))
    place = ("academie-tien", room) if room else None
    return Given(UUID(int=number), starts, starts + timedelta(minutes=90), room=place, is_cancelled=is_cancelled)


def proposed(sessions: list[Given], rooms: Rooms | None = None, known: frozenset[UUID] = frozenset()) -> list[Proposed]:
    """Return the proposal for the calendars above."""
    return propose(sessions, {"": Passage(OLD, NEW)}, OFF, rooms or Rooms(), known, YEAR)


SESSIONS = st.lists(
    st.builds(
        at,
        st.dates(date(2026, 8, 24), date(2027, 7, 20)),
        st.integers(1, 10**6),
        st.integers(8, 16),
        st.sampled_from(["", "1.12", "2.01"]),
        st.booleans(),
    ),
    max_size=40,
    unique_by=lambda session: session.uid,
)


@given(SESSIONS)
def test_weekday_hour_and_week_of_the_rhythm_stay_as_they_were(sessions: list[Given]) -> None:
    for row in proposed(sessions):
        if row.reason is None and row.starts and row.ends:
            old = row.given
            assert row.starts.weekday() == old.starts.weekday()
            assert (row.starts.time(), row.ends.time()) == (old.starts.time(), old.ends.time())
            assert NEW_WEEKS.week(row.starts.date()) == OLD_WEEKS.week(old.starts.date()) != 0


@given(SESSIONS)
def test_nothing_is_planned_in_a_holiday_on_a_day_off_or_outside_the_year(sessions: list[Given]) -> None:
    for row in proposed(sessions):
        if row.reason is None and row.starts:
            assert row.starts.date() in NEW.year
            assert not any(row.starts.date() in period for period in OFF)


CLOSE = st.lists(
    st.builds(at, st.dates(date(2026, 9, 7), date(2026, 9, 8)), st.integers(1, 10**6), st.integers(14, 16)),
    max_size=6,
    unique_by=lambda session: session.uid,
)
"""Sessions of two days in one room."""


@given(CLOSE, CLOSE)
def test_no_room_is_given_away_twice(sessions: list[Given], others: list[Given]) -> None:
    rooms = Rooms()
    for other in others:
        shifted = other.starts + timedelta(days=364)
        rooms.take(other.room, shifted, shifted + timedelta(minutes=90))
    before = {room: list(times) for room, times in rooms.taken.items()}
    used: list[tuple[object, datetime, datetime]] = []
    for row in proposed(sessions, rooms):
        if row.reason is None and row.starts and row.ends and row.given.room:
            times = [*before.get(row.given.room, []), *((s, e) for room, s, e in used if room == row.given.room)]
            assert all(row.ends <= first or row.starts >= last for first, last in times)
            used.append((row.given.room, row.starts, row.ends))


@given(SESSIONS)
def test_each_session_is_copied_or_says_why_not_and_a_second_run_copies_nothing(sessions: list[Given]) -> None:
    rooms = Rooms()
    first = proposed(sessions, rooms)
    copied = frozenset(next_uid(row.given.uid, YEAR) for row in first if row.reason is None)

    second = proposed(sessions, rooms, copied)

    assert len(first) == len(second) == len(sessions)
    assert all((row.reason is None) == (again.reason is Reason.KNOWN) for row, again in zip(first, second, strict=True))


@given(SESSIONS)
def test_two_days_of_the_old_year_never_become_one(sessions: list[Given]) -> None:
    passage = Passage(OLD, NEW)
    days = {session.starts.date() for session in sessions}
    found = [day for day in (passage.day(old) for old in days) if isinstance(day, date)]

    assert len(found) == len(set(found))


def test_the_third_week_2_becomes_the_third_week_2() -> None:
    [row] = proposed([at(date(2026, 10, 27))])  # the Tuesday of the week after autumn: week 2 for the third time

    assert OLD_WEEKS.week(date(2026, 10, 27)) == 2
    assert row.starts == datetime(2027, 10, 26, 15, 30)


def test_each_reason_is_told() -> None:
    rooms = Rooms()
    rooms.take(("academie-tien", "1.12"), datetime(2027, 9, 13, 16, 0), datetime(2027, 9, 13, 17, 0))
    rows = proposed(
        [
            at(date(2026, 9, 14), 1),
            at(date(2026, 9, 17), 2),
            at(date(2026, 10, 20), 3),
            at(date(2026, 9, 15), 4, is_cancelled=True),
        ],
        rooms,
    )

    assert {row.given.uid.int: row.reason for row in rows} == {
        1: Reason.ROOM,
        2: Reason.NO_SCHOOL,
        3: Reason.OUTSIDE,
        4: Reason.CANCELLED,
    }


def test_a_round_that_the_new_year_does_not_have_is_left_out() -> None:
    short = Calendar(date(2027, 8, 30), Period(date(2027, 8, 30), date(2027, 12, 17)))

    assert Passage(OLD, short).day(date(2027, 6, 15)) is Reason.NO_ROUND


def test_a_location_with_its_own_start_keeps_its_own_weeks() -> None:
    old, new = OLD.at("x"), Calendar(date(2027, 9, 6), NEW.year, NEW_HOLIDAYS)

    assert Passage(old, new).day(date(2026, 8, 31)) == date(2027, 9, 6)
