"""Ways that lead to one's own week: the home page, a location, a lab, and the word for a programme."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from home.models import GlossaryTerm
from tests.factories import House, make_group, make_lab, make_partner, make_session, make_variant
from tests.factories.content import dutch

pytestmark = pytest.mark.django_db
ROUTE = "/nl/locaties/jouw-route/"


@pytest.fixture
def programme(school: Any) -> Any:
    """A programme without years whose name needs an explanation."""
    variant = make_variant(
        "zij-instroom", name="Zij-instroom", years=["zonder-leerjaar"], explanation="Uit een ander beroep."
    )
    make_group("zij", variants=[variant], years=["zonder-leerjaar"], places=[(school, True)])
    return variant


def opened(client: Client, address: str) -> BeautifulSoup:
    """A page as a visitor gets it."""
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def test_the_home_page_asks_the_questions_and_its_form_leads_to_the_answer(
    programme: Any, school: Any, client: Client
) -> None:
    form = opened(client, "/nl/").select_one("form:has(.questions)")

    names = {box["name"] for box in form.select("input")}
    page = opened(client, f"{form['action'].partition('#')[0]}?variant=zij-instroom&locatie=academie-tien")
    assert form["action"] == f"{ROUTE}#answer"
    assert names == {"variant", "jaar", "locatie"}
    assert "Uit een ander beroep." in form.get_text()
    assert page.select_one("#answer")["data-group"] == "zij"


def test_a_location_leads_to_the_questions_with_itself_chosen(programme: Any, school: Any, client: Client) -> None:
    link = opened(client, school.get_url()).select_one(f"a[href^='{ROUTE}?locatie=']")

    page = opened(client, str(link["href"]))
    assert [box["value"] for box in page.select("input[checked]")] == ["academie-tien"]
    assert not page.select(".notice.error, #answer")


def test_a_lab_of_ones_own_choice_can_be_taken_to_the_week(programme: Any, school: Any, client: Client) -> None:
    coming = timezone.localdate() + timedelta(days=3)
    free = make_lab(school, "vrij", sessions=[make_session(coming)])
    fixed = make_lab(school, "vast", is_free_choice=False, sessions=[make_session(coming)])
    link = opened(client, free.get_url()).select_one(f"a[href^='{ROUTE}?lab=']")

    page = opened(client, str(link["href"]))
    assert "Vrij" in page.select_one(".own-labs").get_text()
    assert not opened(client, fixed.get_url()).select(f"a[href^='{ROUTE}?lab=']")


def test_the_word_for_a_programme_leads_to_its_answer(house: House, programme: Any, client: Client) -> None:
    words = house.glossary
    for slug in ("zij-instroom", "ritme"):
        GlossaryTerm.objects.create(locale=dutch(), slug=slug, term=slug, definition="Een woord.")

    link = opened(client, f"{words.get_url()}zij-instroom/").select_one(f"main a[href^='{ROUTE}']")

    assert opened(client, str(link["href"])).select("#answer")
    assert not opened(client, f"{words.get_url()}ritme/").select(f"main a[href^='{ROUTE}']")


def test_an_institute_that_does_not_offer_a_programme_gets_an_answer_that_says_so(
    programme: Any, school: Any, client: Client
) -> None:
    for slug, variant in {"hogeschool-utrecht": programme, "universiteit-utrecht": make_variant("master")}.items():
        variant.institutes.create(partner=make_partner(slug))
        variant.save()

    def notice(institute: str) -> str:
        answers = f"?variant=zij-instroom&locatie=academie-tien&instituut={institute}"
        return " ".join(opened(client, ROUTE + answers).select_one("#answer .notice").get_text().split())

    assert "biedt deze opleiding in het Opleidingshuis nog niet aan" in notice("universiteit-utrecht")
    assert "nog niet aan" not in notice("hogeschool-utrecht")
