"""Tags of others stand in no filter; a private page says who may read it, and can be for one's own people."""

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from portal.partners.rights import Role
from tests.permissions.world import World

pytestmark = pytest.mark.usefixtures("undone")

LISTS = (
    "wagtailimages:index",
    "wagtailimages:index_results",
    "wagtailimages_chooser:choose",
    "wagtaildocs:index",
    "wagtaildocs:index_results",
    "wagtaildocs_chooser:choose",
)


def only_known_tags_are_offered(world: World) -> None:
    for letter in "ab":
        for media in (world.bundles[letter].image, world.bundles[letter].document):
            media.tags.add(f"label-{letter}")
    shown = {
        view: [tag for tag in ("label-a", "label-b") if tag in world.ask(Role.AUTHOR, reverse(view)).content.decode()]
        for view in LISTS
    }
    assert not any("label-b" in tags for tags in shown.values()), shown
    assert shown["wagtailimages_chooser:choose"] == shown["wagtailimages:index"] == ["label-a"]


def test_tags_of_others_are_not_offered(world: World) -> None:
    only_known_tags_are_offered(world)


def test_a_page_can_be_for_ones_own_people_only(world: World) -> None:
    page = world.bundles["a"].public
    address = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    assert "all partners" in world.ask(Role.EDITOR, address).content.decode()

    answer = world.ask(Role.EDITOR, address, "post", data={"restriction_type": "own"})

    assert answer.status_code == 200
    restriction = PageViewRestriction.objects.get(page=page)
    partner = world.bundles["a"].partner
    assert restriction.restriction_type == PageViewRestriction.GROUPS
    assert {partner.authors, partner.editors, partner.translators} <= set(restriction.groups.all())
    readers = {role: world.ask(role, page.get_url()).status_code for role in Role if role != Role.ANONYMOUS}
    open_to = {role for role, status in readers.items() if status == 200}
    assert open_to == {
        Role.AUTHOR, Role.EDITOR, Role.TRANSLATOR, Role.CORE_EDITOR, Role.CORE_ADMIN, Role.SUPERUSER
    }  # fmt: skip
    again = world.ask(Role.EDITOR, address).json()["html"]
    assert again.index('value="own"') < again.index("checked") < again.index('value="login"')


def test_a_link_without_an_address_asks_for_it(world: World) -> None:
    address = reverse("wagtailadmin_choose_page_external_link")
    for odd in (
        {},
        {"url": "http://["},
        {"external-link-chooser-url": "http://["},
        {"external-link-chooser-url": "\x00"},
    ):
        assert world.ask(Role.EDITOR, address, "post", data=odd).status_code == 200
