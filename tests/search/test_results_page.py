"""The results page as visitors get it."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from django.utils.html import escape

from curriculum.labs.rows import LabSession
from search.models import StoredDocument, SynonymGroup
from tests.factories import House, make_lab, make_standard
from tests.search.conftest import Searching, document

pytestmark = pytest.mark.elasticsearch


def page(client: Client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


@pytest.fixture
def labs(searching: Searching) -> None:
    at_ten: dict[str, Any] = {"locations": ("academie-tien",)}
    searching.put(
        document("academie-tien", kind="locatie", title="Academie Tien", **at_ten),
        document("pedagogiek", kind="thema", title="Pedagogiek", themes=("pedagogiek",)),
        document("oudergesprekken", title="Leerling-oudergesprekken", themes=("pedagogiek",), **at_ten),
        document("schrijven", title="Schrijfvaardigheid", **at_ten),
    )


def test_the_page_carries_the_hooks_for_engine_total_hits_and_facets(client: Client, labs: None) -> None:
    soup = page(client, "/nl/zoeken/?q=oudergesprek+schrijfvaardigheid")
    marked = soup.find(attrs={"data-engine": True})
    assert marked is not None
    assert (marked["data-engine"], marked["data-total"]) == ("elasticsearch", "2")
    assert not marked.has_attr("data-degraded")
    hits = {(hit["data-kind"], hit["data-slug"]) for hit in soup.select("[data-hit]")}
    assert hits == {("lab", "oudergesprekken"), ("lab", "schrijven")}
    option = soup.select_one('form input[name="thema"][value="pedagogiek"]')
    assert option is not None
    assert option["data-count"] == "1"


def test_a_facet_that_tells_no_results_apart_is_not_shown(client: Client, labs: None) -> None:
    soup = page(client, "/nl/zoeken/?q=oudergesprek+schrijfvaardigheid")
    assert soup.select_one('input[name="thema"]') is not None
    assert soup.select_one('input[name="locatie"]') is None, "both are at Academie Tien"
    assert soup.select_one('input[name="soort"]') is None, "both are labs"


def test_a_choice_that_tells_no_results_apart_can_still_be_undone(client: Client, labs: None) -> None:
    soup = page(client, "/nl/zoeken/?q=oudergesprek+schrijfvaardigheid&locatie=academie-tien")
    assert soup.select_one('input[name="locatie"]:checked') is not None


def test_kinds_to_choose_from_are_in_the_plural_and_each_result_in_the_singular(client: Client, labs: None) -> None:
    soup = page(client, "/nl/zoeken/")
    option = soup.select_one('input[name="soort"][value="lab"]')
    assert option is not None
    assert option.parent is not None
    assert option.parent.text.split()[0] == "Labs"
    assert soup.select_one("[data-kind=lab] .kind").text == "Lab"


def test_a_facet_is_named_in_the_readers_language(client: Client, labs: None) -> None:
    soup = page(client, "/nl/zoeken/")
    option = soup.select_one('input[name="locatie"][value="academie-tien"]')
    assert option is not None
    assert option.parent is not None
    assert "Academie Tien" in option.parent.text


def test_each_spelling_of_the_address_exists_in_its_own_language_only(client: Client, labs: None) -> None:
    assert client.get("/nl/zoeken/").status_code == 200
    assert client.get("/en/search/").status_code == 200
    assert client.get("/en/zoeken/").headers["Location"] == "/en/search/"
    assert client.get("/nl/search/").headers["Location"] == "/nl/zoeken/"


def test_the_page_of_the_other_language_is_the_same_search(client: Client, labs: None) -> None:
    soup = page(client, "/nl/zoeken/?q=lab")
    assert soup.find("a", attrs={"lang": "en", "hreflang": "en"}) is not None


def test_nothing_found_still_leads_somewhere_with_results(client: Client, labs: None) -> None:
    soup = page(client, "/nl/zoeken/?q=xqzwv")
    assert soup.find(attrs={"data-total": "0"}) is not None
    doors = [a["href"] for a in soup.select("main ul.doors a")]
    assert doors
    assert page(client, str(doors[0])).find(attrs={"data-hit": True}) is not None


def test_nothing_found_leads_to_the_page_about_what_this_site_does_not_answer(
    client: Client, searching: Searching, house: House
) -> None:
    assert not page(client, "/nl/zoeken/?q=xqzwv").select('main a[href*="elders"]')
    make_standard(house.home, "elders", content_key="wat-je-hier-niet-vindt")
    links = page(client, "/nl/zoeken/?q=xqzwv").select("main a")
    assert "/nl/elders/" in [link["href"] for link in links]


def test_a_word_of_two_that_is_missing_is_said_to_give_nothing(client: Client, labs: None) -> None:
    soup = page(client, "/nl/zoeken/?q=oudergesprekken&soort=partner")
    assert soup.find(attrs={"data-total": "0"}) is not None
    assert soup.select('a[href*="q=oudergesprekken"]')


def test_a_typing_error_is_corrected_and_can_be_undone(client: Client, labs: None) -> None:
    soup = page(client, "/nl/zoeken/?q=schrijfvaardigeid")
    assert "schrijfvaardigheid" in soup.find("main").text.lower()
    assert soup.find(attrs={"data-slug": "schrijven"}) is not None
    literal = soup.select_one('a[href*="precies=1"]')
    assert literal is not None
    assert page(client, str(literal["href"])).find(attrs={"data-total": "0"}) is not None


def test_a_word_the_house_replaces_is_said_with_the_word_it_uses(client: Client, labs: None) -> None:
    SynonymGroup.objects.create(
        slug="ouderavond", language="nl", typed=["ouderavond"], words=["oudergesprekken"], notice=True
    )
    soup = page(client, "/nl/zoeken/?q=ouderavond")
    notice = soup.select_one(".notice.lamp")
    assert notice is not None
    assert "oudergesprekken" in notice.text
    assert soup.find(attrs={"data-slug": "oudergesprekken"}) is not None


def test_the_query_is_shown_but_never_run(client: Client, labs: None) -> None:
    words = '"><script>alert(1)</script>'
    response = client.get("/nl/zoeken/", {"q": words})
    assert "<script>alert(1)" not in response.content.decode()
    assert escape(words) in response.content.decode() or "&lt;script&gt;" in response.content.decode()


HOSTILE = [
    "q=%00", "q=" + "a" * 5000, "pagina=0", "pagina=99999", "pagina=-1", "pagina=x", "soort=' OR 1=1", "q=%F0%9F%98%80",
    "q=%22", "q=%22%22", "q=%22a", "q=~", "q=*", "q=AND+OR+NOT", "sorteer=x", "q=de+het+een", "thema=" + "x" * 300,
    "q=%5C", "q=%27", "q=a%27b", "q=%E2%80%99s", "locatie=%00", "q=" + "+".join(["onderwijs"] * 40), "q=a%5C%27b%3A%2A",
    "q=%22de+het%22", "q=%22a%22+%22b", "q=(+%7C+)", "q=%3C%3E%26",
]  # fmt: skip


def test_no_address_makes_a_page_fail_on_elasticsearch(client: Client, labs: None) -> None:
    for query in HOSTILE:
        assert client.get(f"/nl/zoeken/?{query}").status_code == 200, query
        assert client.get(f"/nl/zoeken/suggesties?{query}").status_code == 200, query


def test_no_address_makes_a_page_fail_on_the_fallback(client: Client, labs: None, without_elasticsearch: None) -> None:
    for query in HOSTILE:
        assert client.get(f"/nl/zoeken/?{query}").status_code == 200, query
        assert client.get(f"/nl/zoeken/suggesties?{query}").status_code == 200, query


def test_a_results_page_takes_one_request_and_at_most_eight_queries(
    client: Client, labs: None, django_assert_max_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.get("/nl/zoeken/?q=lab")  # what is read once per process
    requests: list[str] = []
    from elastic_transport import Urllib3HttpNode

    original = Urllib3HttpNode.perform_request

    def counted(self: Any, method: str, target: str, *args: Any, **kwargs: Any) -> Any:
        requests.append(target)
        return original(self, method, target, *args, **kwargs)

    monkeypatch.setattr(Urllib3HttpNode, "perform_request", counted)
    with django_assert_max_num_queries(8):
        client.get("/nl/zoeken/?q=oudergesprek")
    assert len(requests) == 1


def test_suggestions_come_by_kind(client: Client, labs: None) -> None:
    answer = json.loads(client.get("/nl/zoeken/suggesties?q=schr").content)
    assert answer["message"] == "1 suggestie."
    assert answer["groups"] == [
        {
            "kind": "lab",
            "label": "Lab",
            "items": [{"title": "Schrijfvaardigheid", "url": "/nl/schrijven/", "key": "schrijven"}],
        }
    ]


def test_a_search_can_be_followed_as_a_feed(client: Client, labs: None) -> None:
    answer = client.get("/nl/zoeken/rss?q=oudergesprek")
    assert answer.status_code == 200
    assert "Leerling-oudergesprekken" in answer.content.decode()
    assert "mark" not in answer.content.decode()


def test_a_page_without_results_promises_only_what_is_true(client: Client, labs: None) -> None:
    assert "Met minder woorden" in page(client, "/nl/zoeken/?q=schrijfvaardigheid&thema=pedagogiek").text
    assert "Geen pagina gaat hierover" in page(client, "/nl/zoeken/?q=xqzwv").text


MONDAY, TUESDAY = (datetime(2026, 11, day, 14, 30, tzinfo=UTC) for day in (30, 24))


@pytest.mark.parametrize(
    ("now", "shown"),
    [
        (TUESDAY - timedelta(days=1), "di 24 november 2026, 15.30"),
        (TUESDAY + timedelta(hours=1), "ma 30 november 2026, 15.30"),
        (MONDAY + timedelta(days=30), "Laatste keer: ma 30 november 2026, 15.30"),
    ],
)
def test_a_result_says_when_it_is_held_next_or_was_held_last(
    client: Client, searching: Searching, now: datetime, shown: str
) -> None:
    at_ten: dict[str, Any] = {"locations": ("academie-tien",), "moments": (MONDAY, TUESDAY)}
    searching.put(document("academie-tien", kind="locatie", title="Academie Tien"), document("rekenen", **at_ten))
    with time_machine.travel(now, tick=False):
        meta = page(client, "/nl/zoeken/?q=rekenen").select_one("[data-hit] .meta")
    assert meta is not None
    assert " ".join(meta.text.split()) == f"{shown}, Academie Tien"


def test_a_lab_tells_search_when_it_is_held_and_not_what_was_cancelled(school: Any, searching: Searching) -> None:
    lab = make_lab(school)
    starts = timezone.localtime().replace(hour=14, minute=0, second=0, microsecond=0)  # it ends on the same day
    for days, state, why in ((2, "gepland", ""), (1, "gepland", ""), (3, "geannuleerd", "De zaal is weg.")):
        when = starts + timedelta(days=days)
        lab.sessions.add(LabSession(starts=when, ends=when + timedelta(hours=1), state=state, reason=why))
    lab.save_revision().publish()
    searching.sync()
    stored = StoredDocument.objects.get(page_id=lab.pk)
    assert stored.moments == [starts + timedelta(days=1), starts + timedelta(days=2)]


@pytest.mark.parametrize("signs", ["\U0001f642", "???", "%", "- -"])
def test_who_types_no_letter_or_number_is_told_so(client: Client, labs: None, signs: str) -> None:
    assert "geen letters of cijfers" in page(client, f"/nl/zoeken/?q={quote(signs)}").main.get_text()
    assert "geen letters of cijfers" not in page(client, f"/nl/zoeken/?q={quote(signs + 'schrijven')}").main.get_text()
