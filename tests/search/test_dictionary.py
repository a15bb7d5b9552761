"""A word that exists is never taken for a mistyped one, whether or not a page holds it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.dictionary import is_word, mistyped
from tests.search.conftest import Searching, document

pytestmark = pytest.mark.elasticsearch


@pytest.mark.parametrize(
    "word",
    [
        *["verlegen", "Salaris", "practicum", "omscholen", "pestte", "foto's", "differentiëren", "timetable"],
        *["tandartsafspraak", "begeleidingsgesprek", "kampeerterrein"],  # compounds, some of which stand in no list
    ],
)
def test_words_and_compounds_exist(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize(
    "word", ["pedagogeik", "zomerbantje", "intervise", "akademie", "overdragt", "reserch", "zzzz", "", "日本"]
)
def test_what_is_mistyped_does_not(word: str) -> None:
    assert not is_word(word)


@given(st.sampled_from(["verlegen", "timetable", "boekenkast", "zelfstandigheid"]), st.data())
def test_a_word_exists_however_it_is_written(word: str, data: st.DataObject) -> None:
    capitals = data.draw(st.lists(st.booleans(), min_size=len(word), max_size=len(word)))
    written = "".join(letter.upper() if big else letter for letter, big in zip(word, capitals, strict=True))
    assert is_word(written)
    assert mistyped([f"{written} qzxv"]) == ["qzxv"]


@pytest.fixture
def pages(searching: Searching) -> None:
    searching.put(
        document("verslagen", title="Verslagen maken", body="Zo schrijf je verslagen over de schoolsafari."),
        document("practical", title="Practical work", body="Practical work in the lab.", url="/nl/practical/"),
        document("intervisie", title="Intervisie", body="Praat met elkaar."),
    )


@pytest.mark.parametrize("words", ["verlegen", "practicum", "salaris", "verlegde"])
def test_a_word_that_exists_leads_to_no_similar_word(engine: Any, pages: None, words: str) -> None:
    page = engine(words)
    assert (page.corrected, page.total) == ("", 0)


def test_beside_a_word_that_exists_a_mistyped_one_is_corrected(engine: Any, pages: None) -> None:
    page = engine("verlegen intervise")
    assert page.corrected == "verlegen intervisie"
    assert [result.key for result in page.results] == ["intervisie"]
