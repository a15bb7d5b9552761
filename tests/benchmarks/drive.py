"""Fills a site, or asks it for pages, in a process of its own: `python -m tests.benchmarks.drive`, settings in place.

Each line that comes in is an order in JSON; each line that goes out answers one. No server stands between: the
application itself is called, as gunicorn calls it.
"""

import json
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import django
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test import RequestFactory

from tests.benchmarks.text import written_anew


class Asked:
    """The application of a site, asked for pages one after another."""

    def __init__(self) -> None:
        self.application: Any = get_wsgi_application()
        self.queries = 0
        self.asked = 0

    def ask(self, path: str) -> tuple[int, int]:
        """Ask for a page as a new visitor, words in braces written anew each time; return status and length."""
        if "{" in path:
            self.asked += 1
        path = written_anew(path, self.asked)
        environ = RequestFactory(headers={"host": "localhost", "accept-language": "nl"}).get(path).environ
        status: list[str] = []
        response: Any = self.application(environ, lambda line, headers: status.append(line))
        length = sum(len(part) for part in response)
        response.close()
        return int(status[0].split()[0]), length

    def measure(self, path: str, times: int) -> dict[str, float]:
        """Return what a page costs on average: milliseconds of this process, and of the clock."""
        cpu, clock = time.process_time(), time.perf_counter()
        for _number in range(times):
            self.ask(path)
        cpu, clock = time.process_time() - cpu, time.perf_counter() - clock
        return {"cpu": cpu * 1000 / times, "clock": clock * 1000 / times}

    def look(self, path: str) -> dict[str, Any]:
        """Ask a few times, so that what a process keeps is there; return status, length and queries of the last."""
        for _number in range(3):
            self.queries = 0
            with connection.execute_wrapper(self._count):
                status, length = self.ask(path)
        return {"status": status, "length": length, "queries": self.queries}

    def _count(self, execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        self.queries += 1
        return execute(sql, params, many, context)


def prepare(module: str, count: int) -> None:
    """Migrate where that has to be done, and fill the site."""
    if settings.ROOT_URLCONF.startswith("tests."):
        call_command("migrate", run_syncdb=True, verbosity=0, skip_checks=True)
    site = import_module(module)
    site.fill(count)
    site.index()


def orders() -> Iterator[dict[str, Any]]:
    """Return the orders as they come in."""
    for line in sys.stdin:
        yield json.loads(line)


def main() -> None:
    """Fill, or answer orders until there are none."""
    django.setup()
    if len(sys.argv) > 1:
        prepare(sys.argv[1], int(sys.argv[2]))
        return
    asked = Asked()
    for order in orders():
        answer = asked.measure(**order) if "times" in order else asked.look(**order)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
