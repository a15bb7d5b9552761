"""Your week: this week and the next two, a window for each day, lit when one is at school."""

from datetime import date
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client

from curriculum.models import CycleStart, FullSession, LabSession, SchoolBreak
from locations.models import LocationPage
from tests.curriculum.asking import ask
from tests.factories import make_lab, make_school_year, make_session

pytestmark = pytest.mark.django_db
TUESDAY = "2026-11-24 12:00+01:00"
FIRST_YEAR = {"variant": "hbo-voltijd", "jaar": "jaar-1", "locatie": "nxt-doorn"}


def storeys(client: Client, **answers: str) -> list[Any]:
    """The weeks of an answer."""
    return list(ask(client, **(answers or FIRST_YEAR)).select(".storey"))


def lights(storey: Any) -> list[str]:
    """What the windows of a week show, from Monday to Friday."""
    return [str(window["data-light"]) for window in storey.select(".window")]


def words(storey: Any) -> str:
    """What a week says, on one line."""
    return " ".join(storey.get_text(" ").split())


@time_machine.travel(TUESDAY, tick=False)
def test_three_weeks_are_lit_where_the_group_has_a_session(
    groups: dict[str, Any], street: dict[str, LocationPage], client: Client
) -> None:
    make_school_year()
    tien, group = street["academie-tien"], groups["hbo-1"]
    days = [date(2026, 11, 24), date(2026, 12, 1), date(2026, 12, 15)]
    sessions = [make_session(day, "14:00", location=tien) for day in days]
    make_lab(tien, "pedagogiek", groups=[group], is_free_choice=False, sessions=sessions)
    make_lab(tien, "anders", groups=[groups["hbo-2-minor"]], sessions=[make_session(date(2026, 11, 25))])

    this, following, last = storeys(client)

    assert lights(this) == lights(following) == ["no", "on", "no", "no", "no"]
    assert lights(last) == ["no"] * 5
    assert [words(week.h3) for week in (this, following, last)] == [
        "Deze week week 3",
        "Volgende week week 1",
        "Over twee weken week 2",
    ]
    assert "di 1, 14.00–15.30 , Academie Tien Pedagogiek" in words(following)
    assert [window.time["datetime"] for window in this.select("[aria-current]")] == ["2026-11-24"]
    assert "nog niets met een datum" in words(last)


@time_machine.travel(TUESDAY, tick=False)
def test_what_may_be_chosen_stands_open_in_week_three_and_folded_in_the_others(
    groups: dict[str, Any], street: dict[str, LocationPage], client: Client
) -> None:
    make_school_year()
    tien = street["academie-tien"]
    days = [date(2026, 11, 23), date(2026, 11, 25), date(2026, 12, 2)]
    sessions = [make_session(day, location=tien) for day in days]
    make_lab(tien, "schrijven", groups=[groups["hbo-1"]], sessions=sessions)

    this, following, _last = storeys(client)

    assert lights(this) == lights(following) == ["no", "no", "may", "no", "no"]  # what is over cannot be chosen
    assert following.select("details .choose")
    assert this.select(".choose")
    assert not this.select("details")


@time_machine.travel(TUESDAY, tick=False)
def test_a_chosen_lab_lights_its_day_and_can_be_taken_away(
    groups: dict[str, Any], street: dict[str, LocationPage], client: Client
) -> None:
    make_school_year()
    tien = street["academie-tien"]
    for slug in ("schrijven", "gesprekken"):
        make_lab(tien, slug, groups=[groups["hbo-1"]], sessions=[make_session(date(2026, 11, 25), location=tien)])

    link = next(link for link in storeys(client)[0].select(".choose") if "Schrijven" in link.get_text())
    chosen = BeautifulSoup(client.get(f"/nl/locaties/jouw-route/{link['href']}").content, "html.parser")
    this = chosen.select_one(".storey")

    assert lights(this)[2] == "on"
    assert "Gesprekken" in this.select_one(".choices").get_text()
    assert "Schrijven" not in this.select_one(".choices").get_text()
    assert "lab=" not in chosen.select_one(".own-labs .chip")["href"]
    assert not client.cookies


