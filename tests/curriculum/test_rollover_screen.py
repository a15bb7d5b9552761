"""The screen of a new school year: a table first, a click to copy, a click to undo, and only for one's own space."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file

from curriculum.models import CycleStart, LabEdition, LabPage, SchoolYear
from curriculum.rhythm.proposal import propose_year
from curriculum.rhythm.weeks import monday_of
from portal.core.models.media import PortalImage
from portal.partners.provision import provision_core_team
from portal.partners.rights import Role
from portal.partners.roles import core_group
from tests.curriculum.test_rollover import TUESDAY, make_next_year
from tests.factories import House, make_editor, make_lab, make_location, make_school_year, make_session

pytestmark = pytest.mark.django_db

SCREEN = "school_year_rollover"


@pytest.fixture(autouse=True)
def in_may() -> Any:
    """Look at it in May."""
    with time_machine.travel("2027-05-10 09:00 +0200", tick=False):
        yield


def reader(user: Any) -> Client:
    """Return the browser of somebody who reads Dutch."""
    client = Client(headers={"accept-language": "nl"})
    client.force_login(user)
    return client


def of_the_core_team(school: Any) -> Any:
    """Return somebody of the core team."""
    provision_core_team()
    user = make_editor(school.represents)
    user.groups.set([core_group(Role.CORE_ADMIN)])
    return user


def test_the_table_shows_what_is_copied_and_nothing_happens_before_the_click(school: Any) -> None:
    make_school_year()
    make_next_year()
    dates = [make_session(TUESDAY), make_session(date(2026, 10, 20))]
    make_lab(school, "feedback", title="Feedback geven", sessions=dates)
    client = reader(make_editor(school.represents))

    shown = client.get(reverse(SCREEN)).content.decode()

    assert "Feedback geven" in shown
    assert "di 14 september 2027 15:45" in shown
    assert not LabEdition.objects.exists()

    answer = client.post(reverse(SCREEN), {"action": "copy"}, follow=True)

    assert [page.slug for page in LabPage.objects.filter(live=False)] == ["feedback-2027-2028"]
    draft = LabPage.objects.get(live=False)
    assert reverse("wagtailadmin_pages:edit", args=[draft.pk]) in answer.content.decode()
    assert draft.owner is not None


def test_a_lab_with_a_picture_of_the_core_team_is_copied_by_its_own_editor(school: Any) -> None:
    make_school_year()
    make_next_year()
    picture = PortalImage.objects.create(title="Van het huis", file=get_test_image_file())
    make_lab(school, "feedback", listing_image=picture, sessions=[make_session(TUESDAY)])

    reader(make_editor(school.represents)).post(reverse(SCREEN), {"action": "copy"})

    assert LabPage.objects.get(slug="feedback-2027-2028").listing_image == picture


def test_undo_takes_away_the_drafts_that_nobody_touched(school: Any) -> None:
    make_school_year()
    make_next_year()
    for slug in ("een", "twee"):
        make_lab(school, slug, sessions=[make_session(TUESDAY)])
    client = reader(make_editor(school.represents))
    client.post(reverse(SCREEN), {"action": "copy"})
    LabPage.objects.get(slug="een-2027-2028").save_revision()

    client.post(reverse(SCREEN), {"action": "undo"})

    assert sorted(LabPage.objects.values_list("slug", flat=True)) == ["een", "een-2027-2028", "twee"]


def test_an_editor_copies_the_labs_of_no_other_partner(house: House, school: Any) -> None:
    make_school_year()
    make_next_year()
    other = make_location(house.locations, "nxt-doorn")
    make_lab(school, "van-ons", title="Van ons", sessions=[make_session(TUESDAY)])
    client = reader(make_editor(other.represents))
    theirs, home = reverse(f"{SCREEN}_of", args=[school.pk]), reverse("wagtailadmin_home")

    assert "Van ons" not in client.get(reverse(SCREEN)).content.decode()
    assert client.get(theirs)["Location"] == home
    assert client.post(theirs, {"action": "copy"})["Location"] == home
    assert client.post(theirs, {"action": "copy"}, headers={"x-requested-with": "XMLHttpRequest"}).status_code == 403
    client.post(reverse(SCREEN), {"action": "copy"})
    assert not LabEdition.objects.exists()


def test_the_core_team_copies_the_labs_of_all_or_of_one(house: House, school: Any) -> None:
    make_school_year()
    make_next_year()
    other = make_location(house.locations, "nxt-doorn")
    for space, slug in ((school, "van-ons"), (other, "van-doorn")):
        make_lab(space, slug, sessions=[make_session(TUESDAY)])
    client = reader(of_the_core_team(school))

    client.post(reverse(f"{SCREEN}_of", args=[other.pk]), {"action": "copy"})
    assert [page.slug for page in LabPage.objects.filter(live=False)] == ["van-doorn-2027-2028"]
    client.post(reverse(SCREEN), {"action": "copy"})

    assert LabPage.objects.filter(live=False).count() == 2


def test_the_next_school_year_is_accepted_with_one_click(school: Any) -> None:
    year = make_school_year()
    year.cycle_starts.add(CycleStart(location=school, starts=date(2026, 9, 7)))
    year.save()
    client = reader(of_the_core_team(school))
    shown = client.get(reverse(SCREEN)).content.decode()
    assert "2027-2028" in shown
    assert "Staat dit schooljaar er? Dan zie je hier welke labs mee kunnen." in shown

    client.post(reverse(SCREEN), {"action": "accept"})

    made = SchoolYear.objects.get(slug="2027-2028")
    house_start, own_start = made.cycle_starts.order_by("starts")
    assert made.breaks.filter(name="Kerstvakantie").exists()
    assert own_start.location_id == school.pk
    assert (own_start.starts - house_start.starts).days == 7


@pytest.mark.parametrize("first", range(2025, 2029))
def test_each_year_is_accepted_as_proposed_however_it_falls_and_a_location_keeps_its_own_start(
    school: Any, first: int
) -> None:
    """Among them one after a year of 53 weeks, and one in which February has 29 days."""
    known = propose_year(first)
    assert known
    late = CycleStart(location=school, starts=monday_of(known.year.first) + timedelta(weeks=2))
    year = make_school_year(slug=known.slug, starts=known.year.first, ends=known.year.last)
    year.cycle_starts = [CycleStart(starts=monday_of(known.year.first)), late]
    year.save()

    reader(of_the_core_team(school)).post(reverse(SCREEN), {"action": "accept"})

    made = SchoolYear.objects.get(starts__year=first + 1)
    house_start, own_start = made.cycle_starts.order_by("starts")
    assert made.starts <= house_start.starts + timedelta(days=4)
    assert (own_start.location_id, own_start.starts - house_start.starts) == (school.pk, timedelta(weeks=2))


def test_a_year_of_which_the_holidays_are_not_fixed_is_not_proposed(school: Any) -> None:
    make_school_year(slug="2189-2190", starts=date(2189, 8, 31), ends=date(2190, 7, 16))
    client = reader(of_the_core_team(school))

    assert 'value="accept"' not in client.get(reverse(SCREEN)).content.decode()
    client.post(reverse(SCREEN), {"action": "accept"})

    assert SchoolYear.objects.count() == 1


def test_only_the_core_team_accepts_a_school_year(school: Any) -> None:
    make_school_year()

    client = reader(make_editor(school.represents))

    assert "accept" not in client.get(reverse(SCREEN)).content.decode()
    client.post(reverse(SCREEN), {"action": "accept"})
    assert SchoolYear.objects.count() == 1


def test_a_long_list_goes_in_parts(school: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("curriculum.rollover.admin_views.AT_ONCE", 1)
    make_school_year()
    make_next_year()
    for slug in ("een", "twee"):
        make_lab(school, slug, sessions=[make_session(TUESDAY)])
    client = reader(make_editor(school.represents))

    half = client.post(reverse(SCREEN), {"action": "copy"}, follow=True).content.decode()
    whole = client.post(reverse(SCREEN), {"action": "copy"}, follow=True).content.decode()

    assert '<progress id="labs-done" value="1" max="2">' in half
    assert '<progress id="labs-done" value="2" max="2">' in whole

    first = client.post(reverse(SCREEN), {"action": "undo"}, follow=True).content.decode()
    assert "1 concept is verwijderd. Er is er nog 1" in " ".join(first.split())
    client.post(reverse(SCREEN), {"action": "undo"})
    assert not LabEdition.objects.exists()


def test_a_long_table_has_pages_and_says_in_one_line_what_is_in_all_of_them(
    school: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("curriculum.rollover.admin_views.ON_A_PAGE", 2)
    make_school_year()
    make_next_year()
    for slug in ("een", "twee", "drie"):
        make_lab(school, slug, sessions=[make_session(TUESDAY if slug != "drie" else date(2026, 10, 20))])
    client = reader(make_editor(school.represents))

    def labs(page: str) -> list[str]:
        shown = BeautifulSoup(client.get(f"{reverse(SCREEN)}?p={page}").content, "html.parser")
        assert "3 labs: van 2 komt er iets mee, van 1 niets." in shown.get_text()
        assert shown.select_one("nav.pagination")
        return [row.get_text(strip=True) for row in shown.select("main tbody th")]

    assert (labs("1"), labs("2"), labs("geen-getal")) == (["Een", "Twee"], ["Drie"], ["Een", "Twee"])
    answer = client.post(f"{reverse(SCREEN)}?p=2", {"action": "copy"})
    assert answer["Location"].endswith("?p=2")
    assert LabEdition.objects.count() == 2


def test_the_screen_asks_as_much_for_five_drafts_as_for_two(school: Any) -> None:
    make_school_year()
    make_next_year()
    client = reader(make_editor(school.represents))
    asked = []
    for number in range(5):
        make_lab(school, f"lab-{number}", sessions=[make_session(TUESDAY)])
        client.post(reverse(SCREEN), {"action": "copy"})
        client.get(reverse(SCREEN))
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(SCREEN))
        asked.append(len(queries))

    assert asked[1] == asked[4]
