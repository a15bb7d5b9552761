"""Gates every page type and route passes, in both languages: accessible, quiet, strict, without cookies or script."""

from collections.abc import Callable
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext

from portal.checks import page_types
from tests.e2e.addresses import gated_addresses
from tests.e2e.site import DemoSite
from tests.e2e.watch import Watch

pytestmark = pytest.mark.e2e

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (360, 1280)
SCHEMES: dict[Literal["light", "dark"], list[str]] = {"light": RULES, "dark": ["color-contrast", "link-in-text-block"]}
"""What is asked in each colour scheme: the dark one changes colours only, the document is the same."""


def test_the_demo_site_has_every_page_type_in_both_languages(demo: DemoSite) -> None:
    expected = {model._meta.model_name for model in page_types()}
    found = demo.page_types()

    assert set(found) == expected
    assert {name for name, paths in found.items() if set(paths) != {"nl", "en"}} == set()


def test_every_page_is_accessible_and_fits_at_both_widths_in_light_and_dark(
    demo: DemoSite, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context().new_page()
    findings = []
    for name, language, path in gated_addresses(demo):
        page.goto(path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                findings.append(f"{name} {language} {width}: scrolls sideways")
            for scheme, rules in SCHEMES.items():
                page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                result = Axe().run(page, options={"runOnly": rules})
                findings += [
                    f"{name} {language} {width} {scheme}: {item['id']} {item['nodes'][0]['html'][:120]}"
                    for item in result.response["violations"]
                ]

    assert findings == []


def test_pages_load_under_a_strict_policy_without_errors_foreign_requests_or_cookies(
    demo: DemoSite, new_context: Callable[..., BrowserContext]
) -> None:
    context = new_context()
    page = context.new_page()
    watch = Watch(page, demo.address)
    for name, language, path in gated_addresses(demo):
        response = page.goto(path, wait_until="networkidle")
        assert response is not None
        headers = response.headers
        assert "unsafe" not in headers["content-security-policy"], f"{name} {language}"
        assert headers["permissions-policy"], f"{name} {language}"
        assert headers["referrer-policy"], f"{name} {language}"

    assert watch.findings() == []
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
