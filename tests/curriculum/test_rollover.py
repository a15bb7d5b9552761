"""Labs of a school year become drafts of the next one: once, with the reasons for what stays behind."""

from datetime import date
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction, ReferenceIndex

from curriculum.mapping.proposals import proposals_of
from curriculum.models import (
    CycleStart,
    DeclinedLink,
    LabEdition,
    LabOutcome,
    LabPage,
    LabSession,
    SchoolBreak,
    SchoolYear,
)
from curriculum.rollover.reading import read_rollover
from tests.factories import (
    House,
    make_lab,
    make_location,
    make_outcome,
    make_school_year,
    make_session,
    make_theme,
)

pytestmark = pytest.mark.django_db

TUESDAY, LATER = date(2026, 9, 15), date(2026, 10, 6)
"""The first two Tuesdays of week 3."""
NEXT_TUESDAY, NEXT_LATER = date(2027, 9, 14), date(2027, 10, 5)


@pytest.fixture(autouse=True)
def years() -> list[SchoolYear]:
    """The school year that is, and the next one with one day off."""
    with time_machine.travel("2027-05-10 09:00 +0200", tick=False):
        return [make_school_year(), make_next_year()]


def make_next_year() -> SchoolYear:
    """Make the school year 2027-2028 with its autumn holiday."""
    year = SchoolYear(slug="2027-2028", starts=date(2027, 8, 30), ends=date(2028, 7, 14))
    year.breaks = [SchoolBreak(name="Herfstvakantie", starts=date(2027, 10, 16), ends=date(2027, 10, 24))]
    year.cycle_starts = [CycleStart(starts=date(2027, 8, 30))]
    year.save()
    return year


def run(capsys: Any, *words: str) -> str:
    """Run the command in May, and return what it says."""
    with time_machine.travel("2027-05-10 09:00 +0200", tick=False):
        call_command("school_year_rollover", "--from", "2026", "--to", "2027", *words)
    said: str = capsys.readouterr().out
    return said


def days(lab: LabPage) -> list[date]:
    """Return the days of the sessions of a lab."""
    rows = LabSession.objects.filter(page=lab.pk).order_by("starts")
    return [timezone.localdate(row.starts) for row in rows]


def test_a_lab_becomes_a_draft_with_its_dates_in_the_same_weeks(house: House, school: Any, capsys: Any) -> None:
    sessions = [make_session(TUESDAY, room="1.12", capacity=12, location=school), make_session(LATER)]
    theme = make_theme(house.themes)
    lab = make_lab(school, "feedback", concern="Hoe geef ik feedback?", themes=[theme], sessions=sessions)

    run(capsys)

    draft = LabPage.objects.get(slug="feedback-2027-2028")
    first = draft.sessions.order_by("starts")[0]
    assert not draft.live
    assert draft.get_parent() == lab.get_parent()
    assert (draft.title, draft.concern) == (lab.title, "Hoe geef ik feedback?")
    assert [row.theme_id for row in draft.themes.all()] == [theme.pk]
    assert days(draft) == [NEXT_TUESDAY, NEXT_LATER]
    assert f"{timezone.localtime(first.starts):%H:%M}-{timezone.localtime(first.ends):%H:%M}" == "15:45-17:15"
    assert (first.room, first.capacity, first.location.pk) == ("1.12", 12, school.pk)
    assert draft.get_latest_revision_as_object().sessions.count() == 2
    assert ReferenceIndex.objects.filter(object_id=str(draft.pk), to_object_id=str(school.pk)).exists()
    assert days(LabPage.objects.get(pk=lab.pk)) == [TUESDAY, LATER]


def test_what_a_lab_is_proposed_for_is_proposed_anew_by_the_lab_of_the_new_year(
    school: Any, institute: Any, capsys: Any
) -> None:
    outcome = make_outcome(institute)
    lab = make_lab(school, "feedback", sessions=[make_session(TUESDAY)], proposals=[LabOutcome(outcome=outcome)])
    DeclinedLink.objects.create(outcome=outcome, lab=lab, word="Nee")

    run(capsys)

    draft: Any = LabPage.objects.get(slug="feedback-2027-2028")
    assert [(found.outcome.pk, found.state) for found in proposals_of(draft)] == [(outcome.pk, "concept")]
    assert [found.state for found in proposals_of(lab)] == ["afgewezen"]


def test_a_dry_run_says_the_same_and_writes_nothing(school: Any, capsys: Any) -> None:
    make_lab(school, "feedback", sessions=[make_session(TUESDAY), make_session(LATER)])

    said = run(capsys, "--dry-run")

    assert "Feedback" in said
    assert "2" in said
    assert not LabEdition.objects.exists()
    assert LabPage.objects.count() == 1


def test_a_second_run_adds_only_what_is_new(school: Any, capsys: Any) -> None:
    lab = make_lab(school, "feedback", sessions=[make_session(TUESDAY)])
    run(capsys)
    run(capsys)
    draft = LabPage.objects.get(slug="feedback-2027-2028")
    assert days(draft) == [NEXT_TUESDAY]

    lab.sessions.add(make_session(LATER))
    lab.save()
    make_lab(school, "toetsen", sessions=[make_session(LATER, "09:00")])
    said = run(capsys)

    assert "In het concept komt 1 moment bij." in said
    assert days(draft) == [NEXT_TUESDAY, NEXT_LATER]
    assert sorted(LabPage.objects.filter(live=False).values_list("slug", flat=True)) == [
        "feedback-2027-2028",
        "toetsen-2027-2028",
    ]


