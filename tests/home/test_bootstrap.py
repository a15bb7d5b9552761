"""An empty production becomes a site by the letter of docs/deployment.md."""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
import requests
import yaml
from django.conf import settings
from django.db import connections

from bin.embedded import template_database

ROOT = Path(__file__).resolve().parent.parent.parent
DOCUMENT = (ROOT / "docs" / "deployment.md").read_text()
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text())
NAME = f"portal_bootstrap_{os.getpid()}"


@pytest.fixture
def empty_database() -> Iterator[str]:
    """The address of a database that was migrated and holds nothing else."""
    database = connections["default"].settings_dict
    template = template_database.ensure(database)
    server = template_database._url(database, "postgres")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE {NAME} TEMPLATE "{template}"')
        yield template_database._url(database, NAME)
        connection.execute(f"DROP DATABASE {NAME} WITH (FORCE)")


def documented() -> list[list[str]]:
    """The manage.py commands of the document, in its order; starting the parts stands for what `migrate` runs."""
    commands: list[list[str]] = []
    section = DOCUMENT.split("## One host")[1].split("\n## ")[0]
    for line in "\n".join(re.findall(r"```sh\n(.*?)```", section, re.DOTALL)).splitlines():
        if line.startswith("docker compose up"):
            script = COMPOSE["services"]["migrate"]["command"][-1]
            commands += [shlex.split(part)[2:] for part in script.split("&&")]
        elif " manage.py " in line:
            commands.append(shlex.split(line.split(" manage.py ")[1], comments=True))
    return commands


@pytest.fixture
def prefix() -> Iterator[str]:
    """Indices of this test's own, which go afterwards."""
    name = f"{settings.SEARCH_INDEX_PREFIX}-bootstrap"
    yield name
    listed = requests.get(f"{settings.ELASTICSEARCH_URL}/_cat/indices/{name}*?h=index", timeout=10).text.split()
    for index in listed:
        requests.delete(f"{settings.ELASTICSEARCH_URL}/{index}", timeout=10)


@pytest.mark.elasticsearch
def test_the_document_walked_on_an_empty_database_ends_with_a_site(
    empty_database: str, prefix: str, tmp_path: Path
) -> None:
    commands = documented()
    assert commands.pop(0) == ["migrate", "--noinput"]  # the template
    assert [command[0] for command in commands] == ["bootstrap", "bootstrap", "search_rebuild", "partner_add"]
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
        "DJANGO_SETTINGS_MODULE": "portal.settings.production",
        "SECRET_KEY": "only-for-this-test-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFG",
        "DATABASE_URL": empty_database,
        "ELASTICSEARCH_URL": settings.ELASTICSEARCH_URL,
        "SEARCH_INDEX_PREFIX": prefix,
        "ALLOWED_HOSTS": "portal.example.nl",
        "MEDIA_ROOT": str(tmp_path),
        "EMAIL_HOST": "127.0.0.1",
        "DEFAULT_FROM_EMAIL": "",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.home.bootstrap_walk", json.dumps(commands)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    seen: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert seen["before"] == 503
    assert set(seen["pages"].values()) == {200}, seen["pages"]
    assert len(seen["pages"]) >= 24
    assert seen["health"] == 200
    assert "Welcome to your new Wagtail site" not in seen["front"]
    assert seen["mails"] == [["you@example.nl"]]
    assert seen["rights"] > 0
    assert seen["accepted"] == "/admin/"
    assert seen["spaces"] == 2
    assert seen["second"] == "The site is there: nothing is changed."


def test_compose_passes_every_documented_variable_and_gives_each_part_that_calls_out_a_way(tmp_path: Path) -> None:
    table = DOCUMENT.split("## Environment")[1].split("\n## ")[0]
    names = {
        name
        for row in table.splitlines()
        if row.startswith("| `")
        for name in re.findall(r"`([A-Z_]+)`", row.split("|")[1])
    }
    services = COMPOSE["services"]
    portal = {name: part for name, part in services.items() if part.get("build")}
    assert len(names) > 15
    for name, part in portal.items():
        assert names <= set(part["environment"]), name
        assert "outside" in part["networks"], name
    for part in ("database", "cache", "search1"):
        assert services[part]["networks"] == ["inside"]
    assert "/health/" in str(services["web"]["healthcheck"])
