"""No road puts a refused word on the site; a draft is never refused, and what is live already stays."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import Client, TestCase
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from curriculum.models import LabPage
from home.models import Figure, GlossaryTerm
from portal.core.house_language.checking import findings
from portal.core.house_language.models import RefusedWord
from portal.core.models.media import PortalDocument, PortalImage
from portal.core.models.users import User
from tests.factories import House
from tests.factories.content import dutch
from tests.kept import kept
from tests.portal.roads import (
    an_old_revision,
    by_its_form,
    draft,
    fresh,
    its_time,
    many_at_once,
    send,
    sent_for_review,
)
from tests.portal.translating import browser_of, english, lab_in_two_languages, read

pytestmark = pytest.mark.django_db
WRONG = "Vraag het je school-opleiders. Zij weten het."
TOLD = "“school-opleider” in “Vraag het je school-opleiders."


@kept
def lab(house: House, school: Any) -> LabPage:
    """A lab that is live in both languages; the house does not say schoolopleider since."""
    page = lab_in_two_languages(house, school)
    refuse_words()
    return page


@pytest.fixture
def core(lab: LabPage) -> Client:
    """The browser of somebody who may do everything."""
    return browser_of(User.objects.get(is_superuser=True))


def refuse_words() -> None:
    RefusedWord.objects.create(
        language="nl", forms=["schoolopleider"], says=["opleider", "opleiders"], term="opleiders"
    )
    RefusedWord.objects.create(language="en", forms=["school educator"], says=["educator"], term="opleiders")
    RefusedWord.objects.create(language="nl", forms=["stagiair"], says=["collega in opleiding"], advises=True)


def a_copy_that_is_live(core: Client, page: Any) -> str:
    LabPage.objects.filter(pk=page.pk).update(summary=WRONG)
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])
    form = {"new_title": "Kopie", "new_slug": "kopie", "new_parent_page": page.get_parent().pk, "publish_copies": "on"}
    said = core.post(address, form, follow=True).content.decode()
    assert not Page.objects.filter(slug="kopie", live=True).exists()
    LabPage.objects.filter(pk=page.pk).update(summary="Vragen stellen")
    return said


ROADS = [by_its_form, sent_for_review, many_at_once, an_old_revision, its_time, a_copy_that_is_live]


@pytest.mark.parametrize("road", ROADS, ids=lambda road: road.__name__)
def test_no_road_puts_a_refused_word_on_the_site(
    core: Client, lab: LabPage, road: Callable[[Client, Any], str]
) -> None:
    revision = draft(lab, summary=WRONG)
    said = road(core, fresh(lab))
    assert "school-opleider" in said or road is many_at_once
    assert "Niet gepubliceerd" in said
    assert WRONG not in read(fresh(lab))
    kept_draft = fresh(lab).get_latest_revision_as_object()
    assert kept_draft.summary == WRONG, "the words of the editor are still there"
    assert revision.pk == fresh(lab).latest_revision_id
    assert not fresh(lab).current_workflow_state


def test_code_is_refused_like_a_form_with_field_sentence_and_word_in_the_language_of_the_reader(lab: LabPage) -> None:
    revision = draft(lab, summary=WRONG)
    with override("nl"), pytest.raises(ValidationError, match=f"Samenvatting: {TOLD}”; wij zeggen “opleider”") as told:
        revision.publish()
    assert "nothing" not in str(told.value)
    with override("en"), pytest.raises(ValidationError, match=r"Summary: .*we say “opleider”"):
        revision.publish()
    with pytest.raises(ValidationError):
        lab.partner.workflow.start(fresh(lab), None)


def test_a_draft_is_saved_whatever_stands_in_it(core: Client, lab: LabPage) -> None:
    send(core, lab, "action-save-draft", summary=WRONG)
    assert fresh(lab).get_latest_revision_as_object().summary == WRONG
    refused = send(core, lab, "action-publish", summary=f"{WRONG} Echt.")
    assert f"{WRONG} Echt." in refused, "what was typed stands in the form that comes back"


def test_what_is_live_already_stays_and_can_be_saved_moved_and_taken_offline(lab: LabPage, house: House) -> None:
    RefusedWord.objects.create(language="nl", forms=["vragen"], says=["kwesties"])
    page = LabPage.objects.get(pk=lab.pk)
    page.is_example = True
    page.save()
    assert "Vragen stellen" in read(fresh(lab))
    page.takeaway = "De schoolopleider"
    with pytest.raises(ValidationError):
        page.save()
    LabPage.objects.get(pk=lab.pk).unpublish()
    assert not english(lab).live


def test_a_translation_is_refused_in_its_own_screen_and_by_code(core: Client, lab: LabPage) -> None:
    words = StringTranslation.objects.get(context__path="summary", locale__language_code="en")
    words.data = "Ask your school educators."
    words.save()
    address = reverse("wagtailadmin_pages:edit", args=[english(lab).pk])
    said = core.post(address, {"action": "publish"}, follow=True).content.decode()
    assert "school educator" in said
    assert "“educator”" in said
    with pytest.raises(ValidationError), TestCase.captureOnCommitCallbacks(execute=True):
        Translation.objects.get(source__object=lab.translation_key).save_target()
    assert "school educators" not in read(english(lab))


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "De schoolopleiders"},
        {"seo_title": "De schoolopleiders"},
        {"search_description": "Over school opleiders"},
        {"body": [("paragraph", "<p>De <b>school</b>opleider &amp; meer</p>")]},
        {"body": [("facts", {"heading": "", "facts": [{"term": "Wie", "value": "schoolopleidersoverleg"}]})]},
        {
            "body": [
                (
                    "listing",
                    {"kind": "steps", "heading": "", "lines": [{"label": "", "text": "<p>school&shy;opleider</p>"}]},
                )
            ]
        },
        {"body": [("table", {"caption": "x", "columns": ["a", "b"], "rows": [["1", "schoolopleider"], ["2", "b"]]})]},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_every_place_of_a_page_is_read(lab: LabPage, fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        draft(lab, **fields).publish()


def test_somebody_elses_words_and_how_people_search_are_nobodys_house_language(lab: LabPage) -> None:
    quoted = {"text": "de schoolopleider", "source": "Iemand", "source_lines": "", "language": "nl"}
    body = [("quote", quoted), ("paragraph", "<p>Zij zei: <q>mijn schoolopleider</q>, vroeger.</p>")]
    draft(lab, body=body, search_phrases="schoolopleider", how_it_works="Een stagiair mag.").publish()
    assert "mijn schoolopleider" in read(fresh(lab))
    advice = findings(LabPage.objects.get(pk=lab.pk))
    assert [(finding.hit.found, finding.hit.advises) for finding in advice] == [("stagiair", True)]


def test_entries_of_lists_images_and_documents_are_refused_too(core: Client, lab: LabPage) -> None:
    term = GlossaryTerm(slug="x", term="Opleider", definition="Geen schoolopleider.", locale=dutch())
    with pytest.raises(ValidationError):
        term.save()
    term.names_refused_words = True
    term.save()
    with pytest.raises(ValidationError):
        Figure.objects.create(slug="n", display="4", unit="schoolopleiders", source="bron", locale=dutch())
    with pytest.raises(ValidationError):
        PortalImage(title="Foto", description="Een schoolopleider lacht").full_clean(exclude=["file"])
    with pytest.raises(ValidationError):
        PortalDocument(title="Voor school educators", file=ContentFile(b"x", "x.txt")).save()
    address = reverse("wagtailsnippets_home_glossaryterm:add")
    form = {
        "term": "Lab",
        "definition": "Van schoolopleiders",
        "slug": "lab",
        "inflections": "",
        "see": "",
        "quote": "",
    }
    answer = core.post(address, form).content.decode()
    assert "“schoolopleider” in “Van schoolopleiders”" in answer
    assert not GlossaryTerm.objects.filter(slug="lab").exists()
