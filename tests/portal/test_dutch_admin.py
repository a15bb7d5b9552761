"""What an editor reads in the admin: the right offer, in Dutch, and our own guide."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import wagtail_localize
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext
from wagtail.models import Site
from wagtail_localize.models import StringTranslation

from bin.prepare import follow_address
from news.desk import plans_due
from portal.core.translations.keeping import KEPT
from portal.editorial.first_steps import first_steps
from portal.editorial.guide import chapters
from portal.partners.access.policy import access_of
from portal.partners.provision import provision_core_team
from portal.partners.review_status import turn_of
from portal.partners.rights import Role
from tests.factories import House, in_english, make_editor, make_lab, make_plan
from tests.portal.test_reviews import browser, draft_of, person
from tests.portal.translating import english, publish, submit, translate


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


@pytest.mark.parametrize("name", ["explorer", "plans"])
def test_the_lists_of_pages_say_which_plan_is_past_its_day(house: House, name: str) -> None:
    provision_core_team()
    yesterday = timezone.localdate() - timedelta(days=1)
    make_plan(house.about, "oud-plan", title="Oud plan", review_on=yesterday)
    make_plan(house.about, "nieuw-plan", title="Nieuw plan", review_on=yesterday + timedelta(days=1))
    addresses = {
        "explorer": reverse("wagtailadmin_explore", args=[house.about.pk]),
        "plans": reverse("wagtailadmin_pages:type_use", args=["news", "planpage"]),
    }
    answer = browser(person(None, Role.CORE_EDITOR, "kern@huis.example")).get(addresses[name])
    assert answer.status_code == 200
    shown = answer.content.decode()
    rows = BeautifulSoup(shown, "html.parser").find_all("tr")
    marked = [row for row in rows if "Opnieuw bekijken" in row.get_text()]
    assert len(marked) == 1
    assert "Oud plan" in marked[0].get_text()


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
        assert not re.search(r"(?:<p>|^)\d+\. ", text, re.MULTILINE), f"{chapter}: a picture ends its steps"
        for link in re.findall(r'(?:href|src)="(\?(?:chapter|picture)=[\w-]+)', text):
            assert editor.get(reverse("guide") + link).status_code == 200, link
    assert editor.get(reverse("guide"), {"chapter": "../README"}, follow=True).status_code == 404
    assert client.get(reverse("guide")).status_code == 302


ENGLISH = re.compile(
    r"\b(?:the|and|to|with|your|this|that|you|are|not|pages?|edit|delete|add|search|choose|more|from|last|updated"
    r"|checks|settings|root|locales?|users?|images?|translations?|translate|publish(?:ed)?|unpublish|draft|save|saved|by"
    r"|yes|all|any|which|when|where|there|has|have|been|will|can|cannot|history|usage|created|changed|owner|views?"
    r"|tasks?|comments?|actions?|none)\b",
    re.IGNORECASE,
)
"""Words that are English and no Dutch words; "site", "workflow" and "report" are Dutch too."""
UNREAD = ("script", "style", "template", "svg", "code")
MOST_SCREENS = 45


def english_in(html: str) -> list[str]:
    """Return the English a reader sees or hears on a screen: each text or label that holds such a word."""
    soup = BeautifulSoup(html, "html.parser")
    for part in [*soup(UNREAD), *soup.select("[data-side-panel-toggle-counter][hidden]")]:
        part.decompose()
    names = ("aria-label", "title", "placeholder", "alt")
    labels = [str(tag[name]) for name in names for tag in soup.find_all(attrs={name: True})]
    return [text for text in dict.fromkeys([*soup.stripped_strings, *labels]) if ENGLISH.search(text)]


def screens_of(browser: Any) -> dict[str, str]:
    """Return each kind of screen that can be reached by links from the first one; a draft is a page of the site."""
    found: dict[str, str] = {}
    waiting = [reverse("wagtailadmin_home")]
    while waiting and len(found) < MOST_SCREENS:
        address = waiting.pop(0)
        kind = re.sub(r"\d+", "n", address.partition("?")[0])
        if kind in found or "view_draft" in kind or "logout" in kind or "javascript" in kind or "sprite" in kind:
            continue
        answer = browser.get(address)
        if answer.status_code != 200 or "html" not in answer["content-type"]:
            continue
        found[kind] = answer.content.decode()
        waiting += re.findall(r'(?:href=|"url": )"(/admin/[^"#?]*)', found[kind])
    return found


@pytest.mark.parametrize("role", [Role.EDITOR, Role.CORE_EDITOR])
def test_no_screen_of_the_admin_holds_english_or_is_without_a_title(house: House, school: Any, role: Role) -> None:
    make_lab(school, "lab-een")
    in_english(school)
    submit(make_lab(school, "lab-twee", title="Lab twee"))
    who = person(school.represents if role is Role.EDITOR else None, role, "lezer@huis.example", "nl")
    screens = screens_of(browser(who))
    assert len(screens) > 15
    assert ("/admin/localize/reports/translations/" in screens) == (role is Role.CORE_EDITOR)
    assert {kind: texts for kind, html in screens.items() if (texts := english_in(html))} == {}
    assert [kind for kind, html in screens.items() if re.search(r"<title>\s*-", html)] == []


def said_in_the_browser(browser: Any) -> dict[str, str]:
    """What the translation screen says, by the English it is written in."""
    catalogue = browser.get(reverse("wagtail_localize:javascript_catalog")).content.decode()
    said: dict[str, str] = json.loads(re.search(r"const newcatalog = (\{.*?\});\n", catalogue, re.DOTALL)[1])
    return said


def of_wagtail_localize(domain: str) -> list[str]:
    """The English sentences of wagtail-localize."""
    folder = Path(wagtail_localize.__file__).parent / "locale" / "en" / "LC_MESSAGES"
    with (folder / f"{domain}.po").open("rb") as content:
        return [message.id for message in read_po(content) if message.id and isinstance(message.id, str)]


PLACEHOLDER = r"(?:%\(\w+\)s|%s|\{\w*\})"
GLUED = re.compile(rf"[a-z]{PLACEHOLDER}|{PLACEHOLDER}[a-z]", re.IGNORECASE)


def odd(english: str, dutch: str) -> bool:
    """Whether a sentence is English, is glued to what is filled in, or lost the space at its end."""
    ends = english[-1:].isspace() and not dutch[-1:].isspace()
    return bool(ends or GLUED.search(dutch) or english_in(re.sub(PLACEHOLDER, "", dutch)))


def test_the_list_of_keyboard_shortcuts_is_dutch_and_one_click_away(school: Any) -> None:
    soup = BeautifulSoup(
        browser(make_editor(school.represents)).get(reverse("wagtailadmin_home")).content, "html.parser"
    )
    assert "keyboard-shortcuts-dialog" in str(soup.select("[data-a11y-dialog-show], script"))
    told = [part.strip() for part in re.findall(r">([^<>]+)<", str(soup.find(id="keyboard-shortcuts-dialog")))]
    assert {"Sneltoetsen", "Wijzigingen opslaan", "Vet", "Cursief"} <= set(told)
    english = {"Bold", "Italic", "Monospace (code)", "Superscript", "Subscript", "Save changes", "Preview", "Copy"}
    assert english & set(told) == set()


def test_what_wagtail_localize_says_is_whole_dutch(school: Any) -> None:
    said = said_in_the_browser(browser(make_editor(school.represents)))
    with translation.override("nl"):
        told = {text: gettext(text) for text in of_wagtail_localize("django")}
    told |= {text: said.get(text, text) for text in of_wagtail_localize("djangojs")}
    assert {english: dutch for english, dutch in told.items() if odd(english, dutch)} == {}


def words_in(value: Any) -> list[str]:
    """Every text in a value that came as JSON, but for addresses and pictures."""
    if isinstance(value, dict):
        return [word for key, item in value.items() if key not in NO_WORDS for word in words_in(item)]
    if isinstance(value, list):
        return [word for item in value for word in words_in(item)]
    return [value] if isinstance(value, str) and not value.startswith(("/", "http")) else []


NO_WORDS = {"contentPath", "type", "slug", "blockId", "avatarUrl", "mode", "code", "icon", "data"}


def test_the_translation_screen_is_given_dutch(house: House, school: Any) -> None:
    in_english(school)
    editor = browser(person(school.represents, Role.EDITOR, "lezer@huis.example", "nl"))
    lab = make_lab(school, "lab-een", title="Lab een", summary="Vragen stellen", how_it_works="Je kijkt.")
    submit(lab)
    translate(lab)
    StringTranslation.objects.filter(translation_of__data="Vragen stellen").update(tool_name=KEPT)
    StringTranslation.objects.update(updated_at=datetime(2026, 11, 28, 12, tzinfo=UTC))
    with TestCase.captureOnCommitCallbacks(execute=True):
        publish(editor, lab)
    screen = editor.get(reverse("wagtailadmin_pages:edit", args=[english(lab).pk])).content.decode()
    props = json.loads(str(BeautifulSoup(screen, "html.parser").find(class_="js-translation-editor")["data-props"]))
    texts = words_in(props)
    assert "Met de hand vertaald op 28 november 2026" in texts
    assert "Dit is de vertaling van vóór de wijziging. Kijk haar na en sla haar op." in texts
    assert not [text for text in texts if english_in(text)]
    assert not re.search(r"\d (?:January|February|March|May|June|July|August|October|[A-Z]\w+ember) ", screen)
    assert "Vertaling van Lab een naar het Engels" in screen
    assert english_in(screen) == []
