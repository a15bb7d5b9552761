"""The door in a real browser: accessible in every state, and a security key works under the strict policy."""

import re
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from home.demo.accounts import DEMO_ACCOUNTS, DemoAccount, Role
from tests.e2e.door import sign_in
from tests.e2e.site import DemoSite
from tests.e2e.test_gates import AXE

pytestmark = pytest.mark.e2e

ADMIN, TRANSLATOR = (
    next(item for item in DEMO_ACCOUNTS if item.role is role) for role in (Role.ADMIN, Role.TRANSLATOR)
)
OWN_PAGES = ("2fa/", "2fa/totp/activate/", "2fa/webauthn/", "2fa/webauthn/add/", "3rdparty/", "logout/")


def show_password_again(page: Page, account: DemoAccount) -> None:
    """Give the password once more, where it is asked."""
    if "reauthenticate" in page.url:
        page.locator("input[name=password]").fill(account.password)
        page.get_by_role("main").locator("button[type=submit]").click()


def faults(page: Page) -> list[str]:
    """Return what axe finds on a page."""
    found = Axe().run(page, options=AXE)
    return [f"{page.url}: {item['id']} {item['nodes'][0]['html'][:120]}" for item in found.response["violations"]]


@pytest.fixture
def localhost(browser: Browser, demo: DemoSite) -> Iterator[Page]:
    """A browser on the name of this machine, with a security key in it; a number is no place for such keys."""
    context = browser.new_context(base_url=demo.address.replace("127.0.0.1", "localhost"), locale="nl-NL")
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "usb", "hasResidentKey": False, "hasUserVerification": False}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    yield page
    context.close()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_the_door_is_accessible(
    demo: DemoSite, new_context: Callable[..., BrowserContext], language: str, scheme: str
) -> None:
    page = new_context(color_scheme=scheme, viewport={"width": 360, "height": 800}).new_page()
    found: list[str] = []
    page.goto(f"/{language}/account/login/")
    found += faults(page)
    page.get_by_role("main").locator("button[type=submit]").first.click()
    expect(page.get_by_role("alert")).to_be_visible()
    found += faults(page)
    page.goto(f"/{language}/account/invitation/onbekend/")
    found += faults(page)
    sign_in(page, TRANSLATOR.email, TRANSLATOR.password, f"/{language}/account/login/")
    for address in OWN_PAGES:
        page.goto(f"/{language}/account/{address}")
        show_password_again(page, TRANSLATOR)
        page.wait_for_url(re.compile(address))
        found += faults(page)

    assert not found


def test_an_invitation_is_sent_and_opened(demo: DemoSite, page: Page) -> None:
    sign_in(page, ADMIN.email, ADMIN.password)
    page.goto("/admin/uitnodigingen/")
    page.locator("[name=email]").fill("noor@example.org")
    page.locator("[name=role]").select_option("core-editor")
    page.get_by_role("button", name="Uitnodiging versturen").click()

    expect(page.locator(".messages")).to_contain_text("noor@example.org")
    expect(page.get_by_role("main")).to_contain_text("open tot en met")


def test_a_security_key_is_added_and_opens_the_admin_next_time(demo: DemoSite, localhost: Page) -> None:
    page, refused = localhost, []
    page.on("console", lambda message: refused.append(message.text) if "Content Security" in message.text else None)
    account = next(item for item in DEMO_ACCOUNTS if item.email.startswith("schrijver.pabo"))
    sign_in(page, account.email, account.password)
    page.goto("/nl/account/2fa/webauthn/add/")
    show_password_again(page, account)
    page.get_by_role("button", name="Beveiligingssleutel toevoegen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Herstelcodes")
    assert not faults(page)

    page.goto("/nl/account/logout/")
    page.get_by_role("main").get_by_role("button").click()
    sign_in(page, account.email, account.password)
    expect(page.get_by_role("heading", level=1)).to_have_text("De tweede stap")
    assert not faults(page)
    page.get_by_role("button", name="Beveiligingssleutel gebruiken").click()

    expect(page).to_have_url(re.compile("/admin/"))
    assert not refused
