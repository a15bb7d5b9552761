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


def test_one_click_puts_the_word_of_the_house_in_a_field_and_in_a_text(demo: DemoSite, page: Page) -> None:
    sign_in(Hands(page))
    page.goto(f"/admin/pages/{demo.page_id('labpage', 'nl', 'leerling-oudergesprekken')}/edit/")
    summary = page.locator("#id_summary")
    before = summary.input_value()
    summary.fill("Vraag de 👩‍🏫 Werkplek- en vakbegeleiders om raad.")
    told = page.locator("[data-words] li")
    expect(told.locator("h3")).to_have_text("Samenvatting: “Werkplek-”", timeout=20_000)
    expect(told).to_contain_text("“Vraag de 👩‍🏫 Werkplek- en vakbegeleiders om raad.”")
    expect(told).to_contain_text("Wij zeggen “Begeleiders”.")

    page.locator("[data-side-panel-toggle=checks]").click()
    told.get_by_role("button", name="Vervang door “Begeleiders”").click()
    expect(summary).to_have_value("Vraag de 👩‍🏫 Begeleiders en vakbegeleiders om raad.")
    expect(told).to_have_count(0, timeout=20_000)

    summary.fill(before)
    text = page.locator("[data-contentpath=body] .public-DraftEditor-content").last
    text.click()
    page.keyboard.type("De school- en instituutsopleiders komen. ")
    told.get_by_role("button", name="Vervang door “opleiders”").click(timeout=20_000)
    expect(text).to_contain_text("De opleiders komen.")
    expect(told).to_have_count(0, timeout=20_000)
    page.keyboard.press("Control+s")
    expect(page.locator(".messages")).to_contain_text("Leerling-oudergesprekken", timeout=20_000)
    page.reload()
    expect(text).to_contain_text("De opleiders komen.")


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
