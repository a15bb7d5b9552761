"""Take the pictures of the manual for editors anew: `python -m tests.e2e.screenshots`."""

import os
import re
from collections.abc import Callable

import django
from playwright.sync_api import Page, sync_playwright

WIDTH = {"width": 1280, "height": 800}


def sign_in(page: Page, address: str, name: str) -> None:
    """Sign in with an account of the demo site."""
    page.goto(f"{address}/admin/")
    page.locator("input[name=login], input[name=username]").fill(f"{name}@opleidingshuis.example")
    page.locator("input[name=password]").fill(f"demo-{name}-2026")
    page.get_by_role("main").get_by_role("button", name="Inloggen").click()
    page.wait_for_url("**/admin/**")


def first_screen(page: Page) -> None:
    """Show the first screen of a partner's editor."""
    page.wait_for_load_state("networkidle")


def texts_of_a_lab(page: Page) -> None:
    """Show the first tab of a new lab, with the preview beside it."""
    page.get_by_role("link", name="Nieuw lab").click()
    page.wait_for_load_state("networkidle")
    page.locator("#id_title").fill("Lab over uitleggen")
    page.locator("#id_concern").fill("Hoe leg ik iets zo uit dat iedereen mee kan doen?")


def who_and_where(page: Page) -> None:
    """Show the second tab."""
    page.get_by_role("tab", name="Voor wie, waar en wanneer").click()


def sessions(page: Page) -> None:
    """Show a session that is filled in, further down the same tab."""
    page.get_by_role("button", name="Voeg sessie toe").click()
    page.wait_for_timeout(800)
    page.keyboard.press("Escape")


def ways_to_publish(page: Page) -> None:
    """Show the menu at the bottom of the form."""
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.get_by_role("button", name=re.compile("Publiceren")).wait_for()


SHOTS: dict[str, Callable[[Page], None]] = {
    "eerste-scherm": first_screen,
    "lab-tekst": texts_of_a_lab,
    "lab-voor-wie": who_and_where,
    "lab-momenten": sessions,
    "lab-publiceren": ways_to_publish,
}
"""The pictures, in the order in which an editor comes by them."""


def take(address: str, folder: str) -> None:
    """Walk through the demo site as the editor of Academie Tien and keep each picture."""
    with sync_playwright() as playwright:
        path = os.environ.get("PORTAL_CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(locale="nl-NL", viewport=WIDTH, reduced_motion="reduce")  # type: ignore[arg-type]
        page = context.new_page()
        sign_in(page, address, "redactie.tien")
        for name, go in SHOTS.items():
            go(page)
            page.screenshot(path=f"{folder}/{name}.png", animations="disabled")
        browser.close()


def main() -> None:
    """Start the demo site and take the pictures."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from tests.e2e.site import ROOT, fresh_database, running_demo_site

    folder = ROOT / "docs" / "editors" / "images"
    folder.mkdir(exist_ok=True)
    with running_demo_site(fresh_database()) as site:
        take(site.address, str(folder))


if __name__ == "__main__":
    main()
