"""The base page: owner from the tree, a key that never changes, rules per field."""

from typing import Any

import pytest

from portal.core.models.pages import PortalPage
from tests.factories import House, in_english, make_lab, make_location, make_standard

pytestmark = pytest.mark.django_db


def test_a_page_belongs_to_the_partner_of_the_space_it_stands_in(house: House, school: Any) -> None:
    page = make_standard(school)
    below = make_standard(page, "nog-dieper")

    assert page.partner == school.represents
    assert below.partner == school.represents


def test_a_page_of_the_core_team_has_no_partner(house: House) -> None:
    assert house.about.partner is None


def test_a_moved_page_belongs_to_the_partner_it_moved_to(house: House, school: Any) -> None:
    other = make_location(house.locations, "nxt-doorn")
    page = make_standard(school)
    below = make_standard(page, "nog-dieper")

    PortalPage.objects.get(pk=page.pk).move(other, pos="last-child")

    assert PortalPage.objects.get(pk=page.pk).partner == other.represents
    assert PortalPage.objects.get(pk=below.pk).partner == other.represents


def test_an_older_revision_does_not_bring_the_former_owner_back(house: House, school: Any) -> None:
    other = make_location(house.locations, "nxt-doorn")
    page = make_standard(school)
    older = page.save_revision()
    PortalPage.objects.get(pk=page.pk).move(other, pos="last-child")

    older.refresh_from_db()
    older.publish()

    assert PortalPage.objects.get(pk=page.pk).partner == other.represents


def test_the_key_stays_when_the_slug_changes_and_is_shared_by_the_translation(house: House, school: Any) -> None:
    lab = make_lab(school, "leren-kijken")
    english = in_english(lab, slug="learning-to-look")
    lab.slug = "goed-kijken"
    lab.save_revision().publish()
    lab.refresh_from_db()

    assert lab.content_key == english.content_key == "leren-kijken"


def test_two_partners_may_use_one_slug_and_get_different_keys(house: House, school: Any) -> None:
    other = make_location(house.locations, "nxt-doorn")

    keys = {make_lab(school, "welkom").content_key, make_lab(other, "welkom").content_key}

    assert keys == {"welkom", "welkom-2"}


def test_a_new_page_of_an_english_parent_is_not_offered(house: House, school: Any) -> None:
    english = in_english(school)

    assert type(make_lab(school)).can_create_at(school)
    assert not type(make_lab(school, "ander")).can_create_at(english)
