"""The portal with everything it runs on, each part its own and each breakable: what a machine of production runs."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import requests
from psycopg import sql

from bin.embedded import elasticsearch, postgresql, system
from bin.steps import ROOT, STATE_DIR
from tests.benchmarks.load import small_disk
from tests.benchmarks.pages import demo_template

FOLDER = STATE_DIR / "load"
DATABASE = "load"
SETTINGS = "tests.benchmarks.load.settings"
WEB = ["-m", "gunicorn", "portal.wsgi", "--config", "deploy/gunicorn.py", "--workers", "2", "--threads", "4"]
EVERY_MINUTE = """
import subprocess, sys, time
while True:
    subprocess.run([sys.executable, "manage.py", "publish_scheduled"])
    time.sleep(60)
"""
PARTS = {
    "search worker": ["manage.py", "search_sync", "--loop"],
    "mail worker": ["manage.py", "mail_worker"],
    "scheduler": ["-c", EVERY_MINUTE],
}
OTHER_CLOCK = Path(__file__).parent / "other_clock"
SECONDS_TO_START = 90
AWAY = 20
"""Seconds for which a part is away."""


@dataclass
class House:
    """What runs, and where."""

    environment: dict[str, str]
    port: int
    disk: Path | None = None
    """Where the tables are, when that is a disk of its own."""
    log_disk: Path | None = None
    """Where PostgreSQL's log (WAL) is, when that is one."""
    running: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Where the portal answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self, name: str, ahead: timedelta = timedelta()) -> None:
        """Start one of its programs, with a clock that is ahead if so told."""
        environment = dict(self.environment)
        if ahead:
            environment |= {"PYTHONPATH": str(OTHER_CLOCK), "CLOCK_AHEAD": str(ahead.total_seconds())}
        command = PARTS.get(name) or [*WEB, "--bind", f"127.0.0.1:{self.port}"]
        log = (FOLDER / f"{name.replace(' ', '-')}.log").open("ab")
        self.running[name] = subprocess.Popen(
            [sys.executable, *command], cwd=ROOT, env=environment, stdout=log, stderr=log, start_new_session=True
        )

    def restart(self, name: str, ahead: timedelta = timedelta()) -> None:
        """End one of its programs as a service does, and start it again."""
        self.running[name].terminate()
        self.running[name].wait()
        self.start(name, ahead)

    def workers(self) -> list[int]:
        """Return the processes that answer visitors."""
        master = self.running["web"].pid
        return [process.pid for process in system.processes() if process.group == master and process.pid != master]


@contextmanager
def house() -> Iterator[House]:
    """Open a house on servers of its own, filled with the demo site, until the block ends."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with ExitStack() as closing:
        disk = closing.enter_context(small_disk.mounted(FOLDER / "disk"))
        log_disk = closing.enter_context(small_disk.mounted(FOLDER / "log-disk", small_disk.MEGABYTES_OF_LOG))
        small_disk.forget_lost_log(_data())
        postgresql.ensure(FOLDER)
        postgresql.stop(FOLDER)
        closing.enter_context(small_disk.log_of(_data(), log_disk))
        closing.callback(postgresql.stop, FOLDER)
        closing.callback(elasticsearch.stop, FOLDER)
        server = postgresql.ensure(FOLDER)
        port = system.free_port()
        made = House(_environment(server, elasticsearch.ensure(FOLDER), port), port, disk, log_disk)
        _fill(server, disk)
        closing.callback(_forget, server)
        subprocess.run([sys.executable, "manage.py", "search_rebuild"], cwd=ROOT, env=made.environment, check=True)
        for name in ("web", *PARTS):
            made.start(name)
            closing.callback(_end, made, name)
        _wait(made.address)
        yield made


def _environment(server: str, index: str, port: int) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "SECRET_KEY": "only-for-measuring-0123456789-abcdefghijklmnopqrstuvwxyz",
        "DATABASE_URL": urlunsplit(urlsplit(server)._replace(path=f"/{DATABASE}")),
        "ELASTICSEARCH_URL": index,
        "SEARCH_INDEX_PREFIX": DATABASE,
        "ALLOWED_HOSTS": "127.0.0.1",
        "SITE_URL": f"http://127.0.0.1:{port}",
        "MEDIA_ROOT": str(FOLDER / "media"),
        "PAGE_CACHE_MEGABYTES": "32",
        "LOG_LEVEL": "WARNING",
    }


def _fill(server: str, disk: Path | None) -> None:
    """Begin with the demo site as it is loaded."""
    os.environ["DATABASE_URL"] = server
    template = demo_template()
    _forget(server)
    with psycopg.connect(server, autocommit=True) as connection:
        names = {"new": sql.Identifier(DATABASE), "filled": sql.Identifier(template)}
        made = sql.SQL("CREATE DATABASE {new} TEMPLATE {filled} {place}")
        connection.execute(made.format(**names, place=small_disk.tablespace(connection, disk)))
        # A copied counter goes back in a crash, below rows that are there, until the copy is on the disk.
        connection.execute("CHECKPOINT")


def _forget(server: str) -> None:
    """Drop the database, which may stand on a disk that goes."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")


