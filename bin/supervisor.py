"""The processes of `make run`: started together, watched, and ended together, whatever ends first."""

import fcntl
import json
import os
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from bin.embedded.system import is_free, processes
from bin.steps import ROOT, STATE_DIR, say

RECORD = STATE_DIR / "run.json"
LOCK = STATE_DIR / "run.lock"
# What every process of this clone has in its command line.
MARK = str(ROOT / ".venv")
SECONDS_TO_END = 10
SECONDS_TO_HAND_OVER = 60


@dataclass
class Supervisor:
    """The child processes of this run, each in a session of its own: Ctrl-C reaches only us, and we end them."""

    environment: dict[str, str]
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(
        self, name: str, command: list[str | Path], extra: dict[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start one, and write down its number for a next run, should this one be killed."""
        with (STATE_DIR / f"{name}.log").open("w") as log:  # problems still come to the terminal
            child = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**self.environment, **(extra or {})},
                stdin=subprocess.DEVNULL,
                stdout=log,
                start_new_session=True,
            )
        self.running[name] = child
        self._record()
        return child

    def end(self) -> None:
        """End all of them and what they started, and make them when they do not within their time."""
        for child in self.running.values():
            _signal(child.pid, signal.SIGTERM)
        deadline = time.monotonic() + SECONDS_TO_END
        for child in self.running.values():
            with suppress(subprocess.TimeoutExpired):
                child.wait(timeout=max(0.1, deadline - time.monotonic()))
            _signal(child.pid, signal.SIGKILL)
            child.wait()
        # What a child started ends by the same signals, but a moment later, and is nobody's to wait for.
        deadline = time.monotonic() + SECONDS_TO_END
        while self._alive() and time.monotonic() < deadline:
            time.sleep(0.01)
        RECORD.unlink(missing_ok=True)

    def _alive(self) -> bool:
        """Return whether anything of them lives; whoever is dead, and collected by nobody, has no command any more."""
        groups = {child.pid for child in self.running.values()}
        return any(process.group in groups and process.command for process in processes())

    def _record(self) -> None:
        numbers = [child.pid for child in self.running.values()]
        RECORD.write_text(json.dumps({"run": os.getpid(), "children": numbers}))


def take_over() -> IO[str]:
    """Become this clone's only run and return the lock that says so.

    A run that still lives is asked to end, because `make` may have been killed above it. What a killed run left
    behind is ended.
    """
    STATE_DIR.mkdir(exist_ok=True)
    lock = LOCK.open("a")
    deadline = time.monotonic() + SECONDS_TO_HAND_OVER
    asked = False
    while not _locked(lock):
        if not asked:
            say("  - The portal of this folder was running; it is stopped first")
            _signal_run(signal.SIGTERM)
            asked = True
        if time.monotonic() > deadline:
            _signal_run(signal.SIGKILL)
        time.sleep(0.2)
    for group in _recorded().get("children", []):
        if _is_ours(group):
            _signal(group, signal.SIGKILL)
    RECORD.write_text(json.dumps({"run": os.getpid(), "children": []}))
    return lock


def free_port(wanted: int) -> int:
    """Return the wanted port, or the next one that nobody listens on."""
    for port in range(wanted, wanted + 50):
        if is_free(port):
            if port != wanted:
                say(f"  - Port {wanted} is taken by another program; this is port {port}")
            return port
    raise SystemExit(f"No free port from {wanted} on: say for example PORT=9000 make run")


def _locked(lock: IO[str]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _recorded() -> dict[str, list[int]]:
    try:
        return dict(json.loads(RECORD.read_text()))
    except (FileNotFoundError, ValueError):
        return {}


def _is_ours(group: int) -> bool:
    """Return whether a process group is of this clone: a number alone may by now be another program's."""
    return any(process.group == group and MARK in process.command for process in processes())


def _signal_run(number: signal.Signals) -> None:
    pid = _recorded().get("run")
    if isinstance(pid, int):
        with suppress(ProcessLookupError):
            os.kill(pid, number)


def _signal(pid: int, number: signal.Signals) -> None:
    """Signal a child and everything it started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, number)
