"""A text without a full stop in sight, as out of a table, is marked as quickly as any other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engines.client import write_client
from search.index.writing import LONGEST_LINE, PARAGRAPH_ENDS, in_lines
from search.schema import alias
from tests.search.conftest import Searching, document

PIECES = st.tuples(st.sampled_from(["woord", "woord. ", "een\n", "twee  ", "\t", "x", "é "]), st.integers(1, 4000))


@given(st.lists(PIECES, max_size=5))
def test_no_line_of_the_index_is_too_long_and_every_word_stands_in_it(pieces: list[tuple[str, int]]) -> None:
    text = "".join(piece * times for piece, times in pieces)
    found = in_lines(text)
    lines = [line for part in found.split("\n") for line in part.split(PARAGRAPH_ENDS)]
    assert all(len(line) <= LONGEST_LINE for line in lines)
    assert "".join(found.split()) == "".join(text.split())
    if all(len(line) <= LONGEST_LINE for line in text.split("\n")):
        assert found == text


@pytest.mark.elasticsearch
def test_what_elasticsearch_reads_on_to_the_end_of_a_sentence_is_bounded(searching: Searching) -> None:
    """It reads on past a line feed: without the sign of a paragraph the sentence would be the whole text."""
    searching.put(document("tabel", title="Tabel", body="Een olifant zonder punt " + "cel " * 10 * LONGEST_LINE))
    body = {"number_of_fragments": 1, "fragment_size": 0, "boundary_scanner": "sentence"}
    found = write_client().search(
        index=alias("nl"), query={"match": {"body": "olifant"}}, highlight={"fields": {"body": body}}
    )
    assert len(found["hits"]["hits"][0]["highlight"]["body"][0]) <= 2 * LONGEST_LINE
