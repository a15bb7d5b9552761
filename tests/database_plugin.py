"""The databases of the tests: copies of templates, half a second in place of what it takes to build their content.

A test that asks for `house`, `school` or `institute` stands on a database in which these are there already; what it
changes is rolled back as ever. Which database that is follows from the fixtures a test asks for, so no test says it.
"""

import functools
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection, connections, transaction

from bin import demo_site
from bin.embedded import template_database
from portal.settings.environment import NO_DATABASE
from tests.copies import drop_database, make_database, stand_on
from tests.factories import build_house, make_location, make_partner_page
from tests.factories.house import find_house
from tests.kept import Kept, kept_for

FILLINGS: dict[str, Callable[[], Any]] = {
    "house": build_house,
    "school": lambda: make_location(find_house().locations),
    "institute": lambda: make_partner_page(find_house().partnership),
}
"""What a database can hold beforehand, in the order in which it is built; each name is a fixture too."""


class Copies:
    """The filled databases of this process; each is copied when the first test wants it."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self.templates: dict[str, str] = {}

    def turn_to(self, fixtures: Collection[str], content: Kept | None = None) -> None:
        """Point the connection at the database whose content these fixtures ask for."""
        database = connections["default"].settings_dict
        usual = self.names.setdefault("", str(database["NAME"]))
        wanted = [name for name in FILLINGS if name in fixtures]
        purpose = "demo" if "demo_site" in fixtures else "_".join(wanted)
        if purpose not in self.names:
            stand_on(usual)
            self.templates[purpose] = demo_site.ensure(database) if purpose == "demo" else filled(database, wanted)
            self.names[purpose] = make_database(purpose, self.templates[purpose], usual)
        if content:
            self._turn_to_kept(content, purpose)
        else:
            stand_on(self.names[purpose])

    def _turn_to_kept(self, content: Kept, purpose: str) -> None:
        """Stand on what a module keeps, built on a copy of its own when the first test asks for it."""
        content.here = f"{purpose} {id(content)}"
        if content.here not in self.names:
            short = f"kept_{len(self.names)}"
            self.names[content.here] = make_database(short, self.templates[purpose], self.names[""])
            stand_on(self.names[content.here])
            content.build(content.here)
        stand_on(self.names[content.here])
        cache.clear()  # nothing is published that would make the portal forget what the last test saw

    def give_back(self) -> None:
        """Leave the process on the database it began with, and drop the others."""
        usual = self.names.pop("", None)
        if usual:
            stand_on(usual)
        for name in self.names.values():
            drop_database(name)


copies = Copies()


def filled(database: dict[str, Any], wanted: list[str]) -> str:
    """Return the template with these parts in it, built as one transaction whose after-effects nobody waits for."""
    usual = str(database["NAME"])

    def fill(url: str, _name: str) -> None:
        stand_on(url.rpartition("/")[2])
        with transaction.atomic():
            for name in wanted:
                FILLINGS[name]()
            connection.run_on_commit = []
        stand_on(usual)

    sources = list((template_database.ROOT / "tests" / "factories").glob("*.py"))
    return template_database.ensure_filled(database, "_".join(wanted), sources, fill)


def pytest_configure() -> None:
    """End with one line where there is no database; only `make` starts one."""
    if not settings.DATABASE_URL:
        pytest.exit(NO_DATABASE, returncode=pytest.ExitCode.USAGE_ERROR)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: Any) -> None:
    """Let Django copy the template when it makes this process's test database."""
    database = connections["default"].settings_dict
    database["TEST"]["TEMPLATE"] = template_database.ensure(database)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: Any, django_db_blocker: Any) -> Iterator[None]:
    """Drop the filled copies before Django drops the database they stand beside."""
    yield
    with django_db_blocker.unblock():
        copies.give_back()


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: Any, request: pytest.FixtureRequest) -> Any:
    """Choose the database just before pytest-django opens the transaction that a test is rolled back with."""
    if fixturedef.argname == "_django_db_helper":
        try:
            with request.getfixturevalue("django_db_blocker").unblock():
                content = kept_for(request.node.module.__name__, request.fixturenames)
                copies.turn_to(request.fixturenames, content)
        except Exception as error:
            # As pytest does for a fixture that fails: without a result it would fail for every later test too.
            fixturedef.cached_result = (None, fixturedef.cache_key(request), (error, error.__traceback__))
            raise
    return (yield)


@pytest.fixture(name="demo_site")
def demo_site_fixture(db: None) -> list[str]:
    """Stand on the demo site, its pictures included; the value is the list of steps that its load reported."""
    return list(_pictures(copies.templates["demo"], settings.MEDIA_ROOT))


@functools.cache
def _pictures(template: str, media: str | Path) -> list[str]:
    """Put the pictures in place once: what a test does with files is rolled back with their rows, or never done."""
    return demo_site.put_pictures(template, media)
