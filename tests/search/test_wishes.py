"""What a query names beside its subject: such pages come first, and a filter is offered."""

from typing import Any

import pytest
from django.test import Client
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.words import all_terms
from search.kinds import KINDS, MANY
from search.parsing import parse
from search.reading import vocabulary as vocabularies
from search.reading.offers import without
from search.reading.questions import leaning
from search.reading.wishes import Wish
from search.request import SearchRequest
from search.schema import LANGUAGES
from tests.factories import House, make_group, make_lab, make_theme, make_variant
from tests.search.conftest import Searching, document

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def places(searching: Searching) -> None:
    """Two places, a theme, and labs about the same things in other places, the wanted one last in every other order."""
    text = "Lab over muziek maken met kleuters en pubers."
    searching.put(
        document("werf-noord", kind="locatie", title="De Werf Noord", locations=("werf-noord",)),
        document("veenoord", kind="locatie", title="College Veenoord", aliases=("CV",), locations=("veenoord",)),
        document("muziek", kind="thema", title="Muziek", themes=("muziek",)),
        document("muziek", kind="thema", title="Music", language="en", url="/en/music/", themes=("muziek",)),
        *(document(f"lab-{n}", title="Muziek maken", body=text, locations=("werf-noord",)) for n in range(4)),
        document("verhaal", kind="verhaal", title="Muziek maken", body=text, locations=("veenoord",)),
        document("daar", title="Maken met muziek", body=text, locations=("veenoord",), themes=("muziek",)),
    )


@pytest.mark.parametrize(
    "words",
    [
        "muziek maken veenoord",
        "muziek maken College Veenoord",
        "muziek maken CV",
        "Veenoordse labs muziek",
        "labs cv muziek",
    ],
)
def test_a_page_that_has_what_is_named_comes_first(engine: Any, places: None, words: str) -> None:
    found = [result.key for result in engine(words).results if result.kind == "lab"]
    assert found[0] == "daar"
    assert "lab-0" in found  # a wish leaves nothing out


def test_what_is_named_is_offered_as_filters_with_its_words_left_out(engine: Any, places: None) -> None:
    offer = engine("muziek labs veenoord maken").offer
    assert offer is not None
    assert set(offer.names) == {"Muziek", "Labs", "College Veenoord"}
    assert offer.request.words == "maken"
    again = engine(offer.request.words, filters=offer.request.chosen)
    assert [result.key for result in again.results] == ["daar"]
    assert again.offer is None


@pytest.mark.parametrize("words", ["veenoord", "College Veenoord", "labs", "maken", "veenoord verhalen onbekend thema"])
def test_nothing_is_offered_for_one_name_nor_where_no_result_has_all_of_it(
    engine: Any, places: None, words: str
) -> None:
    page = engine(words)
    assert page.offer is None or set(page.offer.names) == {"Verhalen", "College Veenoord"}


def test_where_no_result_has_all_that_is_named_nothing_is_offered(engine: Any, places: None) -> None:
    assert engine("verhalen werf noord").offer is None


def test_a_number_word_of_a_name_alone_names_nothing(searching: Searching) -> None:
    searching.put(document("tien", kind="locatie", title="Academie Tien", locations=("tien",)))
    known = vocabularies.vocabulary("nl")
    assert ("academie",) in known
    assert ("tien",) not in known


def test_names_come_from_the_site_and_change_with_it(searching: Searching, house: House, school: Any) -> None:
    theme = make_theme(house.themes, title="Techniek")
    make_lab(school, "een", title="Bruggen bouwen", themes=[theme], places=[school])
    school.town = "Veendam"
    school.save_revision(clean=False).publish()
    make_group(name="Groep Ochtend", years=["jaar-2"])
    searching.sync()
    offer = searching.find("bouwen Veendamse techniek").offer
    assert offer is not None
    assert set(offer.names) == {school.title, "Techniek"}
    assert vocabularies.vocabulary("nl")[("twed", "jaar")]["groep"]

    theme.title = "Timmeren"
    theme.save_revision(clean=False).publish()
    assert searching.find("timmeren").total == 0  # the names are kept before the worker has been
    searching.sync()
    offer = searching.find("bouwen timmeren academie").offer
    assert offer is not None
    assert "Timmeren" in offer.names


def test_a_visitor_sees_the_offer_as_a_link(client: Client, places: None) -> None:
    answer = client.get("/nl/zoeken/", {"q": "muziek maken veenoord"})
    assert 'href="/nl/zoeken/?q=maken&amp;locatie=veenoord&amp;thema=muziek"' in answer.content.decode()


NAMES = st.lists(st.sampled_from(["labs", "veenoord", "muziek"]), unique=True, min_size=1)


@given(NAMES, st.lists(st.sampled_from(["maken", "samen", "zingen", "zij-instroom"]), max_size=4), st.randoms())
def test_only_the_words_that_became_filters_are_left_out(names: list[str], others: list[str], chance: Any) -> None:
    words = [*names, *others]
    chance.shuffle(words)
    left = without(" ".join(words), [Wish("soort", ("lab",), name) for name in names])
    assert left.split() == [part for word in words if word not in names for part in word.split("-")]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Hoe plan ik een gesprek?", ("handreiking",)),
        ("how would I plan a talk", ("handreiking",)),
        ("hoe lang duurt dat", ("pagina", "opleidingsgroep")),
        ("wie kan ik bellen", ("partner", "locatie")),
        ("Where is the gym?", ("locatie",)),
        ("wanneer is de opening", ("lab", "evenement")),
        ("wat betekent slb", ("begrip",)),
        ("wieken van een molen", ()),
        ("gesprek plannen", ()),
        ("hoe", ()),
        ("", ()),
    ],
)
def test_a_question_leans_to_kinds_of_pages(words: str, kinds: tuple[str, ...]) -> None:
    assert leaning(words) == kinds


