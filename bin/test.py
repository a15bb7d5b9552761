"""`make test`: every check of the portal, and at the end what ran, on the screen and in `.local/report.json`."""

import argparse
import json
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from bin import chromium, services
from bin.embedded.system import processors
from bin.steps import ROOT, STATE_DIR, Command, StepFailedError, quietly, say, step

PYTHON = ROOT / ".venv" / "bin" / "python"
TOOLS = ROOT / ".venv" / "bin"
REPORT = STATE_DIR / "report.json"
# Nothing here is secret or answers: `check --deploy` only wants to see production's settings whole.
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    "SECRET_KEY": "only-for-checking-the-settings-0123456789-abcdefghijklmnopqrstuvwxyz",
    "ALLOWED_HOSTS": "portal.example",
}
TESTS = {"DJANGO_SETTINGS_MODULE": "tests.settings"}
# Modules go round as `tests/order_plugin.py` says: by number of tests, the few long ones would come last, alone.
IN_TURN = ["--dist", "loadscope", "--no-loadscope-reorder"]
UNIT_TESTS = ["-m", "not e2e and not benchmark", *IN_TURN]
BITE_TESTS = ["tests/permissions/test_bite.py"]
COVERAGE = ["--cov", "--cov-report=term:skip-covered"]
# They stand in one folder (`tests/order_plugin.py` sees to it), so that nobody waits until all others are found too.
# Each process has a site and a browser of its own, and no test measures how long something takes.
BROWSER_TESTS = ["tests/e2e", "-m", "e2e and not benchmark", *IN_TURN]
MOST_WORKERS = 9
"""Each has databases of its own and takes half a gigabyte of memory; more would wait for the one Elasticsearch."""


@dataclass
class Verdict:
    """What failed so far; a failed check does not stop the others."""

    environment: dict[str, str]
    """Where the services are."""
    failed: list[str] = field(default_factory=list)

    def check(self, name: str, command: Command, extra: dict[str, str] | None = None) -> None:
        """Run a check as one line; show what it says only when it fails."""
        with suppress(StepFailedError), step(name):
            done = quietly(command, {**self.environment, **(extra or {})})
            if done.returncode:
                self.failed.append(name)
                say(done.stdout)
                raise StepFailedError

    def tests(self, name: str, arguments: list[str], extra: dict[str, str] | None = None) -> None:
        """Run tests in sight: they take minutes, and their own output says most."""
        say(f"  … {name}")
        command: Command = [PYTHON, "-m", "pytest", "-q", *arguments]
        environment = {**self.environment, **TESTS, "PORTAL_REPORT": str(REPORT), **(extra or {})}
        with suppress(StepFailedError), step(name):
            code = subprocess.run(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL).returncode
            if code:
                # A run that was killed wrote no counts; without a word it would look as if nothing had been tried.
                self.failed.append(f"{name} (ended by signal {-code}, not counted)" if code < 0 else name)
                raise StepFailedError


def main() -> int:
    """Run what was asked for and return 0 only when all of it is right."""
    parser = argparse.ArgumentParser(prog="make test")
    parser.add_argument("--lint", action="store_true", help="no tests")
    parser.add_argument("--fast", action="store_true", help="no browser tests")
    parser.add_argument(
        "--coverage", action="store_true", help="no browser tests, and which lines and branches they reach"
    )
    parser.add_argument("--deep", action="store_true", help="many more random examples")
    parser.add_argument("--bite", action="store_true", help="only whether each guard is missed by the matrix of rights")
    wanted = parser.parse_args()
    start = time.monotonic()
    REPORT.unlink(missing_ok=True)
    node = services.ElasticsearchStart()
    verdict = Verdict(node.environment)
    try:
        node.environment |= services.start_postgresql(for_tests=True)
        with ThreadPoolExecutor(max_workers=1) as beside:
            lint = None if wanted.bite else beside.submit(_lint, verdict)
            if not node.wait():
                verdict.failed.append("Elasticsearch")  # a missing part is a failure, never a reason to skip
            if lint:
                _check(verdict)
                lint.result()
        if not wanted.lint:
            _test(verdict, wanted)
    finally:
        node.give_up()
        services.release()
    return _close(verdict, time.monotonic() - start, with_tests=not wanted.lint)


def _lint(verdict: Verdict) -> None:
    """Check what needs no service, beside what does: no check uses more than one processor."""
    verdict.check("Style (ruff)", [TOOLS / "ruff", "check", "."])
    verdict.check("Layout (ruff format)", [TOOLS / "ruff", "format", "--check", "."])
    verdict.check("Templates (djlint)", [TOOLS / "djlint", "templates", "--lint", "--quiet"])
    verdict.check("Layout of templates (djlint)", [TOOLS / "djlint", "templates", "--check", "--quiet"])
    verdict.check("Types (mypy)", [TOOLS / "mypy", "."])
    verdict.check("Dependencies (deptry)", [TOOLS / "deptry", ".", "--no-ansi"])


