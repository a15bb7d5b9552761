"""Databases kept as files between clones: put back whole, and never trusted when broken."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings

from bin.embedded import kept_databases
from tests.copies import drop_database, make_database

KIND, NAME = "portal_template_example_", "portal_template_example_0123456789abcdef"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OPLEIDINGSHUIS_CACHE", str(tmp_path))
    return tmp_path / "databases"


@pytest.fixture
def empty(django_db_setup: None) -> Iterator[Callable[[str], str]]:
    made: list[str] = []

    def make(purpose: str) -> str:
        made.append(make_database(purpose, "template1"))
        base: Any = settings.DATABASES["default"]
        return f"postgres://{base['USER']}:{base['PASSWORD']}@{base['HOST']}:{base['PORT']}/{made[-1]}"

    yield make
    for name in made:
        drop_database(name)


def words(url: str) -> list[str]:
    with psycopg.connect(url) as connection:
        return [word for (word,) in connection.execute("SELECT word FROM kept")]


def test_a_kept_database_comes_back_whole_and_a_broken_file_is_refused(
    cache: Path, empty: Callable[[str], str]
) -> None:
    source = empty("kept_source")
    with psycopg.connect(source, autocommit=True) as connection:
        connection.execute("CREATE TABLE kept (word text)")
        connection.execute("INSERT INTO kept VALUES ('één')")

    assert not kept_databases.put_back(empty("kept_none"), NAME)
    kept_databases.keep(source, NAME, KIND)
    again = empty("kept_again")
    assert kept_databases.put_back(again, NAME)
    assert words(again) == ["één"]

    (file,) = cache.glob("*.dump")
    file.write_bytes(file.read_bytes()[:-40])
    assert not kept_databases.put_back(empty("kept_broken"), NAME)
