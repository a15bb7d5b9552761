"""What a page of a location keeps for the next reader: never a draft, another language, or what was before a change."""

from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client

from locations.models import LocationContact, LocationUnit
from news.models import EventLocation
from tests.budgets import queries
from tests.factories import House, in_english, make_event, make_school_year
from tests.locations.conftest import Read

pytestmark = pytest.mark.django_db
PAGE = "/nl/locaties/academie-tien/"


def units(page: BeautifulSoup) -> list[str]:
    return [heading.get_text() for heading in page.select("section[aria-labelledby=units] h3")]


def test_the_second_reader_costs_no_question_about_rows(house: House, filled_school: Any, client: Client) -> None:
    asked = " ".join(queries(client, PAGE, anew=False))

    assert not [name for name in ("unit", "daystop", "journey", "contact", "question") if f'{name}"' in asked]


def test_a_change_of_a_row_shows_at_the_next_reader(house: House, filled_school: Any, read: Read) -> None:
    before = units(read(PAGE))
    row = filled_school.units.get(name=before[0])
    row.name = "Onderbouw"
    row.save()

    assert sorted(units(read(PAGE))) == sorted(["Onderbouw", *before[1:]])  # rows without a place of their own


def test_a_contact_shows_as_soon_as_it_is_published(house: House, filled_school: Any, read: Read) -> None:
    read(PAGE)
    filled_school.contacts = [LocationContact(task="labs", role="De labcoach", email="labs@tien.example")]
    filled_school.save_revision().publish()

    assert read(PAGE).select_one("a[href='mailto:labs@tien.example']")


def test_a_draft_is_seen_in_its_preview_and_by_no_reader(house: House, filled_school: Any, read: Read) -> None:
    before = units(read(PAGE))
    draft = filled_school.get_latest_revision_as_object()
    draft.units = [LocationUnit(name="Straks", age_from=12, age_to=15, locale=draft.locale)]
    draft.team_text = "Straks anders."
    draft = draft.save_revision().as_object()

    preview = BeautifulSoup(draft.make_preview_request(preview_mode="").rendered_content, "html.parser")

    assert units(preview) == ["Straks"]
    assert "Straks anders." in preview.get_text()
    assert units(read(PAGE)) == before
    assert "Straks anders." not in read(PAGE).get_text()


def test_each_language_keeps_its_own_words(house: House, filled_school: Any, read: Read) -> None:
    dutch = read(PAGE).select_one("#contact").get_text()
    english = in_english(filled_school, title="Academie Tien")

    assert read(english.get_url()).select_one("#contact").get_text() != dutch
    assert read(PAGE).select_one("#contact").get_text() == dutch


def test_the_week_and_the_visiting_day_follow_the_clock(house: House, filled_school: Any, read: Read) -> None:
    make_school_year()
    day = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
    make_event(filled_school, "kijkdag", opens_doors=True, starts=day, ends=day.replace(hour=16),
               places=[EventLocation(location=filled_school)])  # fmt: skip
    seen = []
    for moment in (datetime(2026, 11, 24, 8, tzinfo=UTC), datetime(2026, 12, 1, 8, tzinfo=UTC)):
        with time_machine.travel(moment, tick=False):
            page = read(PAGE)
        seen.append((page.select_one("#week").get_text(), len(page.select("section[aria-labelledby=next] time"))))

    (week, visits), (later, none_left) = seen
    assert week != later
    assert (visits, none_left) == (1, 0)
