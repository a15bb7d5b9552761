"""Whether a search helped is counted for its words, and never for a person."""

from datetime import timedelta
from typing import Any
from urllib.parse import unquote

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from search.feedback import LONGEST_VISIT
from search.feedback_views import VISIT, counted
from search.models import SearchCount
from tests.search.conftest import Searching, document

pytestmark = pytest.mark.elasticsearch
SEARCH = "/nl/zoeken/?q=gesprek"


@pytest.fixture(autouse=True)
def found(searching: Searching) -> None:
    searching.put(document("gesprek", title="Gesprek met ouders"), document("lastig", title="Een lastig gesprek"))


def page(client: Client, url: str = SEARCH) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def links(soup: BeautifulSoup) -> list[str]:
    return [str(link["href"]) for link in soup.select("[data-hit] a")]


def answer(client: Client, soup: BeautifulSoup, said: str) -> str:
    form = soup.select_one("form.feedback")
    assert form is not None
    data = {str(field["name"]): str(field["value"]) for field in form.select("input")}
    return client.post(str(form["action"]), {**data, "gevonden": said})["Location"]


def counts() -> tuple[int, int, int, int]:
    row = SearchCount.objects.get()
    return row.searches, row.opened, row.helpful, row.unhelpful


def test_a_result_leads_to_its_page_and_the_search_counts_as_ended_in_a_click(client: Client) -> None:
    link = links(page(client))[0]
    response = client.get(link)
    assert response.status_code == 302
    assert response["Location"].startswith("/nl/")
    assert response["Location"] in link
    assert VISIT not in response["Location"]
    assert counts() == (1, 1, 0, 0)


def test_further_clicks_from_one_page_are_the_same_search(client: Client) -> None:
    for link in links(page(client)):
        client.get(link)
    assert counts() == (1, 1, 0, 0)
    client.get(links(page(client))[0])
    assert counts() == (2, 2, 0, 0)


def test_looking_whether_an_address_exists_is_no_click(client: Client) -> None:
    assert client.head(links(page(client))[0]).status_code == 302
    assert counts() == (1, 0, 0, 0)


@pytest.mark.parametrize("signed", ["", "x", "WzFd:abc:def"])
def test_a_visit_we_did_not_sign_leads_on_and_counts_nothing(client: Client, signed: str) -> None:
    link = links(page(client))[0].partition("?")[0]
    assert client.get(link, {VISIT: signed}).status_code == 302
    assert counts() == (1, 0, 0, 0)


def test_a_page_left_open_for_longer_than_a_day_leads_on_and_counts_nothing(client: Client) -> None:
    soup = page(client)
    with time_machine.travel(timezone.now() + LONGEST_VISIT + timedelta(minutes=1), tick=False):
        assert client.get(links(soup)[0]).status_code == 302
        answer(client, soup, "ja")
    assert counts() == (1, 0, 0, 0)


@pytest.mark.parametrize("target", ["/", "/evil.example/", "%5Cevil.example", "%09/evil.example", "/%2Fevil.example"])
def test_a_link_leads_to_our_own_pages_only(client: Client, target: str) -> None:
    response = client.get(f"/nl/zoeken/naar/{target}")
    assert response.status_code == 404 or response["Location"].startswith(("/%5C", "/%09"))


@given(target=st.text(min_size=1, max_size=40), query=st.text(max_size=20))
def test_no_address_makes_a_link_fail(target: str, query: str) -> None:
    response = Client().get(f"/nl/zoeken/naar/{target}", {"x": query, VISIT: query})
    assert response.status_code in {200, 301, 302, 404}
    assert not response.get("Location", "").startswith("//")


def test_an_address_keeps_its_own_question_and_its_place_on_the_page() -> None:
    assert (
        counted("/nl/zoeken/naar/", "/nl/labs/?week=1#tien", f"?{VISIT}=s")
        == f"/nl/zoeken/naar/nl/labs/?week=1&{VISIT}=s#tien"
    )
    assert counted("/nl/zoeken/naar/", "https://hu.example/", f"?{VISIT}=s") == "https://hu.example/"


def test_the_question_of_an_address_goes_along_to_the_page(client: Client) -> None:
    response = client.get("/nl/zoeken/naar/nl/labs/", {"week": "1 2", VISIT: "x"})
    assert response["Location"] == "/nl/labs/?week=1+2"


@pytest.mark.parametrize(("said", "expected"), [("ja", (1, 0, 1, 0)), ("nee", (1, 0, 0, 1)), ("?", (1, 0, 0, 0))])
def test_visitors_say_whether_they_found_it_and_see_their_results_again(
    client: Client, said: str, expected: Any
) -> None:
    back = answer(client, page(client), said)
    assert unquote(back).startswith("/nl/zoeken/?q=gesprek")
    again = page(client, back.partition("#")[0])
    assert "Dank je" in again.select_one("#gezegd").text
    assert again.select_one("form.feedback") is None
    row = SearchCount.objects.get()
    assert (1, row.opened, row.helpful, row.unhelpful) == expected


def test_one_page_is_asked_once(client: Client) -> None:
    soup = page(client)
    answer(client, soup, "ja")
    answer(client, soup, "nee")
    assert counts() == (1, 0, 1, 0)


def test_words_that_may_be_personal_are_counted_nowhere(client: Client) -> None:
    soup = page(client, "/nl/zoeken/?q=gesprek+jan@school.example")
    assert all("/naar/" not in link for link in links(soup))
    assert soup.select_one("form.feedback") is None
    assert not SearchCount.objects.exists()


def test_a_visitor_gets_no_cookie(client: Client) -> None:
    soup = page(client)
    client.get(links(soup)[0])
    answer(client, soup, "ja")
    assert not client.cookies


def test_editors_see_what_came_of_searches(client: Client, admin_client: Client) -> None:
    first, second = page(client), page(client)
    client.get(links(first)[0])
    answer(client, second, "nee")
    report = BeautifulSoup(admin_client.get("/admin/zoeken/zoekvragen/").content, "html.parser")
    assert "2 zoekvragen; 50 % eindigde met een klik" in report.text
    cells = [cell.text.strip() for cell in report.select("main tbody tr")[0].select("td")]
    assert cells[:6] == ["gesprek", "nl", "2", "0", "50 %", "0, 1"]
