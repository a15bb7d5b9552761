"""The demo site that is kept for the next clone: put back whole, or not at all; an editor's site is left alone."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connections

from bin import demo_site
from bin.embedded import kept_databases, system, template_database
from tests.copies import drop_database, make_database

ROOT = template_database.ROOT
TABLES = "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"
PICTURES = "SELECT file FROM portal_portalimage"
STORED = "SELECT count(*) FROM search_storeddocument"
WAITING = "SELECT count(*) FROM search_searchevent"
PORT = "SELECT port FROM wagtailcore_site"


def ask(url: str, question: str) -> list[Any]:
    """The first column of an answer."""
    with psycopg.connect(url, autocommit=True) as connection:
        return [row[0] for row in connection.execute(question).fetchall()]


@contextmanager
def databases() -> Iterator[Callable[..., str]]:
    """Make databases that go at the end, and give their addresses."""
    names: list[str] = []

    def make(purpose: str, origin: str = "template1") -> str:
        names.append(make_database(purpose, origin))
        return template_database._url(connections["default"].settings_dict, names[-1])

    yield make
    for name in names:
        drop_database(name)


@pytest.fixture
def made(django_db_setup: None) -> Iterator[Callable[..., str]]:
    """Makes databases of this test's own."""
    with databases() as make:
        yield make


@pytest.fixture(scope="module")
def site(django_db_setup: None) -> Iterator[tuple[str, str]]:
    """The name of the template, and the address of a copy of it that is only read."""
    with databases() as make:
        name = demo_site.ensure(connections["default"].settings_dict)
        yield name, make("kept_demo", name)


@pytest.fixture(scope="module")
def kept(site: tuple[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache in which the demo site is kept."""
    (name, url), folder = site, tmp_path_factory.mktemp("kept") / "cache"
    shutil.copytree(system.cache_dir() / "demo" / name, folder / "demo" / name)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("OPLEIDINGSHUIS_CACHE", str(folder))
        kept_databases.keep(url, name, template_database.kind_of("demo"))
    return folder


@pytest.fixture
def cache(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that cache for a test to break."""
    monkeypatch.setenv("OPLEIDINGSHUIS_CACHE", str(tmp_path / "cache"))
    return Path(shutil.copytree(kept, tmp_path / "cache"))


def prepare(url: str, media: Path) -> str:
    """What `make run` does to a database, and says of it."""
    addresses = {"DATABASE_URL": url, "MEDIA_ROOT": str(media), "SITE_URL": "http://127.0.0.1:9123"}
    done = subprocess.run(
        [sys.executable, "-m", "bin.prepare", "1"],
        stdin=subprocess.DEVNULL,  # nobody says a word of a search node
        cwd=ROOT,
        env={**os.environ, **addresses, "DJANGO_SETTINGS_MODULE": "portal.settings.dev"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_site_comes_to_an_empty_database_with_its_pictures_and_without_anybodys_address(
    cache: Path, site: tuple[str, str], made: Callable[..., str], tmp_path: Path
) -> None:
    url, media = made("second_clone"), tmp_path / "media"
    assert demo_site.take_kept(site[0], url, media)
    pages = "SELECT url_path FROM wagtailcore_page ORDER BY path"
    assert ask(url, pages) == ask(site[1], pages)
    assert ask(url, PORT) == [8000]
    assert ask(url, STORED) == ask(site[1], STORED) != [0]
    assert ask(url, WAITING) == [0]
    files = {str(file.relative_to(media)) for file in media.rglob("*.png")}
    assert set(ask(url, PICTURES)) <= files


def cut(file: Path) -> None:
    """Leave the end of a file out."""
    file.write_bytes(file.read_bytes()[:-40])


BREAKS: dict[str, Callable[[Path], object]] = {
    "a picture that was cut off": lambda cache: cut(next(cache.rglob("*.png"))),
    "a picture that is gone": lambda cache: next(cache.rglob("*.png")).unlink(),
    "a picture that is of something else": lambda cache: shutil.copy(ROOT / "README.md", next(cache.rglob("*.png"))),
    "a list that is gone": lambda cache: next(cache.rglob("list.json")).unlink(),
    "a list that was cut off": lambda cache: cut(next(cache.rglob("list.json"))),
    "a database that was cut off": lambda cache: cut(next(cache.rglob("*.dump"))),
    "a database without its seal": lambda cache: next(cache.rglob("*.sha256")).unlink(),
    "a database of other code": lambda cache: shutil.move(
        next(cache.rglob("*.dump")), cache / "databases" / "portal_template_demo_0123456789abcdef.dump"
    ),
}


@pytest.mark.parametrize("breaks", BREAKS)
def test_a_broken_or_old_site_is_not_trusted_and_leaves_the_database_empty(
    cache: Path, site: tuple[str, str], made: Callable[..., str], tmp_path: Path, breaks: str
) -> None:
    url = made("second_clone")
    BREAKS[breaks](cache)
    assert not demo_site.take_kept(site[0], url, tmp_path / "media")
    assert ask(url, TABLES) == [0]


def test_a_database_that_cannot_be_read_to_its_end_leaves_nothing_behind(
    cache: Path, site: tuple[str, str], made: Callable[..., str], tmp_path: Path
) -> None:
    url, (file,) = made("second_clone"), cache.rglob("*.dump")
    cut(file)
    file.with_suffix(".sha256").write_text(kept_databases._digest(file))
    assert not demo_site.take_kept(site[0], url, tmp_path / "media")
    assert ask(url, TABLES) == [0]


def test_make_run_fills_an_empty_database_and_then_leaves_the_work_of_editors_alone(
    cache: Path, site: tuple[str, str], made: Callable[..., str], tmp_path: Path
) -> None:
    url, media = made("own_clone"), tmp_path / "media"
    assert "Tables and demo site" in prepare(url, media)
    assert ask(url, PORT) == [9123]
    written = "UPDATE wagtailcore_page SET title = 'Van een redacteur' WHERE depth = 2 RETURNING title"
    assert ask(url, written) == ["Van een redacteur"] * 2
    picture = next(media.rglob("*.png"))
    picture.write_text("van een redacteur")

    said = prepare(url, media)
    assert "Tables up to date" in said
    assert "demo site" not in said
    assert ask(url, "SELECT title FROM wagtailcore_page WHERE depth = 2") == ["Van een redacteur"] * 2
    assert picture.read_text() == "van een redacteur"
