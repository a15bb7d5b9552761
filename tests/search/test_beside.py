"""Of pages that hold the words, those beside the best come before one that stands alone."""

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import pytest

from search import boosts
from search.meaning.beside import Neighbours, middles
from search.request import DATE
from search.results import ResultPage
from tests.search import kept_vectors
from tests.search.conftest import Searching, document

pytestmark = pytest.mark.elasticsearch
Find = Callable[..., ResultPage]
BEST = ("Muziek maken", "Muziek luisteren")


def lying(*angles: float, linked: tuple[tuple[int, int], ...] = ()) -> Neighbours:
    """Pages 0, 1, … of which the middles point in these directions."""
    turned = np.radians(angles)
    directions = np.stack([np.cos(turned), np.sin(turned)], axis=1).astype(np.float32)
    return Neighbours({("test.thing", number): number for number in range(len(angles))}, directions, frozenset(linked))


def lifts(pages: Neighbours, *scores: float) -> list[float]:
    return pages.lifts([("test.thing", number) for number in range(len(scores))], scores)


def test_a_page_is_lifted_as_far_as_it_is_like_the_best_two() -> None:
    pages = lying(0, 60, 0, 90)

    found = lifts(pages, 10, 8, 5, 5)

    assert found[2] == pytest.approx(boosts.BESIDE * (10 * 1 + 8 * 0.5) / 2)
    assert found[3] == pytest.approx(boosts.BESIDE * (8 * np.cos(np.radians(30))) / 2, abs=1e-5)


def test_pages_of_which_one_names_the_other_are_more_alike() -> None:
    alone, named = (lying(0, 90, 90, linked=linked) for linked in ((), ((2, 0),)))

    assert lifts(named, 10, 0, 5)[2] - lifts(alone, 10, 0, 5)[2] == pytest.approx(
        boosts.BESIDE * boosts.LINKED * 10 / 2
    )


def test_what_an_exact_title_has_more_than_others_is_not_shared() -> None:
    assert lifts(lying(0, 0, 0), 80, 0, 5) == lifts(lying(0, 0, 0), boosts.BESIDE_MOST, 0, 5)


def test_a_page_that_is_not_encoded_yet_and_one_alone_stand_beside_nothing() -> None:
    assert lifts(lying(0, 0), 10, 9, 8)[2] == 0
    assert lifts(lying(0), 10) == [0]


def test_the_middle_of_a_page_is_what_it_has_beside_all_pages() -> None:
    vectors = np.array([[1, 1, 0], [1, 1, 0], [1, 0, 1]], dtype=np.float32)

    found = middles(vectors, np.array([0, 2], dtype=np.intp))

    assert found == pytest.approx(np.array([[0, 1, -1], [0, -1, 1]]) / 2**0.5)


@pytest.fixture
def music(searching: Searching, encoder_in_process: None) -> Searching:
    """Two pages about music, and two that only mention it, of which the last names both."""
    text = "Leerlingen in de klas, met muziek erbij."
    searching.put(
        document("maken", title=BEST[0], summary="Samen muziek maken.", changed_on=date(2026, 1, 1)),
        document("luisteren", title=BEST[1], summary="Samen naar muziek luisteren.", changed_on=date(2026, 1, 2)),
        document(
            "apart", title="Rekenen", body=text, related=("Muziek zingen", "Muziek kopen"), changed_on=date(2026, 1, 3)
        ),
        document("erbij", title="Klassiek", body=text, related=BEST, changed_on=date(2026, 1, 4)),
    )
    kept_vectors.encode()
    return searching


def test_of_equal_pages_the_one_that_names_the_best_comes_first(music: Searching, engine: Find) -> None:
    found = engine("muziek")

    assert [result.key for result in found.results][2:] == ["erbij", "apart"]
    assert "beside" in found.results[2].clauses
    assert found.total == 4


def test_without_an_encoder_pages_keep_the_order_of_their_words(music: Searching, engine: Find, settings: Any) -> None:
    settings.SEARCH_ENCODER = "off"

    assert not any("beside" in result.clauses for result in engine("muziek").results)


def test_what_is_sorted_by_date_or_asked_by_these_very_words_keeps_its_order(music: Searching, engine: Find) -> None:
    by_date = engine("muziek", sort=DATE)
    exactly = engine("muziek", literal=True)

    assert [result.key for result in by_date.results] == ["erbij", "apart", "luisteren", "maken"]
    assert not any("beside" in result.clauses for page in (by_date, exactly) for result in page.results)


def test_each_result_stands_on_one_page(searching: Searching, encoder_in_process: None, engine: Find) -> None:
    searching.put(
        *(document(f"les-{number}", title=f"Les {number}", body="Muziek." * number) for number in range(1, 26))
    )
    kept_vectors.encode()

    pages = [engine("muziek", page=number) for number in (1, 2, 3)]

    assert [len(page.results) for page in pages] == [10, 10, 5]
    assert len({result.key for page in pages for result in page.results}) == 25
    scores = [result.score for page in pages[:2] for result in page.results]
    assert scores == sorted(scores, reverse=True)
