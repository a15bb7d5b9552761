"""Collects what a test run found into one file, so that a figure in a note can be looked up.

Tests write their own figures with `report.add("section", {...})`: matrix cells, search scores, budgets. The counts
of tests come by themselves. Nothing is written unless PORTAL_REPORT names the file, as `make test` does.
"""

import json
import os
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

# The first marker that fits decides; a test without one of these markers is a unit test.
KINDS = {"e2e": "browser", "elasticsearch": "elasticsearch"}
UNIT = "unit"
SLOWEST = 20


class Report:
    """The figures of this process; the workers of a parallel run hand theirs to the controller."""

    def __init__(self) -> None:
        self.sections: dict[str, dict[str, Any]] = defaultdict(dict)
        self.counts: dict[str, Counter[str]] = defaultdict(Counter)
        self.durations: dict[str, float] = {}

    def add(self, section: str, figures: dict[str, Any]) -> None:
        """Add figures to a section; a later value of the same name replaces the earlier one."""
        self.sections[section].update(figures)

    def write(self, path: Path) -> None:
        """Add what was collected to the file; several runs of pytest may share one."""
        known = json.loads(path.read_text()) if path.exists() else {}
        for section, figures in self.sections.items():
            known[section] = {**known.get(section, {}), **figures}
        tests = known.setdefault("tests", {})
        for kind, counts in self.counts.items():
            tests[kind] = dict(Counter(tests.get(kind, {})) + counts)
        slowest = {**known.get("slowest", {}), **self.durations}
        known["slowest"] = dict(sorted(slowest.items(), key=lambda item: -item[1])[:SLOWEST])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(known, indent=1, ensure_ascii=False, sort_keys=True) + "\n")


# Two names: pytest wants a hook's argument to be called `report`, which hides the one that tests import.
report = collected = Report()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Count each test once, by kind and outcome; an error in preparing or cleaning up is a failure.

    The time of a test includes preparing and cleaning up: who stands on much should see what it costs.
    """
    known = collected.durations.get(report.nodeid, 0)
    collected.durations[report.nodeid] = round(known + report.duration, 2)
    if report.when != "call" and report.passed:
        return
    kind = next((name for marker, name in KINDS.items() if marker in report.keywords), UNIT)
    collected.counts[kind][report.outcome] += 1


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """Take over the figures a worker collected; its tests were counted here already."""
    for section, figures in getattr(node, "workeroutput", {}).get("figures", {}).items():
        report.add(section, figures)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand the figures to the controller, or write them when this process is on its own."""
    workeroutput = getattr(session.config, "workeroutput", None)
    if workeroutput is not None:
        workeroutput["figures"] = dict(report.sections)
    elif path := os.environ.get("PORTAL_REPORT"):
        report.write(Path(path))
