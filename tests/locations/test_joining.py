"""How a school joins, as a visitor reads it: phases, tasks, gates, and how far the example has come."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from locations.models import OnboardingPhase, OnboardingTask, TaskProgress, Trajectory
from tests.factories import House, in_english, make_guide, make_partner
from tests.locations.conftest import Read

pytestmark = pytest.mark.django_db


def test_the_front_page_of_joining_lists_the_phases_and_the_guides(
    house: House, phases: list[OnboardingPhase], read: Read
) -> None:
    make_guide(house.joining, "een-lab-aanbieden", title="Een lab aanbieden")

    page = read("/nl/aansluiten/")

    assert [link["href"] for link in page.select(".phase h3 a")] == [
        "/nl/aansluiten/traject/fase-1/",
        "/nl/aansluiten/traject/fase-2/",
    ]
    assert "Een lab aanbieden" in page.select_one("section[aria-labelledby=guides]").get_text()
    assert "12" in page.select_one("dl.facts").get_text()


def test_the_trajectory_shows_every_task_with_its_status_in_words(
    house: House, example: Trajectory, read: Read
) -> None:
    page = read("/nl/aansluiten/traject/")
    statuses = {task["id"]: task.select_one(".status") for task in page.select(".task")}

    assert {key: status["data-status"] for key, status in statuses.items()} == {
        "taak-1a": "busy",
        "taak-1b": "done",
        "taak-2a": "locked",
        "taak-2b": "locked",
    }
    assert all(status.get_text(strip=True) for status in statuses.values())
    assert page.progress["value"] == "1"
    assert page.select_one("dd a[href='#taak-1a']")
    assert "Taak 1a" in page.select_one(".gate").get_text()


def test_the_example_joins_a_year_after_its_start_at_the_earliest(
    house: House, example: Trajectory, read: Read
) -> None:
    assert read("/nl/aansluiten/traject/").select_one("time[datetime='2027-09-01']")


def test_without_an_example_no_status_is_made_up(house: House, phases: list[OnboardingPhase], read: Read) -> None:
    page = read("/nl/aansluiten/traject/")

    assert not page.select(".status, progress")
    assert "Taak 1a" in page.select_one(".gate").get_text()


def test_the_trajectory_of_a_real_school_is_shown_to_nobody(
    house: House, phases: list[OnboardingPhase], read: Read
) -> None:
    real = Trajectory(name="Geheime school", partner=make_partner("geheim"), starts_on=date(2026, 9, 1))
    real.joins_on = date(2027, 9, 1)
    real.progress = [TaskProgress(task="taak-1a", done_on=date(2026, 9, 3))]
    real.save()

    for path in ("/nl/aansluiten/", "/nl/aansluiten/traject/", "/nl/aansluiten/traject/fase-1/"):
        page = read(path)
        assert "Geheime school" not in page.get_text()
        assert not page.select(".status")


def test_a_phase_tells_why_and_how_and_leads_to_its_neighbours(
    house: House, phases: list[OnboardingPhase], read: Read
) -> None:
    first, last = read("/nl/aansluiten/traject/fase-1/"), read("/nl/aansluiten/traject/fase-2/")

    assert first.h1.get_text() == "Fase 1"
    assert "Een datum" in first.select_one(".task").get_text()
    assert [link["href"] for link in first.select(".onward a")] == ["/nl/aansluiten/traject/fase-2/"]
    assert [link["rel"] for link in last.select(".onward a")] == [["prev"]]


def test_an_unknown_phase_does_not_exist(house: House, phases: list[OnboardingPhase], read: Read) -> None:
    read("/nl/aansluiten/traject/fase-9/", status=404)


def test_phases_that_are_not_translated_are_marked_as_dutch(
    house: House, phases: list[OnboardingPhase], read: Read
) -> None:
    in_english(house.joining)

    page = read("/en/aansluiten/trajectory/fase-1/")

    assert page.h1["lang"] == "nl"
    assert page.select_one(".lang a")["href"] == "/nl/aansluiten/traject/fase-1/"


def test_joining_without_phases_says_so(house: House, read: Read) -> None:
    for path in ("/nl/aansluiten/", "/nl/aansluiten/traject/"):
        assert read(path).select("main .meta")


def test_a_phase_finds_its_own_address(house: House, phases: list[OnboardingPhase]) -> None:
    assert phases[0].get_url() == "/nl/aansluiten/traject/fase-1/"


def test_a_school_checks_itself_and_its_ticks_stand_in_the_address_only(
    house: House, phases: list[OnboardingPhase], client: Client
) -> None:
    OnboardingTask.objects.filter(slug="taak-1b").update(check_name="locatiepagina-live")
    OnboardingTask.objects.filter(slug="taak-2b").update(required=False)
    begin = BeautifulSoup(client.get("/nl/aansluiten/zelftest/").content, "html.parser")
    assert [field["value"] for field in begin.select("main input[name=klaar]")] == ["taak-1a", "taak-2a"]
    assert not begin.select("main input[checked], main progress, meta[name=robots]")

    with CaptureQueriesContext(connection) as asked:
        answer = client.get("/nl/aansluiten/zelftest/?klaar=taak-1a&klaar=bestaat-niet&klaar=%00&klaar=taak-2b")
    told = BeautifulSoup(answer.content, "html.parser")

    assert [field["value"] for field in told.select("main input[checked]")] == ["taak-1a"]
    assert (told.progress["value"], told.progress["max"]) == ("1", "2")
    assert told.select_one(".notice a[href='#taak-2a']")
    assert told.select_one("meta[name=robots]")["content"] == "noindex"
    assert not answer.cookies
    assert all(query["sql"].startswith(("SELECT", "SAVEPOINT", "RELEASE")) for query in asked.captured_queries)


def test_a_school_that_does_everything_is_told_so(house: House, phases: list[OnboardingPhase], read: Read) -> None:
    page = read("/nl/aansluiten/zelftest/?" + "&".join(f"klaar=taak-{task}" for task in ("1a", "1b", "2a", "2b")))

    assert "Vraag het kernteam om een gesprek" in page.select_one(".notice").get_text()
