"""A word of the other language finds the pages that have that name there, by the name they have here."""

from typing import Any

import pytest

from portal.core import content_cache
from search.models import SynonymGroup
from tests.search.conftest import Searching, document

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def both(searching: Searching) -> None:
    """Terms with a title in both languages, and pages in one that use them."""
    pairs = ("verdieping", "verdiepingsgesprek", "deepening talk"), ("kring", "schoolkring", "school circle")
    searching.put(
        *(
            document(key, kind="begrip", language=language, title=title, url=f"/{language}/{key}/")
            for key, *titles in pairs
            for language, title in zip(("nl", "en"), titles, strict=True)
        ),
        document("guide", language="en", title="How to prepare", body="Prepare a deepening talk.", url="/en/guide/"),
        document("talks", language="en", title="Talks", body="Talk about anything but school.", url="/en/talks/"),
        document("gids", title="Zo bereid je het voor", body="Bereid een verdiepingsgesprek voor."),
    )
    SynonymGroup.objects.create(slug="kringen", language="nl", typed=["rondje"], words=["schoolkring"])
    content_cache.renew()


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        ("en", "verdiepingsgesprek", ["verdieping", "guide"]),
        ("en", "verdiepingsgesprekken", ["verdieping", "guide"]),
        ("nl", "deepening talk", ["verdieping", "gids"]),
        ("en", "rondje", ["kring"]),
    ],
)
def test_a_name_in_the_other_language_finds_what_is_called_so_there(
    engine: Any, both: None, language: str, words: str, found: list[str]
) -> None:
    assert [result.key for result in engine(words, language).results] == found


def test_such_a_name_is_understood_beside_other_words(engine: Any, both: None) -> None:
    assert {result.key for result in engine("prepare verdiepingsgesprek", "en").results} == {"guide", "verdieping"}


def test_a_word_that_stands_here_keeps_its_own_meaning(engine: Any, both: None, searching: Searching) -> None:
    searching.put(document("circus", title="Rondje circus", language="en", url="/en/circus/"))
    for words in ("rondje", "rondje flurbel"):
        assert [result.key for result in engine(words, "en").results] == ["circus"]


def test_what_an_editor_explains_here_goes_before_the_name_there(engine: Any, both: None) -> None:
    SynonymGroup.objects.create(slug="round", language="en", typed=["rondje"], words=["talks"])
    content_cache.renew()
    assert engine("rondje", "en").results[0].key == "talks"
