"""What the embedded services need from the machine: an account, a lock, a port, folders they can reach."""

import fcntl
import hashlib
import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any

# Locks this process holds for its whole life, by file: they tell others that it uses the service.
_uses: dict[Path, IO[str]] = {}


class ServiceUnavailableError(RuntimeError):
    """An embedded service cannot run here; the message says what is missing and how to mend it, in one line."""


@dataclass(frozen=True)
class Process:
    """A process of this machine: numbers are used again, so the command tells whose it is."""

    pid: int
    group: int
    command: str


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold an exclusive lock on a file, so that of several processes one starts or fetches; the rest wait."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def mark_use(path: Path) -> None:
    """Register this process as a user of a service until it ends, however it ends: the kernel drops the lock."""
    if path not in _uses:
        handle = path.open("a")
        fcntl.flock(handle, fcntl.LOCK_SH)
        _uses[path] = handle


def drop_use(path: Path) -> bool:
    """End this process's use of a service and return whether nobody else uses it."""
    if handle := _uses.pop(path, None):
        handle.close()
    with path.open("a") as probe:
        try:
            fcntl.flock(probe, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


@cache
def account() -> pwd.struct_passwd | None:
    """Return the account services run under, or None for the caller's own.

    PostgreSQL and Elasticsearch both refuse to run as root, so root lends them another account.
    """
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise ServiceUnavailableError(
        "services refuse to run as root and no user postgres or nobody exists: use another user"
    )


def as_account() -> dict[str, Any]:
    """Return the arguments that make `subprocess` run a command under the service's account."""
    user = account()
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}


def reachable(path: Path) -> bool:
    """Return whether the service's account may pass every folder on the way to `path`, and `path` itself."""
    while not path.exists():
        path = path.parent
    way = {path.absolute(), *path.absolute().parents, path.resolve(), *path.resolve().parents}
    return all(_passable(step) for step in way)


def _passable(path: Path) -> bool:
    """Read it from the rights: asking as the account itself would start a process at each import of the settings."""
    user = account()
    if not user:
        return True
    found = path.stat()
    shift = 6 if found.st_uid == user.pw_uid else 3 if found.st_gid == user.pw_gid else 0
    return bool(found.st_mode >> shift & 1)


def hand_over(folder: Path) -> None:
    """Make a folder, and give what is in it to the service's account."""
    folder.mkdir(parents=True, exist_ok=True)
    if user := account():
        for path in (folder, *folder.rglob("*")):
            os.chown(path, user.pw_uid, user.pw_gid, follow_symlinks=False)


def data_dir(state_dir: Path, service: str) -> Path:
    """Return the folder for a service's data: inside the state folder, unless its account cannot get there.

    A clone below root's private home is such a case. Opening the home to everyone would be rude; the data then
    live below /var/lib, in a folder named after the state folder.
    """
    if reachable(state_dir):
        return state_dir / service
    clone = hashlib.sha256(str(state_dir.resolve()).encode()).hexdigest()[:12]
    return Path("/var/lib/opleidingshuis") / clone / service


def cache_dir() -> Path:
    """Return the folder for what clones share: one per person, and for root one that every account can read."""
    if given := os.environ.get("OPLEIDINGSHUIS_CACHE"):
        return Path(given)
    if account():
        return Path("/var/cache/opleidingshuis")
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "opleidingshuis"


def reachable_copy(folders: list[Path], name: str) -> Path:
    """Return the parent of these folders, or of a copy in the shared cache when the service's account needs one."""
    if reachable(folders[0]):
        return folders[0].parent
    copy = cache_dir() / name
    with locked(cache_dir() / f"{name}.lock"):
        if not copy.exists():
            part = copy.with_suffix(".part")
            shutil.rmtree(part, ignore_errors=True)
            for folder in folders:
                shutil.copytree(folder, part / folder.name, symlinks=True)
            part.rename(copy)
    return copy


def boot() -> str:
    """Return what tells this start of the machine from others, or an empty string where the system does not say."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return ""


def processors(quota: Path = Path("/sys/fs/cgroup/cpu.max")) -> int:
    """Return how many processors this process may keep busy: a container sees all of its machine and may have two."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with suppress(OSError, ValueError):  # no such file outside Linux, and "max" where nothing was limited
        granted, period = map(int, quota.read_text().split())
        count = min(count, granted // period)
    return max(count, 1)


def is_free(port: int) -> bool:
    """Return whether nobody listens on this port of the loopback address."""
    with socket.socket() as probe:
        # A connection that closed a moment ago does not count as somebody listening.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """Return a TCP port on the loopback address that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def processes() -> Iterator[Process]:
    """Yield every process of this machine; from /proc where that exists, since `ps` is missing on small systems."""
    if not Path("/proc/self/cmdline").exists():
        listing = subprocess.run(["ps", "-axww", "-o", "pid=,pgid=,command="], capture_output=True, text=True).stdout
        for line in listing.splitlines():
            number, group, command = line.split(None, 2)
            yield Process(int(number), int(group), command)
        return
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it ended while we looked
            words = (folder / "cmdline").read_bytes().rstrip(b"\0").split(b"\0")
            pid = int(folder.name)
            yield Process(pid, os.getpgid(pid), b" ".join(words).decode(errors="replace"))
