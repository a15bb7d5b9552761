"""One machine without Docker: its services are those of Docker, and a new version and the way back refuse nobody."""

import os
import shlex
import shutil
import signal
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import requests
import yaml
from django.core.management import get_commands

from bin.embedded import system
from tests.copies import drop_database
from tests.dated import deep
from tests.portal.backups import empty_database
from tests.serving import HOST, ROOT, production

UNITS = ROOT / "deploy" / "systemd"
SERVICES = sorted(UNITS.glob("*.service"))
HOME, SETTINGS = "/srv/portal", "/etc/opleidingshuis.env"
PROXY = {"Host": HOST, "X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"}


def values(unit: Path, name: str) -> list[str]:
    """What a unit says under a name, line by line."""
    lines = unit.read_text(encoding="utf-8").splitlines()
    return [line.partition("=")[2] for line in lines if line.startswith(f"{name}=")]


def command_of(words: list[str]) -> str:
    """The command of manage.py among the words of a line; empty for another program."""
    return words[words.index("manage.py") + 1] if "manage.py" in words else ""


@pytest.mark.parametrize("unit", SERVICES, ids=lambda path: path.stem)
def test_a_service_starts_something_that_there_is_with_the_least_rights(unit: Path) -> None:
    for line in values(unit, "ExecStart"):
        words = line.split()
        assert command_of(words) in get_commands() or words[1:] == [
            "portal.wsgi",
            "--config",
            "deploy/gunicorn.py",
        ]
    assert values(unit, "User") == ["portal"]
    assert values(unit, "EnvironmentFile") == [SETTINGS]
    assert values(unit, "ProtectSystem") == ["strict"]


def test_all_that_docker_runs_is_a_service_too_and_all_of_it_is_wanted() -> None:
    services = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))["services"]
    docker = {command_of(str(part).split()) for service in services.values() for part in _lines(service)}
    ours = {command_of(line.split()) for unit in SERVICES for line in values(unit, "ExecStart")}
    wanted = " ".join(values(UNITS / "opleidingshuis.target", "Wants")).split()

    # A version of its own makes the tables and the site; here the release does.
    assert docker - ours == {"migrate", "bootstrap"}
    timed = {timer.stem for timer in UNITS.glob("*.timer")}
    assert set(wanted) == {f"{unit.stem}.{'timer' if unit.stem in timed else 'service'}" for unit in SERVICES}


def test_all_that_docker_starts_again_when_it_ends_systemd_does_too() -> None:
    lasting = [unit for unit in SERVICES if values(unit, "Type") != ["oneshot"]]
    theirs = [UNITS / f"{part}.service.d" / "restart.conf" for part in ("postgresql@", "elasticsearch", "caddy")]

    assert {unit.stem: values(unit, "Restart") for unit in lasting} == {unit.stem: ["always"] for unit in lasting}
    assert [values(unit, "Restart") for unit in theirs] == [["on-failure"]] * 3
    # A disk may be full for hours: never is it given up.
    assert [values(unit, "StartLimitIntervalSec") for unit in theirs] == [["0"]] * 3


def _lines(service: dict[str, Any]) -> list[str]:
    found = service.get("command", [])
    words = [found] if isinstance(found, str) else found
    return [" ".join(words)] if "sh" not in words else words[-1].replace("&&", "\n").replace(";", "\n").splitlines()


