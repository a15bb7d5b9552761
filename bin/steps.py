"""One printed line per step, with its time; needs nothing but Python itself."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

Command = Sequence["str | Path"]
ROOT = Path(__file__).resolve().parent.parent
STATE_DIR = ROOT / ".local"


class StepFailedError(Exception):
    """Raised within a step to mark it as failed where the program goes on."""


@contextmanager
def step(name: str) -> Iterator[None]:
    """Print what was done and how long it took, also when it failed."""
    start = time.monotonic()
    if sys.stdout.isatty():
        print(f"  … {name}", end="\r", flush=True)
    mark = "✗"
    try:
        yield
        mark = "✓"
    finally:
        say(f"  {mark} {name:<44} {time.monotonic() - start:6.1f} s")


def say(text: str) -> None:
    """Print a line at once, so that a log that is cut off still tells the last step."""
    print(text, flush=True)


def quietly(command: Command, extra: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command in the project's folder and keep what it says; the caller shows it when it failed."""
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **(extra or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )


def do(name: str, command: Command, extra: dict[str, str] | None = None) -> None:
    """Run a command as a step; end the program with its output when it fails."""
    with step(name):
        done = quietly(command, extra)
        if done.returncode:
            say(done.stdout)
            raise SystemExit(f"{name} failed")
