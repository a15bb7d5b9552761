"""The translation screen as an editor sees it: it is drawn in the browser, so only a browser can tell its words."""

from collections.abc import Iterator

import psycopg
import pytest
from playwright.sync_api import Page, expect

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


@pytest.fixture
def admin_in_english(demo: DemoSite, page: Page) -> Iterator[None]:
    """Sign in, and choose English in one's own account."""
    sign_in(Hands(page))
    page.goto("/admin/account/")
    page.locator("#id_locale-preferred_language").select_option("en")
    page.locator("form:has(#id_locale-preferred_language) [type=submit]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    yield
    with psycopg.connect(demo.database_url) as database:
        database.execute("UPDATE wagtailusers_userprofile SET preferred_language = ''")


def test_it_can_be_used_in_english_too(demo: DemoSite, page: Page, admin_in_english: None) -> None:
    page.goto(f"/admin/pages/{demo.page_id('locationpage', 'en', 'academie-tien')}/edit/")
    expect(page.locator(".js-translation-editor")).to_contain_text("Translation from Dutch into English")
    page.get_by_role("button", name="Edit").first.click()
    expect(page.locator(".js-translation-editor textarea").first).to_be_visible()
