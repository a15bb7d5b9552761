"""Pages stay right: each kind has its months, one press says that it still is, and visitors read when."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import PageLogEntry, Revision

from locations.onboarding.months import months_after
from portal.core.models.pages import PortalPage
from portal.core.models.users import User
from portal.core.page_cache.middleware import shelf
from portal.core.page_types import page_types
from portal.editorial.freshness.caring import Carers, give_to, say_still_right
from tests.factories import (
    House,
    in_english,
    make_editor,
    make_guide,
    make_lab,
    make_location,
    make_news,
    make_plan,
    make_standard,
    make_story,
)
from tests.portal.checks import TODAY, checked, signed_in

pytestmark = pytest.mark.django_db
KINDS: list[Any] = [make_lab, make_story, make_standard, make_guide]


@pytest.fixture
def editor(school: Any) -> User:
    return make_editor(school.represents)


@pytest.fixture
def elsewhere(house: House) -> Any:
    return make_location(house.locations, "nxt-doorn")


def due(page: Any, day: date) -> bool:
    return PortalPage.objects.due_for_check(day).filter(pk=page.pk).exists()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(day=st.dates(date(2000, 1, 1), date(2080, 12, 31)), kind=st.sampled_from(KINDS))
def test_a_page_is_due_so_many_months_after_its_last_check_and_not_a_day_before(
    school: Any, house: House, day: date, kind: Any
) -> None:
    page = checked(kind(school, "een-" + str(PortalPage.objects.count())), day)
    comes = months_after(day, page.check_every.months)

    assert due(page, comes)
    assert not due(page, comes - timedelta(days=1))


def test_what_was_never_checked_counts_from_the_day_it_came_on_the_site(school: Any) -> None:
    with time_machine.travel(date(2025, 9, 1)):
        lab = make_lab(school)

    assert due(lab, date(2026, 3, 1))
    assert not due(lab, date(2026, 2, 28))


def test_a_plan_is_looked_at_on_the_day_that_it_names_until_somebody_did(house: House) -> None:
    plan = checked(make_plan(house.about, review_on=date(2026, 9, 1)), date(2026, 1, 10))
    assert [due(plan, day) for day in (date(2026, 8, 31), date(2026, 9, 1))] == [False, True]

    checked(plan, date(2026, 9, 2))
    assert [due(plan, day) for day in (date(2026, 12, 1), date(2026, 12, 2))] == [False, True]


def test_each_kind_of_page_says_how_long_it_keeps_and_why(house: House, school: Any) -> None:
    for kind in page_types():
        months, reason = kind.check_every
        assert str(reason).endswith("."), kind
        assert months is None or 1 <= months <= 24, kind
    assert not due(checked(make_news(school), date(2000, 1, 1)), TODAY)


@time_machine.travel(TODAY)
def test_still_right_makes_no_version_publishes_nothing_and_visitors_read_it_at_once(
    house: House, school: Any, editor: User, client: Client, settings: Any
) -> None:
    settings.PAGE_CACHE_BYTES = 1024 * 1024
    shelf.clear()
    page = make_standard(school, title="Over ons")
    english = in_english(page, title="About us")
    page.title = "Nog niet af"
    page.save_revision(user=editor)
    before = PortalPage.objects.filter(pk=page.pk).values("latest_revision", "live_revision", "last_published_at").get()
    assert "Nagekeken op" not in client.get(page.url).content.decode()
    client.get(english.url)

    answer = signed_in(editor).post(reverse("still_right", args=[page.pk]), {"next": "/admin/nakijken/?kind=3"})

    assert (answer.status_code, answer.headers["Location"]) == (302, "/admin/nakijken/?kind=3")
    assert PortalPage.objects.filter(pk=page.pk).values(*before).get() == before
    assert "Nagekeken op 3 november 2026" in " ".join(text_of(client, page.url).split())
    assert "Checked on 3 November 2026" in " ".join(text_of(client, english.url).split())
    assert "Over ons" in text_of(client, page.url)
    assert PageLogEntry.objects.filter(page=page.pk, action="portal.still_right", user=editor).count() == 1
    shelf.clear()


def text_of(client: Client, address: str) -> str:
    return re.sub(r"<[^>]+>", " ", client.get(address).content.decode())


@time_machine.travel(TODAY)
def test_what_nobody_checked_says_since_when_it_stands_here_and_news_says_nothing(house: House, school: Any) -> None:
    page, news = make_standard(school), make_news(school)

    assert "Op de site sinds 3 november 2026" in " ".join(text_of(Client(), page.url).split())
    assert "Op de site sinds" not in text_of(Client(), news.url)


def test_a_later_or_earlier_version_takes_no_check_back(school: Any, editor: User) -> None:
    page = make_standard(school)
    first = page.save_revision()
    say_still_right(page, editor)
    give_to(page, {"keeper": editor, "deputy": None}, editor)
    Revision.objects.get(pk=first.pk).publish()

    kept = PortalPage.objects.get(pk=page.pk)
    assert kept.checked_on is not None
    assert kept.keeper == editor


def test_a_copy_was_not_checked_and_stays_with_who_kept_the_page(school: Any, editor: User) -> None:
    page = checked(make_standard(school), TODAY)
    give_to(page, {"keeper": editor, "deputy": None}, editor)
    page = type(page).objects.get(pk=page.pk)

    copy = page.copy(update_attrs={"slug": "kopie", "title": "Kopie"})

    assert (copy.checked_on, copy.keeper) == (None, editor)


@pytest.mark.parametrize("role", ["authors", "editors"])
def test_who_writes_for_the_partner_may_say_so_and_nobody_else(school: Any, elsewhere: Any, role: str) -> None:
    page = make_standard(school)
    address = reverse("still_right", args=[page.pk])
    outside = (make_editor(elsewhere.represents), make_editor(school.represents, "translators"))
    for user in outside:
        signed_in(user).post(address)
        signed_in(user).post(reverse("page_keepers", args=[page.pk]), {"keeper": user.pk})
    kept = PortalPage.objects.get(pk=page.pk)
    assert (kept.checked_on, kept.keeper) == (None, None)
    assert signed_in(make_editor(school.represents, role)).get(address).status_code == 405

    signed_in(make_editor(school.represents, role, "wel@example.org")).post(address)
    assert PortalPage.objects.get(pk=page.pk).checked_on is not None


@time_machine.travel(TODAY)
def test_an_author_who_says_so_puts_no_word_of_their_own_on_the_site(house: House, school: Any, client: Client) -> None:
    """It is said of what visitors read; the draft that waits for an editor goes on waiting."""
    author = make_editor(school.represents, "authors")
    page = make_standard(school, title="Over ons")
    page.title = "Mijn woorden"
    page.save_revision(user=author)
    assert not page.permissions_for_user(author).can_publish()

    signed_in(author).post(reverse("still_right", args=[page.pk]))

    assert "Nagekeken op 3 november 2026" in " ".join(text_of(client, page.url).split())
    assert "Mijn woorden" not in text_of(client, page.url)
    assert PortalPage.objects.get(pk=page.pk).has_unpublished_changes
    assert PageLogEntry.objects.get(page=page.pk, action="portal.still_right").user == author


def test_a_translation_has_no_check_of_its_own(school: Any, editor: User) -> None:
    english = in_english(make_standard(school), title="About us")

    signed_in(editor).post(reverse("still_right", args=[english.pk]))
    assert PortalPage.objects.get(pk=english.pk).checked_on is None
    assert "Wie houdt dit bij" not in edit_form(editor, english)


def edit_form(user: User, page: Any) -> str:
    return signed_in(user).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


def test_the_form_of_a_page_leads_to_who_keeps_it_right(school: Any, editor: User) -> None:
    page = make_standard(school)

    assert reverse("page_keepers", args=[page.pk]) in edit_form(editor, page)


def test_one_may_name_people_of_the_own_space_only_and_two_different_ones(
    school: Any, elsewhere: Any, editor: User
) -> None:
    page, client = make_standard(school), signed_in(editor)
    address = reverse("page_keepers", args=[page.pk])
    author, stranger = make_editor(school.represents, "authors"), make_editor(elsewhere.represents)
    for keeper, deputy in ((stranger.pk, ""), (editor.pk, editor.pk)):
        assert client.post(address, {"keeper": keeper, "deputy": deputy}).status_code == 200
        assert PortalPage.objects.get(pk=page.pk).keeper is None

    assert client.post(address, {"keeper": author.pk, "deputy": editor.pk}).status_code == 302
    kept = PortalPage.objects.get(pk=page.pk)
    assert (kept.keeper, kept.deputy) == (author, editor)


def test_who_left_or_works_elsewhere_counts_as_not_named(school: Any, elsewhere: Any, editor: User) -> None:
    page = make_standard(school)
    author = make_editor(school.represents, "authors")

    def keepers() -> list[User]:
        return Carers().keepers(PortalPage.objects.get(pk=page.pk))

    assert keepers() == [editor]
    give_to(school, {"keeper": author, "deputy": None}, editor)
    assert keepers() == [author]
    give_to(page, {"keeper": editor, "deputy": None}, editor)
    assert keepers() == [editor]
    User.objects.filter(pk=editor.pk).update(is_active=False)
    assert keepers() == [author]
    PortalPage.objects.get(pk=page.pk).move(elsewhere, pos="last-child")
    there = make_editor(elsewhere.represents)
    assert keepers() == [there]
    editor.delete()
    assert PortalPage.objects.get(pk=page.pk).keeper is None
