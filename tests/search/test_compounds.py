"""Words in parts: compounds of which no page holds the whole, and verbs that stand apart in a sentence."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.reading.verbs import PREFIXES, infinitives, joined
from tests.search.conftest import Searching, document


@pytest.mark.parametrize(
    ("form", "infinitive"),
    [
        *(("meld", "melden"), ("meldt", "melden"), ("melden", "melden"), ("loop", "lopen"), ("loopt", "lopen")),
        *(
            ("stap", "stappen"),
            ("lees", "lezen"),
            ("schrijf", "schrijven"),
            ("doe", "doen"),
            ("ga", ""),
            ("zeg", "zeggen"),
        ),
        *(("gaat", "gaaten"), ("neem", "nemen"), ("werk", "werken"), ("zoek", "zoeken"), ("geef", "geven")),
    ],
)
def test_a_form_of_a_verb_leads_to_its_infinitive(form: str, infinitive: str) -> None:
    assert infinitive in (*infinitives(form), "")


@given(st.lists(st.text(max_size=8) | st.sampled_from([*PREFIXES, "meld", "loopt"]), max_size=8))
def test_a_verb_begins_with_a_later_word_of_the_query(words: list[str]) -> None:
    for at, end, verb in joined(words):
        assert at < end
        assert verb.startswith(words[end])


@pytest.mark.parametrize("words", ["zet ik dat op de site", "aan wie meld ik dat", "aan"])
def test_a_word_before_a_place_or_a_person_is_no_part_of_a_verb(words: str) -> None:
    assert list(joined(words.split())) == []


@pytest.fixture
def pages(searching: Searching, new_indices: None) -> None:
    """Pages of which one holds the whole verb, and others the parts of compounds."""
    searching.put(
        document("aanmelden", title="Je kunt je aanmelden", body="Zo kun je je aanmelden."),
        document("melden", title="Een klacht", body="Aan wie meld je een klacht? Meld het aan de balie. Meld meer."),
        document("afscheid", title="Afscheid nemen", body="Over afscheid en een feest."),
        document("feest", title="Een groot feest", body="Over een feest."),
        document("muziek", title="Muziek op zolder", body="Over muziek en over een zolder."),
    )


@pytest.mark.elasticsearch
@pytest.mark.parametrize("words", ["hoe meld ik me aan", "meld je nu aan bij ons"])
def test_a_verb_in_two_parts_is_the_verb_as_one(engine: Any, pages: None, words: str) -> None:
    assert engine(words).results[0].key == "aanmelden"


@pytest.mark.elasticsearch
def test_beside_other_words_a_compound_that_no_page_holds_adds_its_parts_and_is_still_said_to_be_missing(
    engine: Any, pages: None
) -> None:
    page = engine("muziek afscheidsfeest")
    assert page.results[0].key == "muziek"
    assert {result.key for result in page.results} == {"muziek", "feest", "afscheid"}
    assert page.without == ("afscheidsfeest",)
    assert not page.similar


@pytest.mark.elasticsearch
def test_alone_such_a_compound_finds_its_parts_as_a_guess(engine: Any, pages: None) -> None:
    page = engine("afscheidsfeest")
    assert {result.key for result in page.results} == {"feest", "afscheid"}
    assert page.similar


@pytest.mark.elasticsearch
@pytest.mark.parametrize("words", ["muziek feestqqqq", "muziek afscheit"])
def test_what_is_no_compound_has_no_parts(engine: Any, pages: None, words: str) -> None:
    assert "feest" not in {result.key for result in engine(words).results[1:]} or engine(words).corrected
