"""One Elasticsearch node for one clone: made, started, found again and stopped."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path
from typing import Any

from bin.embedded import distribution, java, system
from bin.embedded.system import ServiceUnavailableError

SERVICE = "elasticsearch"
SECONDS_TO_START = 240
SECONDS_TO_STOP = 20
SECONDS_TO_RECOVER = 60
JVM_OPTIONS = (
    # Not the serial collector: with that one a heap this small answers 429 under load.
    "-XX:+UseG1GC",
    "-Xms512m",
    "-Xmx512m",
    # Only the quick compiler: the node is up with 8 seconds of processor time in place of 20. The other one pays off
    # after hours under load, which is what a cluster of one's own is for.
    "-XX:TieredStopAtLevel=1",
    # Two seconds more: memory is touched when it is used, and the code was checked as files when it was fetched.
    "-XX:-AlwaysPreTouch",
    "-XX:+UnlockDiagnosticVMOptions",
    "-XX:+IgnoreUnrecognizedVMOptions",
    "-XX:-BytecodeVerificationRemote",
    "-Djava.io.tmpdir=${ES_TMPDIR}",
    "-Djna.tmpdir=${ES_TMPDIR}",
)
LAUNCHER_OPTIONS = ("-Xms4m", "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")


def ensure(state_dir: Path) -> str:
    """Return the address (`http://…`) of this clone's node, started when it does not run yet.

    Raises ServiceUnavailableError when it cannot be fetched or started.
    """
    with system.locked(state_dir / f"{SERVICE}.lock"):
        url = running(state_dir) or _start(state_dir)
        system.mark_use(state_dir / f"{SERVICE}.use")
    return url


def running(state_dir: Path) -> str:
    """Return the address of this clone's node when it answers, else an empty string. Starts nothing."""
    folder = system.data_dir(state_dir, SERVICE)
    try:
        port = int((folder / "port").read_text())
    except (OSError, ValueError):
        return ""
    return f"http://127.0.0.1:{port}" if _answers_as_ours(folder, port) else ""


def has_ended(state_dir: Path) -> bool:
    """Whether no process of this clone's node is left; one that is too busy to answer has not ended."""
    return not _processes(system.data_dir(state_dir, SERVICE))


def address(state_dir: Path) -> str:
    """Return the address that this clone's node has, or will have once it is started: others may be told before."""
    with system.locked(state_dir / f"{SERVICE}.lock"):
        return f"http://127.0.0.1:{_port(system.data_dir(state_dir, SERVICE))}"


def release(state_dir: Path) -> None:
    """Stop the node unless another process of this clone still uses it."""
    with system.locked(state_dir / f"{SERVICE}.lock"):
        if system.drop_use(state_dir / f"{SERVICE}.use"):
            _end_processes(system.data_dir(state_dir, SERVICE))


def stop(state_dir: Path) -> None:
    """Stop the node, whoever uses it; nothing happens when it does not run."""
    with system.locked(state_dir / f"{SERVICE}.lock"):
        system.drop_use(state_dir / f"{SERVICE}.use")
        _end_processes(system.data_dir(state_dir, SERVICE))


def _name(folder: Path) -> str:
    return "opleidingshuis-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:12]


def _port(folder: Path) -> int:
    """Return the node's port: the one it had, as long as no other program took it meanwhile."""
    file = folder / "port"
    known = int(file.read_text()) if file.exists() else 0
    if known and (_answers_as_ours(folder, known) or system.is_free(known)):
        return known
    folder.mkdir(parents=True, exist_ok=True)
    port = system.free_port()
    file.write_text(str(port))
    return port


def _answers_as_ours(folder: Path, port: int) -> bool:
    """Return whether our node answers there: the name tells it from another clone's that got our old port."""
    try:
        return bool(_request(f"http://127.0.0.1:{port}")["cluster_name"] == _name(folder))
    except (OSError, ValueError, KeyError):
        return False


def _start(state_dir: Path) -> str:
    """Start the node and return its address once it can make an index.

    The second try has an empty data folder: a node that died in the middle of a write may refuse its own files,
    and an index is rebuilt from the database in seconds.
    """
    server, java_home = distribution.home(), java.find()
    folder = system.data_dir(state_dir, SERVICE)
    for fresh in (False, True):
        _end_processes(folder)
        if fresh:
            shutil.rmtree(folder / "data", ignore_errors=True)
        port = _port(folder)
        _configure(folder, server, port)
        if _launch(folder, server, java_home) and _is_ready(url := f"http://127.0.0.1:{port}"):
            return url
    _end_processes(folder)
    raise ServiceUnavailableError(
        f"Elasticsearch did not start, see {folder / 'start.log'}: "
        "`make clean` makes a new one, or set ELASTICSEARCH_URL to a server of yours"
    )


