"""A word made of another leads to pages that only have the other."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.reading.forms import made_of
from tests.search.conftest import Searching, document


@pytest.mark.parametrize(
    ("word", "other"),
    [
        *(("lesje", "les"), ("verhaaltjes", "verhaal"), ("deeltje", "deel"), ("boompje", "boom"), ("balletje", "bal")),
        *(("foto'tje", "foto"), ("beweginkje", "beweging"), ("puntje", "punt"), ("kringetje", "kring")),
        *(("mbo'ers", "mbo"), ("pabo'er", "pabo"), ("hboers", "hbo"), ("oa's", "oa")),
        *(("begeleidster", "begeleider"), ("lerares", "leraar"), ("directrice", "directeur")),
        *(("doorstroming", "doorstromen"), ("observaties", "observeren"), ("innoveren", "innovatie")),
        *(("zorgvuldigheden", "zorgvuldigheid"), ("selectie", "selecteren"), ("inspecteren", "inspectie")),
    ],
)
def test_a_word_leads_to_what_it_is_made_of(word: str, other: str) -> None:
    assert other in made_of(word, "nl")
    assert not list(made_of(word, "en"))


@pytest.mark.parametrize("word", ["tester", "weger", "oester", "je", "jes", "ing", "king", "les", "school"])
def test_a_word_is_not_made_of_what_only_looks_so(word: str) -> None:
    assert not list(made_of(word, "nl"))


@given(st.text(alphabet="abejkrst'ing", max_size=12))
def test_what_a_word_is_made_of_is_another_word(word: str) -> None:
    assert all(other and other != word for other in made_of(word, "nl"))


@pytest.fixture
def pages(searching: Searching, new_indices: None) -> None:
    """Pages with words, and none with what is made of them."""
    searching.put(
        document("les", title="Een les geven", body="Zo geef je een les."),
        document("mbo", title="Van het mbo", body="Wie van het mbo komt, doet mee."),
        document("observeren", title="Observeren", body="Je leert observeren in de klas."),
    )


@pytest.mark.elasticsearch
@pytest.mark.parametrize(
    ("words", "key"), [("lesje", "les"), ("mogen mbo'ers ook", "mbo"), ("observatie", "observeren"), ("mboers", "mbo")]
)
def test_pages_with_the_other_word_are_results(engine: Any, pages: None, words: str, key: str) -> None:
    page = engine(words)
    assert [hit.key for hit in page.results] == [key]
    assert not page.similar
    assert not page.without
