"""The offer of labs is kept in memory, yet nobody reads what is no longer true."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import PageViewRestriction

from curriculum.labs.listing import PAGE_SIZE
from curriculum.models import LabPage
from tests.factories import House, in_english, make_group, make_lab, make_location, make_session, make_theme
from tests.kept import kept

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
CATALOGUE = "/nl/labs/"


@kept
def lab(house: House, school: Any) -> LabPage:
    """A lab with a session from a quarter to four on 24 November."""
    sessions = [make_session(date(2026, 11, 24))]
    return make_lab(school, "coachen", sessions=sessions, themes=[make_theme(house.themes)], places=[school])


def page(client: Client, url: str = CATALOGUE) -> BeautifulSoup:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return BeautifulSoup(answer.content, "html.parser")


def count(client: Client, facet: str, value: str) -> str:
    """What the catalogue says that a choice would find; nothing where it is no choice."""
    box = page(client).select_one(f'input[name="{facet}"][value="{value}"]')
    return str(box["data-count"]) if box else ""


def state(client: Client) -> str:
    return str(page(client).select_one("li.lab")["data-state"])


@pytest.mark.parametrize(
    ("hour", "minute", "shown", "counted"),
    [(14, 44, "walk", "gepland"), (14, 46, "busy", "bezig"), (16, 16, "past", "geweest")],
)
def test_a_session_begins_and_ends_by_the_clock(
    lab: LabPage, client: Client, hour: int, minute: int, shown: str, counted: str
) -> None:
    with time_machine.travel(MORNING, tick=False):
        assert state(client) == "walk"
    with time_machine.travel(MORNING.replace(hour=hour, minute=minute), tick=False):
        assert state(client) == shown
        assert count(client, "staat", counted) == "1"


def test_what_is_later_becomes_next_week_at_midnight_on_sunday(lab: LabPage, client: Client) -> None:
    with time_machine.travel(datetime(2026, 11, 15, 22, 59, tzinfo=UTC), tick=False):
        assert count(client, "periode", "later") == "1"
    with time_machine.travel(datetime(2026, 11, 15, 23, 1, tzinfo=UTC), tick=False):
        assert count(client, "periode", "volgende-week") == "1"


@time_machine.travel(MORNING, tick=False)
def test_a_lab_that_others_may_not_read_any_more_is_in_no_list_and_no_count(
    lab: LabPage, school: Any, client: Client
) -> None:
    assert count(client, "locatie", school.content_key) == "1"
    PageViewRestriction.objects.create(page=lab, restriction_type=PageViewRestriction.LOGIN)

    assert count(client, "locatie", school.content_key) == ""
    assert "Coachen" not in page(client).get_text()
    assert "Coachen" not in page(client, school.get_url()).get_text()
    assert "Coachen" not in client.get("/nl/labs/agenda.ics").getvalue().decode().split("BEGIN:VEVENT", 1)[-1]


@time_machine.travel(MORNING, tick=False)
def test_what_a_lab_names_is_shown_as_it_is_called_now(lab: LabPage, client: Client) -> None:
    theme, group = lab.themes.get().theme, make_group("hbo-1")
    page(client)
    theme.title = "Anders kijken"
    theme.save_revision().publish()
    assert "Anders kijken" in page(client).select_one("form.facets").get_text()
    lab.groups.create(group=group)
    lab.save_revision().publish()
    assert "Groep hbo-1" in page(client).select_one("li.lab").get_text()
    group.name = "Groep eerstejaars"
    group.save()

    assert "Groep eerstejaars" in page(client).select_one("li.lab").get_text()


@time_machine.travel(MORNING, tick=False)
def test_a_draft_of_a_session_is_not_offered_until_it_is_published(lab: LabPage, client: Client) -> None:
    assert count(client, "periode", "volgende-week") == ""
    lab.sessions.add(make_session(date(2026, 12, 1)))
    draft = lab.save_revision()
    assert count(client, "periode", "volgende-week") == ""
    draft.publish()

    assert count(client, "periode", "volgende-week") == "1"


@time_machine.travel(MORNING, tick=False)
def test_each_language_has_its_own_offer(house: House, lab: LabPage, client: Client) -> None:
    in_english(house.labs, slug="labs")
    page(client)
    assert page(client, "/en/labs/").select_one("li.lab a")["lang"] == "nl"
    in_english(lab, title="Coaching")

    assert page(client, "/en/labs/").select_one("li.lab a").get_text() == "Coaching"
    assert page(client).select_one("li.lab a").get_text() == "Coachen"


@time_machine.travel(MORNING, tick=False)
def test_the_list_goes_on_from_page_to_page_under_the_same_choice(
    house: House, school: Any, lab: LabPage, client: Client
) -> None:
    for number in range(PAGE_SIZE):
        make_lab(school, f"lab-{number:02}")
    elsewhere = make_lab(make_location(house.locations, "unic"), "elders")

    first = page(client, f"{CATALOGUE}?sorteer=titel&soort={elsewhere.kind}")
    onward = str(first.select_one("nav.pager a[rel=next]")["href"])
    second = page(client, onward)
    titles = [link.get_text() for shown in (first, second) for link in shown.select("li.lab h4 a")]

    assert first.select_one("h2#results").get_text(strip=True) == "27 labs"
    assert len(titles) == len(set(titles)) == PAGE_SIZE + 2
    assert titles == sorted(titles, key=str.casefold)
    assert "pagina 2" in second.title.get_text()
    assert first.title.get_text() != second.title.get_text()
    assert page(client, f"{onward}9").select("nav.pager a[rel=next]") == []


@time_machine.travel(MORNING, tick=False)
def test_a_page_that_shows_one_lab_asks_for_nothing_but_itself(
    lab: LabPage, client: Client, django_assert_num_queries: Any
) -> None:
    client.get(lab.get_url())

    with django_assert_num_queries(2):  # the page and the restrictions on it
        client.get(lab.get_url())


def test_a_calendar_file_comes_in_parts(lab: LabPage, client: Client) -> None:
    for number in range(250):
        lab.sessions.add(make_session(date(2026, 12, 1), start=f"{8 + number % 8:02}:00"))
    lab.save_revision().publish()

    answer: Any = client.get("/nl/labs/agenda.ics")
    parts = list(answer.streaming_content)

    assert len(parts) == 1 + 3 + 1
    assert [part.count(b"BEGIN:VEVENT") for part in parts] == [0, 100, 100, 51, 0]