def _configure(folder: Path, server: Path, port: int) -> None:
    """Write the node's own configuration; everything it writes stays below its folder."""
    for name in ("config", "data", "logs", "tmp"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    settings = {
        "cluster.name": _name(folder),
        "discovery.type": "single-node",
        "network.host": "127.0.0.1",
        "http.port": port,
        "path.data": str(folder / "data"),
        "path.logs": str(folder / "logs"),
        "xpack.security.enabled": False,
        # An index appears only when our own code makes it with its mapping; a stray write must fail.
        "action.auto_create_index": "-*",
        # A laptop's disk is often nearly full; that is no reason to refuse a few megabytes.
        "cluster.routing.allocation.disk.threshold_enabled": False,
    }
    lines = [f"{name}: {json.dumps(value)}" for name, value in settings.items()]
    (folder / "config" / "elasticsearch.yml").write_text("\n".join(lines) + "\n")
    (folder / "config" / "jvm.options").write_text("\n".join(JVM_OPTIONS) + "\n")
    shutil.copyfile(server / "config" / "log4j2.properties", folder / "config" / "log4j2.properties")
    system.hand_over(folder)


def _launch(folder: Path, server: Path, java_home: Path) -> bool:
    """Start the node in the background, out of reach of the terminal's Ctrl-C; return whether it came up."""
    command: list[str | Path] = [
        java_home / "bin" / "java",
        *LAUNCHER_OPTIONS,
        "-Dcli.name=server",
        f"-Dcli.script={server / 'bin' / 'elasticsearch'}",
        "-Dcli.libs=lib/tools/server-cli",
        f"-Des.path.home={server}",
        f"-Des.path.conf={folder / 'config'}",
        "-Des.distribution.type=tar",
        "-Des.java.type=JAVA_HOME",
        "-cp",
        f"{server / 'lib'}/*:{server / 'lib' / 'cli-launcher'}/*",
        "org.elasticsearch.launcher.CliToolLauncher",
        "--daemonize",
    ]
    with (folder / "start.log").open("w") as log:
        try:
            done = subprocess.run(
                command,
                cwd=server,
                env={"PATH": os.defpath, "ES_JAVA_HOME": str(java_home), "ES_TMPDIR": str(folder / "tmp")},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                timeout=SECONDS_TO_START,
                **system.as_account(),
            )
        except subprocess.TimeoutExpired:
            return False
    return done.returncode == 0


def _is_ready(url: str) -> bool:
    """Return whether the node can make an index, and answers from those it has.

    One on a trimmed Java answers but makes none; one that was killed reads its indices again first, and answers 503
    meanwhile.
    """
    settings = {"settings": {"number_of_shards": 1, "number_of_replicas": 0}}
    health = f"{url}/_cluster/health?wait_for_status=yellow&timeout={SECONDS_TO_RECOVER}s"
    try:
        _request(f"{url}/ready-probe", "PUT", settings)
        _request(f"{url}/ready-probe", "DELETE")
        _request(health, seconds=SECONDS_TO_RECOVER + 5)
    except (OSError, ValueError):
        return False
    return True


def _request(
    url: str, method: str = "GET", body: dict[str, Any] | None = None, seconds: float | None = None
) -> dict[str, Any]:
    """Send one request and return the answer; raises OSError when the node refuses or does not answer in time."""
    request = urllib.request.Request(
        url,
        method=method,
        data=json.dumps(body).encode() if body else None,
        headers={"Content-Type": "application/json"},
    )
    # Loopback only: a proxy of the environment has nothing to do with it.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=seconds or (3 if method == "GET" else 30)) as answer:
        return dict(json.load(answer))


def _processes(folder: Path) -> list[int]:
    """Return the numbers of this node's processes, also of one that lost its launcher."""
    launcher, node = f"-Des.path.conf={folder / 'config'}", f"-Djava.io.tmpdir={folder / 'tmp'}"
    return [process.pid for process in system.processes() if launcher in process.command or node in process.command]


def _end_processes(folder: Path) -> None:
    """Ask the node to end, and make it when it does not within its time."""
    deadline = time.monotonic() + SECONDS_TO_STOP
    for pid in _processes(folder):
        _signal(pid, signal.SIGTERM)
    while remaining := _processes(folder):
        if time.monotonic() > deadline:
            for pid in remaining:
                _signal(pid, signal.SIGKILL)
        time.sleep(0.1)


def _signal(pid: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, number)
