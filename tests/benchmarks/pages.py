"""What a page costs, beside a stock Wagtail site in the same run. Prints, never judges.

    python -m tests.benchmarks.pages

It takes DATABASE_URL and ELASTICSEARCH_URL, and makes databases of its own there: the stock site, and the demo site
with 20 and with 500 labs. All three are asked in turns, in production settings, without a page cache. `cpu` is what the
process itself works for a request; `total` is with the waiting for PostgreSQL and Elasticsearch. A ratio above 1 is
cheaper than stock. `--again` keeps the databases of the run before; `--rounds` makes it longer and calmer.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from tests.benchmarks.text import WORD

STOCK, SMALL, LARGE = "stock", "20", "500"
TIMES = 5
"""Requests in a row; the sites take turns after that."""
STOCK_PAGES = {"text": "/text/", "home": "/", "search": f"/search/?query={{{WORD}}}"}


@dataclass(frozen=True)
class Page:
    """A page of ours, the page of stock that it is held against, and how cheap it should be beside that."""

    name: str
    path: str
    beside: str = "text"
    aim: float | None = None


PAGES = [
    Page("text page", "/nl/text/", aim=0.8),
    Page("home", "/nl/", "home", 0.8),
    Page("results page", f"/nl/zoeken/?q={{{WORD}}}", "search", 0.8),
    Page("results, asked again", f"/nl/zoeken/?q={WORD}", "search"),
    Page("curriculum", "/nl/curriculum/"),
    Page("catalogue", "/nl/labs/", aim=0.4),
    Page("catalogue, filtered", "/nl/labs/?soort=lab&locatie=academie-tien"),
    Page("week table", "/nl/labs/agenda/"),
    Page("location", "/nl/locaties/academie-tien/", aim=0.4),
    Page("lab", "/nl/locaties/academie-tien/lab-0/", aim=0.4),
    Page("calendar file", "/nl/labs/agenda.ics/"),
]


@dataclass
class Site:
    """A site with a database and a process of its own."""

    name: str
    settings: str
    fill: str
    count: int
    cost: dict[str, list[dict[str, float]]] = field(default_factory=dict)
    seen: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def database(self) -> str:
        """Name of its database."""
        return f"pages_{self.name}{os.environ.get('PORTAL_TEST_DATABASE_SUFFIX', '')}"

    @property
    def environment(self) -> dict[str, str]:
        """What its process is told."""
        address = urlsplit(os.environ["DATABASE_URL"])
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": self.settings,
            "DATABASE_URL": urlunsplit(address._replace(path=f"/{self.database}")),
            "SEARCH_INDEX_PREFIX": self.database,
            "ALLOWED_HOSTS": "localhost",
            "SECRET_KEY": "only-for-measuring",
        }

    def make(self, template: str) -> None:
        """Make and fill its database anew."""
        names = {"name": sql.Identifier(self.database), "template": sql.Identifier(template)}
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
            server.execute(sql.SQL("DROP DATABASE IF EXISTS {name} WITH (FORCE)").format(**names))
            server.execute(sql.SQL("CREATE DATABASE {name} TEMPLATE {template}").format(**names))
        drive = [sys.executable, "-m", "tests.benchmarks.drive", self.fill, str(self.count)]
        subprocess.run(drive, env=self.environment, check=True)

    def start(self) -> None:
        """Start its process."""
        drive = [sys.executable, "-m", "tests.benchmarks.drive"]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(drive, env=self.environment, stdin=pipe, stdout=pipe, text=True)

    def order(self, **order: Any) -> Any:
        """Have something done and return the answer."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def look(self, name: str, path: str) -> None:
        """Look at a page, which must be there."""
        self.seen[name] = self.order(path=path)
        assert self.seen[name]["status"] == 200, (self.name, path, self.seen[name])

    def measure(self, name: str, path: str) -> None:
        """Measure a page once more."""
        self.cost.setdefault(name, []).append(self.order(path=path, times=TIMES))

    def median(self, name: str, what: str) -> float:
        """Return the middle of what was measured."""
        return statistics.median(cost[what] for cost in self.cost[name])


def sites() -> list[Site]:
    """Return the three sites."""
    ours = ("tests.benchmarks.portal_settings", "tests.benchmarks.portal_fill")
    stock = Site(STOCK, "tests.benchmarks.stock.settings", "tests.benchmarks.stock.fill", 100)
    return [stock, Site(SMALL, *ours, 20), Site(LARGE, *ours, 500)]


def demo_template() -> str:
    """Return the name of the demo site's database on this server."""
    code = (
        "import django; django.setup();"
        "from django.db import connection; from bin import demo_site;"
        "print(demo_site.ensure(connection.settings_dict))"
    )
    settings = {**os.environ, "DJANGO_SETTINGS_MODULE": "portal.settings.dev"}
    return subprocess.run(
        [sys.executable, "-c", code], env=settings, check=True, stdout=subprocess.PIPE, text=True
    ).stdout.split()[-1]


def report(stock: Site, small: Site, large: Site) -> None:
    """Print what each page costs, and how that is beside stock's."""
    for name in STOCK_PAGES:
        cpu, total = stock.median(name, "cpu"), stock.median(name, "clock")
        print(f"stock {name:<20} cpu {cpu:6.1f} ms  total {total:6.1f} ms  {stock.seen[name]['queries']:3} queries")
    print(f"\n{'':22}{'cpu 20':>8}{'500':>8}{'total 20':>10}{'500':>8}  {'beside stock, cpu 20':>20}{'500':>6}", end="")
    print(f"{'total 20':>10}{'500':>6}{'aim':>5}{'500/20':>8}{'queries':>9}")
    for page in PAGES:
        figures = [site.median(page.name, what) for what in ("cpu", "clock") for site in (small, large)]
        held = [stock.median(page.beside, what) for what in ("cpu", "cpu", "clock", "clock")]
        ratios = [other / own for other, own in zip(held, figures, strict=True)]
        queries = "/".join(str(site.seen[page.name]["queries"]) for site in (small, large))
        print(f"{page.name:<22}{figures[0]:8.1f}{figures[1]:8.1f}{figures[2]:10.1f}{figures[3]:8.1f}  ", end="")
        print(f"{ratios[0]:20.2f}{ratios[1]:6.2f}{ratios[2]:10.2f}{ratios[3]:6.2f}{page.aim or '':>5}", end="")
        print(f"{figures[1] / figures[0]:8.2f}{queries:>9}")


def main() -> None:
    """Make the sites, ask them in turns, and print."""
    parser = argparse.ArgumentParser(description="Prints what a page costs, beside a stock Wagtail site.")
    parser.add_argument("--again", action="store_true", help="keep the databases of the run before")
    parser.add_argument("--rounds", type=int, default=9, help="how often each page is measured")
    options = parser.parse_args()
    stock, small, large = everyone = sites()
    if not options.again:
        demo = demo_template()
        for site in everyone:
            site.make("template1" if site is stock else demo)
    for site in everyone:
        site.start()
    turns = [(site, page.name, page.path) for page in PAGES for site in (small, large)]
    turns += [(stock, name, path) for name, path in STOCK_PAGES.items()]
    for site, name, path in turns:
        site.look(name, path)
    for _round in range(options.rounds):
        for site, name, path in turns:
            site.measure(name, path)
    report(stock, small, large)


if __name__ == "__main__":
    main()
