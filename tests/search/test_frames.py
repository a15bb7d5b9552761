"""What is said around a question is not what is asked: search reads a query as if only that was typed."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.models import SynonymGroup
from search.reading.frames import unframed
from tests.search.conftest import Searching, document

SUBJECT = "muziek op zolder"


@pytest.mark.parametrize(
    "words",
    [
        "hoi, ik heb een vraag over {}",
        "Hallo kun je mij misschien helpen met {}",
        "ik ben student en wil iets weten over {}",
        "ik ben 42 jaar en zoek informatie over {}",
        "als ouder vraag ik me af hoe het zit met {}",
        "Ik ben op zoek naar {}",
        "weet iemand iets over {} aub",
        "waar vind ik de {}",
        "graag meer informatie over {}, alvast bedankt!",
        "tips voor {}",
        "{} Opleidingshuis",
        "{} bij het opleidingshuis",
    ],
)
def test_what_is_said_around_a_dutch_question_goes(words: str) -> None:
    assert unframed(words.format(SUBJECT), "nl") == SUBJECT


@pytest.mark.parametrize(
    "words",
    [
        "hi, can you help me with {} please",
        "I am looking for information on {}",
        "does anyone know about {}",
        "I'm a student and I would like to know more about {}, many thanks",
    ],
)
def test_what_is_said_around_an_english_question_goes(words: str) -> None:
    assert unframed(words.format(SUBJECT), "en") == SUBJECT


@pytest.mark.parametrize(
    "words",
    [
        *(
            "hoi",
            "graag",
            "wat is het opleidingshuis",
            "wie hoort bij het opleidingshuis",
            "over het Opleidingshuis",
            "op zoek naar",
            "leerlingen helpen",
        ),
        *(
            "ik wil leraar worden",
            "ik ben zij-instromer en zoek een school",
            '"ik zoek een school"',
            "uitleg geven",
            "",
        ),
    ],
)
def test_what_is_asked_itself_stays(words: str) -> None:
    assert unframed(words, "nl") == words


@given(st.text(max_size=60) | st.lists(st.sampled_from(["hoi", "ik", "zoek", "graag", "muziek", ","])).map(" ".join))
def test_a_part_of_what_is_typed_is_left(words: str) -> None:
    for language in ("nl", "en", "de"):
        left = unframed(words, language)
        assert left in words
        assert bool(left.strip()) == bool(words.strip())


@pytest.fixture
def pages(searching: Searching, new_indices: None) -> None:
    """Pages of which one is asked for, and others hold the words around it."""
    searching.put(
        document("muziek", title="Muziek maken", body="Muziek maken op zolder."),
        document("helpen", title="Een kind helpen", body="Kun je mij helpen? Zo help je een kind met een vraag."),
        document("vraag", title="Een vraag over school", body="Stel je vraag. Een vraag is welkom."),
        document("collega", kind="begrip", title="Collega", body="Zo noemen wij een student."),
    )


@pytest.mark.elasticsearch
@pytest.mark.parametrize("words", ["muziek", "kun je mij helpen met muziek", "hoi, ik heb een vraag over muziek"])
def test_who_asks_politely_finds_the_same(engine: Any, pages: None, words: str) -> None:
    assert [hit.key for hit in engine(words).results] == ["muziek"]


@pytest.mark.elasticsearch
@pytest.mark.parametrize(("words", "first"), [("student", "collega"), ("muziek maken voor studenten", "muziek")])
def test_the_word_of_the_house_comes_first_when_nothing_else_is_asked(
    engine: Any, pages: None, words: str, first: str
) -> None:
    SynonymGroup.objects.create(
        slug="student", language="nl", typed=["student"], words=["collega"], notice=True, term="collega"
    )
    page = engine(words)
    assert page.results[0].key == first
    assert [word.words for word in page.house_words] == [("collega",)]
