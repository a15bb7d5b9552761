"""An editor's first screen: what is theirs to do, nothing of anybody else, and always as many queries."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from home.models import StandardPage
from news.models import NewsPage
from portal.core.house_language.models import RefusedWord
from portal.core.models.users import User
from portal.editorial import dashboard
from portal.editorial.first_steps import first_steps
from portal.editorial.freshness.desk import on_the_desk
from portal.partners.access.policy import access_of
from tests.factories import (
    House,
    in_english,
    make_editor,
    make_lab,
    make_location,
    make_news,
    make_partner,
    publish_below,
)
from tests.portal.translating import submit as submit_for_translation
from tests.portal.translating import translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(school: Any) -> User:
    return make_editor(school.represents)


@pytest.fixture
def author(school: Any) -> User:
    return make_editor(school.represents, "authors")


@pytest.fixture
def elsewhere(house: House) -> Any:
    return make_location(house.locations, "nxt-doorn")


def write(space: Page, user: User, slug: str = "concept") -> NewsPage:
    """Begin a page, as somebody does in the form."""
    page = NewsPage(title=slug.capitalize(), slug=slug, live=False, owner=user, locale=space.locale)
    space.add_child(instance=page)
    page.save_revision(user=user, log_action="wagtail.edit")
    return page


def submit(page: Any, user: User) -> Any:
    return page.get_workflow().start(page, user)


def titles(lines: list[dashboard.Line]) -> list[str]:
    return [line.title for line in lines]


def screen(user: User) -> str:
    client = Client(headers={"accept-language": "nl"})
    client.force_login(user)
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_my_drafts_are_what_i_began_or_changed_last_in_a_space_i_still_work_in(
    school: Any, elsewhere: Any, editor: User, author: User
) -> None:
    write(school, editor, "van-mij")
    write(school, author, "van-een-ander")
    changed = write(school, author, "door-mij-veranderd")
    changed.save_revision(user=editor)
    write(elsewhere, editor, "waar-ik-niet-meer-werk")

    assert titles(dashboard.drafts(access_of(editor))) == ["Door-mij-veranderd", "Van-mij"]


def test_a_draft_that_was_sent_says_who_acts_next(school: Any, author: User, editor: User) -> None:
    submit(write(school, author), author)

    with translation.override("nl"):
        (line,) = dashboard.drafts(access_of(author))
    assert line.note == "Wacht op de redactie van Academie Tien."


def test_what_waits_for_me_waits_for_my_partners_reviewers_only(
    school: Any, elsewhere: Any, author: User, editor: User
) -> None:
    stranger = make_editor(elsewhere.represents)
    submit(write(school, author), author)

    assert titles(dashboard.waiting(access_of(editor))) == ["Concept"]
    assert dashboard.waiting(access_of(author)) == []
    assert dashboard.waiting(access_of(stranger)) == []


def test_a_line_that_waits_leads_straight_to_what_changed(school: Any, author: User, editor: User) -> None:
    page = make_news(school)
    page.title = "Ander nieuws"
    revision = page.save_revision(user=author)
    submit(page, author)

    (line,) = dashboard.waiting(access_of(editor))

    assert line.url == reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "live", revision.pk])


def test_what_is_missing_in_english_leaves_out_what_is_there(school: Any, elsewhere: Any, editor: User) -> None:
    make_news(school, "alleen-nederlands", title="Alleen Nederlands")
    in_english(make_news(school, "vertaald", title="Vertaald"), title="Translated")
    begun = make_news(school, "begonnen", title="Begonnen")
    in_english(begun, title="Begun").unpublish()
    make_news(elsewhere, "van-een-ander", title="Van een ander")

    lines = dashboard.not_in_english(access_of(editor))

    assert sorted(titles(lines)) == ["Alleen Nederlands", "Begonnen"]
    english = Page.objects.get(translation_key=begun.translation_key, locale__language_code="en")
    assert reverse("wagtailadmin_pages:edit", args=[english.pk]) in [line.url for line in lines]


def test_the_core_team_keeps_what_stands_in_no_space(house: House, school: Any, editor: User) -> None:
    core = User.objects.create_superuser("kern@example.org", "een-lang-wachtwoord")
    make_news(school, title="Van de school")
    publish_below(house.about, StandardPage(title="Van ons", slug="van-ons"))

    assert "Van ons" in titles(dashboard.not_in_english(access_of(core)))
    assert "Van de school" not in titles(dashboard.not_in_english(access_of(core)))


def test_a_person_without_a_role_has_an_empty_desk(school: Any) -> None:
    visitor = User.objects.create_user("bezoeker@example.org", "een-lang-wachtwoord")
    make_news(school)

    for lines in (dashboard.drafts, dashboard.waiting, on_the_desk, dashboard.not_in_english):
        assert list(lines(access_of(visitor))) == []


def ticked(user: User) -> list[bool]:
    return [step["done"] for step in first_steps(access_of(user))]


def test_first_steps_tick_themselves_and_go_away_once_something_of_mine_is_on_the_site(
    school: Any, editor: User
) -> None:
    assert ticked(editor) == [False, False, False, False]

    page = write(school, editor)
    page.title = ""
    page.save_revision(user=editor, clean=False)
    assert ticked(editor) == [True, True, False, False]
    page.title = "De schoolopleider vertelt"
    page.save_revision(user=editor)
    assert ticked(editor) == [True, True, True, False]
    RefusedWord.objects.create(language="nl", forms=["schoolopleider"], says=["opleider"])
    assert ticked(editor) == [True, True, False, False]
    page.title = "Een opleider vertelt"
    page.save_revision(user=editor)
    assert ticked(editor) == [True, True, True, False]

    page.get_latest_revision().publish(user=editor)
    assert first_steps(access_of(editor)) == []


def test_an_author_ticks_the_last_step_by_sending_the_page_for_review(school: Any, author: User) -> None:
    page = write(school, author)
    submit(page, author)
    assert ticked(author) == [True, True, True, True]


def test_each_first_step_of_a_translator_leads_somewhere_and_ticks_itself(house: House, school: Any) -> None:
    page = make_lab(school, "coachen", title="Coachen", summary="Vragen stellen")
    in_english(school)
    user = make_editor(school.represents, "translators")
    browser = Client()
    browser.force_login(user)

    assert ticked(user) == [False, False, False, False]
    for step in first_steps(access_of(user)):
        assert not step["url"] or browser.get(step["url"]).status_code == 200, step
    shown = browser.get(reverse("translations")).content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) not in shown
    assert page.get_url() in shown

    submit_for_translation(page)
    translate(page)
    StringTranslation.objects.update(last_translated_by=user)
    assert ticked(User.objects.get(pk=user.pk)) == [True, True, True, False]
    StringTranslation.objects.filter(context__path="summary").delete()
    assert ticked(User.objects.get(pk=user.pk)) == [True, True, False, False]


def test_the_first_screen_shows_no_work_of_another_partner(
    school: Any, elsewhere: Any, editor: User, author: User
) -> None:
    stranger = make_editor(elsewhere.represents, "authors")
    submit(write(elsewhere, stranger, "geheim-van-doorn"), stranger)
    submit(write(school, author, "van-ons"), author)

    shown = screen(editor)

    assert "Van-ons" in shown
    assert "Geheim-van-doorn" not in shown


def test_the_number_of_queries_does_not_grow_with_the_work(
    house: House, school: Any, editor: User, author: User
) -> None:
    def queries() -> int:
        request = RequestFactory().get("/admin/")
        request.user = User.objects.get(pk=editor.pk)
        with CaptureQueriesContext(
            connection,
        ) as counted:
            for panel in dashboard.panels():
                panel.render_html({"request": request})
        return len(counted)

    def add(number: int) -> None:
        submit(write(school, author, f"ter-beoordeling-{number}"), author)
        submit(write(school, editor, f"van-mij-{number}"), editor)
        make_news(school, f"alleen-nederlands-{number}")

    add(1)
    few = queries()
    for number in range(2, 6):
        add(number)
    make_partner("nog-een-partner")

    assert queries() == few
