"""A page takes no address that belongs to a view, wherever it comes from: a form, a copy, a move, code."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from home.models import StandardPage
from locations.models import LocationPage
from portal.core.addresses import names_of_the_site
from tests.factories import House, in_english, make_standard
from tests.portal.test_stale_save import browser, opened, superuser

SITE = {"zoeken", "search", "admin", "documents", "media", "static", "account", "meelezen", "untranslated", "_util"}
REFUSED = "is an address of the site itself"


def test_the_addresses_of_the_site_come_from_its_url_conf() -> None:
    assert names_of_the_site() >= SITE
    assert not names_of_the_site() & {"robots", "over-ons", "labs", ""}


@pytest.mark.parametrize("slug", ["zoeken", "search", "admin", "media", "meelezen", "atom"])
def test_no_page_below_home_takes_the_address_of_a_view(house: House, slug: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        house.home.add_child(instance=StandardPage(title="Een pagina", slug=slug))
    assert list(refusal.value.error_dict) == ["slug"]


@pytest.mark.parametrize("slug", ["vergelijken", "compare", "jouw-route", "your-route"])
def test_no_page_takes_the_address_of_a_view_of_its_parent_in_either_language(house: House, slug: str) -> None:
    with pytest.raises(ValidationError, match="slug"):
        house.locations.add_child(instance=LocationPage(title="Een locatie", slug=slug))
    assert make_standard(house.home, slug=f"{slug}-2").pk


def test_every_form_refuses_it_beside_the_address(house: House) -> None:
    client = browser(superuser("redactie"))
    page = make_standard(house.home, slug="een-pagina")
    deep = make_standard(page, slug="zoeken")
    answers = {
        "edit": client.post(
            reverse("wagtailadmin_pages:edit", args=[page.pk]), {**opened(client, page), "slug": "search"}
        ),
        "new": client.post(
            reverse("wagtailadmin_pages:add", args=["home", "standardpage", house.home.pk]),
            {**opened(client, page), "title": "Nieuw", "slug": "zoeken"},
        ),
        "copy": client.post(
            reverse("wagtailadmin_pages:copy", args=[page.pk]),
            {"new_title": "Kopie", "new_slug": "Zoeken".lower(), "new_parent_page": str(house.home.pk)},
        ),
    }
    fields = {"edit": "slug", "new": "slug", "copy": "new_slug"}
    for name, answer in answers.items():
        assert REFUSED in str(answer.context["form"].errors[fields[name]]), name
    moved = client.post(reverse("wagtailadmin_pages:move_confirm", args=[deep.pk, house.home.pk]), follow=True)
    assert REFUSED in moved.content.decode()
    assert Page.objects.get(pk=deep.pk).get_parent().pk == page.pk


def test_many_pages_at_once_move_neither_onto_an_address_of_the_site_nor_into_another_language(house: House) -> None:
    client = browser(superuser("redactie"))
    parent = make_standard(house.home, slug="een-pagina")
    deep, other = make_standard(parent, slug="zoeken"), make_standard(parent, slug="anders")
    english = in_english(house.about)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])

    onto_site = client.post(f"{bulk}?id={other.pk}&id={deep.pk}", {"chooser": house.home.pk}, follow=True)
    client.post(f"{bulk}?id={other.pk}", {"chooser": english.pk})

    assert REFUSED in onto_site.content.decode()
    assert {page.get_parent().pk for page in Page.objects.filter(pk__in=[deep.pk, other.pk])} == {parent.pk}


def test_an_address_in_use_by_a_view_stays_that_of_the_view(house: House, client: Client, db: Any) -> None:
    assert client.get("/nl/zoeken/").status_code == 200
