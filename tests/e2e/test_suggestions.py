"""Suggestions while typing, with the keyboard alone: in the big box, in the header, and on a phone."""

import re
from collections.abc import Callable
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.e2e.pairs import SCHEMES
from tests.e2e.site import DemoSite
from tests.e2e.test_gates import AXE
from tests.e2e.watch import Watch

pytestmark = pytest.mark.e2e
TYPED = {"nl": "oud", "en": "con"}


def box(page: Page) -> Locator:
    """The box the visitor types in."""
    return page.locator("[role=combobox]:visible").first


def type_words(page: Page, words: str) -> Locator:
    """Type in the box and wait until its list is there."""
    box(page).focus()
    page.keyboard.type(words, delay=20)
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    return page.get_by_role("listbox")


def active(page: Page) -> str | None:
    """The id of the option a screen reader is on."""
    return box(page).get_attribute("aria-activedescendant")


def test_a_visitor_walks_the_list_and_opens_a_page_with_the_keyboard_alone(demo: DemoSite, page: Page) -> None:
    watch = Watch(page, demo.address)
    page.goto("/nl/zoeken/")
    listed = type_words(page, "oud")

    options = listed.get_by_role("option")
    assert options.count() >= 2
    assert active(page) is None
    expect(page.get_by_role("status").filter(has_text=re.compile(r"^\d+ suggesties\.$"))).to_have_count(1)
    expect(listed.get_by_role("group", name="Lab", exact=True)).to_be_visible()

    page.keyboard.press("ArrowDown")
    first = active(page)
    expect(listed.locator("[aria-selected=true]")).to_have_count(1)
    assert listed.locator("[aria-selected=true]").get_attribute("id") == first
    page.keyboard.press("ArrowDown")
    assert active(page) not in (first, None)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert active(page) is None, "above the first option stand the visitor's own words"
    page.keyboard.press("ArrowUp")
    assert active(page) == options.last.get_attribute("id")

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    target = options.first.get_attribute("href")
    title = options.first.inner_text()
    expect(box(page)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{demo.address}{target}")
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)
    assert watch.findings() == []


def test_escape_closes_the_list_and_enter_then_searches_the_words(demo: DemoSite, page: Page) -> None:
    page.goto("/nl/zoeken/")
    type_words(page, "oudergesprek")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    expect(box(page)).to_have_value("oudergesprek")
    assert active(page) is None
    page.keyboard.press("ArrowDown")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/nl/zoeken/\?q=oudergesprek$"))


def test_leaving_the_box_closes_the_list(demo: DemoSite, page: Page) -> None:
    page.goto("/nl/zoeken/")
    type_words(page, "oud")
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_have_count(0)


def test_the_mouse_opens_a_suggestion(demo: DemoSite, page: Page) -> None:
    page.goto("/nl/labs/")
    listed = type_words(page, "oud")
    target = listed.get_by_role("option").first.get_attribute("href")
    listed.get_by_role("option").first.click()
    expect(page).to_have_url(f"{demo.address}{target}")


def test_on_a_phone_the_header_opens_a_box_that_suggests(
    demo: DemoSite, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(viewport={"width": 360, "height": 740}).new_page()
    page.goto("/nl/labs/")
    page.get_by_role("button", name="Zoeken", exact=True).press("Enter")
    expect(box(page)).to_be_focused()
    listed = type_words(page, "oud")
    page.keyboard.press("ArrowDown")
    seen: Any = listed.locator("[aria-selected=true]").bounding_box()
    assert seen["x"] >= 0
    assert seen["x"] + seen["width"] <= 360
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    target = listed.locator("[aria-selected=true]").get_attribute("href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{demo.address}{target}")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_open_list_is_accessible_in_light_and_dark(
    demo: DemoSite, new_context: Callable[..., BrowserContext], language: Literal["nl", "en"], width: int
) -> None:
    page = new_context(viewport={"width": width, "height": 900}).new_page()
    page.goto({"nl": "/nl/zoeken/", "en": "/en/search/"}[language])
    type_words(page, TYPED[language])
    page.keyboard.press("ArrowDown")
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found = Axe().run(page, options=AXE).response["violations"]
        assert [(item["id"], item["nodes"][0]["html"][:150]) for item in found] == []


def test_without_script_the_box_in_the_header_still_searches(
    demo: DemoSite, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False).new_page()
    page.goto("/nl/labs/")
    page.get_by_role("button", name="Zoeken", exact=True).click()
    words = page.locator("#header-search input[name=q]")
    words.fill("oudergesprek")
    words.press("Enter")
    expect(page).to_have_url(re.compile(r"/nl/zoeken/\?q=oudergesprek$"))
