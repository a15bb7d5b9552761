"""Words of the house in a browser: the panel that checks them while somebody writes, the note that explains one."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.site import DemoSite
from tests.e2e.test_editor_day import Hands, sign_in

pytestmark = pytest.mark.e2e


def test_a_word_in_a_rich_text_is_told_under_the_name_of_its_block(demo: DemoSite, page: Page) -> None:
    sign_in(Hands(page))
    page.goto(f"/admin/pages/{demo.page_id('labpage', 'nl', 'leerling-oudergesprekken')}/edit/")
    text = page.locator("[data-contentpath=body] .public-DraftEditor-content").last
    text.click()
    page.keyboard.type("De werkplekbegeleider ")

    told = page.locator("[data-words] h3").first
    expect(told).to_have_text("Tekst: “werkplekbegeleider”", timeout=20_000)


def test_a_note_opens_with_the_keyboard_and_without_a_script(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/nl/over-het-opleidingshuis/wat-je-hier-niet-vindt/")
    word = page.locator("main .explained button").first
    note = page.locator(f"#{word.get_attribute('popovertarget')}")
    expect(note).to_be_hidden()

    word.press("Enter")
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
