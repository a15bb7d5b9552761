"""Dutch and English words on the real analysers: what must find what, and what must not."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from search import schema
from search.analysis import settings as analysis_settings
from search.analysis.words import PARTS, all_terms, fold, index_terms, query_terms, split, stem, tokens
from search.engines.client import write_client
from search.schema import mappings

pytestmark = pytest.mark.elasticsearch
DATA = Path(__file__).parent / "data"
MATCH = [tuple(line.split(" | ")) for line in (DATA / "must_match.txt").read_text().splitlines() if line[0] != "#"]
DIFFER = [tuple(line.split(" | ")) for line in (DATA / "must_not_match.txt").read_text().splitlines() if line[0] != "#"]


class Analysers:
    """The analysers of the real index; texts are sent many at a time."""

    def __init__(self, language: str) -> None:
        self.index = schema.alias(language)

    def terms(self, analyzer: str, texts: list[str]) -> list[set[str]]:
        """Return the index words of each text."""
        found: list[set[str]] = [set() for _text in texts]
        # Each text is one value; the position gap between values tells the tokens apart.
        answer = write_client().indices.analyze(index=self.index, analyzer=analyzer, text=texts)
        ends, total = [], 0
        for text in texts:
            total += len(text) + 1
            ends.append(total)
        for token in answer["tokens"]:
            number = next(n for n, end in enumerate(ends) if token["start_offset"] < end)
            found[number].add(token["token"])
        return found


@pytest.fixture(scope="module")
def dutch(indices: None) -> Analysers:
    return Analysers("nl")


def pairs(analysers: Analysers, table: list[tuple[str, ...]]) -> list[tuple[str, str, bool]]:
    """Return (query, text, whether every word of the query is found)."""
    queries = analysers.terms("query", [query for query, _text in table])
    texts = analysers.terms("text", [text for _query, text in table])
    return [
        (query, text, bool(wanted) and wanted <= there)
        for (query, text), wanted, there in zip(table, queries, texts, strict=True)
    ]


def test_the_probe_table_is_large_enough() -> None:
    assert len(set(MATCH)) >= 150
    assert len(set(DIFFER)) >= 80


def test_trap_20_every_pair_that_must_match_does_on_the_real_analysers(dutch: Analysers) -> None:
    assert [(query, text) for query, text, found in pairs(dutch, MATCH) if not found] == []


def test_trap_19_over_splitting_and_over_stemming_find_nothing_wrong(dutch: Analysers) -> None:
    assert [(query, text) for query, text, found in pairs(dutch, DIFFER) if found] == []


def test_the_fallback_makes_the_same_words_as_the_index(dutch: Analysers) -> None:
    texts = [text for pair in MATCH + DIFFER for text in pair]
    theirs = dutch.terms("text", texts)
    ours = [{term for token in tokens(text, "nl") for term in token.terms} for text in texts]
    assert [(text, a, b) for text, a, b in zip(texts, theirs, ours, strict=True) if a != b] == []


def test_the_fallback_reads_queries_as_the_index_does(dutch: Analysers) -> None:
    texts = [query for query, _text in MATCH + DIFFER]
    theirs = dutch.terms("query", texts)
    assert [
        (t, a, set(query_terms(t, "nl"))) for t, a in zip(texts, theirs, strict=True) if a != set(query_terms(t, "nl"))
    ] == []


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("conversation", "conversations"),
        ("school's", "schools"),
        ("teachers", "teacher"),
        ("writing", "write"),
        ("cafe", "café"),
        ("educators", "educator"),
        ("primary school", "primary schools"),
    ],
)
def test_english_words_find_their_forms(indices: None, query: str, text: str) -> None:
    ((_query, _text, found),) = pairs(Analysers("en"), [(query, text)])
    assert found


def test_trap_14_both_apostrophes_are_one(dutch: Analysers) -> None:
    straight, curly, bare = dutch.terms("query", ["collega's", "collega’s", "collega"])
    assert straight == curly == bare


def test_trap_20_the_schema_holds_no_stemmer_that_does_nothing_on_version_9() -> None:
    text = str(analysis_settings("nl")) + str(mappings())
    assert "dutch_kp" not in text
    assert "kp" not in {value.get("language") for value in analysis_settings("nl")["filter"].values()}


def test_names_are_never_stemmed_and_parts_never_short() -> None:
    assert index_terms("maarsbergen", "nl") == ("maarsbergen",)
    assert all(len(part) >= 4 for part in PARTS)


def test_a_long_word_is_split_at_the_longest_known_part() -> None:
    assert split("studieloopbaanbegeleiding") == ("studieloopbaan", "loopbaan", "begeleiding")


def test_a_phrase_of_stop_words_can_still_be_compared() -> None:
    assert all_terms("de collega's in opleiding", "nl") == ("de", "collega", "in", "opleid")
    assert query_terms("in de", "nl") == ()


def test_accents_and_capitals_fold_away() -> None:
    assert fold("Één Café’s") == "een cafe's"


def test_visitors_who_search_at_once_do_not_stem_each_others_words(dutch_words: list[str]) -> None:
    alone = [stem.__wrapped__(word, "nl") for word in dutch_words]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # threads take turns within a word
    try:
        with ThreadPoolExecutor(4) as visitors:
            found = list(visitors.map(lambda _who: [stem.__wrapped__(word, "nl") for word in dutch_words], range(4)))
    finally:
        sys.setswitchinterval(before)

    assert found == [alone] * 4


@pytest.fixture
def dutch_words() -> list[str]:
    """Some hundreds of words that no list has, so that they are stemmed by rule."""
    return [f"{part}{ending}" for part in sorted(PARTS)[:150] for ending in ("eringen", "elijke", "heden")]


def test_the_word_lists_hold_no_word_twice() -> None:
    folder = Path("search/analysis/data")
    for name in ("parts_nl.txt", "protected_nl.txt", "stop_nl.txt", "stop_en.txt"):
        words: list[Any] = [line for line in (folder / name).read_text().splitlines() if line and line[0] != "#"]
        assert len(words) == len(set(words)), name
