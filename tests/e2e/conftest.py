"""A running demo site and a browser for the tests in this folder."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.e2e.site import DemoSite, fresh_database, running_demo_site

LAUNCH = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
LONGEST = 20_000
"""Milliseconds in which a page may become what a test expects: on a busy machine; what is there costs no time."""


@pytest.fixture(scope="session")
def demo(django_db_blocker: Any) -> Iterator[DemoSite]:
    """The demo site for all browser tests, a copy of the one the unit tests made or else made now, and more labs."""
    with django_db_blocker.unblock():
        database_url = fresh_database()
    with running_demo_site(database_url) as site:
        site.manage("shell", "-c", "from tests.e2e.lab_states import make_all; make_all()")
        yield site


@pytest.fixture(scope="session")
def browser(demo: DemoSite) -> Iterator[Browser]:
    """One Chromium for all tests; PORTAL_CHROMIUM names it. It keeps a loop running, in which no site can be made."""
    path = os.environ.get("PORTAL_CHROMIUM", "/usr/bin/chromium")
    expect.set_options(timeout=LONGEST)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=LAUNCH)
        yield chromium
        chromium.close()


@pytest.fixture
def new_context(browser: Browser, demo: DemoSite) -> Iterator[Callable[..., BrowserContext]]:
    """A maker of browser contexts on the demo site: each is a visitor without history."""
    opened: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        context = browser.new_context(base_url=demo.address, **{"locale": "nl-NL", **options})
        opened.append(context)
        return context

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    """A page of a new visitor on a laptop."""
    return new_context(viewport={"width": 1280, "height": 900}).new_page()
