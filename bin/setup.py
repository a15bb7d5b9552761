"""`make setup`: the project's own Python environment, exactly as `uv.lock` says.

Runs on the machine's Python, before any package is there. A second run compares one checksum and is done.
Who names a Python (`make PYTHON=…`) gets that one; otherwise the environment may stand on a quicker one.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

from bin.embedded import system
from bin.steps import ROOT, do, quietly, step

OLDEST = (3, 11)
UV = "uv==0.13.9"
VENV = ROOT / ".venv"
STAMP = VENV / ".made-from"
OF_THE_MACHINE = "/usr/bin/python3"
"""Distributions compile theirs with profiles and at link time; who compiles one by hand (pyenv) often does not."""
ABLE = "import ctypes, lzma, ssl, sys, venv; print(sys.version if sys.version_info[:2] == ({0}, {1}) else '')"


def main() -> None:
    """Make `.venv` unless it is already what the lock file asks for."""
    if sys.version_info < OLDEST:
        raise SystemExit(
            f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed, this is {sys.version.split()[0]}: "
            "install one and say `make PYTHON=python3.12 …`"
        )
    python, version = (sys.executable, sys.version) if "--this-python" in sys.argv else quickest()
    wanted = _fingerprint(python, version)
    if STAMP.exists() and STAMP.read_text() == wanted and _works(VENV):
        with step("Python packages (as they were)"):
            return
    uv = _uv()
    environment = {
        "UV_PROJECT_ENVIRONMENT": str(VENV),
        "UV_PYTHON_DOWNLOADS": "never",
        "VIRTUAL_ENV": "",
    }
    do("Python packages", [uv, "sync", "--frozen", "--python", python], environment)
    STAMP.write_text(wanted)


def quickest(other: str = OF_THE_MACHINE, options: object = sysconfig.get_config_var("CONFIG_ARGS")) -> tuple[str, str]:
    """Return the Python for `.venv` and its version: this one, unless it was compiled for ease and the other was not.

    The same release, so that nobody gets a Python that they did not choose. The machine's needs a sixth less for what
    the portal does (30 November 2026, both 3.11).
    """
    this = sys.executable, sys.version
    if sys.platform != "linux" or "--enable-optimizations" in str(options) or not Path(other).exists():
        return this
    ask = [other, "-c", ABLE.format(*sys.version_info)]
    told = subprocess.run(ask, capture_output=True, text=True, stdin=subprocess.DEVNULL).stdout.strip()
    return (other, told) if told else this


def _fingerprint(python: str, version: str) -> str:
    """Return what the environment depends on: the lock, the Python and the folder (scripts name it)."""
    parts = [(ROOT / "uv.lock").read_bytes(), version.encode(), python.encode(), os.fsencode(ROOT)]
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
