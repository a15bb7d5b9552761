"""An editor at work while the portal can save nothing, in a browser: nothing typed is lost, and it is said in words."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.site import DemoSite
from tests.e2e.test_editor_day import Hands, sign_in
from tests.portal.test_full_disk import NO_ROOM

pytestmark = pytest.mark.e2e


@contextmanager
def nothing_can_be_saved(demo: DemoSite) -> Iterator[None]:
    """Let the database of the site refuse each draft, as with a full disk."""
    with psycopg.connect(demo.database_url, autocommit=True) as database:
        database.execute(
            f"CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {NO_ROOM}; END $$;"
            "CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON wagtailcore_revision EXECUTE FUNCTION no_room()"
        )
        try:
            yield
        finally:
            database.execute("DROP FUNCTION no_room CASCADE")


def at_work(demo: DemoSite, page: Page) -> str:
    """Open a lab to write in, and return the address of its form."""
    sign_in(Hands(page))
    address = f"/admin/pages/{demo.page_id('labpage', 'nl', 'leerling-oudergesprekken')}/edit/"
    page.goto(address)
    form = page.locator("form[data-controller~=w-unsaved]")
    expect(form, "what is typed from now on is seen").to_have_attribute("data-w-unsaved-has-edits-value", "false")
    return address


def test_what_was_typed_meanwhile_is_saved_by_itself(demo: DemoSite, page: Page) -> None:
    address = at_work(demo, page)
    told = page.locator(".footer__save-warning")
    with nothing_can_be_saved(demo):
        page.locator("#id_takeaway").fill("Een gesprek dat je morgen voert, ook bij een storing.")
        expect(told).to_contain_text("Opslaan lukt nu even niet")
    expect(page.locator("#w-autosave-indicator")).to_have_attribute("data-w-autosave-state-value", "saved")
    page.goto(address)
    expect(page.locator("#id_takeaway")).to_have_value("Een gesprek dat je morgen voert, ook bij een storing.")


def test_a_page_that_cannot_be_published_is_given_back_and_published_later(demo: DemoSite, page: Page) -> None:
    at_work(demo, page)
    again = page.get_by_role("button", name="Opnieuw versturen")
    with nothing_can_be_saved(demo):
        page.locator("#id_takeaway").fill("Een gesprek “zonder” haast & met aandacht.")
        page.locator("footer [data-w-dropdown-target=toggle]").click()
        page.locator("button[name=action-publish]").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Nog niet opgeslagen")
        again.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Nog niet opgeslagen")
    again.click()
    expect(page.locator(".messages")).to_contain_text("Leerling-oudergesprekken")
    page.goto("/nl/labs/leerling-oudergesprekken/")
    expect(page.get_by_role("main")).to_contain_text("Een gesprek “zonder” haast & met aandacht.")
