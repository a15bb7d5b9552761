"""The order of the modules: those that take longest begin, whatever order chance gives the others.

Each worker takes the next module; a long one that came last would leave the others with nothing to do.
"""

from pathlib import Path

import pytest

LONGEST = (
    "e2e/test_gates.py",
    "e2e/test_suggestions.py",
    "search/test_evaluation.py",
    "home/test_what_pages_tell.py",
    "permissions/test_writes.py",
    "permissions/test_stateful.py",
    "permissions/test_matrix.py",
    "portal/test_where_visitors_go.py",
    "home/demo/test_site.py",
    "home/demo/test_load.py",
    "signin/test_openid_answers.py",
    "search/test_rebuild.py",
    "search/test_cluster.py",
    "search/test_finding.py",
    "search/test_house_words.py",
    "news/test_budgets.py",
    "home/test_bootstrap.py",
    "bin/test_embedded_postgresql.py",
    "bin/test_embedded_elasticsearch.py",
    "bin/test_demo_site.py",
    "locations/test_budgets.py",
    "curriculum/test_exchange_screen.py",
    "curriculum/test_own_calendar.py",
    "permissions/test_spelled_ids.py",
    "home/test_third_language.py",
    "portal/test_hostile_uploads.py",
    "portal/test_unfinished_drafts.py",
)
FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the tests of the longest modules come first, in the order they have among themselves.

    Refuse a test for the browser that stands where `make test` looks for none.
    """
    for item in items:
        if item.get_closest_marker("e2e") and FOLDER / "e2e" not in item.path.parents:
            raise pytest.UsageError(f"{item.nodeid} would never run: tests of the browser stand in tests/e2e")
    places = {FOLDER / module: place for place, module in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path, len(places)))