def test_a_draft_that_somebody_worked_on_is_left_as_it_is(school: Any, capsys: Any) -> None:
    lab = make_lab(school, "feedback", sessions=[make_session(TUESDAY)])
    run(capsys)
    draft: Any = LabPage.objects.get(slug="feedback-2027-2028")
    draft.save_revision()
    lab.sessions.add(make_session(LATER))
    lab.save()

    run(capsys)

    assert days(draft) == [NEXT_TUESDAY]


def test_a_lab_that_has_dates_in_the_new_year_is_not_copied(school: Any, capsys: Any) -> None:
    make_lab(school, "feedback", sessions=[make_session(TUESDAY), make_session(NEXT_LATER)])

    run(capsys)

    assert LabPage.objects.count() == 1


def test_a_lab_that_is_not_valid_any_more_stops_no_other(school: Any, capsys: Any) -> None:
    for slug in ("een", "twee", "drie"):
        make_lab(school, slug, sessions=[make_session(TUESDAY)])
    LabPage.objects.filter(slug="twee").update(title="")

    run(capsys)

    made = LabPage.objects.filter(live=False).order_by("slug")
    assert [page.slug for page in made] == ["drie-2027-2028", "een-2027-2028"]
    assert LabEdition.objects.count() == 2


def test_a_lab_with_the_longest_address_is_copied_too(school: Any, capsys: Any) -> None:
    make_lab(school, "a" * 255, title="Lang", sessions=[make_session(TUESDAY)])

    run(capsys)

    assert LabPage.objects.get(live=False).slug == f"{'a' * 240}-2027-2028"


def test_a_lab_behind_a_restriction_is_not_copied_to_a_draft_without_one(school: Any, capsys: Any) -> None:
    lab = make_lab(school, "besloten", sessions=[make_session(TUESDAY)])
    PageViewRestriction.objects.create(page=lab, restriction_type="login")

    said = run(capsys)

    assert "Besloten" not in said
    assert LabPage.objects.count() == 1


def test_what_falls_in_a_holiday_or_a_taken_room_stays_behind(house: House, school: Any, capsys: Any) -> None:
    other = make_location(house.locations, "nxt-doorn")
    taken = make_session(NEXT_LATER, "16:00", location=school, room="a 1")
    make_lab(other, "te-gast", sessions=[taken])
    year = SchoolYear.objects.get(slug="2027-2028")
    year.breaks.add(SchoolBreak(name="Studiedag", starts=NEXT_TUESDAY, ends=NEXT_TUESDAY, is_holiday=False))
    year.save()
    rows = [make_session(day, location=school, room="A1") for day in (TUESDAY, LATER, date(2026, 11, 3))]
    make_lab(school, "feedback", sessions=rows)

    run(capsys)

    assert days(LabPage.objects.get(slug="feedback-2027-2028")) == [date(2027, 11, 2)]


def test_two_labs_do_not_get_one_room(school: Any, capsys: Any) -> None:
    for slug in ("een", "twee"):
        make_lab(school, slug, sessions=[make_session(TUESDAY, location=school, room="1.12")])

    run(capsys)

    assert LabSession.objects.filter(page__live=False).count() == 1


def test_only_the_labs_of_the_partner_that_is_named(house: House, school: Any, capsys: Any) -> None:
    other = make_location(house.locations, "nxt-doorn")
    make_lab(school, "van-ons", sessions=[make_session(TUESDAY)])
    make_lab(other, "van-doorn", sessions=[make_session(TUESDAY)])

    run(capsys, "--partner", other.represents.slug)

    assert [page.slug for page in LabPage.objects.filter(live=False)] == ["van-doorn-2027-2028"]


def test_five_labs_are_read_with_as_many_questions_as_two(house: House, school: Any) -> None:
    other = make_location(house.locations, "nxt-doorn")
    years = SchoolYear.objects.prefetch_related("breaks", "cycle_starts__location")
    asked = []
    for number in range(5):
        place = [school, other][number % 2]
        make_lab(place, f"lab-{number}", sessions=[make_session(TUESDAY, f"1{number}:00", location=place, room="1")])
        with CaptureQueriesContext(connection) as queries:
            found = read_rollover(*years)
        asked.append(len(queries))

    assert len(found.todo) == 5
    assert asked[1] == asked[4]


def test_a_year_or_partner_that_is_not_there_is_told(school: Any) -> None:
    with pytest.raises(CommandError, match="2031"):
        call_command("school_year_rollover", "--from", "2026", "--to", "2031")
    with pytest.raises(CommandError, match="nergens"):
        call_command("school_year_rollover", "--from", "2026", "--to", "2027", "--partner", "nergens")


def test_the_year_after_that_the_name_holds_one_year(school: Any, capsys: Any, years: list[SchoolYear]) -> None:
    make_lab(school, "feedback", sessions=[make_session(TUESDAY)])
    run(capsys)
    draft: Any = LabPage.objects.get(slug="feedback-2027-2028")
    draft.get_latest_revision().publish()
    after = SchoolYear(slug="2028-2029", starts=date(2028, 8, 28), ends=date(2029, 7, 13))
    after.cycle_starts = [CycleStart(starts=date(2028, 8, 28))]
    after.save()

    call_command("school_year_rollover", "--from", "2027", "--to", "2028")

    assert LabPage.objects.filter(slug="feedback-2028-2029", live=False).exists()
