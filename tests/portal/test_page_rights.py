"""What may not be done with a page is offered nowhere: each surface of Wagtail asks the same tester."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from portal.core.models.users import User
from portal.partners.assignment import assign
from portal.partners.provision import provision_core_team
from portal.partners.rights import Role
from tests.factories import House, in_english, make_editor, make_lab, make_location, make_standard
from tests.portal.test_stale_save import browser, superuser

pytestmark = pytest.mark.django_db

People = Callable[[str], Client]


@pytest.fixture
def people(house: House, school: Any) -> People:
    """Browsers of an editor of the school, of both roles in the core team, and of a technical administrator."""
    provision_core_team()
    members = {"editor": make_editor(school.partner), "technical": superuser("technisch")}
    for name, role in {"core": Role.CORE_EDITOR, "admin": Role.CORE_ADMIN}.items():
        members[name] = User.objects.create_user(f"{name}@example.org", first_name=name)
        assign(members[name], None, role)
    return lambda name: browser(members[name])


def offered(client: Client, page: Page) -> set[str]:
    """Return what the menus of the list below a page offer to do with that page, by the names of the screens."""
    shown = client.get(reverse("wagtailadmin_explore", args=[page.pk])).content.decode()
    screens = ("edit", "move", "unpublish", "delete")
    return {name for name in screens if f'href="{reverse(f"wagtailadmin_pages:{name}", args=[page.pk])}' in shown}


def bulk(action: str, *pages: Page) -> str:
    """Return the address of an action on many pages."""
    numbers = "&".join(f"id={page.pk}" for page in pages)
    return f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', action])}?{numbers}"


def live(*pages: Page) -> bool:
    """Whether all these pages are on the site."""
    return Page.objects.filter(pk__in=[page.pk for page in pages], live=True).count() == len(pages)


def test_menus_offer_to_take_a_space_away_to_administrators_only(people: People, school: Any) -> None:
    assert offered(people("editor"), school) == {"edit"}
    assert offered(people("core"), school) == {"edit"}
    assert offered(people("admin"), school) == {"edit", "move", "unpublish"}
    assert offered(people("technical"), school) == {"edit", "move", "unpublish"}


def test_menus_offer_everything_with_a_page_inside_a_space(people: People, school: Any) -> None:
    lab = make_lab(school)

    shown = people("editor").get(reverse("wagtailadmin_explore", args=[school.pk])).content.decode()

    for name in ("edit", "move", "unpublish", "delete"):
        assert f'href="{reverse(f"wagtailadmin_pages:{name}", args=[lab.pk])}' in shown, name


def test_the_buttons_below_a_form_follow(people: People, school: Any) -> None:
    def unpublishes(name: str) -> bool:
        screen = people(name).get(reverse("wagtailadmin_pages:edit", args=[school.pk])).content
        link = reverse("wagtailadmin_pages:unpublish", args=[school.pk])
        return bool(BeautifulSoup(screen, "html.parser").select(f'a[href^="{link}"]'))

    assert [name for name in ("editor", "core", "admin") if unpublishes(name)] == ["admin"]


def test_screens_of_many_pages_leave_a_space_out_before_anybody_presses_a_button(people: People, school: Any) -> None:
    lab = make_lab(school)
    for action in ("move", "unpublish", "delete"):
        context = people("editor").get(bulk(action, school, lab)).context
        assert [row["item"].pk for row in context["items"]] == [lab.pk], action
        assert [row["item"].pk for row in context["items_with_no_access"]] == [school.pk], action


@pytest.mark.parametrize("many", [False, True])
def test_taking_offline_what_stands_below_leaves_spaces_on_the_site(
    people: People, house: House, school: Any, many: bool
) -> None:
    page = house.locations
    single = reverse("wagtailadmin_pages:unpublish", args=[page.pk])

    people("core").post(bulk("unpublish", page) if many else single, {"include_descendants": "on"})

    assert not live(page)
    assert live(school)


def test_the_api_moves_no_page_to_another_language_and_no_translation_from_its_original(
    people: People, house: House, school: Any
) -> None:
    in_english(house.locations)
    english_school, other = in_english(school), make_location(house.locations, "unic")
    lab, english_other = make_lab(school), in_english(other)
    english_lab = in_english(lab)
    client = people("technical")

    def moved(page: Page, to: Page) -> int:
        address = reverse("wagtailadmin_api:pages:action", args=[page.pk, "move"])
        return int(client.post(address, {"destination_page_id": to.pk, "position": "last-child"}).status_code)

    assert moved(lab, english_other) == 403
    assert moved(english_lab, english_other) == 403
    assert Page.objects.get(pk=lab.pk).get_parent().pk == school.pk
    assert Page.objects.get(pk=english_lab.pk).get_parent().pk == english_school.pk
    assert moved(lab, other) == 200


def test_the_api_deletes_no_space(people: People, house: House, school: Any) -> None:
    for page in (school, house.locations):
        people("technical").post(reverse("wagtailadmin_api:pages:action", args=[page.pk, "delete"]))
        assert Page.objects.filter(pk=school.pk).exists()
        assert not page.permissions_for_user(superuser(f"tweede-{page.pk}")).can_delete()


def test_the_chooser_of_a_new_place_offers_only_places_where_the_page_may_go(
    people: People, house: House, school: Any
) -> None:
    page = make_standard(house.about, "zoeken")  # an address of the site itself, right below home only
    english = in_english(page)
    client = people("technical")

    def choosable(moved: Page, place: Page) -> bool:
        question = {"page_type": "home.standardpage", "user_perms": "move_to", "target_pages[]": moved.pk}
        address = reverse("wagtailadmin_choose_page_child", args=[place.get_parent().pk])
        rows = client.get(address, question).context["table"].data
        return bool(next(row for row in rows if row.pk == place.pk).can_choose)

    elsewhere = make_standard(house.home, "elders")
    assert choosable(page, elsewhere)
    assert not choosable(english, in_english(elsewhere))


def test_a_space_is_taken_offline_by_an_administrator(people: People, school: Any) -> None:
    address = reverse("wagtailadmin_pages:unpublish", args=[school.pk])

    people("core").post(address)
    assert live(school)
    people("admin").post(address)
    assert not live(school)
