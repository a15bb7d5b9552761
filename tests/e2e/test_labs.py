"""Two questions about labs on a telephone, each tap counted: what is there at Doorn, and what with primary pupils."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.site import DemoSite

pytestmark = pytest.mark.e2e
PHONE = {"width": 360, "height": 740}


class Visitor:
    """Somebody on the home page with a telephone, who counts every tap."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0
        page.goto("/nl/")

    def link(self, name: str | re.Pattern[str], within: str = "main") -> None:
        """Follow the first link with a name."""
        self.page.locator(within).get_by_role("link", name=name, exact=isinstance(name, str)).first.click()
        self.taps += 1

    def button(self, name: str | re.Pattern[str]) -> None:
        """Press the button with a name that can be seen."""
        self.page.get_by_role("button", name=name).first.click()
        self.taps += 1

    def choose(self, *names: str) -> None:
        """Tick values of the facets."""
        for name in names:
            self.page.get_by_role("checkbox", name=name).first.check()
            self.taps += 1


@pytest.fixture
def visitor(new_context: Callable[..., BrowserContext], demo: DemoSite) -> Visitor:
    """A visitor without history on a phone of 360 pixels."""
    return Visitor(new_context(viewport=PHONE).new_page())


def fits(page: Page) -> bool:
    """Whether the page needs no scrolling to the side."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def open_filters(visitor: Visitor) -> None:
    """Come from the home page to the filters of the labs."""
    visitor.button("Menu")
    visitor.link("Labs", ".menu")
    visitor.button("Filters")


def test_the_labs_of_the_next_three_weeks_at_doorn_go_into_a_calendar(visitor: Visitor) -> None:
    open_filters(visitor)
    page = visitor.page
    submit = page.get_by_role("button", name=re.compile("^Toon"))
    expect(submit).to_be_in_viewport()
    expect(submit).to_have_text(re.compile(r"Toon \d+ labs"), use_inner_text=True)
    visitor.choose("Komende drie weken", "NXT Doorn")
    expect(submit).to_have_text("Toon labs", use_inner_text=True)
    expect(submit).to_be_in_viewport()
    visitor.button(re.compile("^Toon"))

    expect(page.locator("li.lab").first).to_contain_text("NXT Doorn")
    subscribe = page.get_by_role("link", name="Abonneer je agenda")
    address = str(subscribe.get_attribute("href"))
    assert address.startswith("webcal://")
    assert visitor.taps + 1 <= 7
    assert fits(page)
    file = page.request.get(address.replace("webcal://", "http://"))
    assert file.status == 200
    assert file.text().count("BEGIN:VEVENT") >= page.locator("li.lab").count() > 0
    assert file.text().count("Doorn") >= file.text().count("BEGIN:VEVENT")
    again = page.request.get(address.replace("webcal://", "http://"), headers={"If-None-Match": file.headers["etag"]})
    assert again.status == 304


def test_something_with_primary_pupils_is_found_by_its_theme_and_the_list_is_kept(visitor: Visitor) -> None:
    open_filters(visitor)
    visitor.choose("Doorlopende lijn")
    visitor.button(re.compile("^Toon"))
    page = visitor.page
    listed = page.url
    visitor.link("Van rekenen naar wiskunde", "li.lab")

    assert visitor.taps <= 6
    expect(page.get_by_role("heading", level=1)).to_have_text("Van rekenen naar wiskunde")
    back = page.get_by_role("link", name=re.compile(r"^Terug naar \d+ labs?, Doorlopende lijn"))
    expect(back).to_be_in_viewport()
    assert fits(page)
    back.click()
    expect(page).to_have_url(listed)


@pytest.mark.parametrize("width", [320, 360])
def test_the_longest_word_that_is_a_title_fits_on_a_phone(
    new_context: Callable[..., BrowserContext], demo: DemoSite, width: int
) -> None:
    page = new_context(viewport={"width": width, "height": 740}).new_page()
    page.goto("/nl/over-het-opleidingshuis/partnerschap/universiteit-utrecht/onderzoeksbegeleiding/")

    expect(page.get_by_role("heading", level=1)).to_have_text("Onderzoeksbegeleiding")
    assert fits(page)


IN_SIGHT = """() => {
    const focused = document.activeElement
    if (focused === document.body) return null
    const box = focused.getBoundingClientRect()
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    const seen = top !== null && (focused.contains(top) || top.contains(focused))
    return [(focused.name || focused.textContent).trim(), seen]
}"""
"""The name of what has the focus, and whether a visitor sees it; nothing when the page is through."""


@pytest.mark.parametrize("opener", ["Menu", "Filters"])
def test_who_walks_a_drawer_with_the_keyboard_sees_each_stop_and_gets_back_to_its_button(
    visitor: Visitor, opener: str
) -> None:
    page = visitor.page
    page.goto(page.url + "labs/")
    button = page.get_by_role("button", name=opener).first
    button.press("Enter")
    expect(page.locator(":popover-open")).to_be_visible()

    stops: list[tuple[str, bool]] = []
    while len(stops) < 100:
        page.keyboard.press("Tab")
        stop = page.evaluate(IN_SIGHT)
        if stop is None:
            break
        stops.append(stop)

    assert [name for name, seen in stops if not seen] == []
    assert 5 < len(stops) < 100
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Escape")
    expect(page.locator(":popover-open")).to_have_count(0)
    expect(button).to_be_focused()


def test_the_filters_work_without_a_script(new_context: Callable[..., BrowserContext], demo: DemoSite) -> None:
    page = new_context(viewport=PHONE, java_script_enabled=False).new_page()
    page.goto("/nl/labs/")
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("checkbox", name="NXT Doorn").first.check()
    page.get_by_role("button", name=re.compile("^Toon")).click()

    expect(page).to_have_url(re.compile(r"locatie=nxt-doorn"))
    expect(page.locator(".chip")).to_have_count(1)
