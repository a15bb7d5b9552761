"""A school and an institute agree what a lab counts for, and a school takes its labs along to a new school year."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from home.demo.accounts import DEMO_ACCOUNTS, Role
from tests.e2e.door import sign_in
from tests.e2e.site import DemoSite

pytestmark = pytest.mark.e2e

OUTCOME = "Helder schrijven voor verschillende lezers"
LAB = "leerling-oudergesprekken"
SCHOOL_YEAR = "/admin/nieuw-schooljaar/"


def browser_of(new_context: Callable[..., BrowserContext], partner: str, role: Role, where: str = "/admin/") -> Page:
    """Open the admin as somebody of a partner."""
    page = new_context(viewport={"width": 1280, "height": 900}).new_page()
    account = next(item for item in DEMO_ACCOUNTS if item.partner == partner and item.role is role)
    sign_in(page, account.email, account.password, where)
    page.wait_for_url("**/admin/**")
    return page


def test_a_school_proposes_what_its_lab_counts_for_and_the_institute_confirms_it_with_one_click(
    demo: DemoSite, new_context: Callable[..., BrowserContext]
) -> None:
    school = browser_of(new_context, "academie-tien", Role.EDITOR)
    form = f"/admin/pages/{demo.page_id('labpage', 'nl', LAB)}/edit/"
    school.goto(form)
    school.get_by_role("tab", name="Voor wie, waar en wanneer").click()
    school.get_by_role("button", name="Voeg leerresultaat toe").click()
    dialog = school.get_by_role("dialog").last
    dialog.locator("input[name=q]").fill("Helder schrijven")
    dialog.get_by_role("row", name=OUTCOME).locator("input[type=checkbox]").check()
    dialog.get_by_role("button", name=re.compile("bevestigen|Confirm")).click()
    expect(school.locator("#id_proposals-0-outcome")).not_to_have_value("")
    school.locator("footer [data-w-dropdown-target=toggle]").click()
    school.locator("button[name=action-publish]").click()
    expect(school.locator(".messages")).to_contain_text("gepubliceerd")

    institute = browser_of(new_context, "hogeschool-utrecht", Role.EDITOR)
    proposed = institute.get_by_role("row", name=re.compile("stelt dit voor bij HU-S1"))
    expect(proposed).to_contain_text("Academie Tien")
    proposed.get_by_role("button", name="Het telt").click()
    expect(institute.locator(".messages")).to_contain_text("telt vanaf nu voor HU-S1")
    expect(proposed).to_have_count(0)

    school.goto(form)
    school.get_by_role("tab", name="Voor wie, waar en wanneer").click()
    expect(school.locator("[data-proposals]")).to_contain_text("bevestigd: het lab telt")
    school.goto(f"/nl/labs/{LAB}/")
    expect(school.get_by_role("main")).to_contain_text(OUTCOME)


def test_a_school_takes_its_labs_along_to_a_new_year_adds_only_what_is_new_and_takes_it_back(
    demo: DemoSite, new_context: Callable[..., BrowserContext]
) -> None:
    core = browser_of(new_context, "kernteam", Role.CORE_ADMIN, SCHOOL_YEAR)
    core.get_by_role("button", name="Dit schooljaar overnemen").click()
    expect(core.locator(".messages")).to_contain_text("staat erin")

    school = browser_of(new_context, "academie-tien", Role.EDITOR)
    school.get_by_role("link", name="Labs voor een nieuw schooljaar").first.click()
    expect(school.get_by_role("heading", level=1)).to_contain_text("Nieuw schooljaar")
    school.get_by_role("button", name="Kopieer deze labs als concept").click()
    expect(school.locator(".messages")).to_contain_text("gekopieerd")
    expect(school.get_by_role("button", name="Kopieer wat nieuw is")).to_have_count(0)
    expect(school.locator(".listing tbody")).to_contain_text("Er is niets nieuws")

    school.get_by_role("button", name=re.compile("Maak ongedaan")).click()
    expect(school.locator(".messages")).to_contain_text("verwijderd")
    expect(school.get_by_role("button", name="Kopieer deze labs als concept")).to_be_visible()
