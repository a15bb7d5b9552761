"""Why a list of labs is as it is: the rule of a training group in words, and values of an address by their name."""

from typing import Any

import pytest
from bs4 import BeautifulSoup

from tests.factories import House, make_group, make_lab, make_location, make_variant

pytestmark = pytest.mark.django_db


def soup(client: Any, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


def test_the_rule_of_a_group_explains_what_one_finds(house: House, school: Any, client: Any) -> None:
    doorn, maarsbergen = (make_location(house.locations, key) for key in ("nxt-doorn", "nxt-maarsbergen"))
    first = make_group(
        "hbo-1",
        rule="Jaar 1 komt samen op Tien.",
        variants=[make_variant()],
        places=[(school, True), (doorn, False), (maarsbergen, False)],
    )
    joint = make_group("samen", name="Samen", rule="Eén groep.", places=[(doorn, True), (maarsbergen, True)])
    make_lab(school, "een", groups=[first], places=[school])
    make_lab(doorn, "twee", groups=[first, joint], places=[doorn])
    explained = {
        "locatie=nxt-doorn&groep=hbo-1": {"hbo-1"},
        "locatie=nxt-maarsbergen&groep=hbo-1": {"hbo-1"},
        "locatie=academie-tien&groep=hbo-1": set(),
        "locatie=nxt-doorn": {"hbo-1"},
        "locatie=nxt-doorn&groep=samen": {"samen"},
        "locatie=nxt-maarsbergen&groep=samen": {"samen"},
        "locatie=nxt-doorn&locatie=nxt-maarsbergen&groep=samen": set(),
        "groep=hbo-1": set(),
        "": set(),
    }
    for query, slugs in explained.items():
        links = soup(client, f"/nl/labs/?{query}").select("main .notice.soft a[href*=opleidingsgroepen]")
        assert {str(link["href"]).split("/")[-2] for link in links} == slugs, query
        found = soup(client, f"/nl/zoeken/?q=lab&{query}").select("main .notice.soft a[href*=opleidingsgroepen]")
        assert slugs <= {str(link["href"]).split("/")[-2] for link in found}, query
    assert "Eén groep." in soup(client, "/nl/labs/agenda/?locatie=nxt-doorn&groep=samen").main.get_text()


def test_values_in_an_address_that_nothing_has_are_shown_in_words(house: House, school: Any, client: Any) -> None:
    make_location(house.locations, "unic", title="UniC")
    make_lab(school, "een", places=[school])

    page = soup(client, "/nl/labs/?locatie=unic&locatie=qqq&groep=qqq&thema=%00&soort=onderzoek&staat=qqq&partner=unic")

    chips = page.select_one(".chips").get_text(" ")
    assert "UniC" in chips
    assert "onbekende keuze" in chips
    assert "qqq" not in page.select_one("form.facets").get_text() + chips
