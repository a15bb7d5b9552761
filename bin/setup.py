"""`make setup`: the project's own Python environment, exactly as `uv.lock` says.

Runs on the machine's Python, before any package is there. A second run compares one checksum and is done.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from bin.embedded import system
from bin.steps import ROOT, do, quietly, step

OLDEST = (3, 11)
UV = "uv==0.13.9"
VENV = ROOT / ".venv"
STAMP = VENV / ".made-from"


def main() -> None:
    """Make `.venv` unless it is already what the lock file asks for."""
    if sys.version_info < OLDEST:
        raise SystemExit(
            f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed, this is {sys.version.split()[0]}: "
            "install one and say `make PYTHON=python3.12 …`"
        )
    wanted = _fingerprint()
    if STAMP.exists() and STAMP.read_text() == wanted and _works(VENV):
        with step("Python packages (as they were)"):
            return
    uv = _uv()
    environment = {
        "UV_PROJECT_ENVIRONMENT": str(VENV),
        "UV_PYTHON_DOWNLOADS": "never",
        "VIRTUAL_ENV": "",
    }
    do("Python packages", [uv, "sync", "--frozen", "--python", sys.executable], environment)
    STAMP.write_text(wanted)


def _fingerprint() -> str:
    """Return what the environment depends on: the lock, the Python and the folder (scripts name it)."""
    parts = [(ROOT / "uv.lock").read_bytes(), sys.version.encode(), sys.executable.encode(), os.fsencode(ROOT)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _works(environment: Path) -> bool:
    """Return whether the environment's Python still starts: an upgrade of the machine's Python may break it."""
    python = environment / "bin" / "python"
    return python.exists() and quietly([python, "-c", ""]).returncode == 0


def _uv() -> Path:
    """Return the installer, in an environment that clones share: it removes from `.venv` what the lock leaves out."""
    python = hashlib.sha256(f"{sys.version} {sys.executable}".encode()).hexdigest()[:12]
    folder = system.cache_dir() / f"{UV.replace('==', '-')}-{python}"
    stamp = folder / ".made-from"
    with system.locked(folder.parent / f"{folder.name}.lock"):
        if stamp.exists() and _works(folder):
            return folder / "bin" / "uv"
        with step("Installer (uv)"):
            done = quietly([sys.executable, "-m", "venv", "--clear", folder])
            if done.returncode:
                raise SystemExit(f"{done.stdout}\nPython cannot make environments: install python3-venv")
            done = quietly([folder / "bin" / "python", "-m", "pip", "install", "--quiet", UV])
            if done.returncode:
                raise SystemExit(f"{done.stdout}\nThe installer could not be fetched: check the network")
        stamp.write_text(UV)
    return folder / "bin" / "uv"


if __name__ == "__main__":
    main()
