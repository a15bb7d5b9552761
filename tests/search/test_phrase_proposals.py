"""From words that found nothing to a page that has them, and back: phrases that do not find their page are told."""

from datetime import timedelta
from io import StringIO
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page

from curriculum.models import LabPage
from portal.core.models.users import User
from portal.partners.access.policy import access_of
from search.admin.desk import lost_phrases, searched_in_vain
from search.admin.phrases import PhraseForm
from search.lost_phrases import look
from search.models import SearchCount, StoredDocument
from search.stored_documents import next_version, row
from tests.factories import House, make_editor, make_lab, make_location
from tests.portal.translating import english, publish, submit, translate
from tests.search.conftest import Searching, document
from tests.search.test_promotion import REPORT, core, follow, soup

pytestmark = pytest.mark.elasticsearch
__all__ = ["core"]
WORDS = "zomerbaantje naast studie"


@pytest.fixture
def lab(searching: Searching, school: Any) -> LabPage:
    """A lab with a phrase, and words that found nothing."""
    page = make_lab(school, "rooster", title="Het rooster", search_phrases="wanneer moet ik er zijn")
    searching.sync()
    SearchCount.objects.create(language="nl", words=WORDS, searches=3, without_results=3)
    return page


def form_of(core: Client, words: str = WORDS, language: str = "nl") -> tuple[str, dict[str, str]]:
    """Return the address of the form to which the button of the report leads, and what stands in it."""
    address = f"/admin/zoeken/bij-een-pagina/?{urlencode({'words': words, 'language': language}, quote_via=quote)}"
    form = soup(core.get(address))
    fields = {str(i["name"]): str(i.get("value", "")) for i in form.select("#w-editor-form input[name]")}
    chosen = form.select_one("select[name=language] option[selected]")
    assert chosen is not None
    return address, {"words": fields["words"], "page": fields["page"], "language": str(chosen["value"])}


def edit_form(core: Client, address: str) -> BeautifulSoup:
    return soup(core.get(address.partition("#")[0]))


def test_one_press_and_a_page_open_its_form_with_the_words_in_it_and_nothing_is_saved(
    core: Client, lab: LabPage
) -> None:
    address, _form = follow(core, "Zet bij een pagina")
    fields = form_of(core)[1]
    assert address == form_of(core)[0]
    assert fields == {"words": WORDS, "page": "", "language": "nl"}

    led = core.post(address, {**fields, "page": lab.pk})

    assert led.status_code == 302
    form = edit_form(core, led["Location"])
    field = form.select_one("textarea[name=search_phrases]")
    assert field is not None
    assert field.text.split("\n")[-2:] == ["wanneer moet ik er zijn", WORDS]
    assert WORDS in form.text
    assert led["Location"].endswith("#id_search_phrases")
    lab.refresh_from_db()
    assert lab.search_phrases == "wanneer moet ik er zijn"
    assert lab.latest_revision.as_object().search_phrases == "wanneer moet ik er zijn"


def test_the_first_page_found_is_proposed(core: Client, lab: LabPage) -> None:
    assert form_of(core, "rooster")[1]["page"] == str(lab.pk)


def test_only_a_page_that_one_may_edit_and_in_that_language_can_be_chosen(
    core: Client, house: House, lab: LabPage
) -> None:
    address, fields = form_of(core)
    for page, language, words in (
        ("", "nl", "Kies een pagina."),
        (Page.objects.get(depth=1).pk, "nl", "Bezoekers kunnen deze pagina niet zien."),
        (lab.pk, "en", "Deze pagina staat in een andere taal."),
    ):
        answer = core.post(address, {**fields, "page": page, "language": language})
        assert words in soup(answer).text


def test_a_page_that_one_may_not_edit_cannot_be_chosen(lab: LabPage, house: House) -> None:
    """The screen is the core team's; the form asks again, for whoever may see it and not change the page."""
    elsewhere = make_editor(make_location(house.locations, "nxt-doorn").represents)

    form = PhraseForm({"words": WORDS, "language": "nl", "page": str(lab.pk)}, user=elsewhere)

    assert not form.is_valid()
    assert list(form.errors) == ["page"]


