"""What is published shows on the home page at once, although its sections are kept in the cache."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from wagtail.models import PageViewRestriction

from tests.budgets import queries
from tests.factories import House, make_lab, make_location, make_school_year, make_session, make_story

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def home(client: Client) -> str:
    return client.get("/nl/").content.decode()


@time_machine.travel(NOW, tick=False)
def test_a_lab_shows_as_soon_as_it_is_published_and_goes_as_soon_as_it_is_not(
    house: House, school: Any, client: Client
) -> None:
    assert "Didactisch coachen" not in home(client)
    lab = make_lab(school, "didactisch-coachen", sessions=[make_session(date(2026, 11, 26))])
    assert "Didactisch coachen" in home(client)
    lab.unpublish()
    assert "Didactisch coachen" not in home(client)


def test_a_location_that_moves_out_of_the_house_goes_at_once(house: House, school: Any, client: Client) -> None:
    make_location(house.locations, "unic")
    assert "Academie Tien" in home(client)
    school.delete()
    assert "Academie Tien" not in home(client)


def test_a_story_goes_as_soon_as_somebody_restricts_it(house: House, school: Any, client: Client) -> None:
    story = make_story(school, "in-de-pauze")
    assert "In de pauze" in home(client)
    PageViewRestriction.objects.create(page=story, restriction_type=PageViewRestriction.LOGIN)
    assert "In de pauze" not in home(client)


def test_the_week_changes_with_the_day_and_with_the_school_year(house: House, client: Client) -> None:
    with time_machine.travel(NOW, tick=False):
        assert 'id="rhythm"' not in home(client)
        make_school_year()
        assert "3" in home(client).split('id="rhythm">')[1][:40]
    with time_machine.travel(datetime(2026, 11, 30, 8, 0, tzinfo=UTC), tick=False):
        assert "1" in home(client).split('id="rhythm">')[1][:40]


@time_machine.travel(NOW, tick=False)
def test_a_session_that_is_over_leaves_within_a_minute(house: House, school: Any, client: Client) -> None:
    make_lab(school, "vroeg", sessions=[make_session(date(2026, 11, 24), start="09:30", minutes=30)])
    assert "Vroeg" in home(client)
    with time_machine.travel(datetime(2026, 11, 24, 9, 2, tzinfo=UTC), tick=False):
        assert "Vroeg" not in home(client)


def test_a_preview_is_never_taken_from_the_cache(house: House, client: Client) -> None:
    home(client)
    draft = house.home.get_latest_revision_as_object()
    draft.heading = "Een nieuwe kop"

    assert "Een nieuwe kop" in draft.make_preview_request().content.decode()
    assert "Een nieuwe kop" not in home(client)


def test_nothing_new_means_nothing_is_looked_up(house: House, school: Any, client: Client) -> None:
    make_story(school)

    assert not [sql for sql in queries(client, "/nl/", anew=False) if "news_storypage" in sql]
