"""The translation screen as an editor sees it: it is drawn in the browser, so only a browser can tell its words."""

import pytest
from playwright.sync_api import Page

from tests.e2e.site import DemoSite
from tests.e2e.test_editor_day import Hands, sign_in
from tests.portal.test_dutch_admin import english_in

pytestmark = pytest.mark.e2e

NAMED = "button, a.button, em, h1, h2, h3, [role=tab], .w-sr-only, [aria-label], .comment"
LABELS = """(named) => [...document.querySelectorAll(named)]
  .filter((item) => !item.closest("template, .w-combobox, .w-side-panel-toggle"))
  .flatMap((item) => [item.textContent, item.getAttribute("aria-label") || ""])
  .map((text) => text.replace(/\\s+/g, " ").trim())
  .filter(Boolean)"""


def test_its_buttons_and_notes_are_dutch(demo: DemoSite, page: Page) -> None:
    sign_in(Hands(page))
    page.goto(f"/admin/pages/{demo.page_id('locationpage', 'en', 'academie-tien')}/edit/")
    page.locator(".js-translation-editor button").first.wait_for()
    page.get_by_text("Publiceer in het Engels").wait_for()
    said = page.evaluate(LABELS, NAMED)
    assert "Meer acties" in said
    assert "Vertaling uit het Nederlands naar het Engels" in said
    assert [text for text in said if english_in(text)] == []
