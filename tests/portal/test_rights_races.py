"""Rights change in the transaction of what changed them: all or nothing, and right when two changes meet."""

from threading import Event
from typing import Any

import pytest
from django.db import transaction
from wagtail.models import Collection, GroupPagePermission, Locale, Page, WorkflowPage

from portal.core.models.pages import PortalPage
from portal.partners.models import Partner
from portal.partners.opening import PartnerData, open_partner
from portal.partners.provision import provision
from tests.factories import House, in_english, make_lab, make_location, make_partner, make_standard
from tests.race_plugin import together, until_somebody_waits


def rights(partner: Partner) -> set[tuple[int, str]]:
    """The rights of a partner's editors on pages, as they are in the database."""
    editors = Partner.objects.get(pk=partner.pk).editors
    return set(GroupPagePermission.objects.filter(group=editors).values_list("page", "permission__codename"))


def change(partner: Partner, **fields: Any) -> None:
    """Change the record as the admin does."""
    record = Partner.objects.get(pk=partner.pk)
    for name, value in fields.items():
        setattr(record, name, value)
    record.save()


def undone(action: Any) -> None:
    """Do something in a transaction that is not kept."""
    with transaction.atomic():
        action()
        transaction.set_rollback(True)


@pytest.fixture
def committed_school(committed_house: House) -> Any:
    """The location page of Academie Tien, seen by every connection."""
    in_english(committed_house.locations)
    return make_location(committed_house.locations)


def test_four_at_the_same_time_make_one_partner(committed_house: House) -> None:
    in_english(committed_house.locations)
    order = PartnerData("x11-utrecht", "X11 Utrecht", "school")

    results = together(*[lambda: open_partner(order).pk] * 4)

    assert len(set(results)) == 1, results
    partner = Partner.objects.get()
    assert partner.spaces.count() == 2
    assert Collection.objects.filter(name="X11 Utrecht").count() == 1
    assert make_standard(partner.spaces[0].specific).partner == partner


def test_a_new_language_and_another_formality_at_the_same_time_give_no_right_too_many(committed_school: Any) -> None:
    partner, changed = committed_school.represents, Event()
    english = Locale.objects.get(language_code="en")

    def become_informal() -> None:
        with transaction.atomic():
            change(partner, formality="informeel")
            changed.set()
            until_somebody_waits()

    def translate() -> None:
        changed.wait(timeout=10)
        with transaction.atomic():
            Page.objects.get(pk=committed_school.pk).specific.copy_for_translation(english)

    results = together(become_informal, translate)

    assert results == [None, None]
    spaces = {page.pk for page in partner.spaces}
    assert len(spaces) == 2
    assert rights(partner) == {(page, right) for page in spaces for right in ("add_page", "change_page")}


def test_two_changes_of_formality_end_in_the_rights_of_the_last(committed_school: Any) -> None:
    partner = committed_school.represents

    results = together(*[lambda word=word: change(partner, formality=word) for word in ("informeel", "formeel")] * 2)

    assert results == [None] * 4
    formal = Partner.objects.get(pk=partner.pk).formality == "formeel"
    assert ((committed_school.pk, "publish_page") in rights(partner)) == formal


def test_a_space_given_away_while_its_partner_becomes_informal(committed_house: House, committed_school: Any) -> None:
    former, recipient = committed_school.represents, provision(make_partner("nxt-doorn"))

    def give() -> None:
        with transaction.atomic():
            page = Page.objects.get(pk=committed_school.pk).specific
            page.represents = recipient
            page.save_revision().publish()

    results = together(give, lambda: change(former, formality="informeel"))

    assert results == [None, None]
    assert rights(former) == set()
    assert {page for page, _codename in rights(recipient)} == {committed_school.pk}


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["formality", "language", "moved space", "given space", "archived"])
def test_when_a_change_is_undone_so_are_its_rights(house: House, school: Any, name: str) -> None:
    in_english(house.locations)
    lab, recipient = make_lab(school), provision(make_partner("nxt-doorn"))
    partner, english = school.represents, Locale.objects.get(language_code="en")
    below = make_standard(house.about, "elders")

    def given() -> None:
        school.represents = recipient
        school.save_revision().publish()

    changes = {
        "formality": lambda: change(partner, formality="informeel"),
        "language": lambda: school.copy_for_translation(english),
        "moved space": lambda: Page.objects.get(pk=school.pk).move(below, pos="last-child"),
        "given space": given,
        "archived": lambda: change(partner, archived=True),
    }
    before = state(partner, recipient, lab)

    undone(changes[name])

    assert state(partner, recipient, lab) == before


def state(partner: Partner, recipient: Partner, lab: Any) -> list[Any]:
    """What may change with the rights of two partners."""
    return [
        rights(partner),
        rights(recipient),
        sorted(WorkflowPage.objects.values_list("page", "workflow")),
        PortalPage.objects.get(pk=lab.pk).partner_id,
        Partner.objects.values_list("formality", "archived").get(pk=partner.pk),
    ]


@pytest.mark.django_db
def test_a_space_that_moves_keeps_its_rights_and_its_pages_their_partner(house: House, school: Any) -> None:
    lab, before = make_lab(school), rights(school.represents)
    elsewhere = make_standard(house.about, "elders")

    Page.objects.get(pk=school.pk).move(elsewhere, pos="last-child")

    assert rights(school.represents) == before
    assert PortalPage.objects.get(pk=lab.pk).partner == school.represents
    assert WorkflowPage.objects.get(page=school.pk).workflow == school.represents.workflow


@pytest.mark.django_db
def test_a_page_that_moves_to_another_space_is_the_other_partners_at_once(house: House, school: Any) -> None:
    other = make_location(house.locations, "nxt-doorn")
    lab = make_lab(school)
    make_standard(lab.get_parent(), "daarnaast")

    Page.objects.get(pk=lab.pk).move(other, pos="last-child")

    assert PortalPage.objects.get(pk=lab.pk).partner == other.represents
    assert lab.get_workflow() is not None
    assert Page.objects.get(pk=lab.pk).get_workflow() == other.represents.workflow
