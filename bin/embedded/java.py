"""A Java for the Elasticsearch node: the machine's own where it fits, else one that `cjdk` fetches."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import cjdk

from bin.embedded import system
from bin.embedded.system import ServiceUnavailableError

OLDEST = 17
FETCHED = "21"


def find() -> Path:
    """Return the home folder of a Java that can run Elasticsearch and that the service's account can reach.

    Raises ServiceUnavailableError when the machine has none and none can be fetched.
    """
    for program in _candidates():
        if home := _fitting_home(program):
            return home
    try:
        return cjdk.java_home(vendor="temurin", version=FETCHED, cache_dir=system.cache_dir() / "java")
    except Exception as error:  # whatever goes wrong in fetching, the remedy is the same
        raise ServiceUnavailableError(
            f"no Java {OLDEST} or newer here and none could be fetched ({type(error).__name__}): "
            "install one, for example openjdk-17-jre-headless, or set JAVA_HOME"
        ) from error


def _candidates() -> Iterator[Path]:
    if home := os.environ.get("JAVA_HOME"):
        yield Path(home) / "bin" / "java"
    if program := shutil.which("java"):
        yield Path(program)


def _fitting_home(program: Path) -> Path | None:
    """Return the home of this Java if it is new enough and whole, else None.

    Whole: a trimmed runtime without locale data starts the node but refuses every index ("Thai segmentation").
    """
    try:
        told = _answer(program, "-XshowSettings:properties", "--list-modules")
    except OSError:
        return None
    version = re.search(r"java\.specification\.version = (\d+)", told)
    home = re.search(r"java\.home = (.+)", told)
    if not version or not home or int(version[1]) < OLDEST or "jdk.localedata" not in told:
        return None
    path = Path(home[1].strip())
    return path if system.reachable(path / "bin" / "java") else None


def _answer(program: Path, *arguments: str) -> str:
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    return done.stdout + done.stderr
