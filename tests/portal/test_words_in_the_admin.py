"""Words the house does not use, as an editor meets them: while writing, after saving, in a report, with a button."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from curriculum.models import LabPage
from portal.core.house_language.models import RefusedWord
from portal.core.models.users import User
from portal.editorial.house_language.reading_level import advice_on
from tests.factories import House, make_editor, make_lab, make_location
from tests.portal.test_house_language import draft, fresh, send
from tests.portal.translating import browser_of

pytestmark = pytest.mark.django_db
CHECK = "/admin/woorden/nakijken/"


@pytest.fixture
def word(house: House) -> RefusedWord:
    return RefusedWord.objects.create(language="nl", forms=["schoolopleider"], says=["opleider", "opleiders"])


@pytest.fixture
def lab(school: Any, word: RefusedWord) -> LabPage:
    page = make_lab(school, "coachen", title="Coachen", summary="Vragen stellen")
    draft(
        page,
        summary="De schoolopleider helpt.",
        body=[("paragraph", "<p>Twee <b>school</b>-opleiders &amp; meer.</p>")],
    )
    return page


@pytest.fixture
def editor(school: Any) -> Client:
    return browser_of(make_editor(school.partner))


def ask(editor: Client, texts: Any, language: str = "nl") -> Any:
    return editor.post(CHECK, json.dumps({"language": language, "texts": texts}), content_type="application/json")


def test_a_form_that_is_being_written_hears_field_sentence_and_word(editor: Client, word: RefusedWord) -> None:
    long = "Dit is een zin " + "met nog een woord " * 6 + "erin. Kort."
    answer = ask(
        editor,
        [
            {"name": "summary", "block": "", "text": "Kijk. De school\u00adopleiders doen mee. Ja."},
            {"name": "body-0-value", "block": "a1b2", "text": "SCHOOLOPLEIDER"},
            {"name": "search_phrases", "block": "", "text": "schoolopleider"},
            {"name": "slug", "block": "", "text": "schoolopleider"},
            {"name": "takeaway", "block": "", "text": f"{long} Verantwoordelijkheidsgevoel."},
        ],
    ).json()
    first, second = answer["words"]
    assert (first["name"], first["says"], first["sentence"]) == (
        "summary",
        "opleider",
        "De school\u00adopleiders doen mee.",
    )
    assert (second["block"], second["says"]) == ("a1b2", "OPLEIDER")
    assert [item["found"] for item in answer["advice"]] == [
        "Dit is een zin met nog een woord …",
        "Verantwoordelijkheidsgevoel",
    ]


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"texts": 3}', '{"texts": ["a"]}', "\x00", '{"texts": {"a": 1}}'])
def test_what_is_no_list_of_texts_gets_a_clear_answer(editor: Client, body: str) -> None:
    assert editor.post(CHECK, body, content_type="application/json").status_code == 400


def test_the_panel_of_checks_holds_the_words_beside_those_of_wagtail(editor: Client, lab: LabPage) -> None:
    form = editor.get(reverse("wagtailadmin_pages:edit", args=[lab.pk])).content.decode()
    assert f'data-url="{CHECK}"' in form
    assert 'data-language="nl"' in form
    assert "house-language.js" in form
    assert "data-checks-panel" in form, "Wagtail's own checks are still there"


def test_without_a_script_the_message_after_saving_says_the_same_and_leads_to_one_click(
    editor: Client, lab: LabPage
) -> None:
    said = send(editor, lab, "action-save-draft", takeaway="Vraag een school-opleider.")
    assert "“school-opleider” in “Vraag een school-opleider.”; wij zeggen “opleider”" in said
    address = reverse("house_language_page", args=[lab.pk])
    assert address in said
    page = fresh(lab).get_latest_revision_as_object()
    page.body = [("paragraph", "<p>Twee <b>school</b>-opleiders &amp; meer.</p>")]
    page.save_revision()
    assert editor.get(address).content.decode().count("Vervang door “") == 3

    editor.post(address, {"which": "Samenvatting|schoolopleider|De schoolopleider helpt."})
    assert fresh(lab).get_latest_revision_as_object().summary == "De opleider helpt."
    assert LabPage.objects.get(pk=lab.pk).summary == "Vragen stellen", "nothing is published by it"
    editor.post(address, {})
    latest = fresh(lab).get_latest_revision_as_object()
    assert latest.body[0].value.source == "<p>Twee <b>opleider</b>s &amp; meer.</p>"
    assert latest.takeaway == "Vraag een opleider."
    assert "niet meer" in editor.post(address, {"which": "x"}, follow=True).content.decode()


def test_the_preview_names_the_words_and_visitors_read_nothing_of_it(editor: Client, lab: LabPage) -> None:
    shown = editor.get(reverse("wagtailadmin_pages:view_draft", args=[lab.pk])).content.decode()
    assert "wij zeggen “opleider”" in shown
    assert "wij zeggen" not in Client().get(lab.get_url()).content.decode()


def test_a_new_word_tells_where_it_stands_and_everyone_sees_their_own_places_only(
    house: House, school: Any, lab: LabPage, editor: Client
) -> None:
    other = make_location(house.locations, "brug", title="De Brug")
    make_lab(other, "kijken", title="Kijken", summary="Een praktijkbaas kijkt")
    draft(lab, summary="Een praktijk-baas helpt")
    core = browser_of(User.objects.create_superuser("beheer@example.org", "een-lang-wachtwoord"))
    form = {"language": "nl", "forms": "praktijkbaas", "says": "opleider", "exceptions": "", "term": ""}
    said = core.post(reverse("wagtailsnippets_portal_refusedword:add"), form, follow=True).content.decode()
    made = RefusedWord.objects.get(forms=["praktijkbaas"])
    assert f"{reverse('house_language_report')}?word={made.pk}" in said
    assert "2 plekken" in said

    every = core.get(reverse("house_language_report"), {"word": made.pk}).content.decode()
    assert "Kijken" in every
    assert "praktijk-baas" in every
    own = editor.get(reverse("house_language_report"), {"word": "٣"}).content.decode()
    assert "praktijk-baas" in own
    assert "Kijken" not in own
    assert "De Brug" not in own


def test_who_may_not_change_a_page_is_not_let_in(house: House, lab: LabPage, editor: Client) -> None:
    other = make_location(house.locations, "brug", title="De Brug")
    theirs = make_lab(other, "kijken", summary="Kijken")
    draft(theirs, summary="Een schoolopleider kijkt")
    address = reverse("house_language_page", args=[theirs.pk])
    assert editor.get(address).status_code in (302, 403)
    editor.post(address, {})
    assert Page.objects.get(pk=theirs.pk).specific.get_latest_revision_as_object().summary == "Een schoolopleider kijkt"


def test_a_short_text_in_plain_words_gets_no_advice() -> None:
    assert advice_on(["Je leert het vak op school. Je team helpt je. Kom kijken!"]) == []
