"""Somebody publishes while the form saves itself, on a line that answers late or never: the last words are there."""

import random

import pytest
from playwright.sync_api import Page, expect

from home.demo.accounts import DEMO_ACCOUNTS, Role
from tests.e2e.door import sign_in
from tests.e2e.site import DemoSite

pytestmark = pytest.mark.e2e

SLOW_LINE = """
const ask = window.fetch;
window.fetch = async (...request) => {
  const [before, after, lost] = window.line.length ? window.line.shift() : [0, 0, false];
  await new Promise(done => setTimeout(done, before));
  const answer = await ask(...request);
  await new Promise(done => setTimeout(done, after));
  if (lost) throw new TypeError("Failed to fetch");
  return answer;
};
"""
"""Each entry of `window.line`: milliseconds before a request leaves, before its answer arrives, and if it is lost."""


@pytest.mark.parametrize("seed", range(4))
def test_publishing_right_after_typing_leaves_one_page_with_the_last_words(
    demo: DemoSite, page: Page, seed: int
) -> None:
    chance = random.Random(seed)
    line = [[chance.randrange(900), chance.randrange(2_500), chance.random() < 0.2] for _ in range(40)]
    page.add_init_script(f"window.line = {str(line).lower()};{SLOW_LINE}")
    account = next(item for item in DEMO_ACCOUNTS if item.partner == "academie-tien" and item.role is Role.EDITOR)
    sign_in(page, account.email, account.password)
    lab = page.get_by_role("link", name="Nieuw lab").get_attribute("href") or ""
    space = lab.rstrip("/").rpartition("/")[2]
    page.goto(f"/admin/pages/add/home/standardpage/{space}/")
    title, words = f"Vlug gepubliceerd {seed}", f"De laatste woorden {seed}"
    page.locator("#id_title").press_sequentially(title, delay=20)
    page.locator("#id_summary").press_sequentially("Eerst iets anders.", delay=20)
    page.wait_for_timeout(chance.randrange(1_500))  # time to think: anything from none to a few saves
    page.locator("#id_summary").fill(words)
    page.wait_for_timeout(chance.randrange(900))
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    publish = page.locator("button[name=action-publish]")
    if seed % 2:
        publish.dblclick(no_wait_after=True)
    else:
        publish.click()
    expect(page.locator(".messages")).to_contain_text(title)

    page.goto(f"/admin/pages/{space}/?q=Vlug+gepubliceerd+{seed}")
    expect(page.locator("tbody .title a", has_text=title)).to_have_count(1)
    page.goto(f"/nl/locaties/academie-tien/vlug-gepubliceerd-{seed}/")
    expect(page.get_by_role("main")).to_contain_text(words)


SAVED = """
const formData = new FormData();
document.dispatchEvent(new CustomEvent("w-autosave:save", {detail: {formData}}));
return Number(formData.get("typed_at"));
"""
"""Lets a form save itself, and returns when it says that its words were typed."""


def test_words_typed_after_the_clock_of_the_browser_was_set_back_are_the_newer_ones(demo: DemoSite, page: Page) -> None:
    page.add_init_script("const right = Date.now; Date.now = () => right() - (window.setBack || 0);")
    account = next(item for item in DEMO_ACCOUNTS if item.partner == "academie-tien" and item.role is Role.EDITOR)
    sign_in(page, account.email, account.password)
    lab = page.get_by_role("link", name="Nieuw lab").get_attribute("href") or ""
    page.goto(f"/admin/pages/add/home/standardpage/{lab.rstrip('/').rpartition('/')[2]}/")
    first = page.evaluate(f"() => {{{SAVED}}}")
    later = page.evaluate(f"() => {{window.setBack = 60 * 60 * 1000; {SAVED}}}")
    assert later >= first > 1_700_000_000_000
