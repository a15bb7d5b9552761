"""Two questions of somebody on a phone, from the home page: how two locations differ, and whom to ask."""

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

from tests.e2e.site import DemoSite

pytestmark = pytest.mark.e2e

PHONE = {"width": 360, "height": 740}
PAPER = {"width": 680, "height": 1000}
"""A sheet of A4 within its margins, in CSS pixels."""
MOST_PIXELS = 6500
"""Of the page of a location on a phone, with all that it tells: nine screens, of which one reads what one asks."""


class Steps:
    """A visitor on a phone who taps; what is tapped is counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.number = 0
        page.goto("/nl/")

    def tap(self, name: str, within: str = "main") -> None:
        """Follow the first link with a name."""
        self.page.locator(within).get_by_role("link", name=name, exact=True).first.click()
        self.number += 1


@pytest.fixture
def steps(new_context: Callable[..., BrowserContext], demo: DemoSite) -> Steps:
    """Somebody on the home page, on a phone of 360 pixels."""
    return Steps(new_context(viewport=PHONE).new_page())


def fits(page: Page) -> bool:
    """Whether the page needs no scrolling to the side."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_doorn_is_laid_beside_academie_tien_in_two_taps(steps: Steps) -> None:
    steps.tap("NXT Doorn", ".street-names")
    steps.tap("Academie Tien", "section[aria-labelledby=next]")
    page = steps.page
    row = page.get_by_role("row").filter(has_text="Een dag hier")
    cells = row.get_by_role("cell")

    assert steps.number == 2
    expect(page.get_by_role("heading", name="Hierin verschillen ze")).to_be_visible()
    expect(cells).to_have_count(2)
    first, second = (cells.nth(number).bounding_box() for number in range(2))
    assert first
    assert second
    assert first["y"] == second["y"]
    assert second["x"] + second["width"] <= PHONE["width"]
    assert fits(page)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_comparison_of_all_locations_fits_on_paper_and_names_them_on_every_page(
    demo: DemoSite, new_context: Callable[..., BrowserContext], language: str
) -> None:
    page = new_context(viewport=PAPER, color_scheme="dark").new_page()
    page.goto({"nl": "/nl/locaties/vergelijken/", "en": "/en/locations/compare/"}[language])
    page.emulate_media(media="print")

    cells = page.get_by_role("table").first.get_by_role("cell").all()
    names = page.get_by_role("columnheader").locator("a").all_inner_texts()
    sheets = PdfReader(BytesIO(page.pdf(format="A4"))).pages

    assert len(set(names)) >= 4
    assert all((box := cell.bounding_box()) is not None and box["x"] + box["width"] <= PAPER["width"] for cell in cells)
    assert 1 < len(sheets) <= 4
    for sheet in sheets[:-1]:  # the last may hold only what comes below the table
        text = " ".join(sheet.extract_text().split())
        assert all(name in text for name in names)
    assert page.get_by_role("checkbox").count() == 0


def test_whom_to_ask_and_the_next_visiting_day_are_two_taps_away(steps: Steps) -> None:
    steps.tap("Academie Tien", ".street-names")
    steps.tap("Bij wie moet je zijn?")
    page = steps.page

    assert steps.number == 2
    expect(page.get_by_role("heading", name="Kennismaken", exact=True)).to_be_in_viewport(ratio=1)
    steps.tap("Kom kijken")
    visit = page.locator("section[aria-labelledby=next]").get_by_role("link").first
    expect(visit).to_be_in_viewport(ratio=1)
    expect(visit).to_have_text(re.compile("Schoolsafari"))
    expect(page.locator("section[aria-labelledby=next] time")).to_contain_text("2027")
    assert fits(page)


def test_a_day_at_a_location_leads_on_without_a_script(
    new_context: Callable[..., BrowserContext], demo: DemoSite
) -> None:
    page = new_context(viewport=PHONE, java_script_enabled=False).new_page()
    page.goto("/nl/locaties/academie-tien/")
    page.locator("ol.day").get_by_role("link", name="Wat ik in de pauze leerde").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Wat ik in de pauze leerde")


def test_a_location_can_be_overseen_on_a_phone_and_what_is_folded_opens_without_a_script(
    new_context: Callable[..., BrowserContext], demo: DemoSite
) -> None:
    page = new_context(viewport=PHONE, java_script_enabled=False).new_page()
    page.goto("/nl/locaties/nxt-doorn/")
    words = page.get_by_role("heading", name="Samen met het mbo")

    whole = page.locator("html").bounding_box()
    assert whole
    assert whole["height"] < MOST_PIXELS
    expect(words).to_be_hidden()
    page.locator("summary", has_text="Wat NXT Doorn over zichzelf vertelt").press("Enter")
    expect(words).to_be_visible()
