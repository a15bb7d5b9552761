"""A partner in one action: everything it needs is there, a second time changes nothing, and what is wrong is said."""

from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import models
from wagtail.models import Collection, GroupPagePermission, Page

from locations.models import LocationPage, PartnerPage
from portal.partners.models import Partner
from portal.partners.opening import PartnerData, open_partner
from tests.factories import House, in_english, make_partner
from tests.kept import kept

pytestmark = pytest.mark.django_db

BUSY = {"portal.user", "sessions.session", "search.searchevent"}
"""Tables that may change without anybody changing the site."""


def add(*options: str, slug: str = "x11-utrecht", **named: Any) -> str:
    """Run the command for a school that explores, unless told otherwise."""
    out = StringIO()
    asked = {"name": "X11 Utrecht", "kind": "school", "formality": "verkennend", **named}
    call_command("partner_add", slug, *options, stdout=out, **asked)
    return out.getvalue()


def everything() -> dict[str, list[Any]]:
    """Every row of every table."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy and model._meta.label_lower not in BUSY:
            found[model._meta.label] = sorted(models.QuerySet(model).values_list(), key=str)
    return found


@kept
def bilingual(house: House) -> House:
    """The house with the lists of locations and partners in English."""
    in_english(house.locations)
    in_english(house.partnership)
    return house


def test_one_command_makes_everything_a_partner_needs(bilingual: House) -> None:
    said = add()

    partner = Partner.objects.get(slug="x11-utrecht")
    dutch, english = (partner.spaces.get(locale__language_code=code).specific for code in ("nl", "en"))
    assert isinstance(dutch, LocationPage)
    assert dutch.get_parent().specific == bilingual.locations
    assert (dutch.live, english.live, english.alias_of_id) == (False, False, None)
    assert dutch.translation_key == english.translation_key
    made = [partner.authors, partner.editors, partner.translators, partner.collection, partner.workflow]
    assert all(made), made
    assert {dutch.get_workflow(), english.get_workflow()} == {partner.workflow}
    assert "X11 Utrecht" in said
    assert "/x11-utrecht/" in said


def test_a_partner_that_is_no_school_stands_in_the_partnership(bilingual: House) -> None:
    add(slug="mbo-utrecht", name="MBO Utrecht", kind="mbo")

    space = Partner.objects.get(slug="mbo-utrecht").spaces[0].specific
    assert isinstance(space, PartnerPage)
    assert space.get_parent().specific == bilingual.partnership


def test_the_command_twice_changes_nothing_at_all(bilingual: House) -> None:
    add()
    before = everything()

    add()

    assert everything() == before


def test_it_completes_what_was_begun_and_leaves_published_text_alone(bilingual: House) -> None:
    add(languages=[])
    space = Partner.objects.get().spaces.get().specific
    space.summary = "Een school."
    space.save_revision().publish()

    add()

    assert Partner.objects.get().spaces.count() == 2
    assert (Page.objects.get(pk=space.pk).live, Page.objects.get(pk=space.pk).specific.summary) == (True, "Een school.")


def test_asked_again_with_another_formality_the_rights_follow(bilingual: House) -> None:
    add()
    assert "publish_page" not in codenames()

    add(formality="formeel")

    assert "publish_page" in codenames()


def codenames() -> set[str]:
    editors = Partner.objects.get().editors
    return set(GroupPagePermission.objects.filter(group=editors).values_list("permission__codename", flat=True))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"slug": "taken"}, "slug: Deze korte naam hoort al bij Taken."),
        ({"slug": "not a slug"}, "slug: "),
        ({"kind": "bakker"}, "kind: Waarde 'bakker' is geen geldige keuze."),
        ({"formality": "los"}, "formality: "),
        ({"name": "taken"}, "name: Er is al een partner met deze naam."),
        ({"linked_to": "nergens"}, "linked_to: Er is geen partner “nergens”."),
        ({"languages": ["fy"]}, "languages: De site kent de taal “fy” niet."),
        ({"sectors": ["xx"]}, "sectors: "),
        ({"slug": "old", "name": "Old"}, "slug: Old deed eerder mee."),
        ({"slug": "page-there"}, "slug: Onder “Locaties” staat al een pagina met dit adres."),
    ],
)
def test_what_is_wrong_is_said_in_dutch_and_nothing_is_made(
    bilingual: House, changes: dict[str, Any], message: str
) -> None:
    make_partner("taken")
    make_partner("old", archived=True)
    Page.objects.get(pk=bilingual.locations.pk).add_child(
        instance=LocationPage(title="Pagina", slug="page-there", represents=Partner.objects.get(slug="taken"))
    )
    before = everything()

    with pytest.raises(CommandError) as refused:
        add(**changes)

    assert message in str(refused.value)
    assert everything() == before


def test_a_language_without_a_place_for_the_space_is_named(house: House) -> None:
    with pytest.raises(CommandError, match=r"“Locaties” heeft nog geen vertaling in deze taal \(en\)"):
        add()

    assert not Partner.objects.exists()


def test_a_group_or_folder_that_happens_to_have_the_name_stays_apart(bilingual: House) -> None:
    from django.contrib.auth.models import Group

    theirs = Group.objects.create(name="X11 Utrecht: redacteuren")
    Collection.get_first_root_node().add_child(name="Gedeeld")

    add()
    shared = open_partner(PartnerData("gedeeld", "Gedeeld", "school"))

    assert Partner.objects.get(slug="x11-utrecht").editors != theirs
    assert shared.collection.name == "Gedeeld"
    assert Collection.objects.filter(name="Gedeeld").count() == 2


def test_nothing_remains_when_the_last_step_fails(bilingual: House) -> None:
    before = everything()

    with pytest.raises(ValidationError):
        open_partner(PartnerData("x11-utrecht", "X11 Utrecht", "school", languages=["en", "fy"]))

    assert everything() == before
