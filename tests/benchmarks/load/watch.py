"""What is looked at meanwhile: memory, connections and what waits for search; and how that grew."""

import statistics
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

import psycopg

from tests.benchmarks.load.house import House
from tests.benchmarks.load.visitors import Answer, Book

EVERY = 5.0
"""Seconds between two looks."""
SHOWN = ("read", "search", "suggest", "sign in", "open", "save", "publish")
SHOWN_WRONG = 25
"""Answers that are named, errors before those that never came."""
LATEST = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
WAITING = "SELECT count(*) FROM search_searchevent"


@dataclass(frozen=True, slots=True)
class Look:
    """One look at the house."""

    at: float
    megabytes: dict[str, float]
    connections: int
    waiting: int


@dataclass
class Watch:
    """Looks at a house until it is told to stop."""

    house: House
    book: Book
    stop: threading.Event
    looks: list[Look] = field(default_factory=list)

    def run(self) -> None:
        """Look every so many seconds; while the database is away there is nothing to see."""
        while not self.stop.wait(EVERY):
            with suppress(psycopg.Error):
                self.looks.append(self.look())

    def look(self) -> Look:
        """Look once."""
        at = time.monotonic() - self.book.started
        with psycopg.connect(self.house.environment["DATABASE_URL"], connect_timeout=3) as connection:
            counted = [connection.execute(question).fetchone() for question in (LATEST, WAITING)]
        web = [self.house.running["web"].pid, *self.house.workers()]
        of = {"web": sum(map(megabytes, web))}
        of |= {name: megabytes(process.pid) for name, process in self.house.running.items() if name != "web"}
        connections, waiting = (row[0] if row else 0 for row in counted)
        return Look(at, of, connections, waiting)


def megabytes(pid: int) -> float:
    """Return the memory of a process, what it shares with others divided among them."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


def report(book: Book, looks: list[Look], faults: list[tuple[str, float, float]], lost: dict[int, str]) -> None:
    """Print what everybody got, what grew, and what was lost."""
    ended = max(answer.at for answer in book.answers)
    print(f"\n{'':10}{'asked':>8}{'a second':>10}{'p50 ms':>8}{'p95':>8}{'p99':>8}{'longest':>9}  answers")
    by_kind = sorted(book.answers, key=lambda answer: answer.what)
    parts = {what: list(group) for what, group in groupby(by_kind, key=lambda answer: answer.what)}
    for what in SHOWN:
        if found := parts.get(what):
            _line(what, found, ended)
    print("\nwhile a part was away, and the ten seconds after it:")
    for name, start, end in faults:
        during = [answer for answer in book.answers if start <= answer.at <= end + 10]
        print(f"  {name:<36}{len(during):6} asked  {_statuses(during)}")
    wrong = [answer for answer in book.answers if answer.status in (0, *range(500, 600)) and answer.status != 503]
    for answer in sorted(wrong, key=lambda answer: -answer.status)[:SHOWN_WRONG]:
        print(f"  {answer.at:6.0f} s  {answer.status or 'no answer'}  {answer.what} {answer.path}")
    _growth(looks)
    print(f"\nforms refused {len(book.refused)}, given back whole {sum(book.refused)}")
    print(f"saved pages {len(book.saved)}, of which lost {len(lost)} {lost or ''}")


def _line(what: str, found: list[Answer], ended: float) -> None:
    times = sorted(answer.seconds * 1000 for answer in found)
    at = [times[min(int(len(times) * share), len(times) - 1)] for share in (0.5, 0.95, 0.99)]
    figures = "".join(f"{value:8.0f}" for value in at)
    print(f"{what:<10}{len(found):8}{len(found) / ended:10.1f}{figures}{times[-1]:9.0f}  {_statuses(found)}")


def _statuses(found: list[Answer]) -> str:
    statuses = sorted(answer.status for answer in found)
    return ", ".join(f"{status or 'none'}: {len(list(group))}" for status, group in groupby(statuses))


def _growth(looks: list[Look]) -> None:
    """Print the mean of the second quarter beside that of the last: the first is when everything warms up."""
    quarter = max(len(looks) // 4, 1)
    early, late = looks[quarter : 2 * quarter] or looks, looks[-quarter:]
    print(f"\n{'':22}{'second quarter':>15}{'last quarter':>14}{'most':>8}")
    for name in looks[-1].megabytes:
        _row(f"{name}, MB", *([look.megabytes.get(name, 0) for look in part] for part in (early, late, looks)))
    _row("connections", *([float(look.connections) for look in part] for part in (early, late, looks)))
    _row("waiting for search", *([float(look.waiting) for look in part] for part in (early, late, looks)))
    print(f"{'at the end':<22}{looks[-1].waiting:>15} waiting for search")


def _row(name: str, early: list[float], late: list[float], most: list[float]) -> None:
    print(f"{name:<22}{statistics.mean(early):15.0f}{statistics.mean(late):14.0f}{max(most):8.0f}")
