"""A teacher who edits for Academie Tien publishes a complete lab with three sessions in few actions."""

import re
from itertools import product

import pytest
from playwright.sync_api import Locator, Page, expect

from curriculum.labs.kinds import LabCadence, LabKind
from home.demo.accounts import DEMO_ACCOUNTS, Role
from tests.e2e.site import DemoSite

pytestmark = pytest.mark.e2e

MOST_ACTIONS = 18
"""From the door to the page, signing in included."""
TITLE = "Lab over uitleggen aan de hele klas"


class Hands:
    """What somebody does with mouse and keyboard; counts clicks and fields filled in."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions = 0

    def click(self, target: Locator) -> None:
        self.actions += 1
        target.click()

    def fill(self, selector: str, words: str) -> None:
        self.actions += 1
        self.page.locator(selector).fill(words)

    def choose(self, selector: str, words: str) -> None:
        self.actions += 1
        self.page.locator(selector).select_option(label=words)


def sign_in(hands: Hands) -> None:
    account = next(item for item in DEMO_ACCOUNTS if item.partner == "academie-tien" and item.role is Role.EDITOR)
    hands.page.goto("/admin/")
    hands.fill("input[name=login]", account.email)
    hands.fill("input[name=password]", account.password)
    hands.click(hands.page.get_by_role("main").get_by_role("button", name="Inloggen"))


def choose_first(hands: Hands, button: str) -> None:
    """Choose one thing in the dialog of a list."""
    hands.click(hands.page.get_by_role("button", name=button))
    dialog = hands.page.get_by_role("dialog").last
    hands.click(dialog.locator("tbody input[type=checkbox]").first)
    hands.click(dialog.get_by_role("button", name=re.compile("bevestigen|Confirm")))


def test_a_complete_lab_with_three_sessions_takes_few_actions(demo: DemoSite, page: Page) -> None:
    hands = Hands(page)
    sign_in(hands)
    hands.click(page.get_by_role("link", name="Nieuw lab"))
    hands.fill("#id_title", TITLE)
    hands.fill("#id_concern", "Hoe leg ik iets zo uit dat iedereen mee kan doen?")
    hands.fill("#id_summary", "Je oefent een korte uitleg en krijgt meteen terug wat anderen ervan begrepen.")
    hands.fill("#id_how_it_works", "Je legt in vijf minuten iets uit. De groep vertelt wat er aankwam.")
    hands.fill("#id_takeaway", "Een uitleg die je morgen kunt geven.")
    hands.click(page.get_by_role("tab", name="Voor wie, waar en wanneer"))
    hands.choose("#id_themes-0-theme", "Pedagogiek")
    choose_first(hands, "Voeg opleidingsgroep toe")
    hands.click(page.get_by_role("button", name="Voeg drie sessies toe"))
    for number in range(3):
        expect(page.locator(f"#id_sessions-{number}-starts")).not_to_have_value("")
    hands.fill("#id_sessions-0-room", "Lokaal 1.12")
    hands.click(page.locator("footer [data-w-dropdown-target=toggle]"))
    hands.click(page.locator("button[name=action-publish]"))
    expect(page.locator(".messages")).to_contain_text(TITLE)

    assert hands.actions <= MOST_ACTIONS
    page.goto("/nl/labs/lab-over-uitleggen-aan-de-hele-klas/")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.get_by_role("main")).to_contain_text("Academie Tien")
    expect(page.get_by_role("main")).to_contain_text("Week 3")


def test_the_form_asks_of_each_kind_of_lab_what_that_kind_needs(demo: DemoSite, page: Page) -> None:
    sign_in(Hands(page))
    page.get_by_role("link", name="Nieuw lab").click()
    page.get_by_role("tab", name="Voor wie, waar en wanneer").click()
    week = page.locator("#id_week_in_cycle")

    needs_a_week = {
        (LabKind.SKILLS, LabCadence.CYCLE): False,
        (LabKind.SKILLS, LabCadence.WEEKLY): False,
        (LabKind.SKILLS, LabCadence.NOW_AND_THEN): False,
        (LabKind.CONTENT, LabCadence.CYCLE): True,
        (LabKind.CONTENT, LabCadence.WEEKLY): False,
        (LabKind.CONTENT, LabCadence.NOW_AND_THEN): True,
        (LabKind.RESEARCH, LabCadence.CYCLE): True,
        (LabKind.RESEARCH, LabCadence.WEEKLY): False,
        (LabKind.RESEARCH, LabCadence.NOW_AND_THEN): True,
    }
    assert set(needs_a_week) == set(product(LabKind, LabCadence)), "each kind and how often"
    for (kind, cadence), needed in needs_a_week.items():
        page.locator("#id_kind").select_option(kind.value)
        page.locator("#id_cadence").select_option(cadence.value)
        expect(week, f"{kind} {cadence}").to_be_visible(visible=needed)
        expect(week, "what is not asked is not sent").to_be_enabled(enabled=needed)


@pytest.mark.parametrize("width", [360, 390])
def test_every_day_of_the_calendar_of_a_session_can_be_chosen_on_a_phone(
    demo: DemoSite, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    sign_in(Hands(page))
    page.get_by_role("link", name="Nieuw lab").click()
    page.get_by_role("tab", name="Voor wie").click()
    page.locator("#id_sessions-ADD").click()
    page.locator("[name=sessions-0-starts]").click()
    calendar = page.locator(".xdsoft_datetimepicker").filter(visible=True)
    expect(calendar.locator("th")).to_have_count(7)
    for part in (*calendar.locator("th").all(), calendar.locator(".xdsoft_timepicker")):
        expect(part).to_be_in_viewport(ratio=1)


def test_wagtails_keyboard_shortcuts_work_on_the_first_screen_and_in_our_forms(demo: DemoSite, page: Page) -> None:
    sign_in(Hands(page))
    page.wait_for_load_state("load")
    page.keyboard.press("Shift+?")
    dialog = page.locator("#keyboard-shortcuts-dialog")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("Wijzigingen opslaan")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator("#menu-search-q")).to_be_focused()
    page.keyboard.press("Escape")

    page.goto(f"/admin/pages/{demo.page_id('labpage', 'nl', 'leerling-oudergesprekken')}/edit/")
    page.locator("#id_takeaway").fill("Een gesprek dat je morgen kunt voeren.")
    page.keyboard.press("Control+p")
    expect(page.locator("[data-side-panel=preview]")).to_be_visible()
    page.keyboard.press("Control+s")
    expect(page.locator(".messages")).to_contain_text("Leerling-oudergesprekken")
