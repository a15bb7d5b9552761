"""What stands behind a restriction is shown in no list, and the restriction is asked for with one query."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from portal.core.models.pages import PortalPage
from tests.factories import House, in_english, make_lab, make_location

pytestmark = pytest.mark.django_db


def restrict(page: Any) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def test_a_restriction_hides_the_page_and_everything_below_it(house: House, school: Any) -> None:
    lab = make_lab(school)
    other = make_location(house.locations, "unic")
    restrict(school)

    shown = set(PortalPage.objects.public().values_list("pk", flat=True))

    assert not shown & {school.pk, lab.pk}
    assert {other.pk, house.home.pk} <= shown


def test_pages_of_one_type_are_hidden_too(house: House, school: Any) -> None:
    make_lab(school)
    restrict(school)

    assert type(school).objects.public().count() == 0


def test_public_pages_cost_one_query(house: House, school: Any, django_assert_num_queries: Any) -> None:
    restrict(school)

    with django_assert_num_queries(1):
        list(PortalPage.objects.live().public())


def test_a_visitor_without_account_is_sent_to_sign_in_below_a_restricted_page(
    house: House, school: Any, client: Client
) -> None:
    lab = make_lab(school)
    restrict(school)

    assert client.get(lab.get_url()).status_code == 302
    assert list(lab.get_view_restrictions().values_list("page", flat=True)) == [school.pk]


def test_a_restriction_holds_in_its_own_language_only(house: House, school: Any) -> None:
    english = in_english(school)
    restrict(school)

    assert PortalPage.objects.public().filter(pk=english.pk).exists()
    assert not english.get_view_restrictions().exists()
