"""The embedded Elasticsearch: found again, raised from the dead, clear about what it lacks."""

import json
import os
import shutil
import signal
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from bin import services
from bin.embedded import distribution, elasticsearch, java, system
from bin.embedded.system import ServiceUnavailableError

pytestmark = [pytest.mark.elasticsearch, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def state_dir() -> Iterator[Path]:
    """A clone's state folder, with a space on the way to it and open to the node's account."""
    root = Path(tempfile.mkdtemp(prefix="portal test "))
    root.chmod(0o755)
    folder = root / ".local"
    folder.mkdir()
    yield folder
    elasticsearch.stop(folder)
    shutil.rmtree(root)


def put(url: str, body: dict[str, object]) -> int:
    request = urllib.request.Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"}, method="PUT")
    with urllib.request.urlopen(request, timeout=30) as answer:
        return int(answer.status)


def test_a_node_that_is_not_running_has_no_address(tmp_path: Path) -> None:
    assert elasticsearch.running(tmp_path) == ""


def test_a_second_start_finds_the_running_node(state_dir: Path) -> None:
    first = elasticsearch.ensure(state_dir)
    start = time.monotonic()
    assert elasticsearch.ensure(state_dir) == elasticsearch.running(state_dir) == first
    assert time.monotonic() - start < 1


def test_a_started_node_makes_indices_and_refuses_stray_writes(state_dir: Path) -> None:
    url = elasticsearch.ensure(state_dir)
    assert put(f"{url}/kept", {"settings": {"number_of_replicas": 0}}) == 200
    with pytest.raises(urllib.error.HTTPError):
        put(f"{url}/made-by-accident/_doc/1", {"word": "lab"})


def test_a_killed_node_comes_back_with_its_indices(state_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "STATE_DIR", state_dir)
    monkeypatch.setenv("DATABASE_URL", "elsewhere")
    monkeypatch.delenv("ELASTICSEARCH_URL", raising=False)
    before = elasticsearch.ensure(state_dir)
    assert put(f"{before}/survivor", {"settings": {"number_of_replicas": 0}}) == 200
    for pid in elasticsearch._processes(system.data_dir(state_dir, "elasticsearch")):
        os.kill(pid, signal.SIGKILL)

    services.revive(searchable=True)  # what a run does every few seconds

    url = elasticsearch.running(state_dir)
    assert url == before
    with urllib.request.urlopen(f"{url}/survivor", timeout=30) as answer:
        assert "survivor" in json.load(answer)


def test_a_port_that_became_another_clones_is_not_taken_for_ours(state_dir: Path) -> None:
    elasticsearch.ensure(state_dir)
    other = state_dir.parent / "other clone"
    (other / "elasticsearch").mkdir(parents=True)
    port = (system.data_dir(state_dir, "elasticsearch") / "port").read_text()
    (other / "elasticsearch" / "port").write_text(port)
    assert elasticsearch.running(other) == ""


def test_a_fetched_file_that_is_not_the_expected_one_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "server.zip"
    wrong.write_bytes(b"something else")
    with pytest.raises(ServiceUnavailableError, match="checksum"):
        distribution._check(wrong)


def test_a_node_stands_on_the_same_files_with_few_of_the_modules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPLEIDINGSHUIS_CACHE", str(tmp_path))
    whole = tmp_path / f"elasticsearch-{distribution.VERSION}"
    for name in ("lib/tools", "modules/x-pack-core", "modules/ingest-geoip"):
        (whole / name).mkdir(parents=True)
        (whole / name / "a.jar").write_text(name)

    folder = distribution.home()

    files = {str(file.relative_to(folder)) for file in folder.rglob("*.jar")}
    assert files == {"lib/tools/a.jar", "modules/x-pack-core/a.jar"}
    assert distribution.home() == folder
    assert (whole / "modules/ingest-geoip/a.jar").exists()


def test_a_trimmed_or_old_java_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = tmp_path / "bin" / "java"
    fake.parent.mkdir()
    fake.write_text(f"#!/bin/sh\necho '    java.specification.version = 21'\necho '    java.home = {tmp_path}'\n")
    fake.chmod(0o755)
    assert java._fitting_home(fake) is None
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert java.find() != tmp_path
