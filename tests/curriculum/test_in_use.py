"""A lab that counts and an outcome with labs: every road to delete one says what hangs on it, until it is let go."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from curriculum.models import OutcomeLab
from portal.core.models.users import User
from tests.factories import House, in_english, make_lab, make_location, make_outcome, make_standard
from tests.kept import kept
from tests.portal.departing import editor_of, main_of, read, screen, technical, text_of

pytestmark = pytest.mark.django_db


@kept
def linked(house: House, school: Any, institute: Any) -> SimpleNamespace:
    """A lab that counts for an outcome, with its English page, and one that counts for none."""
    in_english(school)
    lab = make_lab(school, "kijken", title="Kijken in de pauze")
    return SimpleNamespace(
        lab=lab,
        english=in_english(lab),
        free=make_lab(school, "vrij"),
        outcome=make_outcome(institute, "HU-1", title="Leren kijken", labs=[lab]),
    )


def there(*pages: Any) -> bool:
    return Page.objects.filter(pk__in=[page.pk for page in pages]).count() == len(pages)


@pytest.mark.parametrize("which", ["lab", "outcome"])
def test_the_screen_shows_the_other_end_of_the_link_and_nothing_is_deleted(
    linked: Any, school: Any, institute: Any, which: str
) -> None:
    page, other = (linked.lab, linked.outcome) if which == "lab" else (linked.outcome, linked.lab)
    browser = editor_of(school if which == "lab" else institute)

    shown = main_of(browser.get(screen("delete", page)))

    assert [link.get_text() for link in shown.select("ul a[target=_blank]")] == [other.title]
    assert shown.select('button.serious, form[action*="delete"]') == []
    assert browser.post(screen("delete", page), {"visitors": "nowhere"}).status_code == 403
    assert there(linked.lab, linked.outcome, linked.english)


def test_an_outcome_that_is_not_public_is_counted_and_not_named(linked: Any, school: Any) -> None:
    linked.outcome.unpublish()

    said = text_of(editor_of(school).get(screen("delete", linked.lab)))

    assert "Leren kijken" not in said
    assert "nog 1 pagina" in said


def test_many_at_once_stay_all_of_them_and_the_reason_is_told(linked: Any, school: Any) -> None:
    answer = editor_of(school).post(
        screen("bulk delete", linked.free, linked.lab), {"visitors": "nowhere"}, follow=True
    )

    assert "“Kijken in de pauze” is in gebruik" in text_of(answer)
    assert "Leren kijken" in text_of(answer)
    assert there(linked.free, linked.lab)


def test_the_api_and_the_right_itself_say_no(linked: Any) -> None:
    browser = technical()

    for page in (linked.lab, linked.outcome):
        address = reverse("wagtailadmin_api:pages:action", args=[page.pk, "delete"])
        assert browser.post(address).status_code == 403
    assert there(linked.lab, linked.outcome)


def test_going_offline_first_is_no_way_round(linked: Any, school: Any) -> None:
    for page in (linked.lab, linked.outcome):
        read(page).unpublish()

    assert editor_of(school).post(screen("delete", linked.lab), {"visitors": "nowhere"}).status_code == 403
    for page in (linked.lab, linked.outcome):
        assert not read(page).permissions_for_user(technical_user()).can_delete()
    assert there(linked.lab, linked.outcome)


def test_a_page_above_it_stays_too_unless_both_ends_stand_below(linked: Any, house: House, school: Any) -> None:
    folder, user = make_standard(house.about, "map"), technical_user()
    Page.objects.get(pk=linked.lab.pk).move(Page.objects.get(pk=folder.pk), pos="last-child")
    assert not read(folder).permissions_for_user(user).can_delete()

    Page.objects.get(pk=linked.outcome.pk).move(Page.objects.get(pk=folder.pk), pos="last-child")
    assert read(folder).permissions_for_user(user).can_delete()


def technical_user() -> Any:
    found = User.objects.filter(is_superuser=True).first()
    return found or User.objects.create_superuser("boven@example.org", "een-lang-wachtwoord")


def test_the_translation_of_a_lab_in_use_and_its_alias_may_go(linked: Any, school: Any, house: House) -> None:
    user = technical_user()
    alias = linked.lab.create_alias(parent=make_location(house.locations, "nxt-doorn"), update_slug="kijken-daar")

    assert read(linked.english).permissions_for_user(user).can_delete()
    assert read(alias).permissions_for_user(user).can_delete()


def test_once_the_link_is_let_go_both_can_be_deleted(linked: Any, school: Any, institute: Any) -> None:
    linked.outcome.labs = []
    linked.outcome.save_revision().publish()

    for space, page in ((school, linked.lab), (institute, linked.outcome)):
        assert editor_of(space).post(screen("delete", page), {"visitors": "nowhere"}).status_code == 302
        assert not there(page)


def test_the_menu_leads_to_what_hangs_on_it(linked: Any, school: Any) -> None:
    browser = editor_of(school)

    for address in ("wagtailadmin_explore", "wagtailadmin_pages:edit"):
        page = school if address == "wagtailadmin_explore" else linked.lab
        shown = browser.get(reverse(address, args=[page.pk])).content.decode()
        assert screen("delete", linked.lab) in shown


def test_the_root_of_all_pages_still_opens_for_who_sees_it(linked: Any) -> None:
    root = Page.get_first_root_node()

    assert technical().get(reverse("wagtailadmin_explore", args=[root.pk])).status_code == 200


def test_a_list_asks_once_what_leans_on_all_of_its_pages(linked: Any, school: Any, institute: Any) -> None:
    browser: Client = editor_of(school)

    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            browser.get(reverse("wagtailadmin_explore", args=[school.pk]))
            return sum('FROM "curriculum_outcomelab"' in query["sql"] for query in found.captured_queries)

    browser.get(reverse("wagtailadmin_explore", args=[school.pk]))
    before = asked()
    for number in range(3):
        make_outcome(institute, f"HU-2{number}", labs=[make_lab(school, f"lab-{number}")])
    assert asked() == before == 1
    assert OutcomeLab.objects.count() == 4
