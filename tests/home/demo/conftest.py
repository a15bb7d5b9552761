"""The demo site for this folder; what a test changes is undone."""

import pytest


@pytest.fixture
def demo(demo_site: list[str]) -> list[str]:
    """The loaded demo site, as the list of steps its load reported."""
    return demo_site
