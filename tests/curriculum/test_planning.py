"""A new session is filled in with the next school day in the right week; a lab says what it lacks."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from curriculum.labs.desk import new_labs, starting_soon
from curriculum.labs.draft import offered_from_rows
from curriculum.labs.missing import still_missing
from curriculum.labs.planning import suggestions
from curriculum.models import LabPage, LabSession, SchoolYear
from curriculum.rhythm.school_days import next_days
from curriculum.rhythm.weeks import Calendar, Period, SchoolYears
from portal.partners.access.policy import access_of
from tests.factories import (
    House,
    make_editor,
    make_group,
    make_lab,
    make_location,
    make_school_year,
    make_session,
    make_theme,
)
from tests.permissions.forms import fields_of

AUTUMN = Period(date(2026, 10, 17), date(2026, 10, 25))
STUDY_DAY = Period(date(2026, 9, 14), date(2026, 9, 14))
YEARS = SchoolYears(
    (Calendar(date(2026, 8, 31), Period(date(2026, 8, 31), date(2027, 7, 16)), holidays=(AUTUMN,)),),
)


def test_a_lab_of_week_3_comes_every_third_week_and_skips_the_holiday() -> None:
    found = next_days(YEARS, [AUTUMN, STUDY_DAY], date(2026, 8, 31), 4, week=3, weekday=1)

    assert found == [date(2026, 9, 15), date(2026, 10, 6), date(2026, 11, 3), date(2026, 11, 24)]


def test_a_day_off_gives_way_to_the_first_open_day_of_that_week() -> None:
    assert next_days(YEARS, [STUDY_DAY], date(2026, 9, 10), 1, week=3, weekday=0) == [date(2026, 9, 15)]


@given(
    after=st.dates(date(2026, 8, 1), date(2027, 7, 1)),
    week=st.sampled_from([None, 1, 2, 3]),
    weekday=st.sampled_from([None, 0, 1, 2, 3, 4]),
)
def test_every_suggested_day_is_an_open_school_day_of_the_week_after_the_given_one(
    after: date, week: int | None, weekday: int | None
) -> None:
    found = next_days(YEARS, [AUTUMN, STUDY_DAY], after, 5, week, weekday)

    assert found == sorted(set(found))
    assert len({day - timedelta(days=day.weekday()) for day in found}) == len(found)
    for day in found:
        assert day > after
        assert day.weekday() < 5
        assert day not in AUTUMN
        assert day not in STUDY_DAY
        assert week in (None, YEARS.week(day))


@pytest.mark.django_db
@time_machine.travel("2026-09-01 08:00 +0200", tick=False)
def test_a_lab_without_sessions_lasts_ninety_minutes(school: Any) -> None:
    make_school_year()
    lab = LabPage(title="Nieuw")

    first = suggestions(lab, school)["3"][0]

    assert first == {"starts": "2026-09-14 15:30", "ends": "2026-09-14 17:00"}


@pytest.mark.django_db
@time_machine.travel("2026-09-01 08:00 +0200", tick=False)
def test_a_lab_goes_on_as_it_went(school: Any) -> None:
    make_school_year()
    lab = make_lab(school, sessions=[make_session(date(2026, 9, 17), "19:00", minutes=120)])

    assert suggestions(lab, school)["3"][0] == {"starts": "2026-10-08 19:00", "ends": "2026-10-08 21:00"}


@pytest.mark.django_db
def test_without_a_school_year_nothing_is_suggested(school: Any) -> None:
    assert not SchoolYear.objects.exists()
    assert suggestions(LabPage(), school) == {"": [], "1": [], "2": [], "3": []}


@pytest.mark.django_db
def test_the_form_of_a_new_lab_knows_its_space(school: Any) -> None:
    client = Client(headers={"accept-language": "nl"})
    client.force_login(make_editor(school.represents))

    form = client.get(reverse("wagtailadmin_pages:add", args=["curriculum", "labpage", school.pk])).context["form"]

    assert [row.location for row in form.instance.places.all()] == [school]
    assert [row.code for row in form.instance.sectors.all()] == ["vo"]
    assert form["week_in_cycle"].value() == 3


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "cadence", "week"),
    [("vaardigheden", "driewekelijks", 3), ("vaardigheden", "wekelijks", None), ("inhoudelijk", "los", None)],
)
def test_what_the_form_does_not_ask_is_filled_in_or_left_out(
    school: Any, kind: str, cadence: str, week: int | None
) -> None:
    client = Client()
    client.force_login(make_editor(school.represents))
    address = reverse("wagtailadmin_pages:add", args=["curriculum", "labpage", school.pk])
    form = fields_of(client.get(address).content.decode(), address)
    assert form["themes-TOTAL_FORMS"] == "1"

    typed = {
        "title": "Voorlezen",
        "slug": "voorlezen",
        "kind": kind,
        "cadence": cadence,
        "week_in_cycle": "",
        "action-publish": "on",
    }
    answer = client.post(address, {**form, **typed})

    assert answer.status_code == 302
    lab = LabPage.objects.get(title="Voorlezen")
    assert (lab.live, lab.week_in_cycle, lab.themes.count()) == (True, week, 0)


@pytest.mark.django_db
def test_the_button_leads_to_every_space_where_one_may_make_a_lab_and_to_no_other(house: House, school: Any) -> None:
    make_location(house.locations, "nxt-doorn")
    address = reverse("wagtailadmin_pages:add", args=["curriculum", "labpage", school.pk])

    assert [button["url"] for button in new_labs(access_of(make_editor(school.represents)))] == [address]
    assert [button["url"] for button in new_labs(access_of(make_editor(school.represents, "authors")))] == [address]
    assert new_labs(access_of(make_editor(school.represents, "translators"))) == []


@pytest.mark.django_db
@time_machine.travel("2026-09-01 08:00 +0200", tick=False)
def test_my_labs_start_soon_when_they_are_live_mine_and_within_three_weeks(house: House, school: Any) -> None:
    other = make_location(house.locations, "nxt-doorn")
    soon, later = date(2026, 9, 15), date(2026, 10, 6)
    off = make_session(soon, state=LabSession.State.CANCELLED)
    make_lab(school, "van-ons", title="Van ons", sessions=[make_session(soon), make_session(later), off])
    make_lab(school, "offline", title="Offline", sessions=[make_session(soon)]).unpublish()
    make_lab(other, "van-doorn", title="Van Doorn", sessions=[make_session(soon)])

    lines = starting_soon(access_of(make_editor(school.represents)))

    assert [(line.title, timezone.localdate(line.day)) for line in lines] == [("Van ons", soon)]


@pytest.mark.django_db
@time_machine.travel("2026-09-01 08:00 +0200", tick=False)
def test_a_lab_says_what_it_lacks_and_a_complete_one_lacks_nothing(house: House, school: Any) -> None:
    years = SchoolYear.objects.of_the_house()
    bare = make_lab(school, "kaal")
    words = {"concern": "Hoe?", "summary": "Kort.", "how_it_works": "Zo.", "takeaway": "Dit."}
    rows = {
        "themes": [make_theme(house.themes)],
        "groups": [make_group()],
        "places": [school],
        "sessions": [make_session(date(2026, 9, 15), location=school, room="1.12")],
    }
    full = make_lab(school, "af", **words, **rows)

    assert len(still_missing(offered_from_rows(bare, years))) == 8
    assert still_missing(offered_from_rows(full, years)) == []


@pytest.mark.django_db
def test_the_list_is_in_the_preview_and_not_on_the_site(school: Any, client: Client) -> None:
    lab = make_lab(school, "kaal")
    client.force_login(make_editor(school.represents))

    draft = client.get(reverse("wagtailadmin_pages:view_draft", args=[lab.pk])).content.decode()

    assert 'id="missing"' in draft
    assert 'id="missing"' not in client.get(lab.url).content.decode()