@time_machine.travel(TUESDAY, tick=False)
def test_a_session_that_is_full_is_not_offered_and_says_so_to_who_chose_its_lab(
    groups: dict[str, Any], street: dict[str, LocationPage], client: Client
) -> None:
    make_school_year()
    tien = street["academie-tien"]
    row = make_session(date(2026, 11, 25), location=tien)
    make_lab(tien, "schrijven", groups=[groups["hbo-1"]], sessions=[row])
    assert row.uid
    FullSession.objects.create(uid=row.uid)

    assert not storeys(client)[0].select(".choose")
    assert "vol" in words(storeys(client, **FIRST_YEAR, lab="schrijven")[0])


@time_machine.travel(TUESDAY, tick=False)
def test_sessions_at_a_school_where_the_group_does_not_come_are_neither_offered_nor_followed(
    groups: dict[str, Any], street: dict[str, LocationPage], client: Client
) -> None:
    make_school_year()
    far = street["unic"]
    row = make_session(date(2026, 11, 24), location=far)
    make_lab(far, "vast", groups=[groups["hbo-1"]], is_free_choice=False, sessions=[row])
    make_lab(far, "keuze", groups=[groups["hbo-1"]], sessions=[make_session(date(2026, 11, 25), location=far)])

    assert lights(storeys(client)[0]) == ["no"] * 5
    assert lights(storeys(client, **FIRST_YEAR, lab="keuze")[0]) == ["no"] * 5


@time_machine.travel(TUESDAY, tick=False)
def test_what_does_not_take_place_lights_no_window(
    groups: dict[str, Any], street: dict[str, LocationPage], client: Client
) -> None:
    make_school_year()
    off = make_session(date(2026, 11, 26), state=LabSession.State.CANCELLED)
    make_lab(street["academie-tien"], "vervalt", groups=[groups["hbo-1"]], is_free_choice=False, sessions=[off])

    this = storeys(client)[0]

    assert lights(this) == ["no"] * 5
    assert "vervallen" in words(this)


@time_machine.travel("2026-11-28 12:00+01:00", tick=False)
def test_at_a_weekend_the_weeks_begin_with_the_coming_monday(groups: dict[str, Any], client: Client) -> None:
    make_school_year()

    first = storeys(client)[0]

    assert words(first.h3) == "Volgende week week 1"
    assert first.time["datetime"] == "2026-11-30"


@time_machine.travel("2026-12-15 12:00+01:00", tick=False)
def test_a_holiday_is_named_and_its_days_are_free(groups: dict[str, Any], client: Client) -> None:
    year = make_school_year()
    year.breaks.add(SchoolBreak(name="Studiedag", starts=date(2026, 12, 17), ends=date(2026, 12, 17), is_holiday=False))
    year.save()

    this, *holidays = storeys(client)

    assert lights(this) == ["no", "no", "no", "off", "no"]
    assert "Studiedag" in words(this)
    assert ["Kerstvakantie: het ritme rust." in words(week) for week in holidays] == [True, True]
    assert [lights(week) for week in holidays] == [["off"] * 5] * 2


@time_machine.travel("2027-07-13 12:00+02:00", tick=False)
def test_a_year_that_ends_this_week_is_over_in_the_next(groups: dict[str, Any], client: Client) -> None:
    make_school_year(ends=date(2027, 7, 14))

    this, *after = storeys(client)

    assert lights(this) == ["no", "no", "no", "off", "off"]
    assert all("Het schooljaar is voorbij." in words(week) for week in after)


@time_machine.travel("2026-08-18 12:00+02:00", tick=False)
def test_in_summer_the_weeks_say_when_the_year_begins(groups: dict[str, Any], client: Client) -> None:
    make_school_year()

    this, following, last = storeys(client)

    assert "Geen school: het schooljaar begint op 31 augustus 2026." in words(this)
    assert lights(following) == ["off"] * 5
    assert "week 1" in words(last.h3)


@time_machine.travel(TUESDAY, tick=False)
def test_without_a_school_year_the_weeks_are_not_known(groups: dict[str, Any], client: Client) -> None:
    assert all("nog niet bekend" in words(week) for week in storeys(client))


@time_machine.travel(TUESDAY, tick=False)
def test_the_rhythm_is_that_of_the_location(
    groups: dict[str, Any], street: dict[str, LocationPage], client: Client
) -> None:
    year = make_school_year()
    year.cycle_starts.add(CycleStart(location=street["nxt-doorn"], starts=date(2026, 9, 7)))
    year.save()

    at_tien = storeys(client, variant="hbo-voltijd", jaar="jaar-1", locatie="academie-tien")

    assert words(storeys(client)[0].h3) == "Deze week week 2"
    assert words(at_tien[0].h3) == "Deze week week 3"
