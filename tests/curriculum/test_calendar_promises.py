"""What subscribers of a calendar may rely on: the right hour for years, a name, and word of what does not go on."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from wagtail.models import PageViewRestriction

from curriculum.models import LabPage
from tests.calendars import read
from tests.factories import House, in_english, make_lab, make_location, make_session

pytestmark = pytest.mark.django_db
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
TUESDAY = datetime(2026, 11, 24, 10, tzinfo=AMSTERDAM)
FILE = "/nl/labs/agenda.ics"


@pytest.fixture(autouse=True)
def on_a_tuesday() -> Any:
    with time_machine.travel(TUESDAY, tick=False):
        yield


def test_every_reader_sees_the_right_hour_on_any_day_of_ten_years(client: Any, house: House, school: Any) -> None:
    days = [date(2026, 3, 1) + timedelta(days=97 * number) for number in range(38)]
    near_changes = [date(2027, 3, 28), date(2027, 10, 31), date(2030, 3, 31), date(2030, 10, 27), date(2036, 10, 26)]
    sessions = [make_session(day, "08:30" if number % 2 else "15:45") for number, day in enumerate(days)]
    sessions += [make_session(day, start) for day in near_changes for start in ("08:30", "15:45")]
    make_lab(school, "coachen", sessions=sessions)

    _name, found = read(client.get(f"{FILE}?alles=1"))

    assert [entry.starts for entry in found.values()] == sorted(session.starts for session in sessions)
    local = {entry.starts.astimezone(AMSTERDAM).strftime("%H:%M") for entry in found.values()}
    assert local == {"08:30", "15:45"}


@pytest.mark.parametrize("night", [date(2026, 12, 4), date(2027, 3, 27), date(2027, 10, 30)])
def test_a_session_over_midnight_ends_on_the_next_day_also_when_the_clock_changes(
    client: Any, house: House, school: Any, night: date
) -> None:
    session = make_session(night, "22:30")
    session.ends = datetime.combine(night + timedelta(days=1), time(4), AMSTERDAM)
    make_lab(school, "sterrenkijken", sessions=[session])

    (entry,) = read(client.get(f"{FILE}?alles=1"))[1].values()

    local = [moment.astimezone(AMSTERDAM) for moment in (entry.starts, entry.ends)]
    assert [f"{moment:%d %H:%M}" for moment in local] == [f"{night:%d} 22:30", f"{night + timedelta(days=1):%d} 04:00"]


def test_each_choice_of_filters_is_a_valid_calendar_with_a_name_of_its_own(
    client: Any, house: House, school: Any
) -> None:
    doorn = make_location(house.locations, "nxt-doorn")
    make_lab(school, "coachen", kind="onderzoek", sessions=[make_session(date(2026, 12, 2), location=school)])
    make_lab(doorn, "elders", title="El\x0bders", sessions=[make_session(date(2026, 12, 4), location=doorn)])
    choices = [
        "", "?locatie=nxt-doorn", "?locatie=academie-tien", "?soort=onderzoek", "?locatie=nxt-doorn&soort=onderzoek",
        "?lab=coachen", "?lab=elders", "?lab=onbekend", "?periode=eerder", "?thema=%0d%0aX:1", "?groep=%00%ff",
        "?locatie=nxt-doorn&locatie=academie-tien", "?staat=vervallen", "?partner=" + "x" * 900,
    ]  # fmt: skip

    names = [read(client.get(f"{FILE}{choice}"))[0] for choice in choices]

    assert len(set(names)) == len(choices)
    assert all("agenda" not in name and name.startswith("Labs van het Opleidingshuis") for name in names)


def take_away(how: str, lab: Any) -> None:
    """Let a lab, or its one session, go away."""
    if how == "delete the session":
        lab.sessions = []
        lab.save_revision().publish()
    elif how == "unpublish":
        lab.unpublish()
    elif how == "delete":
        lab.delete()
    elif how == "delete the space":
        lab.get_parent().specific.delete()


@pytest.mark.parametrize("how", ["delete the session", "unpublish", "delete", "delete the space"])
def test_a_session_that_went_away_is_cancelled_for_a_year_where_it_stood(
    client: Any, house: House, school: Any, how: str
) -> None:
    doorn = make_location(house.locations, "nxt-doorn")
    over, coming = make_session(date(2026, 11, 4), location=doorn), make_session(date(2026, 12, 2), location=doorn)
    lab = make_lab(doorn, "elders", title="Elders", sessions=[over, coming])
    in_english(house.labs)
    in_english(lab, title="Elsewhere")
    uid = str(coming.uid)

    take_away(how, LabPage.objects.get(pk=lab.pk))

    for address in (FILE, f"{FILE}?locatie=nxt-doorn", f"{FILE}?lab=elders", f"{FILE}?staat=vervallen"):
        _name, found = read(client.get(address))
        assert [(key, entry.status) for key, entry in found.items()] == [(uid, "CANCELLED")], address
        assert found[uid].summary == "Vervallen: Elders"
    assert read(client.get(f"{FILE}?locatie=academie-tien"))[1] == {}
    assert read(client.get("/en/labs/calendar.ics"))[1][uid].summary == "Cancelled: Elsewhere"
    with time_machine.travel(TUESDAY + timedelta(days=366), tick=False):
        assert read(client.get(FILE))[1] == {}


def test_a_lab_that_comes_back_is_on_again(client: Any, school: Any, house: House) -> None:
    lab = make_lab(school, "coachen", sessions=[make_session(date(2026, 12, 2))])
    lab.unpublish()
    lab.save_revision().publish()

    assert [entry.status for entry in read(client.get(FILE))[1].values()] == ["CONFIRMED"]


def test_a_lab_that_became_private_is_called_off_without_its_words(client: Any, school: Any, house: House) -> None:
    lab = make_lab(school, "coachen", title="Geheim", sessions=[make_session(date(2026, 12, 2), room="Geheim")])
    restriction = PageViewRestriction.objects.create(page=school, restriction_type=PageViewRestriction.LOGIN)

    response = client.get(FILE)

    assert [entry.status for entry in read(response)[1].values()] == ["CANCELLED"]
    assert b"Geheim" not in response.getvalue()
    restriction.delete()
    assert [entry.summary for entry in read(client.get(FILE))[1].values()] == [lab.title]
