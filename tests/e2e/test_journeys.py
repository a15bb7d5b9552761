"""One journey per person: who chooses where to learn, who wants to join, who publishes a lab."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from home.demo.accounts import DEMO_ACCOUNTS, Role
from tests.e2e.door import sign_in
from tests.e2e.site import DemoSite

pytestmark = pytest.mark.e2e

LAB = "Leerling-oudergesprekken"


def test_a_prospective_student_finds_the_lab_from_the_home_page(demo: DemoSite, page: Page) -> None:
    page.goto("/nl/")
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Labs", exact=True).click()
    page.get_by_role("main").get_by_role("link", name=LAB).first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(LAB))


def test_a_prospective_student_finds_the_lab_by_searching(demo: DemoSite, page: Page) -> None:
    page.goto("/nl/")
    words = page.get_by_role("main").locator("input[name=q]")
    words.fill("oudergesprek")
    words.press("Enter")

    first = page.locator("[data-hit]").first
    expect(first).to_have_attribute("data-slug", "leerling-oudergesprekken")
    expect(page.locator("[data-engine]").first).to_have_attribute("data-engine", "elasticsearch")
    first.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(LAB))


def test_a_prospective_student_reads_in_english_where_the_group_meets(demo: DemoSite, page: Page) -> None:
    page.goto("/en/locations/your-route/")
    page.get_by_label("Higher professional education, full-time").check()
    page.get_by_label("Year 1").check()
    page.get_by_label("NXT Doorn").check()
    page.get_by_role("main").get_by_role("button").last.click()

    expect(page.get_by_role("main")).to_contain_text("Academie Tien")


def test_a_location_team_opens_the_joining_guide_and_prints_it(demo: DemoSite, page: Page) -> None:
    page.goto("/nl/")
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Aansluiten", exact=True).click()
    page.get_by_role("main").get_by_role("link", name=re.compile("traject", re.IGNORECASE)).first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()

    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_hidden()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_a_colleague_copies_the_invitation_of_a_guide_and_prints_its_agenda_alone(
    demo: DemoSite, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto("/nl/over-het-opleidingshuis/handreikingen/ontwikkelgesprek-voorbereiden/")
    page.get_by_role("button", name="Kopieer de tekst").click()
    expect(page.get_by_text("Gekopieerd", exact=True)).to_be_visible()
    assert str(page.evaluate("navigator.clipboard.readText()")).startswith("Beste collega")

    page.get_by_role("link", name="Alleen de agenda").click()
    back = page.get_by_role("link", name="Terug naar de handreiking")
    expect(back).to_be_visible()
    page.emulate_media(media="print")
    expect(back).to_be_hidden()
    expect(page.get_by_text("Welkom en doel")).to_be_visible()


def test_a_partners_editor_writes_previews_and_publishes_a_lab(demo: DemoSite, page: Page) -> None:
    account = next(item for item in DEMO_ACCOUNTS if item.partner == "academie-tien" and item.role is Role.EDITOR)
    sign_in(page, account.email, account.password)
    expect(page).to_have_url(re.compile("/admin/"))
    page.goto(f"/admin/pages/add/curriculum/labpage/{demo.page_id('locationpage', 'nl', 'academie-tien')}/")
    page.locator("#id_title").fill("Lab over voorlezen")
    page.locator("#id_summary").fill("Je oefent hoe je een groep meeneemt in een verhaal.")
    page.get_by_role("tab", name="Voor wie, waar en wanneer").click()
    for number, day in enumerate(("2027-01-20", "2027-02-10")):
        page.get_by_role("button", name="Voeg sessie toe").click()
        page.locator(f"#id_sessions-{number}-starts").fill(f"{day} 15:45")
        page.keyboard.press("Escape")
        page.locator(f"#id_sessions-{number}-ends").fill(f"{day} 17:15")
        page.keyboard.press("Escape")
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.locator("button[name=action-publish]").press("Enter")  # by key: a calendar may still lie over the button
    expect(page.locator(".messages")).to_contain_text("Lab over voorlezen")

    page.goto("/nl/labs/lab-over-voorlezen/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Lab over voorlezen")
    expect(page.get_by_role("main")).to_contain_text("20 januari 2027")
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        page.goto("/nl/zoeken/?q=voorlezen")
        if page.locator("[data-slug=lab-over-voorlezen]").count():
            break
    expect(page.locator("[data-slug=lab-over-voorlezen]")).to_be_visible()