def _wait(address: str) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        with suppress(requests.RequestException):
            if requests.get(f"{address}/livez", timeout=5).ok:
                return
        time.sleep(0.2)
    raise SystemExit(f"the portal did not start, see {FOLDER}")


def _end(house: House, name: str) -> None:
    with suppress(ProcessLookupError):
        os.killpg(house.running[name].pid, signal.SIGKILL)
    house.running[name].wait()


def _killed(processes: list[int]) -> None:
    for pid in processes:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _data() -> Path:
    """Where the database server keeps its data."""
    return system.data_dir(FOLDER, postgresql.SERVICE) / "data"


def _index_processes() -> list[int]:
    folder = str(system.data_dir(FOLDER, elasticsearch.SERVICE))
    return [process.pid for process in system.processes() if folder in process.command]


def index_away(house: House) -> None:
    """Kill the search engine, and start it again later."""
    _killed(_index_processes())
    time.sleep(AWAY)
    elasticsearch.ensure(FOLDER)


def index_hangs(house: House) -> None:
    """Let the search engine take requests and answer none."""
    processes = _index_processes()
    for number in (signal.SIGSTOP, signal.SIGCONT):
        for pid in processes:
            os.kill(pid, number)
        if number == signal.SIGSTOP:
            time.sleep(AWAY)


def index_disk_full(house: House) -> None:
    """Set on the indices what a node sets when its disk is full: it refuses to write, and goes on reading."""
    address = f"{house.environment['ELASTICSEARCH_URL']}/{DATABASE}-*/_settings"
    for block in (True, None):
        said = requests.put(address, json={"index.blocks.read_only_allow_delete": block}, timeout=30)
        said.raise_for_status()
        if block:
            time.sleep(AWAY)


def database_crashes(house: House) -> None:
    """Let the database server drop everybody as in a crash, and start again later."""
    os.kill(int((_data() / "postmaster.pid").read_text().splitlines()[0]), signal.SIGQUIT)
    time.sleep(AWAY)
    postgresql.ensure(FOLDER)


def database_disk_full(house: House) -> None:
    """Fill the disk of the tables, and make room later; nothing where no disk could be mounted."""
    if house.disk is None:
        return
    for _second in range(AWAY):
        small_disk.fill(house.disk)
        time.sleep(1)
    small_disk.make_room(house.disk)


def database_log_full(house: House) -> None:
    """Fill the disk of the database's log, which stops it, and start it again once there is room, as its service does.

    What it has of the log already is used up at once, as editors do it in an hour.
    """
    if house.log_disk is None:
        return
    for _second in range(AWAY):
        small_disk.fill(house.log_disk)
        with suppress(psycopg.Error), _connected(house) as connection:
            connection.execute("SELECT pg_logical_emit_message(false, 'load', 'full'), pg_switch_wal()")
        time.sleep(1)
    small_disk.make_room(house.log_disk)
    postgresql.ensure(FOLDER)


def _connected(house: House) -> "psycopg.Connection":
    return psycopg.connect(house.environment["DATABASE_URL"], connect_timeout=3)


def clock_runs_ahead(house: House) -> None:
    """Run the portal a day ahead for a while, and then by the right clock again; who asks meanwhile is refused."""
    for ahead in (timedelta(days=1), timedelta()):
        for name in (*PARTS, "web"):
            house.restart(name, ahead)
        _wait(house.address)
        if ahead:
            time.sleep(AWAY)


def web_worker_dies(house: House) -> None:
    """Kill one of the processes that answer visitors; the server starts another."""
    _killed(house.workers()[:1])


def search_worker_dies(house: House) -> None:
    """Kill what brings changes to search, and start it again later."""
    _killed([house.running["search worker"].pid])
    house.running["search worker"].wait()
    time.sleep(AWAY)
    house.start("search worker")


FAULTS: dict[str, Callable[[House], None]] = {
    "a web worker dies": web_worker_dies,
    "Elasticsearch is killed": index_away,
    "the search worker dies": search_worker_dies,
    "Elasticsearch hangs": index_hangs,
    "PostgreSQL crashes": database_crashes,
    "the disk of Elasticsearch is full": index_disk_full,
    "the disk of PostgreSQL is full": database_disk_full,
    "the disk of PostgreSQL's log is full": database_log_full,
    "the clock runs a day ahead": clock_runs_ahead,
}
"""What goes wrong in the middle, one after another."""