def _check(verdict: Verdict) -> None:
    """Check what needs the services: Django asks both whether they are what the portal expects."""
    manage: list[str | Path] = [PYTHON, "manage.py"]
    verdict.check("Messages", [PYTHON, "-m", "bin.messages", "check"])
    verdict.check("Messages compiled", [PYTHON, "-m", "bin.messages", "compile"])
    verdict.check("Django's checks", [*manage, "check", "--fail-level", "WARNING"])
    verdict.check(
        "Django's checks of production",
        [*manage, "check", "--deploy", "--fail-level", "WARNING"],
        PRODUCTION,
    )
    verdict.check("Migrations", [*manage, "makemigrations", "--check", "--dry-run"])


def _test(verdict: Verdict, wanted: argparse.Namespace) -> None:
    if wanted.bite:
        verdict.tests("Guards taken away one at a time", BITE_TESTS, {"PORTAL_BITE_DATE": "all"})
        return
    # The date chooses the order and the random examples, so that a run of the same day can be repeated.
    seed = f"{date.today():%Y%m%d}"
    say(f"  - Order of the tests: --randomly-seed={seed}")
    depth = ["--hypothesis-profile=deep"] if wanted.deep else [f"--hypothesis-seed={seed}"]
    order = [f"--randomly-seed={seed}"]
    # One more than there are processors: a fifth of a worker's time is waiting for a node, a timeout or a program.
    unit = [*UNIT_TESTS, *_workers(processors() + 1), *order, *depth]
    verdict.tests("Unit and Elasticsearch tests", [*unit, *(COVERAGE if wanted.coverage else [])])
    if wanted.fast or wanted.coverage:
        return
    if browser := chromium.find_or_install():
        # A site and a browser are two programs: one waits for the other half of the time.
        verdict.tests(
            "Browser tests", [*BROWSER_TESTS, *_workers(max(processors(), 2)), *order], {"PORTAL_CHROMIUM": browser}
        )
    else:
        verdict.failed.append("Browser tests")


def _workers(count: int) -> list[str]:
    return ["-n", str(min(count, MOST_WORKERS))]


def _close(verdict: Verdict, seconds: float, *, with_tests: bool) -> int:
    """Say what ran and what failed; a line with the counts of tests comes last."""
    report = json.loads(REPORT.read_text()) if REPORT.exists() else {}
    counts = report.get("tests", {})
    report["checks"] = {"failed": verdict.failed, "seconds": round(seconds)}
    REPORT.write_text(json.dumps(report, indent=1, ensure_ascii=False, sort_keys=True) + "\n")
    say("")
    _say_slowest(report.get("slowest", {}))
    for kind in ("unit", "elasticsearch", "browser") if with_tests else ():
        found = counts.get(kind, {})
        say(
            f"  {kind:<14} {found.get('passed', 0):5} passed {found.get('failed', 0):4} failed "
            f"{found.get('skipped', 0):4} skipped"
        )
    if with_tests and "permissions" in report:
        say(f"  {'permissions':<14} {_rights(report['permissions'])}")
    say(f"  {'time':<14} {seconds:5.0f} s; the figures are in {REPORT.relative_to(ROOT)}")
    for name in verdict.failed:
        say(f"  failed: {name}")
    passed = sum(found.get("passed", 0) for found in counts.values())
    failed = sum(found.get("failed", 0) for found in counts.values())
    if with_tests:
        if not passed:
            verdict.failed.append("no test ran")
        # A failed check without a failed test must not read as "0 failed".
        say(f"{passed} passed, {max(failed, len(verdict.failed))} failed")
    return 1 if verdict.failed or failed else 0


def _say_slowest(seconds: dict[str, float]) -> None:
    """Say which tests took longest, preparing and cleaning up included: that is where time is to be won."""
    for name, took in sorted(seconds.items(), key=lambda item: -item[1]):
        say(f"  {took:14.1f} s {name}")


def _rights(found: dict[str, Any]) -> str:
    """Return what the matrix of rights found, in one line."""

    def total(kind: str) -> int:
        return sum(value for name, value in found.items() if name.endswith(f" {kind}"))

    cells, whole = total("cells"), total("asked whole")
    return (
        f"{cells} cells: {whole} with a whole request ({total('requests')} different), {cells - whole} by the rule "
        f"alone; {found.get('canaries', 0)} canaries, "
        f"{found.get('accepted leaks', 0)} accepted leaks, {found.get('guards removed', 0)} of "
        f"{found.get('guards', 0)} guards removed ({found.get('guards chosen by', '-')})"
    )


if __name__ == "__main__":
    sys.exit(main())
