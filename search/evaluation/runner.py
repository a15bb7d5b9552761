"""Runs the judged queries against an engine and sums up."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils import translation
from wagtail.models import Locale

from portal.core.models.pages import PortalPage
from search.engines import elasticsearch, postgresql
from search.evaluation import metrics
from search.evaluation.judgments import STRATA, Judged
from search.models import StoredDocument
from search.parsing import parse
from search.request import SearchRequest
from search.results import EngineResponse

FIGURES = Path(__file__).parent / "figures.json"
Engine = Callable[[Judged], list[str]]


@dataclass(frozen=True, slots=True)
class Result:
    """One query on one engine."""

    judged: Judged
    found: tuple[str, ...]

    @property
    def ndcg(self) -> float:
        """How good the order is."""
        return metrics.ndcg(self.found, self.judged.grades)

    @property
    def reciprocal_rank(self) -> float:
        """How far the first answer is from the top."""
        return metrics.reciprocal_rank(self.found, self.judged.grades)

    @property
    def unjudged(self) -> int:
        """Results nobody judged; they count as wrong."""
        return sum(key not in self.judged.grades for key in self.found)


def names_of(answer: EngineResponse) -> list[str]:
    """Return the results of an engine as `kind/key`."""
    documents = StoredDocument.objects.visible().of([hit.identity for hit in answer.hits])
    found = {document.identity: f"{document.kind}/{document.key}" for document in documents}
    return [found[hit.identity] for hit in answer.hits if hit.identity in found]


def with_elasticsearch(judged: Judged) -> list[str]:
    """Search as visitors do."""
    request = SearchRequest(judged.language, judged.words)
    return names_of(elasticsearch.ask(request, parse(request)))


def with_postgresql(judged: Judged) -> list[str]:
    """Search as visitors do while Elasticsearch is away."""
    request = SearchRequest(judged.language, judged.words)
    return names_of(postgresql.answer(request, parse(request)))


def with_wagtail(judged: Judged) -> list[str]:
    """Search as a Wagtail site does that adds nothing of its own: the baseline."""
    pages = PortalPage.objects.live().filter(locale=Locale.objects.get(language_code=judged.language))
    ids = [page.pk for page in pages.search(judged.words)[: metrics.DEPTH]]
    documents = StoredDocument.objects.filter(page_id__in=ids).values_list("page_id", "kind", "key")
    names = {page: f"{kind}/{key}" for page, kind, key in documents}
    return [names[pk] for pk in ids if pk in names]


ENGINES: dict[str, Engine] = {
    "elasticsearch": with_elasticsearch,
    "postgresql": with_postgresql,
    "wagtail": with_wagtail,
}


def run(engine: Engine, queries: Iterable[Judged]) -> list[Result]:
    """Return the result of every query."""
    results = []
    for judged in queries:
        with translation.override(judged.language):
            results.append(Result(judged, tuple(engine(judged))))
    return results


def summary(results: list[Result]) -> dict[str, Any]:
    """Return the averages, their interval and the averages of each stratum."""
    scores = [result.ndcg for result in results]
    low, high = metrics.interval(scores)
    return {
        "queries": len(results),
        "ndcg": round(metrics.mean(scores), 3),
        "low": round(low, 3),
        "high": round(high, 3),
        "mrr": round(metrics.mean([result.reciprocal_rank for result in results]), 3),
        "empty": round(metrics.mean([float(not result.found) for result in results]), 3),
        "unjudged": round(metrics.mean([float(result.unjudged) for result in results]), 1),
        "strata": {
            stratum: round(metrics.mean([r.ndcg for r in results if r.judged.stratum == stratum]), 3)
            for stratum in STRATA
        },
    }
