"""Test databases are copies of one migrated template: half a second in place of a quarter of a minute."""

from typing import Any

import pytest
from django.db import connections

from portal.embedded import template_database


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: Any) -> None:
    """Let Django copy the template when it makes this process's test database."""
    database = connections["default"].settings_dict
    database["TEST"]["TEMPLATE"] = template_database.ensure(database)
