"""The read API: everything public in the words of the Open Education API, and nothing else."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import PageViewRestriction

from curriculum.models import LabSession, OutcomePage, VariantInstitute
from tests.factories import (
    House,
    in_english,
    make_lab,
    make_news,
    make_outcome,
    make_partner_page,
    make_session,
    make_theme,
    make_variant,
)

pytestmark = pytest.mark.django_db

LISTS = ("organizations", "programs", "courses", "components", "offerings", "learning-outcomes", "news-items")

PAGE = {"pageSize", "pageNumber", "hasPreviousPage", "hasNextPage", "totalPages", "items"}
"""Of every list: `v5/schemas/Pagination`."""


@pytest.fixture
def content(house: House, school: Any, institute: Any) -> dict[str, Any]:
    """One of everything, in Dutch and partly in English."""
    theme = make_theme(house.themes, "pedagogiek")
    dates = [make_session(date(2026, 9, 8), uid=UUID(int=7), room="A1.02")]
    lab = make_lab(school, "feedback", themes=[theme], sessions=dates, concern="Hoe geef ik feedback?")
    outcome = make_outcome(institute, themes=[theme], labs=[lab])
    variant = make_variant()
    VariantInstitute.objects.create(variant=variant, partner=institute.represents)
    in_english(lab, title="Giving feedback")
    return {"theme": theme, "lab": lab, "outcome": outcome, "news": make_news(school), "variant": variant}


def ask(path: str, language: str = "nl", **question: Any) -> Any:
    """Ask the API."""
    return Client().get(f"/api/v1/{path}", question, headers={"accept-language": language})


def items(path: str, language: str = "nl", **question: Any) -> list[dict[str, Any]]:
    """Return what stands in a list."""
    answer = ask(path, language, **question)
    assert answer.status_code == 200, answer.content
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


def test_every_thing_of_a_list_is_found_by_its_id(content: Any) -> None:
    for name in LISTS:
        page = ask(name).json()
        assert set(page) == PAGE, name
        assert page["items"], name
        for item in page["items"]:
            assert item["name"][0]["language"] == "nl-NL"
            key = next(value for field, value in item.items() if field.endswith("Id"))
            assert ask(f"{name}/{key}").json() == item


def test_things_point_at_one_another(content: Any, school: Any, institute: Any) -> None:
    (course,), (component,) = items("courses"), items("components")
    (offering,), (outcome,) = items("offerings"), items("learning-outcomes")
    (program,) = items("programs")
    ours, theirs = str(school.translation_key), str(institute.translation_key)

    assert (component["course"], component["organization"]) == (course["courseId"], ours)
    assert (offering["component"], offering["organization"]) == (component["componentId"], ours)
    assert (outcome["courses"], outcome["components"]) == ([course["courseId"]], [component["componentId"]])
    assert (outcome["organization"], program["organization"]) == (theirs, theirs)
    assert course["learningOutcomes"] == [outcome["description"]]
    assert (offering["startDateTime"], offering["ext"]["room"]) == ("2026-09-08T15:45:00+02:00", "A1.02")


def test_a_reader_of_english_gets_english_and_dutch_where_there_is_none(content: Any) -> None:
    answer = ask("components", "en-GB,en;q=0.9")

    assert answer["Content-Language"] == "en"
    assert "Accept-Language" in answer["Vary"]
    assert answer.json()["items"][0]["name"] == [{"language": "en-GB", "value": "Giving feedback"}]
    assert answer.json()["items"][0]["link"].endswith("/en/locaties/academie-tien/feedback/")
    assert items("courses", "en")[0]["name"] == [{"language": "nl-NL", "value": "Pedagogiek"}]
    assert items("courses", "fr")[0]["name"][0]["language"] == "nl-NL"


def test_lists_come_in_pages(content: Any, school: Any) -> None:
    for number in range(4):
        make_lab(school, f"lab-{number}")

    page = ask("components", pageSize=2, pageNumber=2).json()

    assert {name: page[name] for name in PAGE - {"items"}} == {
        "pageSize": 2,
        "pageNumber": 2,
        "totalPages": 3,
        "hasPreviousPage": True,
        "hasNextPage": True,
    }
    assert len(page["items"]) == 2
    assert ask("components", pageSize=5).json()["hasNextPage"] is False


def test_lists_are_filtered(house: House, content: Any, school: Any, institute: Any) -> None:
    other = make_partner_page(house.partnership, "universiteit-utrecht")
    make_outcome(other, "UU-1")
    make_lab(school, "los", sessions=[make_session(date(2026, 9, 15))])
    lab, theme = content["lab"].translation_key, content["theme"].translation_key

    assert len(items("offerings")) == 2
    assert len(items("offerings", component=lab)) == 1
    assert len(items("offerings", since="2026-09-09")) == 1
    assert len(items("offerings", until="2026-09-08")) == 1
    assert len(items("offerings", organization=institute.translation_key)) == 0
    assert len(items("components", course=theme)) == 1
    assert len(items("components", q="FEED")) == 1
    assert len(items("learning-outcomes", organization=other.translation_key)) == 1
    assert len(items("learning-outcomes", component=lab)) == 1
    assert len(items("organizations", organizationType="school")) == 1
    assert len(items("news-items", organization=school.translation_key)) == 1
    assert len(items("programs", organization=other.translation_key)) == 0


PROBLEMS = [
    ("onbekend", 404),
    ("components/geen-id", 404),
    (f"components/{UUID(int=1)}", 404),
    ("components/", 404),
    ("components?pageNumber=999999", 404),
    ("components?pageNumber=999999999999999999999", 400),
    ("components?pageSize=0", 400),
    ("components?pageSize=251", 400),
    ("components?pageSize=%D9%A3x", 400),
    ("components?course=geen-id", 400),
    ("components?cuorse=1", 400),
    ("components?q=" + "x" * 101, 400),
    ("offerings?since=gisteren", 400),
    ("?x=1", 400),
    (f"offerings/{UUID(int=7)}?x=%00", 400),
]
"""Questions that cannot be answered."""


def test_what_cannot_be_answered_is_a_problem_in_the_readers_language(content: Any) -> None:
    for address, status in PROBLEMS:
        for language in ("nl", "en"):
            answer = Client().get(f"/api/v1/{address}", headers={"accept-language": language})
            assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json"), address
            assert {*answer.json()} == {"type", "title", "status", "detail"}
    assert "cuorse" in ask("components", cuorse=1).json()["detail"]
    assert ask("onbekend").json()["detail"] == "Op dit adres staat niets."
    assert ask("components", q="\x00").json()["items"] == []


def test_one_can_only_read_and_from_everywhere() -> None:
    client = Client(enforce_csrf_checks=True)
    for method in ("post", "put", "patch", "delete"):
        answer = getattr(client, method)("/api/v1/components")
        assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, OPTIONS")
        assert answer.json()["status"] == 405
    asked = client.options("/api/v1/components", headers={"origin": "https://elders.example"})
    assert (asked.status_code, asked["Access-Control-Allow-Origin"]) == (204, "*")
    assert "If-None-Match" in asked["Access-Control-Allow-Headers"]


def test_a_head_has_the_headers_of_the_answer_only(content: Any) -> None:
    whole, head = ask("components"), Client().head("/api/v1/components", headers={"accept-language": "nl"})

    assert (head.content, head["Content-Length"]) == (b"", str(len(whole.content)))
    assert head["ETag"] == whole["ETag"]


def test_nothing_is_sent_again_until_something_changes(content: Any) -> None:
    mark = ask("offerings")["ETag"]

    def again() -> int:
        headers = {"accept-language": "nl", "if-none-match": mark}
        return int(Client().get("/api/v1/offerings", headers=headers).status_code)

    assert again() == 304
    LabSession.objects.get().delete()
    content["lab"].save_revision().publish()
    assert again() == 200


def test_nothing_private_is_told(house: House, content: Any, school: Any, institute: Any) -> None:
    canary = {"title": "Kanarie", "summary": "kanarie"}
    make_lab(school, "kanarie-weg", **canary, sessions=[make_session(date(2026, 9, 9))]).unpublish()
    closed = make_lab(school, "kanarie-dicht", **canary, sessions=[make_session(date(2026, 9, 9))])
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    make_outcome(institute, "KANARIE", **canary).unpublish()
    make_news(school, "kanarie-nieuws", **canary).unpublish()
    make_theme(house.themes, "kanarie-thema", **canary).unpublish()
    make_partner_page(house.partnership, "kanarie-instituut", **canary).unpublish()
    draft = OutcomePage.objects.get(pk=content["outcome"].pk)
    draft.title = "Kanarie in concept"
    draft.save_revision()
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.PASSWORD, password="x")

    for name in LISTS:
        assert "kanarie" not in ask(name).content.decode().lower(), name
        assert not items(name, q="kanarie"), name
    assert ask(f"components/{closed.translation_key}").status_code == 404


def test_no_cookie_is_set_and_none_is_read(content: Any) -> None:
    answer = ask("components")

    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_a_longer_list_asks_no_more(house: House, school: Any, institute: Any) -> None:
    asked: list[list[int]] = []
    for number in range(5):
        theme = make_theme(house.themes, f"thema-{number}")
        dates = [make_session(date(2026, 9, 8) + timedelta(days=number))]
        lab = make_lab(school, f"lab-{number}", themes=[theme], sessions=dates)
        make_outcome(institute, f"HU-{number}", themes=[theme], labs=[lab])
        make_news(school, f"nieuws-{number}")
        make_partner_page(house.partnership, f"partner-{number}")
        asked.append([])
        for name in LISTS:
            with CaptureQueriesContext(connection) as queries:
                ask(name)
            asked[-1].append(len(queries))

    assert asked[1] == asked[4]


def test_a_page_explains_it_in_both_languages(client: Client) -> None:
    for address, words in (("/nl/api/", "Onze gegevens voor programma's"), ("/en/api/", "Our data for programs")):
        page = BeautifulSoup(client.get(address).content, "html.parser")
        assert page.h1.text.strip() == words
        table = page.find(id="api-table").find_parent("table").text
        assert all(f"/api/v1/{name}" in table for name in LISTS)
        assert "component, organization, since, until" in table
        document = page.find("a", string=lambda text: text and "OpenAPI" in text)
        assert client.get(str(document["href"])).json()["openapi"].startswith("3.")


def test_the_start_leads_to_the_description_and_the_document() -> None:
    start = ask("").json()

    assert start["specification"].endswith(reverse("api:openapi-json"))
    assert start["documentation"].endswith("/nl/api/")
