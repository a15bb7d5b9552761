"""Measures how good search is on the judged queries."""

import json
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from elasticsearch import ApiError, TransportError

from search.engines.breaker import EngineAwayError, reason
from search.evaluation import judgments, runner
from search.evaluation.conditions import ALL, CONDITIONS
from search.evaluation.judgments import SETS, STRATA, TUNE, TUNED_ON
from search.evaluation.mechanisms import MECHANISMS, switched_off
from search.evaluation.phrases import index_of_its_own


class Command(BaseCommand):
    """A table for the engines; `--worst` lists what to look at, `--write` commits to the figures."""

    help = "Print nDCG@10, MRR and empty answers per engine and stratum, with and without what editors wrote."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the switches."""
        parser.add_argument(
            "--set", choices=[*SETS, "all"], default="all", help="`tune`: all that may be tuned on, both sets of it"
        )
        parser.add_argument("--engine", choices=list(runner.ENGINES), action="append")
        parser.add_argument("--worst", type=int, default=0, help="show this many queries with the lowest score")
        parser.add_argument("--each-off", action="store_true", help="also measure without each mechanism in turn")
        parser.add_argument("--json", action="store_true", help="print JSON")
        parser.add_argument("--write", action="store_true", help="keep the figures that `make test` compares with")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run, and print."""
        sets = {"all": SETS, TUNE: TUNED_ON}.get(options["set"], (options["set"],))
        names = options["engine"] or list(runner.ENGINES)
        try:
            with index_of_its_own():
                results = {part: {name: measured(part, name) for name in names} for part in sets}
                each_off = list(without_each(results)) if options["each_off"] else []
                honest = {name: runner.run(runner.ENGINES[name], judgments.unanswerable()) for name in names}
        except (EngineAwayError, TransportError, ApiError) as error:
            raise CommandError(f"Elasticsearch is away: {reason(error)}") from error
        figures: dict[str, Any] = {
            part: {
                name: {condition: runner.summary(found) for condition, found in by_condition.items()}
                for name, by_condition in by_engine.items()
            }
            for part, by_engine in results.items()
        }
        figures[judgments.NONE] = {name: runner.honesty(found) for name, found in honest.items()}
        if options["json"]:
            self.stdout.write(json.dumps(figures))
        else:
            self.table(figures)
            for line in each_off:
                self.stdout.write(line)
        self.worst(results, honest, options["worst"])
        if options["write"]:
            runner.FIGURES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")

    def table(self, figures: dict[str, Any]) -> None:
        """Print one line per set, engine and condition."""
        heads = " ".join(f"{stratum[:7]:7}" for stratum in STRATA)
        self.stdout.write(f"{'set':8} {'engine':13} {'knows':12} {'nDCG@10':19} {'MRR':5} {'empty':5} {heads}")
        for part in (part for part in SETS if part in figures):
            for name, by_condition in figures[part].items():
                for condition, row in by_condition.items():
                    score = f"{row['ndcg']:.3f} ({row['low']:.3f}-{row['high']:.3f})"
                    strata = " ".join(f"{row['strata'][stratum]:<7.2f}" for stratum in STRATA)
                    start = f"{part:8} {name:13} {condition:12} {score:19}"
                    self.stdout.write(f"{start} {row['mrr']:<5.2f} {row['empty']:<5.2f} {strata}")
        for name, row in figures[judgments.NONE].items():
            score = f"{row['honest']:.3f} ({row['low']:.3f}-{row['high']:.3f})"
            self.stdout.write(f"no answer here: {name:13} {score} of {row['queries']} are empty or said to be a guess")

    def worst(self, results: dict[str, Any], honest: dict[str, list[runner.Result]], count: int) -> None:
        """Print the queries with the lowest score, what came and what should have come."""
        for part, by_engine in results.items():
            for name, by_condition in by_engine.items():
                for result in sorted(by_condition[ALL], key=lambda r: r.ndcg)[:count]:
                    self._show(f"{part} {name}", result)
        for name, found in honest.items():
            for result in [result for result in found if not result.is_honest][:count]:
                self.stdout.write(f"\n{name} “{result.judged.words}” is answered as if known: {result.found[0]}")

    def _show(self, where: str, result: runner.Result) -> None:
        judged = result.judged
        self.stdout.write(f"\n{where} {judged.id} “{judged.words}” {result.ndcg:.3f}")
        for key in result.found:
            self.stdout.write(f"   {judged.grades.get(key, 0)} {key}")
        missed = [f"{grade} {key}" for key, grade in judged.grades.items() if key not in result.found]
        self.stdout.write(f"   not found: {', '.join(missed) or 'nothing'}")


def without_each(results: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Yield a line for each mechanism: the figures without it, for the same sets and engines."""
    for mechanism in MECHANISMS:
        with switched_off(mechanism):
            for part, by_engine in results.items():
                for name in (name for name in by_engine if name in runner.KNOWING):
                    row = runner.summary(runner.run(runner.ENGINES[name], judgments.load(part)))
                    strata = " ".join(f"{row['strata'][stratum]:<7.2f}" for stratum in STRATA)
                    yield f"{part:8} {name:13} without {mechanism:20} {row['ndcg']:.3f} {strata}"


def measured(part: str, name: str) -> dict[str, list[runner.Result]]:
    """Return the results of a set on an engine, under each condition; the baseline knows nothing of editors."""
    conditions = CONDITIONS if name in runner.KNOWING else (ALL,)
    return {condition: runner.run(runner.ENGINES[name], judgments.load(part), condition) for condition in conditions}
