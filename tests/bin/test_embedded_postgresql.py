"""The embedded PostgreSQL: found again, raised from the dead, never shared between clones."""

import os
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from bin import services
from bin.embedded import postgresql, system


@pytest.fixture
def state_dir() -> Iterator[Path]:
    """A clone's state folder, with a space on the way to it and open to the server's account."""
    root = Path(tempfile.mkdtemp(prefix="portal test "))
    root.chmod(0o755)
    folder = root / ".local"
    folder.mkdir()
    yield folder
    postgresql.stop(folder)
    shutil.rmtree(root)


def server_of(folder: Path) -> int:
    return int((folder / "postgresql" / "data" / "postmaster.pid").read_text().splitlines()[0])


def write_a_row(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE kept (word text)")
        connection.execute("INSERT INTO kept VALUES ('één')")
        connection.execute("CHECKPOINT")


def test_a_second_start_finds_the_running_server(state_dir: Path) -> None:
    first = postgresql.ensure(state_dir)
    server = server_of(state_dir)
    start = time.monotonic()
    assert postgresql.ensure(state_dir) == first
    assert time.monotonic() - start < 1
    assert server_of(state_dir) == server


def test_a_server_is_found_while_it_runs_and_looking_for_it_starts_none(state_dir: Path) -> None:
    assert postgresql.running(state_dir) == ""
    url = postgresql.ensure(state_dir)
    assert postgresql.running(state_dir) == url
    postgresql.stop(state_dir)
    assert postgresql.running(state_dir) == ""


def test_a_run_starts_a_dead_server_again_at_the_address_that_others_know(
    state_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "STATE_DIR", state_dir)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    url = postgresql.ensure(state_dir)
    write_a_row(url)
    os.kill(server_of(state_dir), signal.SIGKILL)

    services.revive(searchable=False)

    assert postgresql.running(state_dir) == url
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT word FROM kept").fetchone() == ("één",)


def test_the_server_of_tests_keeps_its_rows_until_the_machine_starts_again(state_dir: Path) -> None:
    url = postgresql.ensure(state_dir, fleeting=True)
    write_a_row(url)
    postgresql.stop(state_dir)
    with psycopg.connect(postgresql.ensure(state_dir, fleeting=True)) as connection:
        assert connection.execute("SELECT word FROM kept").fetchone() == ("één",)
        assert connection.execute("SHOW fsync").fetchone() == ("off",)

    postgresql.stop(state_dir)
    (state_dir / "postgresql" / postgresql.BOOT_FILE).write_text("an earlier start of the machine")
    with psycopg.connect(postgresql.ensure(state_dir, fleeting=True)) as connection:
        assert connection.execute("SELECT to_regclass('kept')").fetchone() == (None,)
    postgresql.stop(state_dir)
    with psycopg.connect(postgresql.ensure(state_dir)) as connection:
        assert connection.execute("SHOW fsync").fetchone() == ("on",)


def test_starts_at_the_same_moment_share_one_server(state_dir: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        urls = list(pool.map(postgresql.ensure, [state_dir] * 4))
    assert len(set(urls)) == 1


def test_a_killed_server_comes_back_with_its_rows_at_its_address(state_dir: Path) -> None:
    first = postgresql.ensure(state_dir)
    write_a_row(first)
    os.kill(server_of(state_dir), signal.SIGKILL)
    assert postgresql.ensure(state_dir) == first
    with psycopg.connect(postgresql.ensure(state_dir)) as connection:
        assert connection.execute("SELECT word FROM kept").fetchall() == [("één",)]


def test_a_process_number_that_became_another_programs_does_not_stop_the_start(state_dir: Path) -> None:
    postgresql.ensure(state_dir)
    pid_file = state_dir / "postgresql" / "data" / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    postgresql.stop(state_dir)
    pid_file.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    assert psycopg.connect(postgresql.ensure(state_dir)).execute("SELECT 1").fetchone() == (1,)


def test_two_clones_have_each_their_own_server_and_rows(state_dir: Path) -> None:
    other = state_dir.parent / "other clone"
    other.mkdir()
    try:
        ours, theirs = postgresql.ensure(state_dir), postgresql.ensure(other)
        write_a_row(ours)
        assert ours != theirs
        with psycopg.connect(theirs) as connection:
            assert connection.execute("SELECT to_regclass('kept')").fetchone() == (None,)
    finally:
        postgresql.stop(other)


def test_capitals_with_accents_are_lowered_whatever_the_shell_says(
    state_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.delenv("LANG", raising=False)
    with psycopg.connect(postgresql.ensure(state_dir)) as connection:
        assert connection.execute("SELECT lower('ÉÉN'), 'café' ILIKE 'CAFÉ'").fetchone() == ("één", True)


def test_release_leaves_the_server_to_others_that_use_it(state_dir: Path) -> None:
    url = postgresql.ensure(state_dir)
    with (state_dir / "postgresql.use").open("a") as other_process:
        system.fcntl.flock(other_process, system.fcntl.LOCK_SH)
        postgresql.release(state_dir)
        psycopg.connect(url).close()
    postgresql.release(state_dir)
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url, connect_timeout=2)


def test_a_stopped_server_can_be_stopped_again(state_dir: Path) -> None:
    url = postgresql.ensure(state_dir)
    postgresql.stop(state_dir)
    postgresql.stop(state_dir)
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url, connect_timeout=2)


def test_a_folder_the_servers_account_cannot_enter_gets_its_data_elsewhere(state_dir: Path) -> None:
    private = state_dir.parent / "private"
    private.mkdir(mode=0o700)
    data = system.data_dir(private / ".local", "postgresql")
    assert system.reachable(data)
    assert data.is_relative_to(private) is (system.account() is None)
