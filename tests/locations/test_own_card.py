"""A card of one's week to print: a code on it leads back to the answers and the labs."""

from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from locations.code import code_of
from tests.factories import House, make_group, make_lab, make_session, make_variant

pytestmark = pytest.mark.django_db
CARD = "/nl/locaties/jouw-route/kaart/"


@pytest.fixture
def group(school: Any) -> Any:
    """A group at a school for the first year of a programme."""
    return make_group("hbo-1", variants=[make_variant("hbo-voltijd")], places=[(school, True)])


def paths(drawing: str) -> list[str]:
    """The lines of a drawing: what a telephone reads of a code."""
    return [str(path["d"]) for path in BeautifulSoup(drawing, "html.parser").select("path")]


def test_the_code_on_the_card_is_the_address_of_the_answers_and_the_labs(
    group: Any, school: Any, client: Client
) -> None:
    make_lab(school, "schrijven", groups=[group], sessions=[make_session(date(2026, 12, 16))])
    answers = "?variant=hbo-voltijd&jaar=jaar-1&locatie=academie-tien&lab=schrijven"

    page = BeautifulSoup(client.get(CARD + answers).content, "html.parser")

    card = page.select_one(".card-a6")
    address = f"{house_address(page)}/nl/locaties/jouw-route/{answers}"
    assert paths(str(card.select_one(".code"))) == paths(code_of(address))
    assert paths(code_of(address)) != paths(code_of(address + "x"))
    assert "Schrijven" in card.get_text()
    assert page.select_one("meta[name=robots]")["content"] == "noindex"


def house_address(page: BeautifulSoup) -> str:
    """Scheme and host of the site, as the page says them."""
    return str(page.select_one("link[rel=canonical]")["href"]).partition("/nl/")[0]


@pytest.mark.parametrize("asked", ["", "?variant=tovenaar", "?variant=hbo-voltijd", "?lab=niets"])
def test_without_an_answer_there_is_no_card_and_the_questions_come_first(
    group: Any, client: Client, asked: str
) -> None:
    answer = client.get(CARD + asked)

    assert answer.status_code == 302
    assert answer["Location"].startswith("/nl/locaties/jouw-route/?")


def test_as_many_labs_as_one_can_choose_still_fit_in_a_code(
    group: Any, house: House, school: Any, client: Client
) -> None:
    keys = [f"{'een-lab-met-een-heel-lange-naam-' * 3}{number}" for number in range(14)]
    for key in keys:
        make_lab(school, key, title="Lab", groups=[group])
    answers = {"variant": "hbo-voltijd", "jaar": "jaar-1", "locatie": "academie-tien", "lab": keys}

    assert client.get(CARD, answers).status_code == 200
