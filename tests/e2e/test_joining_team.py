"""The team of a school that joins, without a mouse and without script."""

from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, expect

from home.demo.accounts import DEMO_ACCOUNTS, Role
from tests.e2e.door import sign_in
from tests.e2e.site import DemoSite

pytestmark = pytest.mark.e2e

TASK = "Volg samen de bijeenkomsten voor opleiders"


def test_a_joining_team_writes_down_what_it_did_by_keyboard_and_without_script(
    demo: DemoSite, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    account = next(item for item in DEMO_ACCOUNTS if item.partner == "voorbeeldlocatie" and item.role is Role.EDITOR)
    sign_in(page, account.email, account.password, "/admin/aansluiten/")
    task = page.locator("li:has(.status)", has_text=TASK)
    expect(task.locator(".status")).to_have_attribute("data-status", "busy")

    task.get_by_role("link", name=TASK).focus()
    page.keyboard.press("Enter")
    page.locator("#id_done_on").focus()
    page.keyboard.type(f"{timezone.localdate():%d-%m-%Y}")
    page.locator("#id_note").focus()
    page.keyboard.press("End")
    page.keyboard.type(" De laatste was vandaag.")
    page.get_by_role("button", name="Opslaan").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text("De Brug")
    expect(task.locator(".status")).to_have_attribute("data-status", "done")
    expect(task).to_contain_text("De laatste was vandaag.")
    expect(page.get_by_text("ready to be passed").or_(page.get_by_text("kan open"))).to_be_visible()
