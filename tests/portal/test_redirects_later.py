"""What becomes of the redirects of pages that left: when they come back, move, or what they lead to leaves too."""

from typing import Any

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail.signals import page_slug_changed

from tests.factories import House, in_english, make_lab, make_location, make_standard
from tests.portal.departing import editor_of, led_to, read, screen

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(school: Any) -> Client:
    """The browser of an editor of Academie Tien."""
    return editor_of(school)


@pytest.fixture
def lab(school: Any) -> Any:
    """A lab that leaves."""
    return make_lab(school, "kijken", title="Kijken")


def test_a_page_that_comes_back_takes_its_address_back(editor: Client, school: Any, lab: Any) -> None:
    in_english(school)
    twin = in_english(lab)
    editor.post(screen("unpublish", lab), {"visitors": "above"})
    assert [led_to(page.get_url())[0] for page in (lab, twin)] == [302, 302]

    read(lab).save_revision().publish()

    assert not Redirect.objects.exists()
    assert led_to(lab.get_url()) == (200, lab.get_url())
    assert led_to(twin.get_url()) == (200, twin.get_url())


def test_a_page_that_moved_while_it_was_offline_takes_all_its_addresses_back(
    house: House, editor: Client, school: Any
) -> None:
    folder = make_standard(school, "map")
    below, target = make_standard(folder, "onder"), make_standard(school, "nieuw")
    addresses = [folder.get_url(), below.get_url()]
    sent = {"visitors": "page", "visitors_page": target.pk, "include_descendants": "on"}
    editor.post(screen("unpublish", folder), sent)

    read(folder).move(Page.objects.get(pk=make_standard(school, "elders").pk), pos="last-child")
    assert [led_to(address)[1] for address in addresses] == [target.get_url()] * 2

    for page in (folder, below):
        read(page).save_revision().publish()
    assert [led_to(address)[1] for address in addresses] == [read(folder).get_url(), read(below).get_url()]
    assert led_to(read(below).get_url())[0] == 200


def test_an_offline_page_with_a_new_address_keeps_its_visitors_on_their_way(
    editor: Client, school: Any, lab: Any, django_capture_on_commit_callbacks: Any
) -> None:
    address = lab.get_url()
    editor.post(screen("unpublish", lab), {"visitors": "above"})

    page = read(lab)
    page.slug = "anders-kijken"
    with django_capture_on_commit_callbacks(execute=True):
        page.save()
    assert led_to(address)[1] == school.get_url()

    page.save_revision().publish()
    assert led_to(address)[1] == read(lab).get_url() != address


def test_a_page_that_leads_visitors_on_can_be_deleted_and_the_way_goes_on(
    editor: Client, school: Any, lab: Any
) -> None:
    between, last = make_standard(school, "tussen"), make_standard(school, "laatst")
    addresses = [lab.get_url(), between.get_url()]
    editor.post(screen("delete", lab), {"visitors": "page", "visitors_page": between.pk})

    editor.post(screen("delete", between), {"visitors": "page", "visitors_page": last.pk})
    assert [led_to(address) for address in addresses] == [(301, last.get_url())] * 2

    editor.post(screen("delete", last))
    assert [led_to(address)[0] for address in addresses] == [404, 404]
    assert not Redirect.objects.exists()


def test_a_moved_page_that_is_deleted_leads_on_from_its_older_address_too(
    house: House, editor: Client, school: Any
) -> None:
    folder, other = make_standard(school, "map"), make_standard(school, "elders")
    page = make_standard(folder, "bladzijde")
    older = page.get_url()
    read(page).move(Page.objects.get(pk=other.pk), pos="last-child")
    newer = read(page).get_url()
    assert led_to(older)[1] == newer != older

    editor.post(screen("delete", page), {"visitors": "above"})

    assert [led_to(address)[1] for address in (older, newer)] == [other.get_url()] * 2


def test_an_offline_page_that_is_deleted_keeps_leading_visitors_on(
    house: House, editor: Client, school: Any, lab: Any
) -> None:
    address = lab.get_url()
    editor.post(screen("unpublish", lab), {"visitors": "above"})

    editor.post(screen("delete", lab))

    assert led_to(address)[1] == school.get_url()


def test_a_new_page_at_an_old_address_is_read_there_and_leaves_no_redirect(
    editor: Client, school: Any, lab: Any
) -> None:
    address = lab.get_url()
    editor.post(screen("delete", lab), {"visitors": "above"})

    again = make_lab(school, "kijken")
    assert led_to(address) == (200, address)
    assert not Redirect.objects.exists()

    editor.post(screen("unpublish", again))
    assert led_to(address) == (404, address)


def test_a_page_that_moved_away_and_back_never_leads_to_itself(house: House, editor: Client, lab: Any) -> None:
    school, other = lab.get_parent(), make_location(house.locations, "nxt-doorn")
    for space in (other, school):
        read(lab).move(Page.objects.get(pk=space.pk), pos="last-child")

    editor.post(screen("unpublish", lab))

    assert led_to(lab.get_url()) == (404, lab.get_url())


def test_two_pages_that_lead_to_each_other_in_turn_never_make_a_circle(editor: Client, school: Any, lab: Any) -> None:
    other = make_lab(school, "luisteren")
    editor.post(screen("unpublish", lab), {"visitors": "page", "visitors_page": other.pk})
    editor.post(screen("unpublish", other), {"visitors": "page", "visitors_page": lab.pk})
    assert read(other).live  # visitors cannot read the page they would go to

    read(lab).save_revision().publish()
    editor.post(screen("unpublish", other), {"visitors": "page", "visitors_page": lab.pk})
    editor.post(screen("unpublish", lab))

    assert led_to(other.get_url())[1] == "nowhere"


def test_a_change_of_address_without_a_new_address_keeps_the_redirects_of_others(
    editor: Client, school: Any, lab: Any
) -> None:
    editor.post(screen("delete", lab), {"visitors": "above"})
    page = make_standard(school, "map")

    page_slug_changed.send(sender=type(page), instance=page, instance_before=read(page))

    assert led_to(lab.get_url())[1] == school.get_url()
