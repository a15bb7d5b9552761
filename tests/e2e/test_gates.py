"""Gates every page type and route passes, in both languages: accessible, quiet, strict, without cookies or script."""

import os
from collections.abc import Callable
from datetime import date

import pytest
from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext

from home.accessibility.looked_at import LookedAt, write_down
from portal.core.page_types import page_types
from tests.e2e.addresses import gated_addresses, kinds
from tests.e2e.pairs import WIDTHS, looks
from tests.e2e.site import DemoSite
from tests.e2e.watch import Watch

pytestmark = pytest.mark.e2e

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = {"runOnly": RULES, "resultTypes": ["violations"]}
"""What axe looks for; of what is right it need not tell where it stands, which is most of the page."""
TABS = 4
"""Pages that wait side by side until half a second passes without a request."""


def test_the_demo_site_has_every_page_type_in_both_languages(demo: DemoSite) -> None:
    expected = {model._meta.model_name for model in page_types()}
    found = demo.page_types()

    assert set(found) == expected
    assert {name for name, paths in found.items() if set(paths) != {"nl", "en"}} == set()


def test_every_page_is_accessible_and_fits_at_both_widths_in_light_and_dark(
    demo: DemoSite, new_context: Callable[..., BrowserContext]
) -> None:
    """Axe looks at all pairs of page type, language, width and scheme; in `make test-deep` at every combination."""
    page = new_context(reduced_motion="reduce").new_page()
    paths = {(name, language): path for name, language, path in gated_addresses(demo)}
    findings = []
    for name, (language, width, scheme) in looks(sorted({name for name, _language in paths})):
        page.emulate_media(color_scheme=scheme)
        page.goto(paths[name, language])
        for at_width in (*(other for other in WIDTHS if other != width), width):
            page.set_viewport_size({"width": at_width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth") > at_width:
                findings.append(f"{name} {language} {at_width}: scrolls sideways")
        result = Axe().run(page, options=AXE)
        findings += [
            f"{name} {language} {width} {scheme}: {item['id']} {item['nodes'][0]['html'][:120]}"
            for item in result.response["violations"]
        ]

    assert findings == []
    now = LookedAt(date.today(), program_of(result), *kinds(demo.page_types()), WIDTHS)
    if os.environ.get("PORTAL_WRITES_STATEMENT"):
        write_down(now)


def program_of(result: AxeResults) -> str:
    """The name and version of what looked."""
    engine = result.response["testEngine"]
    return f"{engine['name']} {engine['version']}"


def test_fewer_than_three_facts_stand_in_the_text_and_not_in_a_column(
    demo: DemoSite, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context().new_page()
    page.set_viewport_size({"width": 1280, "height": 900})
    columns = """[...document.querySelectorAll('.spread > .margin > .facts')].filter(
        facts => facts.children.length < 3 && getComputedStyle(facts.closest('.spread')).display === 'grid').length"""
    findings = []
    for name, language, path in gated_addresses(demo):
        page.goto(path)
        if page.evaluate(columns):
            findings.append(f"{name} {language}")

    assert findings == []


def test_pages_load_under_a_strict_policy_without_errors_foreign_requests_or_cookies(
    demo: DemoSite, new_context: Callable[..., BrowserContext]
) -> None:
    context = new_context()
    tabs = [context.new_page() for _number in range(TABS)]
    watches = [Watch(tab, demo.address) for tab in tabs]
    addresses = gated_addresses(demo)
    for start in range(0, len(addresses), TABS):
        opened = list(zip(tabs, addresses[start : start + TABS], strict=False))
        responses = [(tab.goto(path, wait_until="commit"), name, language) for tab, (name, language, path) in opened]
        for tab, _address in opened:
            tab.wait_for_load_state("networkidle")
        for response, name, language in responses:
            assert response is not None
            headers = response.headers
            assert "unsafe" not in headers["content-security-policy"], f"{name} {language}"
            assert headers["permissions-policy"], f"{name} {language}"
            assert headers["referrer-policy"], f"{name} {language}"

    assert [found for watch in watches for found in watch.findings()] == []
    assert context.cookies() == []


def test_every_page_shows_its_heading_and_its_language_without_javascript(
    demo: DemoSite, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    for name, language, path in gated_addresses(demo):
        response = page.goto(path)
        assert response is not None
        assert response.status == 200, f"{name} {language}"
        assert page.locator("html").get_attribute("lang") == language, f"{name} {language}"
        assert page.locator("h1").count() == 1, f"{name} {language}"
        assert page.locator("h1").inner_text().strip(), f"{name} {language}"
        assert page.locator("nav a").count() > 5, f"{name} {language}"
