"""Whoever moves a page takes its visitors along, whatever the addresses are."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from tests.factories import House, in_english, make_lab, make_location, make_news, make_standard
from tests.portal.departing import editor_of, led_to, read, screen, technical, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(school: Any) -> Client:
    """The browser of an editor of Academie Tien."""
    return editor_of(school)


@pytest.mark.parametrize("action", ["move_confirm", "bulk move"])
def test_visitors_of_a_moved_page_its_english_page_and_what_stands_below_come_along(
    editor: Client, school: Any, action: str
) -> None:
    in_english(school)
    folder, place = make_standard(school, "map"), make_standard(school, "elders")
    pages = [folder, make_standard(folder, "onder")]
    pages += [in_english(page) for page in pages]
    addresses = [page.get_url() for page in pages]

    if action == "move_confirm":
        assert "Bezoekers van het oude adres komen op het nieuwe." in text_of(editor.get(screen(action, folder, place)))
        editor.post(screen(action, folder, place))
    else:
        assert "Bezoekers van het oude adres komen op het nieuwe." in text_of(editor.get(screen(action, folder)))
        editor.post(screen(action, folder), {"chooser": place.pk})

    now = [read(page).get_url() for page in pages]
    assert not set(now) & set(addresses)
    assert [led_to(address) for address in addresses] == [(301, address) for address in now]


def test_nothing_is_said_about_visitors_of_a_page_that_nobody_could_read(editor: Client, school: Any) -> None:
    page, place = make_standard(school, "map"), make_standard(school, "elders")
    page.unpublish()

    assert "Bezoekers" not in text_of(editor.get(screen("move_confirm", page, place)))


def test_an_english_page_that_gets_another_name_where_it_comes_takes_its_visitors_along(
    house: House, school: Any, django_capture_on_commit_callbacks: Any
) -> None:
    other = make_location(house.locations, "nxt-doorn")
    taken = make_news(in_english(other), "map")
    folder = make_standard(school, "map")
    below = make_standard(folder, "onder")
    in_english(school)
    twins = [in_english(folder), in_english(below)]
    addresses = [twin.get_url() for twin in twins]

    with django_capture_on_commit_callbacks(execute=True):
        technical().post(screen("move_confirm", folder, other))

    now = [read(twin).get_url() for twin in twins]
    assert taken.get_url() not in now
    assert [led_to(address) for address in addresses] == [(301, address) for address in now]


@pytest.mark.parametrize("action", ["move_confirm", "bulk move", "delete", "unpublish", "bulk delete"])
def test_a_page_with_a_very_long_address_moves_and_leaves_too(house: House, school: Any, action: str) -> None:
    page, other = make_lab(school, "k" * 250), make_location(house.locations, "nxt-doorn")
    assert len(page.get_url()) > 255
    before = page.get_url()
    more, sent = [], {"visitors": "above", "chooser": str(other.pk)}
    if action == "move_confirm":
        more = [other]

    answer = technical().post(screen(action, page, *more), sent)

    assert answer.status_code == 302
    still = Page.objects.filter(pk=page.pk, live=True).first()
    assert still is None or still.get_url() != before


def test_a_page_with_a_very_long_address_gets_another(school: Any, django_capture_on_commit_callbacks: Any) -> None:
    page = make_lab(school, "k" * 250)

    page.slug = "kort"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()

    assert led_to(read(page).get_url())[0] == 200
