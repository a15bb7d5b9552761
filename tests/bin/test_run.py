"""`make run` beside what an earlier run left behind."""

import json
import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import autoreload

from bin import run, supervisor
from bin.embedded.system import free_port, processes
from bin.steps import ROOT


@pytest.fixture
def state_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder of this test's own."""
    monkeypatch.setattr(supervisor, "STATE_DIR", tmp_path)
    monkeypatch.setattr(supervisor, "RECORD", tmp_path / "run.json")
    monkeypatch.setattr(supervisor, "LOCK", tmp_path / "run.lock")
    return tmp_path


@pytest.fixture
def started() -> Iterator[list[subprocess.Popen[bytes]]]:
    """Processes that end with the test."""
    processes: list[subprocess.Popen[bytes]] = []
    yield processes
    for process in processes:
        process.kill()
        process.wait()


def test_a_taken_port_leads_to_the_next_free_one(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        port = supervisor.free_port(taken)
    assert taken < port < taken + 50
    assert f"Port {taken} is taken" in capsys.readouterr().out


def test_a_free_port_is_kept_without_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    port = free_port()
    assert supervisor.free_port(port) == port
    assert capsys.readouterr().out == ""


def test_what_a_killed_run_left_behind_is_ended_and_nothing_else(
    state_dir: Path, started: list[subprocess.Popen[bytes]]
) -> None:
    ours = [str(ROOT / ".venv" / "bin" / "python"), "-c", "import time; time.sleep(60)"]
    started += [subprocess.Popen(command, start_new_session=True) for command in (ours, ["sleep", "60"])]
    (state_dir / "run.json").write_text(json.dumps({"run": 1, "children": [child.pid for child in started]}))
    supervisor.take_over().close()
    assert started[0].wait(timeout=10) == -9
    assert started[1].poll() is None


def test_a_run_that_lives_is_asked_to_stop_first(state_dir: Path, started: list[subprocess.Popen[bytes]]) -> None:
    code = (
        "import fcntl, sys, time; lock = open(sys.argv[1], 'a'); fcntl.flock(lock, fcntl.LOCK_EX); "
        "print('locked', flush=True); time.sleep(60)"
    )
    first = subprocess.Popen([ROOT / ".venv/bin/python", "-c", code, state_dir / "run.lock"], stdout=subprocess.PIPE)
    started.append(first)
    assert first.stdout
    first.stdout.readline()
    (state_dir / "run.json").write_text(json.dumps({"run": first.pid, "children": []}))
    supervisor.take_over().close()
    assert first.wait(timeout=10) == -15


def test_ending_reaches_what_a_child_started(state_dir: Path) -> None:
    family = supervisor.Supervisor(dict(os.environ))
    child = family.start("web", ["sh", "-c", "sleep 60 & echo $!; wait"])
    log = state_dir / "web.log"
    while not log.read_text().strip():
        child.poll()
    grandchild = int(log.read_text())
    family.end()
    # Where nobody collects the dead it keeps its number, but no command.
    assert not [process for process in processes() if process.pid == grandchild and "sleep" in process.command]


def test_the_web_server_starts_again_when_its_code_changed_and_else_the_run_ends_with_it(
    state_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "HELPERS", {})
    family, seen = supervisor.Supervisor(dict(os.environ)), tmp_path / "starts"
    with pytest.raises(SystemExit) as changed:
        autoreload.trigger_reload("a module")
    server: list[str | Path] = [
        "sh",
        "-c",
        f"echo $RUN_MAIN >> {seen}; test $(wc -l < {seen}) -gt 1 || exit {changed.value.code}",
    ]
    family.start("web", server, run.RELOADED)
    with pytest.raises(SystemExit, match="ended by itself"):
        run.keep_up(family, server, searchable=False)
    assert seen.read_text().split() == ["true", "true"]