def test_an_editor_of_a_partner_does_not_reach_the_form(lab: LabPage, school: Any) -> None:
    client = Client()
    client.force_login(make_editor(school.partner))

    assert client.get("/admin/zoeken/bij-een-pagina/").status_code == 302


def test_words_for_an_english_page_wait_in_its_translation(core: Client, house: House, lab: LabPage) -> None:
    submit(lab)
    translate(lab)
    publish(core, lab)
    page = english(lab)
    before = page.search_phrases
    address, fields = form_of(core, "summer job", "en")

    led = core.post(address, {**fields, "page": page.pk})

    assert (led.status_code, led["Location"]) == (302, f"/admin/pages/{page.pk}/edit/")
    assert english(lab).search_phrases == before
    publish(core, lab)
    assert english(lab).search_phrases == f"{before}\nsummer job"


def test_an_english_page_waits_for_the_first_phrase_of_the_dutch_one(core: Client, house: House, school: Any) -> None:
    page = make_lab(school, "leeg")
    submit(page)
    translate(page)
    publish(core, page)
    address, fields = form_of(core, "summer job", "en")

    answer = core.post(address, {**fields, "page": english(page).pk})

    assert "De Nederlandse pagina heeft nog geen zulke woorden" in soup(answer).text


def test_the_desk_of_the_core_team_tells_what_was_searched_in_vain_until_a_page_has_it(
    core: Client, lab: LabPage, searching: Searching, school: Any
) -> None:
    SearchCount.objects.create(language="nl", words="eenmaal getikt", searches=1, without_results=1)
    chief = access_of(User.objects.get(email="kern@example.org"))
    assert [line.title for line in searched_in_vain(chief)] == [WORDS]
    assert searched_in_vain(access_of(make_editor(school.partner))) == []
    assert "Gezocht en niet gevonden" in soup(core.get("/admin/")).text

    make_lab(school, "werk", search_phrases=WORDS.title())
    searching.sync()

    assert searched_in_vain(chief) == []


def crowd(searching: Searching) -> None:
    """Ten others that people search for by the same phrase, and are called so."""
    searching.put(*(document(f"ander-{n}", title="Wanneer moet ik er zijn", phrases=()) for n in range(10)))


def test_a_phrase_that_does_not_find_its_page_is_told_to_its_editors_and_in_the_report(
    core: Client, house: House, lab: LabPage, searching: Searching, school: Any
) -> None:
    look()
    assert "Elke zin vindt zijn pagina." in soup(core.get(REPORT)).text
    crowd(searching)
    elsewhere = make_location(house.locations, "nxt-doorn")

    look()

    report = soup(core.get(REPORT))
    assert "wanneer moet ik er zijn" in report.text
    assert report.select_one(f'td a[href="/admin/pages/{lab.pk}/edit/"]')
    assert [line.note for line in lost_phrases(access_of(make_editor(school.partner)))] == ["wanneer moet ik er zijn"]
    assert lost_phrases(access_of(make_editor(elsewhere.represents))) == []
    said = StringIO()
    call_command("search_phrases", stdout=said)
    assert "nl lab/rooster: wanneer moet ik er zijn" in said.getvalue()


def test_what_was_lost_stays_known_when_the_document_is_stored_again_and_goes_with_the_phrase(
    lab: LabPage, searching: Searching
) -> None:
    crowd(searching)
    look()
    lab.save()
    searching.sync()
    assert [found.lost for found in StoredDocument.objects.with_lost_phrases()] == [["wanneer moet ik er zijn"]]

    lab.search_phrases = "tijden"
    lab.save()
    searching.sync()

    assert list(StoredDocument.objects.with_lost_phrases()) == []


def test_a_night_without_patience_goes_on_where_the_last_one_stopped(searching: Searching) -> None:
    searching.put(*(document(f"zin-{n}", phrases=(f"eigen zin {n}",)) for n in range(3)))

    assert [look(patience=timedelta(0)) for _night in range(3)] == [1, 1, 1]

    assert not StoredDocument.objects.filter(phrases_seen_at=None).exists()


def test_nothing_is_called_lost_while_elasticsearch_is_away(searching: Searching, without_elasticsearch: None) -> None:
    StoredDocument.objects.bulk_create([row(document("zin", phrases=("eigen zin",)), next_version())])

    assert look() == 0
    assert StoredDocument.objects.get().phrases_seen_at is None