class Machine:
    """A machine with its services: systemd is played, from its own files; everything else is real."""

    def __init__(self, home: Path, database: str) -> None:
        self.home, self.settings = home, home / "settings.env"
        wanted = ("SECRET_KEY", "DATABASE_URL", "ELASTICSEARCH_URL", "SEARCH_INDEX_PREFIX", "SEARCH_ENCODER")
        known = {name: value for name, value in production(database).items() if name in wanted}
        lines = [f"{name}={shlex.quote(value)}\n" for name, value in {**known, "ALLOWED_HOSTS": HOST}.items()]
        self.settings.write_text("".join(lines))
        programs = home / "programs"
        programs.mkdir()
        asked = programs / "systemctl"
        asked.write_text(f'#!/bin/sh\necho "$@" >> {home}/asked\n')
        asked.chmod(0o755)
        (programs / "uv").symlink_to(shutil.which("uv") or next(system.cache_dir().glob("uv-*/bin/uv")))
        self.path = f"{programs}:{os.environ['PATH']}"
        self.door = socket.create_server(("127.0.0.1", 0), backlog=512)
        self.web: subprocess.Popen[bytes] | None = None

    def release(self, *arguments: str) -> None:
        """Run deploy/release.sh and do what it asks of systemd."""
        here = {"PATH": self.path, "PORTAL_HOME": str(self.home), "PORTAL_SETTINGS": str(self.settings)}
        environment = {**os.environ, "UV_LINK_MODE": "copy", **here}  # the rest says how to reach packages
        script = self.home / "source" / "deploy" / "release.sh"
        done = subprocess.run([script, *arguments], env=environment, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "restart opleidingshuis-web" in (self.home / "asked").read_text().splitlines()[-1]
        self.restart()

    def manage(self, *arguments: str) -> None:
        """Run a command of the version that runs, with the settings in the environment."""
        settings = f"set -a; . {self.settings}; DJANGO_SETTINGS_MODULE=portal.settings.production"
        command = f"{settings} exec .venv/bin/python manage.py {shlex.join(arguments)}"
        subprocess.run(["bash", "-c", command], cwd=self.home / "current", check=True, capture_output=True)

    def restart(self) -> None:
        """Stop the web server as systemd does, and start what its unit names now."""
        self.stop()
        unit = UNITS / "opleidingshuis-web.service"
        said = dict(word.split("=", 1) for line in values(unit, "Environment") for word in self._here(line).split())
        (command,) = values(unit, "ExecStart")
        handed_over = f'exec 3<&{self.door.fileno()}; LISTEN_PID=$$ LISTEN_FDS=1 exec "$@"'
        self.web = subprocess.Popen(
            ["bash", "-c", f"set -a; . {self.settings}; {handed_over}", "-", *self._here(command).split()],
            cwd=self._here(*values(unit, "WorkingDirectory")),
            env={"PATH": self.path, **said},
            pass_fds=[self.door.fileno()],
            stdout=(self.home / "log").open("ab"),
            stderr=subprocess.STDOUT,
        )

    def stop(self) -> None:
        """Ask the web server to end, and wait until it has answered whoever it was busy with."""
        if self.web:
            self.web.send_signal(signal.SIGTERM)
            self.web.wait(timeout=40)

    def _here(self, text: str) -> str:
        return text.replace(HOME, str(self.home))

    def get(self, path: str) -> requests.Response:
        """Ask as the proxy does."""
        address = f"http://127.0.0.1:{self.door.getsockname()[1]}{path}"
        return requests.get(address, headers=PROXY, allow_redirects=False, timeout=60)


@contextmanager
def visitors(machine: Machine) -> Iterator[list[int]]:
    """Let four people read pages all the time; yields the statuses they got."""
    found: list[int] = []
    over = threading.Event()

    def read() -> None:
        while not over.is_set():
            for path in ("/nl/", "/livez", "/en/"):
                try:
                    found.append(machine.get(path).status_code)
                except requests.RequestException:
                    found.append(0)
            over.wait(0.2)

    readers = [threading.Thread(target=read) for _reader in range(4)]
    for reader in readers:
        reader.start()
    try:
        yield found
    finally:
        over.set()
        for reader in readers:
            reader.join()


def git(folder: Path, *arguments: str) -> None:
    """Run git in a folder, as somebody."""
    someone = ["-c", "user.name=Beheer", "-c", "user.email=beheer@example.org"]
    subprocess.run(["git", "-C", folder, *someone, *arguments], check=True, capture_output=True)


@pytest.mark.elasticsearch
@pytest.mark.skipif(not deep(), reason="part of make test-deep")
@pytest.mark.timeout(900)
def test_a_version_a_newer_one_and_the_way_back_refuse_nobody(
    django_db_setup: Any, django_db_blocker: Any, tmp_path: Path
) -> None:
    origin, home = tmp_path / "origin", tmp_path / "portal"
    git(ROOT, "clone", "--quiet", str(ROOT), str(origin))
    git(origin, "switch", "--quiet", "--force-create", "main")
    for folder in ("media", "releases"):
        (home / folder).mkdir(parents=True)
    git(home, "clone", "--quiet", str(origin), str(home / "source"))
    with django_db_blocker.unblock():
        empty_database("one_machine")
    machine = Machine(home, "one_machine")
    try:
        machine.release("main")
        machine.manage("bootstrap", "--administrator", "you@example.nl")
        machine.manage("search_rebuild")
        assert machine.get("/readyz").text == "ok\n"
        assert "data-second" not in machine.get("/nl/").text
        base = origin / "templates" / "base.html"
        base.write_text(base.read_text().replace("<body>", "<body data-second>"))
        git(origin, "commit", "--quiet", "--all", "--message", "Second version")

        with visitors(machine) as answers:
            machine.release("main")
            second = machine.get("/nl/").text
            machine.release("--back")
            first = machine.get("/nl/").text

        assert "data-second" in second
        assert "data-second" not in first
        assert len(answers) > 20
        assert set(answers) == {200}
    finally:
        machine.stop()
        with django_db_blocker.unblock():
            drop_database("one_machine")
