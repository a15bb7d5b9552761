"""Measures how good search is on the judged queries."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from elasticsearch import ApiError, TransportError

from search.engines.breaker import EngineAwayError, reason
from search.evaluation import judgments, runner
from search.evaluation.judgments import STRATA, TEST, TUNE


class Command(BaseCommand):
    """A table for the engines; `--worst` lists what to look at, `--write` commits to the figures."""

    help = "Print nDCG@10, MRR and empty answers per engine and stratum."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the switches."""
        parser.add_argument("--set", choices=[TUNE, TEST, "all"], default="all")
        parser.add_argument("--engine", choices=list(runner.ENGINES), action="append")
        parser.add_argument("--worst", type=int, default=0, help="show this many queries with the lowest score")
        parser.add_argument("--json", action="store_true", help="print JSON")
        parser.add_argument("--write", action="store_true", help="keep the figures that `make test` compares with")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run, and print."""
        queries = [q for q in judgments.load() if options["set"] in ("all", q.set)]
        names = options["engine"] or list(runner.ENGINES)
        try:
            results = {name: runner.run(runner.ENGINES[name], queries) for name in names}
        except (EngineAwayError, TransportError, ApiError) as error:
            raise CommandError(f"Elasticsearch is away: {reason(error)}") from error
        figures = {name: runner.summary(found) for name, found in results.items()}
        if options["json"]:
            self.stdout.write(json.dumps(figures))
        else:
            self.table(figures)
        for name, found in results.items():
            self.worst(name, found, options["worst"])
        if options["write"]:
            sets = {part: [q for q in judgments.load() if q.set == part] for part in (TUNE, TEST)}
            kept = {
                part: {name: runner.summary([r for r in results[name] if r.judged in chosen]) for name in names}
                for part, chosen in sets.items()
            }
            runner.FIGURES.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")

    def table(self, figures: dict[str, dict[str, Any]]) -> None:
        """Print one line per engine."""
        self.stdout.write(
            f"{'engine':14} {'nDCG@10':22} {'MRR':6} {'empty':6} " + " ".join(f"{s[:8]:8}" for s in STRATA)
        )
        for name, row in figures.items():
            score = f"{row['ndcg']:.3f} ({row['low']:.3f}-{row['high']:.3f})"
            strata = " ".join(f"{row['strata'][stratum]:<8.3f}" for stratum in STRATA)
            self.stdout.write(f"{name:14} {score:22} {row['mrr']:<6.3f} {row['empty']:<6.3f} {strata}")

    def worst(self, name: str, results: list[runner.Result], count: int) -> None:
        """Print the queries with the lowest score, what came and what should have come."""
        for result in sorted(results, key=lambda r: r.ndcg)[:count]:
            judged = result.judged
            self.stdout.write(f"\n{name} {judged.id} “{judged.words}” {result.ndcg:.3f}")
            for key in result.found:
                self.stdout.write(f"   {judged.grades.get(key, 0)} {key}")
            missed = [f"{grade} {key}" for key, grade in judged.grades.items() if key not in result.found]
            self.stdout.write(f"   not found: {', '.join(missed) or 'nothing'}")
