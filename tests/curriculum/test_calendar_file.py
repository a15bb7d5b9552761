"""The calendar file: what a subscribed calendar reads, also after a change."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from icalendar import Calendar

from tests.calendars import read
from tests.factories import House, in_english, make_lab, make_location, make_session
from tests.kept import kept

pytestmark = pytest.mark.django_db
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@kept
def lab(house: House, school: Any) -> Any:
    """A lab with a session before and one after the clock goes back, one of them cancelled."""
    return make_lab(
        school,
        "coachen",
        title="Coachen, deel 1; vragen",
        concern="Hoe help ik?",
        sessions=[
            make_session(date(2026, 10, 21), location=school, room="Atelier"),
            make_session(date(2026, 10, 28), location=school, state="geannuleerd", reason="Ziek"),
        ],
    )


def events(client: Any, address: str) -> list[Any]:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return list(Calendar.from_ical(response.getvalue()).walk("VEVENT"))


def test_sessions_keep_local_time_before_and_after_the_clock_goes_back(client: Any, lab: Any) -> None:
    before, after = events(client, "/nl/labs/agenda.ics?alles=1")

    assert before["dtstart"].dt == datetime(2026, 10, 21, 15, 45, tzinfo=AMSTERDAM)
    assert after["dtstart"].dt == datetime(2026, 10, 28, 15, 45, tzinfo=AMSTERDAM)
    assert before["dtstart"].dt.utcoffset() == timedelta(hours=2)
    assert after["dtstart"].dt.utcoffset() == timedelta(hours=1)
    assert before["dtend"].dt - before["dtstart"].dt == timedelta(minutes=90)


def test_sessions_with_the_same_words_have_each_their_own(client: Any, house: House, school: Any) -> None:
    words = 'Wat, waar; wie \\ en "hoe": é€漢 ' * 9
    for number, room in enumerate(("Atelier", "Atelier", "Aula, links")):
        sessions = [make_session(date(2026, 10, 21 + number), location=school, room=room)]
        make_lab(school, f"lab-{number}", title=f"Lab {number // 2}", concern=words, sessions=sessions)

    _name, found = read(client.get("/nl/labs/agenda.ics?alles=1"))
    told = events(client, "/nl/labs/agenda.ics?alles=1")

    assert [entry.summary for entry in found.values()] == ["Lab 0", "Lab 0", "Lab 1"]
    assert [str(event["location"]).partition(", Academie")[0] for event in told] == [
        "Atelier",
        "Atelier",
        "Aula, links",
    ]
    assert {str(event["description"]).strip() for event in told} == {words.strip()}
    assert len({str(event["url"]) for event in told}) == 3


def test_the_file_says_which_time_zone_it_means(client: Any, lab: Any) -> None:
    calendar = Calendar.from_ical(client.get("/nl/labs/agenda.ics?alles=1").getvalue())

    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Amsterdam"]


def test_a_cancelled_session_stays_in_and_says_so(client: Any, lab: Any) -> None:
    planned, cancelled = events(client, "/nl/labs/agenda.ics?alles=1")

    assert planned["status"] == "CONFIRMED"
    assert cancelled["status"] == "CANCELLED"
    assert str(cancelled["summary"]).endswith("Coachen, deel 1; vragen")
    assert "Ziek" in cancelled["description"]
    assert str(planned["location"]) == "Atelier, Academie Tien"
    assert str(planned["url"]).endswith("/nl/locaties/academie-tien/coachen/")


def test_a_session_keeps_its_identity_when_it_moves_and_in_the_other_language(
    client: Any, house: House, lab: Any
) -> None:
    known = [str(event["uid"]) for event in events(client, "/nl/labs/agenda.ics?alles=1")]
    session = lab.sessions.order_by("starts").first()
    session.starts += timedelta(days=1)
    session.ends += timedelta(days=1)
    lab.sessions = [session, lab.sessions.order_by("starts").last()]
    lab.save_revision().publish()
    in_english(house.labs)
    in_english(lab, title="Coaching")

    assert [str(event["uid"]) for event in events(client, "/nl/labs/agenda.ics?alles=1")] == known
    english = events(client, "/en/labs/calendar.ics?alles=1")
    assert [str(event["uid"]) for event in english] == known
    assert str(english[0]["summary"]) == "Coaching"


def test_the_file_holds_what_the_filters_hold_or_one_lab(client: Any, house: House, school: Any, lab: Any) -> None:
    doorn = make_location(house.locations, "nxt-doorn")
    make_lab(doorn, "elders", places=[doorn], sessions=[make_session(date(2026, 11, 4), location=doorn)])

    assert len(events(client, "/nl/labs/agenda.ics?alles=1")) == 3
    assert len(events(client, "/nl/labs/agenda.ics?alles=1&locatie=nxt-doorn")) == 1
    assert len(events(client, "/nl/labs/agenda.ics?alles=1&staat=vervallen&locatie=academie-tien")) == 1
    assert len(events(client, "/nl/labs/agenda.ics?alles=1&lab=coachen")) == 2
    assert events(client, "/nl/labs/agenda.ics?alles=1&lab=onbekend") == []


def test_a_file_below_another_page_does_not_exist(client: Any, house: House) -> None:
    assert client.get("/nl/locaties/agenda.ics").status_code == 404
    assert client.get("/nl/labs/iets.ics").status_code == 404


@time_machine.travel("2026-11-24T10:00:00+01:00")
def test_two_readings_at_one_moment_are_the_same_file(client: Any, lab: Any) -> None:
    assert client.get("/nl/labs/agenda.ics?alles=1").getvalue() == client.get("/nl/labs/agenda.ics?alles=1").getvalue()
