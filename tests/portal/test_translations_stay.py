"""A translation never loses words: seven known faults of wagtail-localize, each as the editor meets it."""

import json
from typing import Any

import pytest
from django.test import Client, TestCase
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from curriculum.models import LabPage
from home.models import Figure
from portal.core.models.users import User
from portal.core.translations.keeping import KEPT
from tests.factories import House, in_english, make_lab, make_location
from tests.factories.content import dutch
from tests.kept import kept
from tests.portal.translating import (
    browser_of,
    change,
    editor_in_two_languages,
    english,
    publish,
    read,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db
BODY = "".join(f"<p>Alinea {number} over het leren kijken.</p>" for number in range(4))


@pytest.fixture
def editor(house: House, school: Any) -> Client:
    """The browser of an editor of Academie Tien, whose space is there in English too."""
    return browser_of(
        User.objects.filter(groups=school.partner.editors).first() or editor_in_two_languages(house, school)
    )


@kept
def lab(house: House, school: Any) -> LabPage:
    """A live lab, fully translated and live in English."""
    editor = browser_of(editor_in_two_languages(house, school))
    page = make_lab(
        school, "coachen", title="Coachen", summary="Vragen stellen", body=[("paragraph", BODY)], takeaway="Je kijkt."
    )
    submit(page)
    translate(page)
    publish(editor, page)
    assert "English of Vragen stellen" in read(english(page))
    return page


def test_a_changed_dutch_sentence_leaves_the_english_one_on_the_live_page(editor: Client, lab: LabPage) -> None:
    block = LabPage.objects.get(pk=lab.pk).body[0]
    text = BODY.replace("2 over", "twee, over")
    body = LabPage._meta.get_field("body").to_python(
        json.dumps([{"type": block.block_type, "value": text, "id": block.id}])
    )
    change(lab, summary="Vragen durven stellen", body=body)
    publish(editor, lab)

    shown = read(english(lab))
    assert "English of Vragen stellen" in shown
    assert "durven" not in shown
    assert "twee" not in shown
    assert set(StringTranslation.objects.filter(tool_name=KEPT).values_list("translation_of__data", flat=True)) >= {
        "Vragen durven stellen"
    }
    assert english(lab).live


@pytest.mark.parametrize("through", ["update", "translation screen"])
def test_new_dutch_text_waits_and_the_editor_is_told(editor: Client, lab: LabPage, through: str) -> None:
    change(lab, how_it_works="Je begint met kijken.", takeaway="Je kijkt beter.")
    if through == "update":
        said = publish(editor, lab)
    else:
        address = reverse("wagtailadmin_pages:edit", args=[english(lab).pk])
        with TestCase.captureOnCommitCallbacks(execute=True):
            editor.post(address, {"action": "publish"})
        said = editor.get(reverse("wagtailadmin_home")).content.decode()

    assert "Niet gepubliceerd: 1 nieuwe tekst" in said
    assert "Je begint met kijken" not in read(english(lab))
    assert english(lab).live

    translate(lab)
    publish(editor, lab)
    assert "English of Je begint met kijken." in read(english(lab))


def test_localize_876_words_written_while_synchronising_was_stopped_survive_a_restart(
    editor: Client, lab: LabPage
) -> None:
    translation = Translation.objects.get(source__object_id=lab.translation_key)
    translation.enabled = False
    translation.save(update_fields=["enabled"])
    page = english(lab)
    page.summary = "Written by hand"
    page.save_revision().publish()

    editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"localize-restart-translation": "1"})
    publish(editor, lab)

    assert english(lab).summary == "Written by hand"


def test_localize_823_and_433_the_translator_sees_each_change_and_the_screen_opens(
    editor: Client, lab: LabPage
) -> None:
    for number in range(3):
        change(lab, takeaway=f"Je kijkt {number} keer.")
        texts = StringSegment.objects.filter(source__object_id=lab.translation_key)
        assert texts.filter(string__data=f"Je kijkt {number} keer.").exists()
        screen = editor.get(reverse("wagtailadmin_pages:edit", args=[english(lab).pk]))
        assert screen.status_code == 200
        assert f"Je kijkt {number} keer." in screen.content.decode()


def test_localize_861_a_draft_is_translated_as_it_is_now(editor: Client, school: Any) -> None:
    draft = LabPage(title="Eerste naam", slug="concept", summary="Eerste zin", locale=dutch(), live=False)
    school.add_child(instance=draft)
    draft.save_revision()
    submit(draft)
    draft.summary = "Tweede zin"
    draft.save_revision()

    publish(editor, draft, publish_translations="")

    texts = StringSegment.objects.filter(source__object_id=draft.translation_key)
    assert {"Tweede zin"} <= set(texts.values_list("string__data", flat=True))
    assert not texts.filter(string__data="Eerste zin").exists()


