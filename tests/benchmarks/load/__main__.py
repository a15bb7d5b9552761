"""Load, faults and soak. Prints, never judges.

    python -m tests.benchmarks.load                                  ten minutes, with faults in the middle
    python -m tests.benchmarks.load --minutes 20 --no-faults --readers 4 --editors 4     a soak

It starts a PostgreSQL and an Elasticsearch of its own in `.local/load`, so that they can be broken (as root with the
tables and the log on small disks that can be filled), and the portal as
`deploy/` runs it (two workers of four threads). Readers walk the sitemap, searchers search and type, editors sign in,
save drafts and publish. At the end: what everybody got, how memory, connections and the outbox grew, and whether each
page holds what its editor was told is saved. The visitors are on the same machine.
"""

import argparse
import json
import re
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import requests

from bin.steps import ROOT
from tests.benchmarks.load.house import AWAY, FAULTS, House, house
from tests.benchmarks.load.visitors import Book, Person, edit, read, search
from tests.benchmarks.load.watch import Watch, report

SECONDS_AFTER = 20
"""How long what was changed may take to be everywhere."""


def main() -> None:
    """Open the house, let everybody in, break what has to be broken, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    for name, number in {"readers": 12, "searchers": 4, "editors": 20}.items():
        parser.add_argument(f"--{name}", type=int, default=number)
    parser.add_argument("--no-faults", action="store_true")
    options = parser.parse_args()
    with house() as made:
        book, stop = Book(), threading.Event()
        watch = Watch(made, book, stop)
        visits: list[tuple[Any, ...]] = [(read, _paths(made))] * options.readers + [(search,)] * options.searchers
        visits += [(edit, *person.values()) for person in _ask_database(made, str(options.editors))]
        print(f"{options.readers} readers, {options.searchers} searchers, {options.editors} editors", flush=True)
        with ThreadPoolExecutor(max_workers=len(visits) + 1) as pool:
            jobs = [pool.submit(watch.run)]
            for number, (visit, *more) in enumerate(visits):
                jobs.append(pool.submit(visit, Person(made.address, book, number, stop), *more))
            faults = [] if options.no_faults else _break(made, book, options.minutes * 60)
            time.sleep(max(book.started + options.minutes * 60 - time.monotonic(), 0))
            stop.set()
            for job in jobs:
                job.result()
        time.sleep(SECONDS_AFTER)
        watch.looks.append(watch.look())
        report(book, watch.looks, faults, _lost(made, book))


def _paths(house: House) -> list[str]:
    """Return the pages of the site."""
    found = requests.get(f"{house.address}/sitemap.xml", timeout=60)
    return [urlsplit(address).path for address in re.findall(r"<loc>([^<]+)", found.text)]


def _ask_database(house: House, *arguments: str, told: str = "") -> Any:
    command = [sys.executable, "-m", "tests.benchmarks.load.editors", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=house.environment, input=told, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def _break(house: House, book: Book, seconds: float) -> list[tuple[str, float, float]]:
    """Break one part after another, spread over the time there is; return what, from when and until when."""
    found, pause = [], max(seconds / (len(FAULTS) + 1) - AWAY, 5)
    for name, fault in FAULTS.items():
        time.sleep(pause)
        start = time.monotonic() - book.started
        print(f"{start:6.0f} s  {name}", flush=True)
        with suppress(requests.RequestException):
            fault(house)
        found.append((name, start, time.monotonic() - book.started))
    return found


def _lost(house: House, book: Book) -> dict[int, str]:
    """Return the pages that do not hold what their editor was told is saved, with what they hold."""
    held = _ask_database(house, told=json.dumps(list(book.saved)))
    return {page: held[str(page)] for page, title in book.saved.items() if held[str(page)] != title}


if __name__ == "__main__":
    main()
