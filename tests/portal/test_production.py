"""A server of production, asked over the line: what it says, what it tells, and that a restart is not noticed."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from tests.copies import drop_database, make_database
from tests.database_plugin import filled
from tests.serving import TOKEN, Server, serving


@pytest.fixture(scope="module")
def server(django_db_setup: Any, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The portal in production, with the house in its database."""
    folder: Path = tmp_path_factory.mktemp("production")
    with django_db_blocker.unblock():
        name = make_database("production", filled(connections["default"].settings_dict, ["house"]))
    with serving(name, folder, MEDIA_ROOT=str(folder)) as running:
        yield running
    with django_db_blocker.unblock():
        drop_database(name)


def test_every_line_is_json_and_those_of_a_request_have_its_name(server: Server) -> None:
    name = "proxy-0123456789abcdef"
    assert server.get("/livez", X_Request_ID=name).headers["X-Request-ID"] == name
    made = server.get("/nl/", Host="kwaad.example").headers["X-Request-ID"]

    lines = server.lines()
    for _try in range(50):
        if any(line.get("request") == made and line["logger"] == "gunicorn.access" for line in lines):
            break
        time.sleep(0.1)  # a server answers first and writes its line then
        lines = server.lines()
    (asked,) = [line for line in lines if line.get("request") == name]
    assert asked["logger"] == "gunicorn.access"
    assert (asked["path"], asked["status"], asked["address"]) == ("/livez", "200", "192.0.2.7")
    about_host = {line["logger"] for line in lines if line.get("request") == made}
    assert about_host == {"gunicorn.access", "django.security.DisallowedHost"}
    secret = "geheim-van-een-bezoeker"
    server.get(f"/livez?q={secret}", Referer=f"https://{secret}.example/")
    assert secret not in server.log.read_text()
    assert all(line["time"].endswith("Z") for line in lines)


def test_no_answer_tells_the_version_of_a_server(server: Server) -> None:
    for path in ("/livez", "/static/nothing.css"):
        told = server.get(path).headers
        assert not any(sign.isdigit() for sign in told.get("Server", "") + told.get("X-Powered-By", ""))


def metrics(server: Server) -> dict[str, float]:
    """What Prometheus reads: each series with its value."""
    told = server.get("/metrics", Authorization=f"Bearer {TOKEN}").text
    return {
        series: float(value) for series, value in (line.rsplit(" ", 1) for line in told.splitlines() if line[0] != "#")
    }


def test_all_workers_count_together_and_one_that_is_replaced_forgets_nothing(server: Server) -> None:
    series = 'django_http_requests_total_by_view_transport_method_total{method="GET",transport="https",view="livez"}'
    before = metrics(server).get(series, 0)
    for _time in range(20):
        assert server.get("/livez", Connection="close").status_code == 200
    assert metrics(server)[series] == before + 20

    children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children")
    old = children.read_text().split()
    os.kill(int(old[0]), signal.SIGTERM)
    wait_until(lambda: len(children.read_text().split()) == 2 and old[0] not in children.read_text())
    for _time in range(10):
        server.get("/livez", Connection="close")
    assert metrics(server)[series] == before + 30


def test_a_worker_begins_with_the_portal_in_memory(server: Server) -> None:
    children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children")
    for worker in children.read_text().split():
        told = Path(f"/proc/{worker}/smaps_rollup").read_text()
        (kilobytes,) = [int(line.split()[1]) for line in told.splitlines() if line.startswith("Shared_Dirty:")]
        assert kilobytes > 40_000  # what the server loaded before there were workers, and all of them use


def test_no_series_names_what_a_visitor_typed(server: Server) -> None:
    for path in ("/nl/bestaat-niet-verzonnen/", "/nl/zoeken/suggesties?q=verzonnen", "/verzonnen.php"):
        server.get(path)
    found = metrics(server)
    assert not any("verzonnen" in series for series in found)
    assert len(found) < 300


def wait_until(is_so: Callable[[], bool]) -> None:
    """Return once something is so."""
    deadline = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.05)
