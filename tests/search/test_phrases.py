"""How people search for a page: found by words its text does not hold, and shown to nobody."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from home.models import GlossaryTerm
from search.index.reconcile import reconcile
from search.models import StoredDocument
from search.results import ResultPage
from tests.factories import House, in_english, make_lab
from tests.factories.content import dutch
from tests.search.conftest import Searching, document

pytestmark = pytest.mark.elasticsearch
Find = Callable[..., ResultPage]
SECRET = "collegegeldregeling"


def term(slug: str, **fields: Any) -> GlossaryTerm:
    words = {"term": slug.capitalize(), "definition": "Wie jou helpt."}
    return GlossaryTerm.objects.create(locale=dutch(), slug=slug, **words, **fields)


def keys(page: ResultPage) -> list[str]:
    return [result.key for result in page.results]


@pytest.mark.parametrize("words", ["zomerbaantje", "Zomerbaantje!", "baantje naast mijn studie", "zomerbantje"])
def test_a_page_is_found_by_words_that_only_its_phrases_hold(engine: Find, searching: Searching, words: str) -> None:
    searching.put(
        document("rooster", phrases=("zomerbaantje", "kan ik een baantje naast mijn studie")), document("lopen")
    )

    assert keys(engine(words)) == ["rooster"]


@pytest.mark.parametrize("written", ["hoe meld ik me aan", "Hoe meld ik me aan?", "hoe  meld ik me áán"])
def test_who_types_a_whole_phrase_finds_its_page_before_pages_that_hold_all_its_words(
    engine: Find, searching: Searching, written: str
) -> None:
    searching.put(
        document("anders", title="Meld je aan", summary="Hoe meld ik me aan? Meld je aan.", body="Aanmelden."),
        document("wegwijzer", title="Waar je moet zijn", phrases=("inschrijven", "hoe meld ik me aan")),
    )

    assert keys(engine(written)) == ["wegwijzer", "anders"]


def test_a_page_that_is_called_so_stays_first(engine: Find, searching: Searching) -> None:
    searching.put(document("pabo", title="Pabo"), document("route", title="Routes", phrases=("pabo",)))

    assert keys(engine("pabo")) == ["pabo", "route"]


def test_a_word_counts_more_in_a_phrase_than_in_the_text_and_less_than_in_the_title(
    engine: Find, searching: Searching, new_indices: None
) -> None:
    searching.put(
        document("tekst", body="Roeien op het water. " + "We gaan met z'n allen op pad. " * 60),
        document("zin", phrases=("roeien met de klas",)),
        document("naam", title="Roeien op water"),
        *(document(f"ander-{number}", phrases=("iets heel anders", "en nog wat")) for number in range(8)),
    )

    assert keys(engine("roeien buiten")) == ["naam", "zin", "tekst"]


def test_a_phrase_of_one_page_is_no_phrase_of_words_of_two(engine: Find, searching: Searching) -> None:
    searching.put(document("een", phrases=("rode fiets", "blauwe auto")))

    assert keys(engine('"fiets blauwe"')) == []


@pytest.mark.parametrize(
    "address", ["/nl/zoeken/?q=starters", "/nl/zoeken/rss?q=starters", "/nl/zoeken/suggesties?q=starters"]
)
@pytest.mark.parametrize("away", [False, True])
def test_a_phrase_is_shown_nowhere(
    client: Client, searching: Searching, settings: Any, address: str, away: bool
) -> None:
    searching.put(document("geld", title="Wat het kost", phrases=(f"starters {SECRET}",)))
    if away:
        settings.ELASTICSEARCH_URL = "http://127.0.0.1:1"

    answer = client.get(address).content.decode()

    assert "Wat het kost" in answer
    assert SECRET not in answer


def test_the_page_itself_does_not_show_how_people_search_for_it(client: Client, house: House, school: Any) -> None:
    page = make_lab(school, "geld", search_phrases=SECRET)
    entry = term("collega", search_phrases=SECRET)

    for url in (page.get_url(), entry.get_url(), house.labs.get_url(), "/nl/labs/rss"):
        assert SECRET not in client.get(url).content.decode()


def test_the_beginning_of_a_phrase_suggests_its_page_after_pages_that_are_called_so(
    searching: Searching, settings: Any
) -> None:
    searching.put(
        document("wegwijzer", title="Aan de weg", phrases=("meld je school aan",)),
        document("meldpunt", title="Meldpunt"),
        document("anders", title="Iets anders", phrases=("wat kost het meldpunt",)),
    )
    for address in (settings.ELASTICSEARCH_URL, "http://127.0.0.1:1"):
        settings.ELASTICSEARCH_URL = address
        suggested = [[item["key"] for group in searching.suggest(words) for item in group["items"]]
                     for words in ("meld", "meld je sch", "Meld je school aan")]  # fmt: skip
        assert suggested == [["meldpunt", "wegwijzer"], ["wegwijzer"], ["wegwijzer"]], address


@pytest.mark.parametrize("words", ["hoe", "hoe kan ik", "wat is een", "mel"])
def test_words_that_begin_many_phrases_suggest_none(searching: Searching, settings: Any, words: str) -> None:
    searching.put(
        document("een", title="Eerste", phrases=("hoe kan ik beginnen", "melden")),
        document("twee", title="Tweede", phrases=("wat is een lab",)),
    )
    for address in (settings.ELASTICSEARCH_URL, "http://127.0.0.1:1"):
        settings.ELASTICSEARCH_URL = address
        assert searching.suggest(words) == []


def test_phrases_of_a_published_page_and_of_a_term_are_found_in_their_own_language(
    searching: Searching, house: House, school: Any
) -> None:
    in_english(house.labs)
    lab = make_lab(school, "coachen", search_phrases="zomerbaantje")
    in_english(lab, search_phrases="summer job")
    term("begeleiders", search_phrases="mentor op de werkvloer")
    searching.sync()

    assert searching.keys("zomerbaantje") == ["coachen"]
    assert searching.keys("mentor werkvloer") == ["begeleiders"]
    assert searching.keys("summer job", "en") == ["coachen"]
    assert searching.keys("zomerbaantje", "en") == []


def test_reconciling_notices_a_phrase_that_no_signal_told(searching: Searching, school: Any) -> None:
    lab = make_lab(school, "coachen")
    searching.sync()
    type(lab).objects.filter(pk=lab.pk).update(search_phrases="zomerbaantje")

    assert reconcile().total == 1
    searching.refresh()

    assert searching.keys("zomerbaantje") == ["coachen"]
    assert StoredDocument.objects.get(key="coachen").phrases == ["zomerbaantje"]
