"""Addresses lead to the deepest page with a fixed number of queries."""

from typing import Any

import pytest
from django.http import Http404
from django.test import RequestFactory

from home.models import StandardPage
from tests.factories import House, in_english, make_lab, make_partner_page, make_standard, publish_below

pytestmark = pytest.mark.django_db


def route(home: Any, path: str) -> Any:
    return home.route(RequestFactory().get("/"), [part for part in path.split("/") if part])


def test_an_address_leads_to_its_page_at_any_depth(house: House, school: Any) -> None:
    lab = make_lab(school, "didactisch-coachen")

    assert route(house.home, "")[0] == house.home
    assert route(house.home, "locaties/academie-tien")[0] == school
    assert route(house.home, "locaties/academie-tien/didactisch-coachen")[0] == lab


def test_the_depth_of_an_address_costs_no_queries(house: House, django_assert_num_queries: Any) -> None:
    page: Any = house.about
    for number in range(6):
        page = make_standard(page, f"laag-{number}")
    path = page.url_path.removeprefix(house.home.url_path)

    with django_assert_num_queries(2):
        found = route(house.home, path)[0]
        assert (found, found.locale.language_code, found.partner) == (page, "nl", None)


def test_an_unknown_address_is_not_found(house: House, school: Any) -> None:
    with pytest.raises(Http404):
        route(house.home, "locaties/academie-tien/bestaat-niet")
    with pytest.raises(Http404):
        route(house.home, "bestaat-niet")


def test_a_draft_is_not_found(house: House) -> None:
    page = make_standard(house.about, "straks")
    page.unpublish()

    with pytest.raises(Http404):
        route(house.home, "over-het-opleidingshuis/straks")


def test_a_page_below_a_draft_keeps_its_address(house: House) -> None:
    parent = make_standard(house.about, "map")
    child = publish_below(parent, StandardPage(title="Blad", slug="blad"))
    parent.unpublish()

    assert route(house.home, "over-het-opleidingshuis/map/blad")[0] == child


def test_a_page_wins_over_a_route_of_its_parent(house: House) -> None:
    institute = make_partner_page(house.partnership)

    assert route(house.home, "over-het-opleidingshuis/partnerschap/hogeschool-utrecht")[0] == institute


def test_an_address_of_the_other_language_is_not_found(house: House, school: Any) -> None:
    english = in_english(school)
    home = english.get_ancestors().type(type(house.home)).last().specific

    assert route(home, english.url_path.removeprefix(home.url_path))[0] == english
    with pytest.raises(Http404):
        route(home, "bestaat/niet")
