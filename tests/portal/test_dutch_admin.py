"""What an editor reads in the admin: the right offer, in Dutch, and our own guide."""

import re
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Site

from bin.prepare import follow_address
from news.desk import plans_due
from portal.access.who import access_of
from portal.editors.first_steps import first_steps
from portal.editors.guide import chapters
from portal.editors.turns import turn_of
from portal.partners.rights import Role
from tests.factories import House, make_editor, make_lab, make_plan
from tests.portal.test_reviews import browser, draft_of, person


def test_a_page_waits_for_the_core_team_when_every_reviewer_has_left(school: Any, mailoutbox: Any) -> None:
    partner = school.represents
    writer, reviewer = (
        person(partner, Role.AUTHOR, "sam@tien.example"),
        person(partner, Role.EDITOR, "noor@tien.example"),
    )
    core = person(None, Role.CORE_EDITOR, "kern@huis.example")
    reviewer.is_active = False
    reviewer.save()
    page = draft_of(writer, school)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.db.transaction.on_commit", lambda call, **_kwargs: call())
        partner.workflow.start(page, writer)
    page.refresh_from_db()
    with translation.override("nl"):
        assert "Academie Tien" not in turn_of(page)
    assert [mail.to for mail in mailoutbox] == [[core.email]]


def test_a_translator_is_not_asked_to_make_a_page(school: Any) -> None:
    with translation.override("nl"):
        titles = [step["title"] for step in first_steps(access_of(make_editor(school.represents, "translators")))]
    assert "Vertaal je eerste pagina" in titles
    assert "Maak je eerste pagina" not in titles


def test_a_plan_past_its_day_lies_on_the_desk_of_who_looks_after_it(house: House, school: Any) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    make_plan(house.home, "oud-plan", title="Oud plan", review_on=yesterday)
    make_plan(house.home, "nieuw-plan", review_on=yesterday + timedelta(days=1))
    core = person(None, Role.CORE_EDITOR, "kern@huis.example")
    assert [line.title for line in plans_due(access_of(core))] == ["Oud plan"]
    assert plans_due(access_of(make_editor(school.represents))) == []
    assert "Oud plan" in browser(core).get(reverse("wagtailadmin_home")).content.decode()


def test_full_addresses_follow_the_port_of_this_run(house: House, settings: Any) -> None:
    settings.WAGTAILADMIN_BASE_URL = "http://127.0.0.1:9123"
    follow_address()
    assert Site.objects.get(is_default_site=True).root_url == "http://127.0.0.1:9123"
    assert house.home.get_full_url().startswith("http://127.0.0.1:9123/")


def test_our_guide_and_our_mark_stand_in_the_admin(school: Any, client: Any) -> None:
    editor = browser(make_editor(school.represents))
    home = editor.get(reverse("wagtailadmin_home")).content.decode()
    assert "portal/favicon.svg" in home
    assert reverse("guide") in home
    assert "guide.wagtail.org" not in home
    for chapter in chapters():
        text = editor.get(reverse("guide"), {"chapter": chapter}).content.decode()
        for link in re.findall(r'(?:href|src)="(\?(?:chapter|picture)=[\w-]+)', text):
            assert editor.get(reverse("guide") + link).status_code == 200, link
    assert editor.get(reverse("guide"), {"chapter": "../README"}, follow=True).status_code == 404
    assert client.get(reverse("guide")).status_code == 302


ENGLISH = re.compile(
    r"\b(?:the|and|to|with|your|this|that|you|are|not|pages?|edit|delete|add|search|choose|more|from|last|updated"
    r"|checks|settings|root|locales?|users?|images?|translations?|translate|publish(?:ed)?|unpublish|draft|save|saved|by"
    r"|yes|all|any|which|when|where|there|has|have|been|will|can|cannot|history|usage|created|changed|owner|views?"
    r"|tasks?|comments?)\b",
    re.IGNORECASE,
)
"""Words that are English and no Dutch words; "site", "workflow" and "report" are Dutch too."""
UNREAD = ("script", "style", "template", "svg", "code")
MOST_SCREENS = 45
NOT_OURS = {"/admin/localize/reports/translations/"}
"""Labels that wagtail-localize derives from the names of its fields, and nothing can translate."""


def english_in(html: str) -> list[str]:
    """Return the English a reader sees or hears on a screen: each text or label that holds such a word."""
    soup = BeautifulSoup(html, "html.parser")
    for part in soup(UNREAD):
        part.decompose()
    names = ("aria-label", "title", "placeholder", "alt")
    labels = [str(tag[name]) for name in names for tag in soup.find_all(attrs={name: True})]
    return [text for text in dict.fromkeys([*soup.stripped_strings, *labels]) if ENGLISH.search(text)]


def screens_of(browser: Any) -> dict[str, str]:
    """Return each kind of screen that can be reached by links from the first one, with an address of it."""
    found: dict[str, str] = {}
    waiting = [reverse("wagtailadmin_home")]
    while waiting and len(found) < MOST_SCREENS:
        address = waiting.pop(0)
        kind = re.sub(r"\d+", "n", address.partition("?")[0])
        if kind in found or kind in NOT_OURS or "logout" in kind or "javascript" in kind or "sprite" in kind:
            continue
        answer = browser.get(address)
        if answer.status_code != 200 or "html" not in answer["content-type"]:
            continue
        found[kind] = answer.content.decode()
        waiting += re.findall(r'(?:href=|"url": )"(/admin/[^"#?]*)', found[kind])
    return found


@pytest.mark.parametrize("role", [Role.EDITOR, Role.CORE_EDITOR])
def test_no_screen_of_the_admin_holds_english(house: House, school: Any, role: Role) -> None:
    make_lab(school, "lab-een")
    who = person(school.represents if role is Role.EDITOR else None, role, "lezer@huis.example", "nl")
    screens = screens_of(browser(who))
    assert len(screens) > 15
    assert {kind: texts for kind, html in screens.items() if (texts := english_in(html))} == {}