def test_localize_469_a_moved_page_takes_its_translation_along(house: House, editor: Client, lab: LabPage) -> None:
    other = make_location(house.locations, "nxt-doorn")
    in_english(other)
    third = make_location(house.locations, "maarsbergen")

    for space in (other, third):
        Page.objects.get(pk=lab.pk).move(Page.objects.get(pk=space.pk), pos="last-child")
        moved = english(lab)
        assert moved.partner == space.represents == LabPage.objects.get(pk=lab.pk).partner
        assert moved.get_parent().translation_key == space.translation_key
        assert moved.live


def test_localize_85_each_place_keeps_its_own_translation_of_one_dutch_text(editor: Client, lab: LabPage) -> None:
    change(lab, concern="Vragen stellen")
    translate(lab, "Question of")
    publish(editor, lab)

    assert english(lab).summary == "English of Vragen stellen"
    assert english(lab).concern == "Question of Vragen stellen"


def test_paragraphs_that_come_go_and_change_places_keep_their_own_english(editor: Client, lab: LabPage) -> None:
    text = "<p>Nieuw en anders!</p><p>Alinea 3 over het leren kijken.</p><p>Alinea 1 over kijken.</p>"
    block = LabPage.objects.get(pk=lab.pk).body[0]
    body = LabPage._meta.get_field("body").to_python(
        json.dumps([{"type": block.block_type, "value": text, "id": block.id}])
    )
    change(lab, body=body)
    publish(editor, lab)

    segments = StringSegment.objects.filter(source__object_id=lab.translation_key)
    told = {row.string.data: row.translation for row in segments.annotate_translation(english(lab).locale)}
    assert told["Alinea 3 over het leren kijken."] == "English of Alinea 3 over het leren kijken."
    assert told["Alinea 1 over kijken."] == "English of Alinea 1 over het leren kijken."
    assert told["Nieuw en anders!"] is None
    assert "Nieuw en anders" not in read(english(lab))


def test_dutch_offline_and_back_takes_english_along_and_says_so(editor: Client, lab: LabPage) -> None:
    offline = editor.post(reverse("wagtailadmin_pages:unpublish", args=[lab.pk]), follow=True).content.decode()
    assert not english(lab).live
    assert "ging ook offline" in offline

    LabPage.objects.get(pk=lab.pk).save_revision().publish()
    assert english(lab).live
    assert "English of Vragen stellen" in read(english(lab))

    english(lab).unpublish()
    LabPage.objects.get(pk=lab.pk).unpublish()
    LabPage.objects.get(pk=lab.pk).save_revision().publish()
    assert not english(lab).live


def test_a_translation_does_not_move_without_its_dutch_page(house: House, editor: Client, lab: LabPage) -> None:
    other = make_location(house.locations, "nxt-doorn")
    target = in_english(other)
    technical = Client()
    technical.force_login(User.objects.create_superuser("beheer@example.org", "een-lang-wachtwoord"))

    single = reverse("wagtailadmin_pages:move_confirm", args=[english(lab).pk, target.pk])
    said = technical.post(single, follow=True).content.decode()
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"]) + f"?id={english(lab).pk}"
    technical.post(bulk, {"chooser": target.pk})

    assert "Verplaats" in said
    assert english(lab).partner == LabPage.objects.get(pk=lab.pk).partner


@pytest.mark.parametrize(
    ("first", "told", "then", "shown"),
    [
        ("ca. 50", "about 50", "ca. 60", "about 60"),
        ("10 tot 18", "10 to 18", "11 tot 19", "11 to 19"),
        ("ca. 50", "about 50", "25 tot 30", "25 tot 30"),
        ("1.000", "1,000", "1.250,5", "1,250.5"),
        ("minimaal 4", "at least 4", "minimaal 4", "at least 4"),
    ],
)
def test_the_number_of_a_figure_is_kept_once(house: House, first: str, told: str, then: str, shown: str) -> None:
    figure = Figure.objects.create(locale=dutch(), slug="collegas", display=first, unit="collega's", source="bron")
    copy = figure.copy_for_translation(Locale.objects.get(language_code="en"))
    copy.display, copy.unit = told, "colleagues"
    copy.save()

    figure.display, figure.minimum, figure.slug, figure.is_example = then, 3, "nieuw", True
    figure.save()

    copy = Figure.objects.get(pk=copy.pk)
    assert (copy.shown, copy.unit) == (shown, "colleagues")
    assert (copy.minimum, copy.slug, copy.is_example) == (3, "nieuw", True)
