"""A migration can run while the portal of the version before still answers."""

from pathlib import Path

import pytest
from django_migration_linter.migration_linter import MigrationLinter

from tests.floors import FLOORS

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.django_db
def test_no_migration_breaks_the_version_that_still_runs() -> None:
    linter = MigrationLinter(
        str(ROOT),
        include_apps=list(FLOORS[:-1]),
        ignore_name_contains="_initial",  # these make the tables: no version before them reads any
        no_cache=True,
        quiet=["ok", "ignore", "warning"],
    )
    linter.lint_all_migrations()

    assert linter.nb_valid, "none was looked at"
    assert not linter.has_errors
