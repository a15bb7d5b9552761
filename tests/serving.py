"""The portal as a server of production runs it: gunicorn as deploy/ says, on a database of its own."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests
from django.conf import settings
from django.db import connections

from bin.embedded.system import free_port

ROOT = Path(__file__).resolve().parent.parent
SECONDS_TO_START = 60
HOST = "portal.example"
TOKEN = "kijk-maar"


def production(database: str, **more: str) -> dict[str, str]:
    """Return the environment of a process of production on a database of this server."""
    base = connections["default"].settings_dict
    address = f"postgres://{base['USER']}:{base['PASSWORD']}@{base['HOST']}:{base['PORT']}/{database}"
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings.production",
        "SECRET_KEY": "only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz",
        "DATABASE_URL": address,
        "ELASTICSEARCH_URL": settings.ELASTICSEARCH_URL or "http://127.0.0.1:9",
        "SEARCH_INDEX_PREFIX": database,
        "SEARCH_ENCODER": "off",
        "ALLOWED_HOSTS": HOST,
        "HEALTH_TOKEN": TOKEN,
        **more,
    }


class Server:
    """A running gunicorn."""

    def __init__(self, process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
        self.process, self.address, self.log = process, f"http://127.0.0.1:{port}", log
        self.session = requests.Session()
        self.session.trust_env = False

    def get(self, path: str, **headers: str) -> requests.Response:
        """Ask for an address as the proxy does, without following where it leads."""
        known = {"Host": HOST, "X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"}
        asked = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.session.get(self.address + path, headers=known | asked, allow_redirects=False, timeout=20)

    def lines(self) -> list[dict[str, Any]]:
        """Return the log so far; an error when a line is no JSON."""
        return [json.loads(line) for line in self.log.read_text().splitlines()]

    def signal(self, number: signal.Signals) -> None:
        """Send the whole server a signal."""
        self.process.send_signal(number)


@contextmanager
def serving(database: str, folder: Path, **more: str) -> Iterator[Server]:
    """Serve the portal from a database until the block ends; the log is kept in a file of the folder."""
    port, log = free_port(), folder / "gunicorn.log"
    gunicorn = [sys.executable, "-m", "gunicorn", "portal.wsgi", "--config", "deploy/gunicorn.py"]
    options = ["--bind", f"127.0.0.1:{port}", "--workers", "2", "--threads", "2"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*gunicorn, *options],
            cwd=ROOT,
            env=production(database, **more),
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    server = Server(process, port, log)
    try:
        _wait(server)
        yield server
    finally:
        os.killpg(process.pid, signal.SIGKILL)  # nobody is being answered any more
        process.wait(timeout=30)


def _wait(server: Server) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        try:
            server.get("/livez")
        except requests.ConnectionError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(server.log.read_text())
