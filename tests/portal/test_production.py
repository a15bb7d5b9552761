"""A server of production, asked over the line: what it says, what it tells, and that a restart is not noticed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from tests.copies import drop_database, make_database
from tests.database_plugin import filled
from tests.serving import Server, serving


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
    (asked,) = [line for line in lines if line.get("request") == name]
    assert asked["logger"] == "gunicorn.access"
    assert (asked["path"], asked["status"], asked["address"]) == ("/livez", "200", "192.0.2.7")
    about_host = {line["logger"] for line in lines if line.get("request") == made}
    assert about_host == {"gunicorn.access", "django.security.DisallowedHost"}
    assert all(line["time"].endswith("Z") for line in lines)


def test_no_answer_tells_the_version_of_a_server(server: Server) -> None:
    for path in ("/livez", "/static/nothing.css"):
        told = server.get(path).headers
        assert not any(sign.isdigit() for sign in told.get("Server", "") + told.get("X-Powered-By", ""))
