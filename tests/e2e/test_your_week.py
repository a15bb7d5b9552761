"""Journeys to one's own week on a telephone, each tap counted."""

import re
from collections.abc import Callable
from io import BytesIO
from itertools import product
from urllib.parse import urlencode

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from pypdf import PdfReader

from tests.e2e.site import DemoSite

pytestmark = pytest.mark.e2e
PHONE = {"width": 360, "height": 740}
MOST_TAPS = 5
A6 = (105, 148)
"""Millimetres."""


class Hand:
    """Somebody with a telephone, who counts every tap."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0

    def tap(self, target: Locator) -> None:
        """Tap on something that can be seen."""
        self.taps += 1
        target.click()

    def choose(self, name: str) -> None:
        """Tap on an answer by its words."""
        self.taps += 1
        self.page.get_by_role("main").get_by_label(name).first.check()


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def hand(demo: DemoSite, new_context: Callable[..., BrowserContext], request: pytest.FixtureRequest) -> Hand:
    """A visitor without history, with and without JavaScript."""
    return Hand(new_context(viewport=PHONE, java_script_enabled=request.param).new_page())


def show(hand: Hand, words: str) -> Locator:
    """Ask for the answer, and return it."""
    hand.tap(hand.page.get_by_role("main").get_by_role("button", name=words))
    answer = hand.page.locator("#answer")
    expect(answer.get_by_role("heading", level=1)).to_be_visible()
    return answer


def fits_in(hand: Hand, part: Locator, screens: int) -> bool:
    """Whether the end of a part is seen after scrolling so many screens less one."""
    box = part.bounding_box()
    assert box is not None
    return box["y"] + box["height"] <= screens * PHONE["height"]


def has_no_sideways_scroll(page: Page) -> bool:
    """Whether everything fits in the width of the telephone."""
    return page.locator("html").bounding_box()["width"] <= PHONE["width"]


def test_a_first_year_of_hogeschool_utrecht_sees_where_on_which_days_and_what_the_week_is_like(hand: Hand) -> None:
    hand.page.goto("/nl/")
    hand.choose("Hbo voltijd")
    hand.choose("leerjaar 1")
    hand.choose("NXT Doorn")
    answer = show(hand, "Toon mijn week")

    expect(answer).to_contain_text("komt samen op")
    expect(answer).to_contain_text("Academie Tien")
    expect(answer).to_contain_text("Hogeschool Utrecht")
    expect(answer.locator(".window")).to_have_count(15)
    assert fits_in(hand, answer.locator(".storey").first, 1)
    assert fits_in(hand, answer.locator(".gable-house"), 2)
    assert hand.taps <= MOST_TAPS
    assert has_no_sideways_scroll(hand.page)
    assert not hand.page.context.cookies()


@pytest.mark.parametrize(
    ("start", "questions"),
    [
        ("/nl/locaties/jouw-route/", ("variant", "jaar", "locatie")),
        ("/en/locations/your-route/", ("programme", "year", "location")),
    ],
    ids=["nl", "en"],
)
def test_every_answer_is_one_screen_of_a_telephone(
    demo: DemoSite, new_context: Callable[..., BrowserContext], start: str, questions: tuple[str, str, str]
) -> None:
    page = new_context(viewport=PHONE, reduced_motion="reduce").new_page()
    page.goto(start)
    programmes, years, places = (values_of(page, name) for name in questions)
    assert (len(programmes), len(years), len(places)) == (8, 4, 6)
    in_the_first_year = product(programmes, years[:1], places)
    in_other_years = product(programmes[:2], years[1:], (places[0], places[-1]))
    too_long = {}
    for answers in (*in_the_first_year, *in_other_years):
        page.goto(f"{start}?{urlencode(dict(zip(questions, answers, strict=True)))}#answer")
        ends = page.locator(".gable-house").bounding_box()
        assert ends is not None
        if (height := ends["y"] + ends["height"]) > PHONE["height"]:
            too_long[answers] = height
    assert not too_long


def values_of(page: Page, name: str) -> list[str]:
    """Return what may be answered to a question."""
    chosen = page.locator(f"main [name={name}]")
    return [str(field.get_attribute("value")) for field in chosen.all() if field.get_attribute("value")]


def test_the_questions_ask_what_counts_for_the_programme(hand: Hand) -> None:
    page = hand.page
    page.goto("/nl/locaties/jouw-route/")
    year, institute = page.locator("#id_jaar"), page.locator("#id_instituut")

    expect(year).to_be_hidden()
    hand.choose("Hbo deeltijd")
    expect(year).to_be_visible()
    expect(institute).to_be_hidden()
    hand.choose("Master")
    expect(year).to_be_hidden()
    expect(institute).to_be_visible()


def test_a_classroom_assistant_of_the_mbo_reads_what_is_known_and_whom_to_ask(hand: Hand) -> None:
    hand.page.goto("/nl/")
    hand.choose("Mbo onderwijsassistent")
    hand.choose("Academie Tien")
    answer = show(hand, "Toon mijn week")

    expect(answer).to_contain_text("Er is nog geen opleidingsgroep voor jou.")
    expect(answer).to_contain_text("MBO Amersfoort")
    for heading in ("Je team", "Je dagen", "Verhalen", "Bij wie moet je zijn?"):
        expect(answer.locator(".known").get_by_role("heading", name=heading)).to_be_visible()
    assert fits_in(hand, answer.locator(".gable-house"), 2)
    hand.tap(answer.locator(".known").get_by_role("link", name=re.compile("De mensen van")))
    expect(hand.page.locator("#contact")).to_be_visible()
    assert hand.taps <= MOST_TAPS


def test_a_career_changer_finds_the_way_in_english(hand: Hand) -> None:
    page = hand.page
    page.goto("/en/")
    words = page.get_by_role("main").locator("input[name=q]")
    words.fill("career changer")
    words.press("Enter")
    hand.taps += 2
    hand.tap(page.locator("[data-hit]").first.get_by_role("link").first)
    hand.tap(page.get_by_role("main").get_by_role("link", name=re.compile("What your week looks like")))

    answer = page.locator("#answer")
    expect(answer).to_contain_text("In Dutch this is zij-instroom.")
    expect(answer).to_contain_text("There is no training group for you yet.")
    hand.tap(answer.locator(".places").get_by_role("link", name="NXT Doorn"))
    expect(answer.locator("h2").first).to_contain_text("NXT Doorn")
    expect(answer.locator(".known").get_by_role("heading", name="Your days")).to_be_visible()
    assert hand.taps <= MOST_TAPS


def test_the_card_is_one_page_of_size_a6(hand: Hand) -> None:
    hand.page.goto("/nl/locaties/jouw-route/?variant=hbo-voltijd&jaar=jaar-1&locatie=nxt-doorn")
    hand.tap(hand.page.get_by_role("link", name="Een kaartje om te printen"))
    expect(hand.page.locator(".card-a6 .code svg")).to_be_visible()

    pages = PdfReader(BytesIO(hand.page.pdf(prefer_css_page_size=True))).pages

    size = (float(pages[0].mediabox.width) / 72 * 25.4, float(pages[0].mediabox.height) / 72 * 25.4)
    assert len(pages) == 1
    assert size == pytest.approx(A6, abs=1)
