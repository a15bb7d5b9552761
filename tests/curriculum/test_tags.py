"""What other apps read about labs, groups and the rhythm through template tags."""

from datetime import date
from typing import Any

import pytest
import time_machine
from django.template import RequestContext, Template
from django.test import RequestFactory
from django.utils import translation

from tests.factories import (
    House,
    in_english,
    make_group,
    make_lab,
    make_location,
    make_outcome,
    make_school_year,
    make_session,
    make_theme,
    make_variant,
)

pytestmark = pytest.mark.django_db
TUESDAY = "2026-11-24T10:00:00+01:00"


def render(text: str, language: str = "nl", **values: Any) -> str:
    """Render a template with the tags, as a page of a language would."""
    with translation.override(language):
        context = RequestContext(RequestFactory().get("/"), values)
        return Template("{% load curriculum_tags %}" + text).render(context).strip()


@pytest.fixture
def lab(house: House, school: Any) -> Any:
    """A lab of Academie Tien with one session this week and one over two weeks."""
    return make_lab(
        school,
        "oudergesprekken",
        title="Oudergesprekken",
        places=[school],
        themes=[make_theme(house.themes)],
        sessions=[make_session(date(2026, 12, 8), location=school), make_session(date(2026, 11, 25), location=school)],
    )


@time_machine.travel(TUESDAY)
def test_the_week_of_the_rhythm_follows_the_date(house: House) -> None:
    make_school_year()

    assert render("{{ this_week }}") == "3"


@time_machine.travel("2026-10-20T10:00:00+02:00")
def test_in_a_holiday_the_week_is_0_and_the_strip_names_the_holiday(house: House) -> None:
    make_school_year()

    shown = render("{% rhythm_strip as strip %}{{ strip.week }} {{ strip.holiday }}")
    assert shown == "0 Herfstvakantie"


@time_machine.travel(TUESDAY)
def test_without_a_school_year_the_rhythm_rests(house: House) -> None:
    assert render("{% rhythm_strip as strip %}{{ strip.week }}{{ strip.weeks|length }}") == "00"


@time_machine.travel(TUESDAY)
def test_the_strip_gives_each_week_its_next_date_and_marks_the_current_one(house: House) -> None:
    make_school_year()

    shown = render(
        "{% rhythm_strip as strip %}{% for week in strip.weeks %}"
        "{{ week.number }}:{{ week.monday|date:'j-n' }}:{{ week.weeks_away }}:{{ week.is_current }} {% endfor %}"
    )
    assert shown == "1:30-11:1:False 2:7-12:2:False 3:23-11:0:True"


@time_machine.travel(TUESDAY)
def test_the_next_sessions_come_in_order_and_in_the_readers_language(house: House, lab: Any) -> None:
    in_english(lab, title="Parent talks")
    text = "{% upcoming_sessions 1 as all %}{% for s in all %}{{ s.day|date:'j-n' }} {{ s.lab.page.title }}{% endfor %}"

    assert render(text) == "25-11 Oudergesprekken"
    assert render(text, "en") == "25-11 Parent talks"


@time_machine.travel(TUESDAY)
def test_a_location_lists_its_labs_each_with_its_next_session(house: House, school: Any, lab: Any) -> None:
    other = make_location(house.locations, "nxt-doorn")
    make_lab(other, "elders", places=[other], sessions=[make_session(date(2026, 11, 26), location=other)])
    text = (
        "{% labs_at location as labs %}{{ labs|length }}"
        "{% for lab in labs %}{% with session=lab|next_at:location %} {{ session.day|date:'j-n' }}{% endwith %}"
        "{% endfor %}"
    )

    assert render(text, location=school) == "1 25-11"
    assert render(text, location=other) == "1 26-11"


def test_a_partner_lists_its_labs_and_its_outcomes(house: House, institute: Any, lab: Any) -> None:
    make_outcome(institute, labs=[lab])
    text = "{% labs_of_partner partner as labs %}{{ labs|length }} {% outcomes_of_partner partner as o %}{{ o|length }}"

    assert render(text, partner=institute.partner) == "0 1"
    assert render(text, partner=lab.partner) == "1 0"


@time_machine.travel(TUESDAY)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_five_labs_cost_as_many_queries_as_two(
    house: House, school: Any, lab: Any, language: str, django_assert_max_num_queries: Any
) -> None:
    text = "{% upcoming_sessions 4 as s %}{% labs_at location as labs %}{{ labs|length }}"
    for number in range(5):
        in_english(make_lab(school, f"lab-{number}", places=[school], sessions=[make_session(date(2026, 12, 1))]))

    with django_assert_max_num_queries(10):  # what a new offer takes, however many labs it holds
        assert render(text, language, location=school) == "6"


@pytest.mark.parametrize(
    ("language", "monday", "length", "words"),
    [
        ("nl", date(2026, 11, 23), "", "23 – 27 november"),
        ("nl", date(2026, 11, 30), "", "30 november – 4 december"),
        ("nl", date(2026, 11, 30), "short", "30 nov – 4 dec"),
        ("en", date(2026, 11, 30), "short", "30 Nov – 4 Dec"),
    ],
)
def test_the_days_of_a_week_are_written_as_short_as_they_can(
    house: House, language: str, monday: date, length: str, words: str
) -> None:
    assert render("{{ monday|school_week:length }}", language, monday=monday, length=length) == words


def test_a_lab_for_every_group_says_so(house: House, school: Any) -> None:
    variant = make_variant()
    groups = [make_group(slug, variants=[variant], places=[(school, True)]) for slug in ("hbo-1", "hbo-2")]
    make_lab(school, "voor-een", places=[school], groups=groups[:1])
    make_lab(school, "voor-alle", places=[school], groups=groups)
    text = "{% labs_at location as labs %}{% for lab in labs %}{{ lab.key }} {{ lab.is_for_all }} {% endfor %}"

    assert render(text, location=school) == "voor-alle True voor-een False"
