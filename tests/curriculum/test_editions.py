"""A lab of last year stays readable and says where it goes on; who looks for a lab finds the one of this year."""

from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from curriculum.models import LabPage
from search.documents import PAGE
from search.models import SearchEvent
from tests.curriculum.test_rollover import TUESDAY, make_next_year
from tests.factories import House, make_editor, make_lab, make_school_year, make_session

pytestmark = pytest.mark.django_db

IN_THE_NEW_YEAR = "2027-09-01 09:00 +0200"
BEFORE_IT_IS_OVER = "2026-09-01 09:00 +0200"


@pytest.fixture
def lab(school: Any) -> LabPage:
    """Last year's lab, which has been published for the new year as well."""
    make_school_year()
    make_next_year()
    lab = make_lab(school, "feedback", title="Feedback", concern="Hoe dan?", sessions=[make_session(TUESDAY)])
    call_command("school_year_rollover", "--from", "2026", "--to", "2027")
    return lab


def go_on() -> LabPage:
    """Publish the lab of the new year under another name."""
    draft: Any = LabPage.objects.get(slug="feedback-2027-2028")
    draft.title = "Feedback nu"
    draft.save_revision().publish()
    found: LabPage = LabPage.objects.get(pk=draft.pk)
    return found


def words(page: str) -> list[str]:
    """What the facts beside a lab are called, and the buttons below them."""
    beside = BeautifulSoup(page, "html.parser").select("aside dt, aside .btn")
    return [found.get_text(" ", strip=True) for found in beside]


@time_machine.travel(IN_THE_NEW_YEAR, tick=False)
def test_last_years_lab_says_so_and_leads_to_the_lab_of_this_year(lab: LabPage, client: Client) -> None:
    assert "Dit was in 2026-2027" not in client.get(lab.url).content.decode()
    current = go_on()

    shown, now = client.get(lab.url).content.decode(), client.get(current.url).content.decode()

    assert "Dit was in 2026-2027" in shown
    assert f'href="{current.url}"' in shown
    assert 'name="robots" content="noindex"' in shown
    assert "Dit was in" not in now
    # Nobody waits for a next time of what has gone on elsewhere.
    assert not {"Eerstvolgende keer", "Zet het in je agenda"} & set(words(shown))
    assert {"Eerstvolgende keer", "Zet het in je agenda"} <= set(words(now))
    assert "noindex" not in now


@time_machine.travel(BEFORE_IT_IS_OVER, tick=False)
def test_a_lab_that_still_has_dates_to_come_is_no_lab_of_last_year(lab: LabPage, client: Client) -> None:
    go_on()

    assert "Dit was in" not in client.get(lab.url).content.decode()
    assert lab.search_document() is not None


@time_machine.travel(IN_THE_NEW_YEAR, tick=False)
def test_lists_and_search_hold_the_lab_of_this_year_only(house: House, lab: LabPage, client: Client) -> None:
    current = go_on()

    listed = client.get(house.labs.url).content.decode()
    past = client.get(f"{house.labs.url}?staat=geweest").content.decode()

    assert current.url in listed
    assert f'href="{lab.url}' not in listed
    assert f'href="{lab.url}' in past
    assert LabPage.objects.get(pk=lab.pk).search_document() is None
    assert current.search_document() is not None


@time_machine.travel(IN_THE_NEW_YEAR, tick=False)
def test_without_a_lab_of_this_year_last_years_lab_is_just_the_lab(lab: LabPage, client: Client) -> None:
    current = go_on()
    current.unpublish()

    assert "Dit was in" not in client.get(lab.url).content.decode()


@time_machine.travel(IN_THE_NEW_YEAR, tick=False)
def test_no_lab_goes_on_in_one_that_a_visitor_may_not_read(house: House, lab: LabPage, client: Client) -> None:
    current = go_on()
    SearchEvent.objects.all().delete()
    PageViewRestriction.objects.create(page=current, restriction_type="login")

    shown = client.get(lab.url).content.decode()

    assert "Dit was in" not in shown
    assert current.url not in shown
    assert f'href="{lab.url}' in client.get(f"{house.labs.url}?staat=geweest").content.decode()
    assert LabPage.objects.get(pk=lab.pk).search_document() is not None
    assert SearchEvent.objects.filter(object_type=PAGE, object_id=lab.pk).exists()


@time_machine.travel(IN_THE_NEW_YEAR, tick=False)
def test_the_form_shows_beside_a_field_what_it_said_last_year(school: Any, lab: LabPage) -> None:
    draft = LabPage.objects.get(slug="feedback-2027-2028")
    client = Client(headers={"accept-language": "nl"})
    client.force_login(make_editor(school.represents))

    form = client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()

    assert "In 2026-2027 stond hier: “Hoe dan?”" in form
    assert Page.objects.get(pk=draft.pk).live is False
