"""A lab tells the truth about whether one can come: derived from its rows, its facts and the clock."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from curriculum.labs.desk import starting_soon
from curriculum.models import FullSession, LabPage
from portal.partners.access.policy import access_of
from tests.calendars import read
from tests.factories import House, make_editor, make_lab, make_location, make_session
from tests.kept import kept

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
DAY = date(2026, 11, 24)


@kept
def lab(house: House, school: Any) -> LabPage:
    """A lab one chooses, with room for twelve, from a quarter to four on 24 November."""
    return make_lab(school, "coachen", places=[school], sessions=[make_session(DAY, capacity=12)])


def page(client: Client, url: str = "/nl/labs/") -> BeautifulSoup:
    answer = client.get(url)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def said(client: Client, url: str = "/nl/labs/") -> str:
    return page(client, url).select_one("li.lab .state").get_text(strip=True)


def found(client: Client, state: str) -> int:
    return len(page(client, f"/nl/labs/?staat={state}").select("li.lab"))


@pytest.mark.parametrize(
    ("moment", "words", "state"),
    [
        (datetime(2026, 11, 2, 22, 59, tzinfo=UTC), "gepland", "gepland"),
        (datetime(2026, 11, 3, 23, 1, tzinfo=UTC), "binnenkort", "binnenkort"),
        (datetime(2026, 11, 24, 14, 44, 59, tzinfo=UTC), "binnenkort", "binnenkort"),
        (datetime(2026, 11, 24, 14, 45, tzinfo=UTC), "nu bezig", "bezig"),
        (datetime(2026, 11, 24, 16, 14, 59, tzinfo=UTC), "nu bezig", "bezig"),
        (datetime(2026, 11, 24, 16, 15, tzinfo=UTC), "geweest", "geweest"),
    ],
)
def test_a_state_changes_at_midnight_and_when_a_session_begins_or_ends(
    lab: LabPage, client: Client, moment: datetime, words: str, state: str
) -> None:
    with time_machine.travel(moment - timedelta(days=1), tick=False):
        said(client)
    with time_machine.travel(moment, tick=False):
        assert said(client) == words
        assert found(client, state) == 1
        assert page(client, lab.get_url()).select_one("tr[data-session] .state").get_text(strip=True) == words


@time_machine.travel(MORNING, tick=False)
def test_a_lab_without_a_number_of_places_is_one_to_walk_into(house: House, school: Any, client: Client) -> None:
    make_lab(school, "vragen", sessions=[make_session(DAY)])

    assert said(client) == "vrije inloop"
    assert (found(client, "vrije-inloop"), found(client, "gepland"), found(client, "binnenkort")) == (1, 1, 0)


@time_machine.travel(MORNING, tick=False)
def test_for_a_lab_of_your_group_you_need_not_sign_up(house: House, school: Any, client: Client) -> None:
    make_lab(school, "samen", is_free_choice=False, sessions=[make_session(DAY, capacity=12)])

    assert said(client) == "aanmelden niet nodig"
    assert found(client, "niet-nodig") == 1


def click(client: Client, lab: LabPage, answer: str) -> Any:
    address = reverse("lab_session_full", args=[lab.pk, lab.sessions.get().uid])
    return client.post(address, {"answer": answer})


@time_machine.travel(MORNING, tick=False)
def test_one_click_says_everywhere_that_a_session_is_full_and_another_that_there_is_room(
    lab: LabPage, school: Any, client: Client
) -> None:
    visitor, editor = Client(), make_editor(school.represents)
    assert said(visitor) == "binnenkort"
    client.force_login(editor)
    (line,) = starting_soon(access_of(editor))
    assert line.button == "Het is vol"
    assert client.post(line.send, {"answer": line.value}).status_code == 302

    assert said(visitor) == "vol"
    assert (found(visitor, "vol"), found(visitor, "binnenkort"), found(visitor, "gepland")) == (1, 0, 1)
    (line,) = starting_soon(access_of(editor))
    client.post(line.send, {"answer": line.value})
    assert (line.button, said(visitor)) == ("Er is weer plek", "binnenkort")


@time_machine.travel(MORNING, tick=False)
def test_a_calendar_hears_that_a_session_is_full_and_that_there_is_room_again(
    house: House, school: Any, client: Client
) -> None:
    lab: Any = make_lab(school, "coachen", sessions=[make_session(DAY, capacity=12)])

    def told() -> tuple[int, bool]:
        text = client.get("/nl/labs/agenda.ics").getvalue().decode()
        _name, entries = read(client.get("/nl/labs/agenda.ics"))
        assert [entry.status for entry in entries.values()] == ["CONFIRMED"]
        return int(text.split("SEQUENCE:")[1].split()[0]), "Deze sessie is vol." in text

    client.force_login(make_editor(school.represents))
    before, _full = told()
    with time_machine.travel(MORNING + timedelta(minutes=5), tick=False):
        click(client, lab, "vol")
        full, is_full = told()
    with time_machine.travel(MORNING + timedelta(minutes=9), tick=False):
        click(client, lab, "plek")
        after, has_room = told()

    assert before < full < after
    assert (is_full, has_room) == (True, False)


@time_machine.travel(MORNING, tick=False)
@pytest.mark.parametrize("role", ["authors", "translators", "editors of another school"])
def test_who_may_not_publish_the_lab_may_not_say_that_it_is_full(
    lab: LabPage, house: House, school: Any, client: Client, role: str
) -> None:
    other = make_location(house.locations, "nxt-doorn")
    who = make_editor(other.represents) if "another" in role else make_editor(school.represents, role)
    client.force_login(who)
    click(client, lab, "vol")

    assert not FullSession.objects.exists()
    assert [line for line in starting_soon(access_of(who)) if line.send] == []
    assert client.get(reverse("lab_session_full", args=[lab.pk, lab.sessions.get().uid])).status_code in (302, 405)


@time_machine.travel(MORNING, tick=False)
def test_who_has_an_alias_of_a_lab_may_not_say_that_the_lab_is_full(lab: LabPage, house: House, client: Client) -> None:
    other = make_location(house.locations, "nxt-doorn")
    alias = lab.create_alias(parent=other, update_slug="elders")
    alias.sessions.update(uid=lab.sessions.get().uid)
    client.force_login(make_editor(other.represents))
    click(client, LabPage.objects.get(pk=alias.pk), "vol")

    assert not FullSession.objects.exists()


@time_machine.travel(MORNING, tick=False)
def test_that_a_session_is_full_survives_a_draft_and_its_publication(lab: LabPage, school: Any, client: Client) -> None:
    draft = LabPage.objects.get(pk=lab.pk)
    draft.title = "Anders coachen"
    draft.save_revision()
    client.force_login(make_editor(school.represents))
    click(client, lab, "vol")
    draft.latest_revision.publish()

    assert said(Client()) == "vol"
    assert FullSession.objects.get().is_full
