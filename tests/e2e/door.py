"""How somebody signs in, with a browser."""

from playwright.sync_api import Page


def sign_in(page: Page, email: str, password: str, where: str = "/admin/") -> None:
    """Sign in through the form an editor meets on the way to `where`."""
    page.goto(where)
    page.locator("input[name=login]").fill(email)
    page.locator("input[name=password]").fill(password)
    page.get_by_role("main").locator("button[type=submit]").first.click()
