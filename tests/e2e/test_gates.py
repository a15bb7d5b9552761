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
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def test_the_demo_site_has_every_page_type_in_both_languages(demo: DemoSite) -> None:
    expected = {model._meta.model_name for model in page_types()}
    found = demo.page_types()

    assert set(found) == expected
    assert {name for name, paths in found.items() if set(paths) != {"nl", "en"}} == set()


def test_every_page_is_accessible_at_both_widths_in_light_and_dark(
    demo: DemoSite, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context().new_page()
    findings = []
    for name, language, path in gated_addresses(demo):
        page.goto(path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                result = Axe().run(page, options={"runOnly": RULES})
                findings += [
                    f"{name} {language} {width} {scheme}: {item['id']} {item['nodes'][0]['html'][:120]}"
                    for item in result.response["violations"]
                ]

    assert findings == []


def test_no_page_scrolls_sideways_on_a_phone(demo: DemoSite, new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(viewport={"width": 360, "height": 800}).new_page()
    wide = []
    for name, language, path in gated_addresses(demo):
        page.goto(path)
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            wide.append(f"{name} {language}")

    assert wide == []


def test_pages_load_without_errors_foreign_requests_or_cookies(
    demo: DemoSite, new_context: Callable[..., BrowserContext]
) -> None:
    context = new_context()
    page = context.new_page()
    watch = Watch(page, demo.address)
    for _name, _language, path in gated_addresses(demo):
        page.goto(path, wait_until="networkidle")

    assert watch.findings() == []
    assert context.cookies() == []


def test_the_policy_of_public_pages_is_strict(demo: DemoSite, new_context: Callable[..., BrowserContext]) -> None:
    page = new_context().new_page()
    for name, language, path in gated_addresses(demo):
        response = page.goto(path)
        assert response is not None
        headers = response.headers
        assert "unsafe" not in headers["content-security-policy"], f"{name} {language}"
        assert headers["permissions-policy"]
        assert headers["referrer-policy"]


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