@pytest.mark.parametrize(("words", "first"), [("wanneer fietsen", "lab"), ("hoe ga ik fietsen", "handreiking")])
def test_the_kind_of_a_question_decides_between_pages_that_say_the_same(
    engine: Any, searching: Searching, words: str, first: str
) -> None:
    same = {"title": "Op de fiets", "body": "Leer fietsen met een groep."}
    kinds = ("verhaal", "lab", "handreiking", "inzicht")
    searching.put(*(document(f"fiets-{kind}", kind=kind, **same) for kind in kinds))
    assert engine(words).results[0].kind == first


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_kind_is_named_by_one_of_it_and_by_all_of_them(language: str, searching: Searching) -> None:
    known = vocabularies.vocabulary(language)
    with translation.override(language):
        for kind in KINDS.keys() - vocabularies.TOO_WIDE:
            for label in (KINDS[kind], MANY[kind]):
                assert kind in known[all_terms(str(label), language)]["soort"], label


@pytest.fixture
def broad(searching: Searching) -> None:
    """Things of several kinds, of which the word alone would bring what explains or merely holds it."""
    searching.put(
        document("lab", kind="begrip", title="Lab", body="Een lab is een les. Een lab duurt kort."),
        document("labs", kind="pagina", title="Labs", summary="Alle labs."),
        document("zingen", title="Zingen in de klas", body="Je leert zingen."),
        document("hal", kind="verhaal", title="In de hal", body="We zaten in de hal."),
        document("over", kind="pagina", title="Over een verhaal", body="Een verhaal over een verhaal."),
        document("hogeschool", kind="partner", title="Hogeschool Veendam", body="De school der scholen."),
        document("werf", kind="locatie", title="De Werf", body="Bij ons leer je varen.", locations=("werf",)),
        document("event", kind="evenement", title="Dansavond", body="We dansen."),
        document("dance", kind="evenement", title="Night of dance", language="en", url="/en/dance/"),
        document("hall", kind="begrip", title="School", language="en", url="/en/school/"),
        document("yard", kind="locatie", title="The Yard", language="en", url="/en/yard/", locations=("werf",)),
    )


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("lab", ["labs", "zingen", "lab"]),
        ("labs", ["labs", "zingen", "lab"]),
        ("welke labs zijn er", ["labs", "zingen", "lab"]),
        ("verhaal", ["hal", "over"]),
        ("verhalen", ["hal", "over"]),
        ("school", ["werf", "hogeschool"]),
        ("welke scholen", ["werf", "hogeschool"]),
        ("event", ["event"]),
    ],
)
def test_a_kind_of_thing_brings_all_of_it_before_what_explains_the_word(
    engine: Any, broad: None, words: str, keys: list[str]
) -> None:
    page = engine(words)
    assert [result.key for result in page.results] == keys
    assert page.total == len(keys)
    assert page.without == ()  # no page may hold the word, but these are of that kind


@pytest.mark.parametrize(("words", "first"), [("schools", "yard"), ("events", "dance")])
def test_a_kind_of_thing_is_asked_in_english_too(engine: Any, broad: None, words: str, first: str) -> None:
    assert engine(words, "en").results[0].key == first


def test_whoever_asks_what_a_word_means_does_not_get_all_things_of_that_kind(engine: Any, broad: None) -> None:
    assert {result.key for result in engine("wat is een lab").results} == {"lab", "labs"}


def test_a_word_in_the_name_of_a_place_is_not_the_name_of_it(engine: Any, searching: Searching, broad: None) -> None:
    searching.put(document("scholen", title="Scholen en hogeschool", body="Over scholen."))
    assert engine("veendam").results[0].key == "hogeschool"
    assert engine("hogeschool scholen").results[0].key == "scholen"
    assert engine("hogeschool").results[0].key == "hogeschool"


@pytest.mark.parametrize(("words", "language"), [("nieuwe muziek", "nl"), ("nieuw", "nl"), ("new music", "en")])
def test_something_new_is_no_news(searching: Searching, words: str, language: str) -> None:
    assert not parse(SearchRequest(language, words)).wishes
    assert not parse(SearchRequest(language, words)).asked


def test_news_is(searching: Searching) -> None:
    assert [wish.values for wish in parse(SearchRequest("nl", "nieuws over muziek")).wishes] == [("nieuws",)]
    assert parse(SearchRequest("en", "News")).kinds == ("nieuws",)


def test_a_level_and_a_number_name_the_groups_of_that_year(house: House, searching: Searching) -> None:
    group = make_group(name="Groep Ochtend", years=["jaar-2", "zonder-leerjaar"], variants=[make_variant(level="mbo")])

    assert parse(SearchRequest("nl", "muziek mbo 2")).wishes[0].values == (group.slug,)
    assert not [wish for wish in parse(SearchRequest("nl", "muziek mbo 1")).wishes if wish.facet == "groep"]
