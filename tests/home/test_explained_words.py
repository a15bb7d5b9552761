"""Words of the house explain themselves where a page uses them first: once, whole, in the language of the text."""

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Locale

from home.models import GlossaryTerm
from portal.core.explained import Forms, HouseTerm, _pieces
from portal.core.page_cache.middleware import shelf
from tests.factories import House, in_english, make_guide, make_standard
from tests.factories.content import dutch
from tests.kept import kept

pytestmark = pytest.mark.django_db


@kept
def words(house: House) -> None:
    """The words of these tests, and the glossary in both languages."""
    in_english(house.glossary)
    for slug, term, abbreviation, forms in [
        ("lab", "lab", "", ["labs"]),
        ("collega-in-opleiding", "collega in opleiding", "", ["collega's in opleiding"]),
        ("hu", "Hogeschool Utrecht", "HU", []),
        ("vo", "voortgezet onderwijs", "vo", []),
        ("unit", "unit", "", []),
    ]:
        GlossaryTerm.objects.create(
            slug=slug,
            term=term,
            abbreviation=abbreviation,
            inflections=forms,
            definition=f"Zo noemen wij {term}.",
            locale=dutch(),
        )
    lab = GlossaryTerm.objects.get(slug="lab").copy_for_translation(Locale.objects.get(language_code="en"))
    lab.term, lab.definition = "laboratory", "What we call a lab."
    lab.save()
    GlossaryTerm.objects.filter(pk=lab.pk).update(holds_dutch=False)


def shown(client: Client, page: Any) -> BeautifulSoup:
    """A page as a visitor reads it."""
    return BeautifulSoup(client.get(page.url).content, "lxml")


def written(house: House, text: str, slug: str = "tekst") -> Any:
    """A live page with a text."""
    return make_standard(house.about, slug, body=[("paragraph", text)])


def explained(page: BeautifulSoup) -> list[str]:
    """The words that a page explains, as it writes them."""
    return [tag.get_text() for tag in page.select("main dfn.explained")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>Je kiest een lab.</p>", ["lab"]),
        ("<p>Labs zijn er elke week, en een lab duurt een dag.</p>", ["Labs"]),
        ("<p>Twee collega’s in opleiding en een collega in opleiding.</p>", ["collega’s in opleiding"]),
        ("<p>Een unit is klein; units zijn samen groot.</p>", ["unit"]),
        ("<p>De units.</p>", ["units"]),
        ("<p>De HU en niet hu of huis.</p>", ["HU"]),
        ("<p>Een vos op het vo.</p>", []),
        ("<p>Een labyrint, een slab en een lab-dag.</p>", []),
        ("<h2>Het lab</h2><p>Tekst.</p>", []),
        ('<p><a href="https://example.org">het lab</a></p>', []),
        ("<p><q>ons lab</q> en <b>het lab</b>.</p>", ["lab"]),
        ("<ul><li>Een lab</li><li>Een lab</li></ul>", ["lab"]),
    ],
)
def test_a_word_is_explained_once_and_whole(
    house: House, words: None, client: Client, text: str, found: list[str]
) -> None:
    assert explained(shown(client, written(house, text))) == found


def test_a_note_says_what_the_word_means_and_where_more_is_said(house: House, words: None, client: Client) -> None:
    page = shown(client, written(house, "<p>Je kiest een <i>lab</i> of lab &amp; co.</p>"))

    button = page.select_one("dfn.explained button")
    note = page.select_one("main [popover].note")
    assert button is not None
    assert note is not None
    assert button["popovertarget"] == note["id"]
    assert "Zo noemen wij lab." in note.get_text()
    link = note.select_one("a")
    assert link is not None
    assert client.get(str(link["href"])).status_code == 200
    assert "lab &amp; co" in str(page.main)


def test_a_word_is_explained_once_in_all_paragraphs_of_a_page(house: House, words: None, client: Client) -> None:
    body = [("paragraph", "<p>Een lab.</p>"), ("paragraph", "<p>Nog een lab, en een unit.</p>")]
    page = make_standard(house.about, "lang", body=body)

    assert explained(shown(client, page)) == ["lab", "unit"]
    assert explained(shown(client, page)) == ["lab", "unit"]


def test_each_language_explains_its_own_words(house: House, words: None, client: Client) -> None:
    page = written(house, "<p>Een lab en een laboratory.</p>")
    translated = in_english(page, title="A page")

    assert explained(shown(client, page)) == ["lab"]
    found = shown(client, translated)
    assert explained(found) == ["laboratory"]
    note = found.select_one(".note")
    assert note is not None
    assert "What we call a lab." in note.get_text()


def test_the_glossary_itself_explains_nothing_twice(house: House, words: None, client: Client) -> None:
    glossary = house.glossary
    glossary.body = [("paragraph", "<p>Lees wat een lab is.</p>")]
    glossary.save_revision().publish()

    assert explained(shown(client, glossary)) == []


def test_a_step_of_a_guide_explains_its_words(house: House, words: None, client: Client) -> None:
    steps = [("step", {"title": "Begin", "text": "<p>Kies een lab.</p>"})]
    guide = make_guide(house.about, steps=steps)

    assert explained(shown(client, guide)) == ["lab"]


def test_a_word_that_is_not_translated_yet_and_one_we_do_not_use_explain_nothing(
    house: House, words: None, client: Client
) -> None:
    GlossaryTerm.objects.filter(locale__language_code="en").update(holds_dutch=True)
    GlossaryTerm.objects.filter(slug="unit").update(names_refused_words=True)
    page = written(house, "<p>Een unit en een laboratory.</p>")

    assert explained(shown(client, page)) == []
    assert explained(shown(client, in_english(page, title="A page"))) == []


def test_without_a_glossary_that_visitors_can_read_nothing_is_explained(
    house: House, words: None, client: Client
) -> None:
    house.glossary.unpublish()

    assert explained(shown(client, written(house, "<p>Een lab.</p>"))) == []


def test_a_kept_page_follows_the_words(house: House, words: None, client: Client, settings: Any) -> None:
    settings.PAGE_CACHE_BYTES = 1024 * 1024
    shelf.clear()
    page = written(house, "<p>Een lab.</p>")
    client.get(page.url)
    term = GlossaryTerm.objects.get(slug="lab", locale=dutch())
    term.definition = "Een dag om iets uit te zoeken."
    term.save()

    assert "Een dag om iets uit te zoeken." in shown(client, page).get_text()
    shelf.clear()


PIECES = st.lists(
    st.sampled_from(
        ["lab", "Labs", " ", "<p>", "</p>", "<q>", "</q>", "<b>", "</b>", "&amp;", "labyrint", "-", "é", "."]
    )
)


@given(pieces=PIECES)
def test_a_text_keeps_each_of_its_own_signs(pieces: list[str]) -> None:
    forms = Forms()
    forms.add("lab", HouseTerm.of("lab", ("lab", "labs"), "Zo noemen wij het.", "/nl/lab/"))
    html, done = "".join(pieces), set[str]()

    made = "".join(_pieces(html, forms, done))

    note = re.compile(r'</?dfn[^>]*>|</?button[^>]*>|<span class="note".*?</span>')
    assert note.sub("", made) == html
    assert made.count("<dfn") == len(done) <= 1
