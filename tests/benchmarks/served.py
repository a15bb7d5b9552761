"""How many pages a server sends in a second, beside a stock Wagtail site and beside a constant page, in the same run.

    python -m tests.benchmarks.served

Gunicorn with two workers of two threads in production settings, asked by four visitors who keep their connection. It
measures what visitors meet: pages that are kept (`warm`), pages that are made each time (`made`), and the stock site,
which keeps none. Run `python -m tests.benchmarks.pages` first: it fills the databases. Prints, never judges; the
visitors are on the same machine, so only the ratios mean something elsewhere.
"""

import argparse
import http.client
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from bin.embedded.system import free_port
from tests.benchmarks.pages import PAGES, SMALL, STOCK, STOCK_PAGES, Site, sites
from tests.benchmarks.text import written_anew

VISITORS = 4
SECONDS = 2.0
CONSTANT = "/livez"
SERVE = ["-m", "gunicorn", "--workers", "2", "--threads", "2", "--preload", "--log-level", "error"]
APPLICATIONS = {
    "tests.benchmarks.stock.settings": "tests.benchmarks.stock.wsgi",
    "tests.benchmarks.portal_settings": "portal.wsgi",
}
"""By settings."""


@dataclass
class Server:
    """A site behind gunicorn, and what was counted of it."""

    name: str
    site: Site
    megabytes: int
    port: int = field(default_factory=free_port)
    counted: dict[str, list[float]] = field(default_factory=dict)

    @contextmanager
    def up(self) -> Iterator[None]:
        """Serve meanwhile."""
        environment = {**self.site.environment, "PAGE_CACHE_MEGABYTES": str(self.megabytes), "LOG_LEVEL": "ERROR"}
        command = [sys.executable, *SERVE, "--bind", f"127.0.0.1:{self.port}", APPLICATIONS[self.site.settings]]
        process = subprocess.Popen(command, env=environment)
        try:
            _wait_for(self.port)
            yield
        finally:
            process.terminate()
            process.wait()

    def measure(self, path: str) -> None:
        """Count once more how often a page is sent in a second."""
        with ThreadPoolExecutor(max_workers=VISITORS) as visitors:
            sent = list(visitors.map(lambda _number: _visit(self.port, path), range(VISITORS)))
        self.counted.setdefault(path, []).append(sum(sent))

    def median(self, path: str) -> float:
        """Return the middle of what was counted."""
        return statistics.median(self.counted[path])


def _wait_for(port: int) -> None:
    for _try in range(300):
        try:
            _ask(http.client.HTTPConnection("localhost", port), "/")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server did not start")


def _ask(connection: http.client.HTTPConnection, path: str) -> int:
    connection.request("GET", written_anew(path, random.randrange(2**20)), headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    answer.read()
    return answer.status


def _visit(port: int, path: str) -> float:
    """Ask for a page again and again; return how often a second it came."""
    connection = http.client.HTTPConnection("localhost", port)
    for _first in range(3):
        _ask(connection, path)
    start, number = time.perf_counter(), 0
    while time.perf_counter() - start < SECONDS:
        if (status := _ask(connection, path)) != 200:
            raise SystemExit(f"{path} answered {status}")
        number += 1
    return number / (time.perf_counter() - start)


def main() -> None:
    """Serve the sites side by side, ask them in turns, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each page is measured")
    rounds = parser.parse_args().rounds
    by_name = {site.name: site for site in sites()}
    stock = Server("stock", by_name[STOCK], 0)
    warm, made = Server("warm", by_name[SMALL], 32), Server("made", by_name[SMALL], 0)
    turns = [(server, page.path) for page in PAGES for server in (warm, made)]
    turns += [(stock, path) for path in STOCK_PAGES.values()] + [(warm, CONSTANT)]
    with ExitStack() as stack:
        for server in (stock, warm, made):
            stack.enter_context(server.up())
        for _round in range(rounds):
            for server, path in turns:
                server.measure(path)
    _report(stock, warm, made)


def _report(stock: Server, warm: Server, made: Server) -> None:
    constant = warm.median(CONSTANT)
    print(f"pages a second, {VISITORS} visitors; stock beside it\n{'constant page':<22}{constant:8.0f}")
    for name, path in STOCK_PAGES.items():
        print(f"{'stock ' + name:<22}{stock.median(path):8.0f}")
    print(f"\n{'':<22}{'made':>8}{'x stock':>9}{'warm':>8}{'x stock':>9}{'x constant':>12}")
    for page in PAGES:
        held = stock.median(STOCK_PAGES[page.beside])
        new, kept = made.median(page.path), warm.median(page.path)
        print(f"{page.name:<22}{new:8.0f}{new / held:9.2f}{kept:8.0f}{kept / held:9.2f}{kept / constant:12.2f}")


if __name__ == "__main__":
    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    main()
