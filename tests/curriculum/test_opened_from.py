"""A lab that is opened from a list keeps the list: breadcrumbs, menu and the way back, all from the address."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client

from curriculum.labs.full import say_full
from curriculum.labs.listing import PAGE_SIZE
from curriculum.models import LabPage
from tests.factories import (
    House,
    in_english,
    make_group,
    make_lab,
    make_location,
    make_school_year,
    make_session,
)
from tests.kept import kept

pytestmark = pytest.mark.django_db
TUESDAY = "2026-11-24T10:00:00+01:00"
CHOICE = "/nl/labs/?periode=drie-weken&locatie=nxt-doorn"


@pytest.fixture(autouse=True)
def on_a_tuesday() -> Any:
    with time_machine.travel(TUESDAY, tick=False):
        yield


@kept
def lab(house: House, school: Any) -> LabPage:
    """A lab at a location, with a session next week and one later."""
    make_school_year()
    doorn = make_location(house.locations, "nxt-doorn", title="NXT Doorn")
    days = [date(2026, 12, 1), date(2027, 1, 12)]
    return make_lab(school, "coachen", sessions=[make_session(day, location=doorn, capacity=12) for day in days])


def page(client: Client, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return BeautifulSoup(answer.content, "html.parser")


def opened(client: Client, listed: str) -> BeautifulSoup:
    """The lab as the first link of a list opens it."""
    address = str(page(client, listed).select_one("li.lab a, .month-list a, td a")["href"])
    return page(client, address)


def test_the_way_back_leads_to_the_list_as_it_was(lab: LabPage, house: House, client: Client) -> None:
    house.labs.show_in_menus = True
    house.labs.save_revision().publish()
    shown = opened(client, CHOICE)
    back = shown.select_one(".back a")

    assert back.get_text(strip=True) == "Terug naar 1 lab op NXT Doorn, Komende drie weken"
    assert back["href"] == CHOICE
    assert [item.get_text(strip=True) for item in shown.select(".crumbs li")] == [
        "Home",
        "Labs",
        "1 lab op NXT Doorn, Komende drie weken",
        "Coachen",
    ]
    assert [link["href"] for link in shown.select(".nav a[aria-current]")] == ["/nl/labs/"]


@pytest.mark.parametrize("view", ["agenda/", "maanden/"])
def test_a_list_by_time_leads_back_to_itself_and_to_its_week(lab: LabPage, client: Client, view: str) -> None:
    address = f"/nl/labs/{view}?locatie=nxt-doorn&vanaf=2026-12-01"

    assert opened(client, address).select_one(".back a")["href"] == address


def test_the_order_and_the_page_of_a_list_are_kept(lab: LabPage, school: Any, client: Client) -> None:
    for number in range(PAGE_SIZE):
        make_lab(school, f"lab-{number}", title=f"A {number}")
    address = "/nl/labs/?sorteer=titel&pagina=2"

    assert opened(client, address).select_one(".back a")["href"] == address


def test_the_page_itself_stays_where_it_is(lab: LabPage, client: Client) -> None:
    plain, kept_list = page(client, lab.get_url()), opened(client, CHOICE)

    assert kept_list.select_one("link[rel=canonical]")["href"] == plain.select_one("link[rel=canonical]")["href"]
    assert kept_list.title == plain.title
    assert plain.select(".back") == []
    assert page(client, "/nl/labs/").select_one("li.lab a")["href"] == lab.get_url()


@pytest.mark.parametrize(
    "told",
    [
        "https://elders.example/?a",
        "//elders.example",
        "agenda/../../x?locatie=a",
        "javascript:alert(1)",
        "x" * 3000,
        "%00?%00",
        "?",
    ],
)
def test_what_stands_in_the_address_never_leads_elsewhere(lab: LabPage, client: Client, told: str) -> None:
    shown = page(client, f"{lab.get_url()}?uit={told}")

    assert [link["href"] for link in shown.select(".back a") if not str(link["href"]).startswith("/nl/labs/")] == []
    assert "elders.example" not in shown.select_one("main").decode()


def test_an_english_reader_goes_back_to_the_english_list(lab: LabPage, house: House, client: Client) -> None:
    in_english(house.labs, slug="labs")
    in_english(lab, title="Coaching")
    address = str(opened(client, CHOICE).select_one(".lang a")["href"])

    back = page(client, address).select_one(".back a")
    assert back["href"] == "/en/labs/?period=three-weeks&location=nxt-doorn"


def step(client: Client, lab: LabPage) -> tuple[str, str]:
    link = page(client, lab.get_url()).select_one("[data-step]")
    return str(link.get_text(strip=True)), str(link["href"])


def test_what_to_do_with_a_lab_follows_from_whether_one_can_come(lab: LabPage, client: Client) -> None:
    assert step(client, lab) == ("Kies dit lab voor je week", "/nl/locaties/jouw-route/?lab=coachen")
    first, second = (session.uid for session in lab.sessions.order_by("starts"))
    assert first is not None
    assert second is not None
    say_full(first, True)
    assert step(client, lab) == ("Volgende keer: 12 januari", "#dates")
    say_full(second, True)
    assert step(client, lab) == ("Stel een vraag", "/nl/locaties/nxt-doorn/#contact")


def test_of_a_lab_of_your_group_and_of_one_that_is_over_you_ask(school: Any, client: Client, lab: LabPage) -> None:
    coming = [make_session(date(2026, 12, 1), location=school)]
    together = make_lab(school, "samen", is_free_choice=False, sessions=coming)
    over = make_lab(school, "voorbij", places=[school], sessions=[make_session(date(2026, 11, 3))])

    assert step(client, together) == step(client, over) == ("Stel een vraag", "/nl/locaties/academie-tien/#contact")


def test_a_block_is_drawn_with_the_lab_that_comes_after_it(school: Any, client: Client, lab: LabPage) -> None:
    group = make_group("hbo-1")

    def weekly(slug: str, first: date, weeks: int) -> LabPage:
        days = [first + timedelta(weeks=number) for number in range(weeks)]
        rows = [make_session(day, location=school) for day in days]
        fields = {"kind": "inhoudelijk", "cadence": "wekelijks", "is_free_choice": False}
        return make_lab(school, slug, groups=[group], sessions=rows, **fields)

    first = weekly("pedagogiek", date(2026, 9, 8), 4)
    second = weekly("didactiek", date(2026, 10, 6), 2)
    (drawn,) = page(client, first.get_url()).select(".blocks li")

    assert len(drawn.select("i")) == 4
    assert " ".join(drawn.get_text().split()).startswith("blok van 4 weken, daarna Didactiek")
    assert drawn.select_one("a")["href"] == second.get_url()
    (last,) = page(client, second.get_url()).select(".blocks li")
    assert "daarna" not in last.get_text()
