"""Runs the judged queries against an engine and sums up."""

from collections.abc import Callable, Iterable
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils import translation
from elasticsearch import ConnectionTimeout
from wagtail.models import Locale

from portal.core.models.pages import PortalPage
from search.documents import PAGE
from search.engines import elasticsearch, postgresql
from search.evaluation import metrics
from search.evaluation.conditions import ALL, BARE, OWN_LEFT_OUT, bare, has_own, own_left_out
from search.evaluation.judgments import STRATA, Judged
from search.meaning.perhaps import perhaps
from search.models import StoredDocument
from search.parsing import ParsedQuery, parse
from search.request import SearchRequest
from search.results import EngineResponse, unknown

MOST_LATE = 5
ELSEWHERE = "pagina/wat-je-hier-niet-vindt"
"""The page of the demo about what the site does not answer."""
FIGURES = Path(__file__).parent / "figures.json"


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine gave for one query."""

    found: tuple[str, ...]
    """Results as `kind/key`, in order."""
    readings: tuple[ParsedQuery, ...] = ()
    """How the query was read, and how after it was corrected."""
    is_guess: bool = False
    """The page says that these results are a guess."""


Engine = Callable[[SearchRequest], Answer]


@dataclass(frozen=True, slots=True)
class Result:
    """One query on one engine."""

    judged: Judged
    answer: Answer

    @property
    def found(self) -> tuple[str, ...]:
        """The results in order."""
        return self.answer.found

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

    @property
    def is_honest(self) -> bool:
        """Whether a query without an answer was answered so: by nothing, by what says that it is a guess, or elsewhere.

        The page about what the site does not answer says so, and who does.
        """
        return not self.found or self.answer.is_guess or self.found[0] == ELSEWHERE


def as_answer(request: SearchRequest, parsed: ParsedQuery, response: EngineResponse) -> Answer:
    """Return what matters of an engine's answer."""
    documents = StoredDocument.objects.visible().of([hit.identity for hit in response.hits])
    names = {document.identity: f"{document.kind}/{document.key}" for document in documents}
    found = tuple(names[hit.identity] for hit in response.hits if hit.identity in names)
    guesses = perhaps(request, parsed, response)
    found += tuple(f"{document.kind}/{document.key}" for document in guesses)
    is_guess = response.similar or bool(response.corrected or unknown(response.word_counts)) or not response.total
    return Answer(found, (parsed, response.query), is_guess)


def with_elasticsearch(request: SearchRequest) -> Answer:
    """Search as visitors do, but ask again where a busy machine is late: that is no worse order."""
    parsed = parse(request)
    for _late in range(MOST_LATE):
        with suppress(ConnectionTimeout):
            return as_answer(request, parsed, elasticsearch.ask(request, parsed))
    return as_answer(request, parsed, elasticsearch.ask(request, parsed))


def with_postgresql(request: SearchRequest) -> Answer:
    """Search as visitors do while Elasticsearch is away."""
    parsed = parse(request)
    return as_answer(request, parsed, postgresql.answer(request, parsed))


def with_wagtail(request: SearchRequest) -> Answer:
    """Search as a Wagtail site does that adds nothing of its own: the baseline."""
    pages = PortalPage.objects.live().filter(locale=Locale.objects.get(language_code=request.language))
    ids = [page.pk for page in pages.search(request.words)[: metrics.DEPTH]]
    stored = StoredDocument.objects.filter(object_type=PAGE, object_id__in=ids)
    documents = stored.values_list("object_id", "kind", "key")
    names = {page: f"{kind}/{key}" for page, kind, key in documents}
    return Answer(tuple(names[pk] for pk in ids if pk in names))


ENGINES: dict[str, Engine] = {
    "elasticsearch": with_elasticsearch,
    "postgresql": with_postgresql,
    "wagtail": with_wagtail,
}
KNOWING = ("elasticsearch", "postgresql")
"""The engines that read what editors write for visitors' words."""


def run(engine: Engine, queries: Iterable[Judged], condition: str = ALL) -> list[Result]:
    """Return the result of every query."""
    with bare() if condition == BARE else nullcontext():
        results = [ask(engine, judged) for judged in queries]
    return [without_own(engine, result) for result in results] if condition == OWN_LEFT_OUT else results


def ask(engine: Engine, judged: Judged) -> Result:
    """Return the result of one query."""
    with translation.override(judged.language):
        return Result(judged, engine(SearchRequest(judged.language, judged.words)))


def without_own(engine: Engine, result: Result) -> Result:
    """Return the result of the same query without what was written for it."""
    words, readings = result.judged.words, result.answer.readings
    if not has_own(words, readings):
        return result
    with own_left_out(words, readings):
        return ask(engine, result.judged)


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


def honesty(results: list[Result]) -> dict[str, Any]:
    """Return how many queries without an answer are answered so, and the interval."""
    honest = [float(result.is_honest) for result in results]
    low, high = metrics.interval(honest)
    return {
        "queries": len(results),
        "honest": round(metrics.mean(honest), 3),
        "low": round(low, 3),
        "high": round(high, 3),
    }
