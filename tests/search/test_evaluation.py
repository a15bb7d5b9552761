"""Search stays as good as it was: the judged queries on the texts of the demo site, and the measures themselves."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from portal.core import content_cache
from search import boosts, schema
from search.engines.client import write_client
from search.evaluation import judgments, metrics, phrases, runner
from search.evaluation.conditions import ALL, BARE, OWN_LEFT_OUT
from search.evaluation.judgments import NONE, SETS, STRATA, TEST, TUNE, VISITORS, Judged
from search.evaluation.mechanisms import MECHANISMS, switched_off
from search.meaning import encoder
from search.models import KnownWord, SynonymGroup
from search.reading import vocabulary
from tests.search import kept_vectors
from tests.search.conftest import Searching, document

pytestmark = pytest.mark.elasticsearch
CORPUS = Path(__file__).parent / "data" / "corpus.json"
LISTS = (
    "aliases",
    "phrases",
    "headings",
    "related",
    "sectors",
    "locations",
    "partners",
    "themes",
    "groups",
    "variants",
)


@pytest.fixture
def corpus(searching: Searching, monkeypatch: pytest.MonkeyPatch) -> None:
    """The documents, synonyms and names of the demo site, as they were when the figures were committed."""
    content: dict[str, Any] = json.loads(CORPUS.read_text(encoding="utf-8"))
    for facet, names in content[
        "names"
    ].items():  # what other apps know of their own rows, of which there are none here
        monkeypatch.setitem(vocabulary.SOURCES, facet, [lambda names=names: names])
    SynonymGroup.objects.bulk_create(SynonymGroup(**group) for group in content["synonyms"])
    content_cache.renew()
    made = []
    for fields in content["documents"]:
        day = fields.pop("changed_on")
        values: dict[str, Any] = {name: tuple(value) if name in LISTS else value for name, value in fields.items()}
        made.append(document(**values, changed_on=date.fromisoformat(day) if day else None))
    searching.put(*made)


def committed() -> dict[str, Any]:
    """Return the figures this repository promises."""
    found: dict[str, Any] = json.loads(runner.FIGURES.read_text(encoding="utf-8"))
    return found


@pytest.fixture
def understood(corpus: None, settings: Any) -> Iterator[None]:
    """The same, read by the real encoder."""
    settings.SEARCH_ENCODER = "process"
    encoder.forget_failure()
    kept_vectors.encode_demo()
    yield
    encoder.forget_failure()


def measured(engine: str) -> dict[str, Any]:
    """Measure what `make test` compares: every set, and the last two without what editors wrote."""
    ask = runner.ENGINES[engine]
    known = {part: runner.run(ask, judgments.load(part)) for part in SETS}
    found = {part: {ALL: runner.summary(results)} for part, results in known.items()}
    if engine == "elasticsearch":
        for part in (VISITORS, TEST):
            found[part][OWN_LEFT_OUT] = runner.summary([runner.without_own(ask, result) for result in known[part]])
        bare = runner.run(ask, judgments.load(VISITORS, TEST), BARE)
        for part in (VISITORS, TEST):
            found[part][BARE] = runner.summary([result for result in bare if result.judged.set == part])
    return {**found, NONE: runner.honesty(runner.run(ask, judgments.unanswerable()))}


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("engine", runner.KNOWING)
def test_search_is_as_good_as_the_committed_figures(understood: None, engine: str) -> None:
    found, promised = measured(engine), committed()
    for part in SETS:
        for condition, figures in found[part].items():
            before = promised[part][engine][condition]
            assert figures["ndcg"] >= before["ndcg"] - 0.02, (part, condition, figures)
            for stratum in STRATA:
                assert figures["strata"][stratum] >= before["strata"][stratum] - 0.05, (part, condition, stratum)
    assert found[NONE]["honest"] >= 0.9


def test_the_frozen_set_reaches_its_targets() -> None:
    frozen = committed()[TEST]
    engine = frozen["elasticsearch"][ALL]
    assert engine["ndcg"] >= 0.85
    assert engine["mrr"] >= 0.85
    assert engine["empty"] == 0
    assert min(engine["strata"].values()) >= 0.70
    assert frozen["postgresql"][ALL]["ndcg"] >= 0.75


def test_the_judged_set_is_large_and_a_third_is_frozen() -> None:
    queries = judgments.load(TUNE, TEST)
    assert len(queries) >= 120
    assert {query.stratum for query in queries} == set(STRATA)
    assert {query.language for query in queries} == {"nl", "en"}
    assert sum(query.set == TEST for query in queries) * 3 >= len(queries)
    assert len({query.id for query in queries}) == len(queries)


def test_people_who_did_not_know_the_site_asked_every_kind_of_query() -> None:
    queries = judgments.load(VISITORS)
    assert len(queries) >= 65
    assert {query.stratum for query in queries} == set(STRATA)
    assert {query.language for query in queries} == {"nl", "en"}
    everything = (*judgments.load(), *judgments.unanswerable())
    assert len({query.id for query in everything}) == len(everything)
    assert len(judgments.unanswerable()) >= 40
    assert not any(query.grades for query in judgments.unanswerable())


@pytest.mark.parametrize("condition", [BARE, OWN_LEFT_OUT])
def test_a_query_can_be_measured_without_what_was_written_for_it(searching: Searching, condition: str) -> None:
    searching.put(document("praktijkonderzoek", title="Praktijkonderzoek"))
    SynonymGroup.objects.create(slug="scriptie", language="nl", typed=["scripties"], words=["praktijkonderzoek"])
    content_cache.renew()
    thesis = Judged("a", "outsider", "nl", TUNE, "scriptie", {"lab/praktijkonderzoek": 3})
    literal = Judged("b", "topics", "nl", TUNE, "praktijkonderzoek", {"lab/praktijkonderzoek": 3})
    for engine in runner.KNOWING:
        known = runner.run(runner.ENGINES[engine], [thesis, literal])
        unknown = runner.run(runner.ENGINES[engine], [thesis, literal], condition)
        assert [result.ndcg for result in known] == [1, 1]
        assert [result.ndcg for result in unknown] == [0, 1]
        assert SynonymGroup.objects.count() == 1
        assert runner.run(runner.ENGINES[engine], [thesis, literal]) == known


@pytest.mark.parametrize("condition", [BARE, OWN_LEFT_OUT])
def test_a_query_can_be_measured_without_the_phrases_that_hold_it(searching: Searching, condition: str) -> None:
    written = ("hoeveel verdien ik tijdens de studie", "verdienen")
    searching.put(document("kosten", title="Kosten", phrases=written), document("ritme", title="Ritme en studie"))
    before = {*KnownWord.objects.values_list("word", flat=True)}
    own = Judged("a", "outsider", "nl", TUNE, "Wat verdien ik?", {"lab/kosten": 3})
    other = Judged("b", "topics", "nl", TUNE, "kosten", {"lab/kosten": 3})
    for engine in runner.KNOWING:
        known = runner.run(runner.ENGINES[engine], [own, other])
        unknown = runner.run(runner.ENGINES[engine], [own, other], condition)
        assert [result.ndcg for result in known] == [1, 1]
        assert [result.ndcg for result in unknown] == [0, 1]
        assert runner.run(runner.ENGINES[engine], [own, other]) == known
    assert {*KnownWord.objects.values_list("word", flat=True)} == before


def test_a_phrase_holds_a_query_when_every_word_that_says_something_stands_in_it() -> None:
    phrase = "Hoe lang duurt de opleiding tot docent?"
    assert phrases.holds(phrase, "docenten opleiding", "nl")
    assert not phrases.holds(phrase, "opleiding leraar", "nl")
    assert phrases.holds(phrase, "hoe lang duurt de opleiding", "nl")


def test_what_is_measured_without_phrases_is_a_copy_of_the_index(searching: Searching) -> None:
    searching.put(document("kosten", title="Kosten", phrases=("verdienen",)))
    live = schema.alias("nl")
    with phrases.index_of_its_own():
        assert schema.alias("nl") != live
        assert searching.keys("verdienen") == ["kosten"]
        copy = schema.alias("nl")
    assert schema.alias("nl") == live
    assert not write_client().indices.exists_alias(name=copy)


def test_a_query_without_an_answer_is_honest_when_nothing_is_found_or_it_says_that_it_guesses(
    searching: Searching,
) -> None:
    searching.put(document("praktijkonderzoek", title="Praktijkonderzoek in de klas"))
    asked = [Judged(words, "none", "nl", VISITORS, words, {}) for words in ("xyzzy", "praktijkonderzoke", "klas")]
    for engine in runner.KNOWING:
        results = runner.run(runner.ENGINES[engine], asked)
        assert [result.is_honest for result in results] == [True, True, False]
        assert runner.honesty(results)["honest"] == pytest.approx(0.667)


def test_every_judged_document_exists(corpus: None) -> None:
    content = json.loads(CORPUS.read_text(encoding="utf-8"))
    there = {f"{item['kind']}/{item['key']}" for item in content["documents"]}
    assert {key for query in judgments.load() for key in query.grades} <= there


def test_the_measures_equal_what_is_worked_out_by_hand() -> None:
    grades = {"a": 3, "b": 1}
    best = 7 / 1 + 1 / 1.5849625007211562
    assert metrics.ndcg(["a", "b"], grades) == pytest.approx(1.0)
    assert metrics.ndcg(["x", "a"], grades) == pytest.approx(7 / 1.5849625007211562 / best)
    assert metrics.ndcg([], grades) == 0
    assert metrics.reciprocal_rank(["b", "x", "a"], grades) == pytest.approx(1 / 3)
    low, high = metrics.interval([0.5] * 20)
    assert low == high == pytest.approx(0.5)


@pytest.mark.parametrize("mechanism", MECHANISMS)
def test_a_mechanism_counts_for_nothing_only_while_it_is_switched_off(mechanism: str) -> None:
    names = MECHANISMS[mechanism]
    before = [getattr(boosts, name) for name in names]
    assert all(before)
    with switched_off(mechanism):
        assert not any(getattr(boosts, name) for name in names)
    assert [getattr(boosts, name) for name in names] == before


@pytest.mark.parametrize("engine", runner.KNOWING)
def test_without_wishes_what_is_named_does_not_come_first(searching: Searching, engine: str) -> None:
    text: dict[str, Any] = {"title": "Muziek maken", "body": "Muziek maken met kleuters."}
    searching.put(
        document("werf", kind="locatie", title="College Werf", locations=("werf",)),
        document("elders", kind="lab", **text),
        document("hier", kind="lab", **text, locations=("werf",)),
    )
    judged = Judged("x", "concepts", "nl", TUNE, "muziek maken werf", {"lab/hier": 3})
    with_wishes = runner.ask(runner.ENGINES[engine], judged)
    with switched_off("wishes"):
        without = runner.ask(runner.ENGINES[engine], judged)
    assert without.found.index("lab/hier") > with_wishes.found.index("lab/hier")
