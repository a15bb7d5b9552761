"""What a list of the admin asks the database: of each row nothing, however many there are."""

import pickle
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.operations import translate_object

from curriculum.models import LabPage
from portal.core.models.pages import PortalPage
from portal.partners.access.tester import holds_space
from tests.factories import House, in_english, make_lab, make_location
from tests.portal.test_page_rights import People, bulk, people

__all__ = ["people"]

pytestmark = pytest.mark.django_db

ROWS = (2, 7)


def queries(client: Client, address: str) -> list[str]:
    """Return what a second visit asks; the first fills what a process keeps."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in captured.captured_queries if "SAVEPOINT" not in query["sql"]]


def labs(school: Any, number: int) -> list[LabPage]:
    """Fill a space with labs, with English pages as a translator makes them, up to this many."""
    for which in range(school.get_children().count(), number):
        translate_object(make_lab(school, f"lab-{which}"), [in_english(school).locale])
    return list(LabPage.objects.child_of(school))


def lists(school: Any) -> dict[str, str]:
    """Return the addresses of lists in which the labs of a school stand."""
    return {
        "explorer": reverse("wagtailadmin_explore", args=[school.pk]),
        "search": f"{reverse('wagtailadmin_pages:search')}?q=lab",
        "type": reverse("wagtailadmin_pages:type_use", args=["curriculum", "labpage"]),
    }


def test_a_list_asks_no_more_for_many_rows_than_for_two(people: People, school: Any) -> None:
    clients = {name: people(name) for name in ("editor", "core", "technical")}
    asked = []
    for number in ROWS:
        shown = labs(school, number)
        addresses = lists(school) | {"many to delete": bulk("delete", *shown)}
        asked.append(
            {(name, which): queries(clients[name], addresses[which]) for name in clients for which in addresses}
        )

    for (name, which), few in asked[0].items():
        many = asked[1][name, which]
        if which == "many to delete":  # Wagtail counts what stands below each page; what is ours must not grow
            few, many = (list(filter(about_spaces, found)) for found in (few, many))
        assert 0 < len(many) <= len(few), (name, which, "\n".join(many))


def about_spaces(sql: str) -> bool:
    """Whether a query asks for spaces."""
    return "is_space" in sql.partition(" WHERE ")[2]


def test_each_row_offers_what_may_be_done_with_it(people: People, house: House, school: Any) -> None:
    make_location(house.locations, "unic")
    untranslated, both = make_lab(school, "alleen-nederlands"), labs(school, 2)[1]
    shown = {
        page.pk: people("core").get(reverse("wagtailadmin_explore", args=[page.get_parent().pk])).content.decode()
        for page in (school, untranslated, both)
    }

    def offers(view: str, page: Page, number: int | None = None) -> bool:
        return reverse(view, args=[number or page.pk]) in shown[page.pk]

    assert not offers("wagtailadmin_pages:delete", school)
    assert offers("wagtailadmin_pages:delete", untranslated)
    assert offers("wagtailadmin_pages:delete", both)
    assert offers("wagtail_localize:submit_page_translation", untranslated)
    assert not offers("wagtail_localize:submit_page_translation", both)
    assert len(re.findall(r"/localize/update/\d+/\?next=", shown[both.pk])) == 1


def test_pages_that_were_read_together_are_asked_together_and_one_alone_is_asked_anew(
    house: House, school: Any, django_assert_num_queries: Any
) -> None:
    unic = make_location(house.locations, "unic")
    together = list(PortalPage.objects.filter(pk__in=[house.locations.pk, school.pk, unic.pk, house.about.pk]))

    with django_assert_num_queries(1):
        assert {page.slug for page in together if holds_space(page)} == {"locaties", school.slug, "unic"}
    alone = PortalPage.objects.get(pk=unic.pk)
    assert holds_space(alone)
    PortalPage.objects.filter(pk=unic.pk).update(is_space=False)
    assert not holds_space(alone)


def test_a_page_that_is_stored_elsewhere_takes_no_others_along(house: House, school: Any) -> None:
    kept = pickle.loads(pickle.dumps(list(PortalPage.objects.all())))

    assert school.pk in {page.pk for page in kept}
    assert {page.pk for page in kept if holds_space(page)} >= {school.pk, house.locations.pk}
