"""Search stays as good as it was: the judged queries on the texts of the demo site, and the measures themselves."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from portal.core import content_cache
from search.evaluation import judgments, metrics, runner
from search.evaluation.judgments import STRATA, TEST, TUNE
from search.models import SynonymGroup
from tests.search.conftest import Searching, document

pytestmark = pytest.mark.elasticsearch
CORPUS = Path(__file__).parent / "data" / "corpus.json"
LISTS = ("aliases", "headings", "related", "sectors", "locations", "partners", "themes", "groups", "variants")


@pytest.fixture
def corpus(searching: Searching) -> None:
    """The documents and synonyms of the demo site, as they were when the figures were committed."""
    content: dict[str, Any] = json.loads(CORPUS.read_text(encoding="utf-8"))
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


@pytest.mark.parametrize("engine", ["elasticsearch", "postgresql"])
def test_search_is_as_good_as_the_committed_figures(corpus: None, engine: str) -> None:
    promised = committed()
    for part in (TUNE, TEST):
        queries = [query for query in judgments.load() if query.set == part]
        found = runner.summary(runner.run(runner.ENGINES[engine], queries))
        before = promised[part][engine]
        assert found["ndcg"] >= before["ndcg"] - 0.02, (part, found)
        for stratum in STRATA:
            assert found["strata"][stratum] >= before["strata"][stratum] - 0.05, (part, stratum, found)


def test_the_frozen_set_reaches_its_targets() -> None:
    frozen = committed()[TEST]
    engine = frozen["elasticsearch"]
    assert engine["ndcg"] >= 0.85
    assert engine["mrr"] >= 0.85
    assert engine["empty"] == 0
    assert min(engine["strata"].values()) >= 0.70
    assert frozen["postgresql"]["ndcg"] >= 0.75


def test_the_judged_set_is_large_and_a_third_is_frozen() -> None:
    queries = judgments.load()
    assert len(queries) >= 120
    assert {query.stratum for query in queries} == set(STRATA)
    assert {query.language for query in queries} == {"nl", "en"}
    assert sum(query.set == TEST for query in queries) * 3 >= len(queries)
    assert len({query.id for query in queries}) == len(queries)


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
