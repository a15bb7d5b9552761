"""What each page of the demo site tells search engines and visitors, what it keeps to its editors, where it leads."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urljoin

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.core.files.storage import default_storage
from django.test import Client
from wagtail.models import Page

from home.demo.data import read
from home.models import HomePage
from tests.e2e.addresses import DEMO_ROUTES
from tests.e2e.site import public_path

NOT_FILLED_IN = re.compile(r"nog niet ingevuld|not filled in yet", re.IGNORECASE)
LINES_OF_A_SOURCE = re.compile(r"\b(?:regels?|lines?) \d+", re.IGNORECASE)
TO_COMPLETE = {
    note for name in ("locations", "example_location") for entry in read(name) for note in entry["to_complete_nl"]
}
SITE = "http://testserver"
PATHS = [path[language] for path in read("paths") for language in ("nl", "en")]


@dataclass
class Visitor:
    """Somebody without an account who opens each address once; the demo site is the same for every test."""

    client: Client = field(default_factory=Client)
    known: dict[str, tuple[int, str, str]] = field(default_factory=dict)

    def opens(self, path: str) -> tuple[int, str, str]:
        """Return the status of an address, where it leads on to, and its text when it is a page."""
        if path not in self.known:
            response: Any = self.client.get(path)
            body = b"".join(response.streaming_content) if response.streaming else response.content
            is_page = "html" in response.headers.get("content-type", "")
            self.known[path] = (
                response.status_code,
                response.headers.get("location", ""),
                body.decode() if is_page else "",
            )
        return self.known[path]


FILES = ("/static/", "/media/")
"""What a server in front of the portal gives, not the portal."""


@pytest.fixture(scope="module")
def visitor() -> Visitor:
    """One visitor for all walks over the site."""
    return Visitor()


def test_the_contract_names_each_address_once() -> None:
    assert len(PATHS) == len(set(PATHS)) == 408


@pytest.mark.parametrize("path", PATHS)
def test_an_address_of_the_contract_answers_after_at_most_one_redirect(
    demo_site: list[str], visitor: Visitor, path: str
) -> None:
    code, leads_to, html = visitor.opens(path)
    if code in (301, 302):
        code, leads_to, html = visitor.opens(leads_to)
    assert code == 200
    assert f'lang="{path[1:3]}"' in html[:500]


def test_each_page_tells_something_of_its_own_and_nothing_meant_for_editors(
    demo_site: list[str], visitor: Visitor
) -> None:
    titles: Counter[tuple[str, str]] = Counter()
    descriptions: Counter[tuple[str, str]] = Counter()
    findings = []
    assert TO_COMPLETE
    for language in ("nl", "en"):
        for entry in read("paths"):
            code, _next, html = visitor.opens(entry[language])
            if code != 200:
                continue  # a short address: where it leads is in the list too
            page = BeautifulSoup(html, "lxml")
            assert page.title is not None
            assert page.main is not None
            titles[language, page.title.get_text()] += 1
            if told := page.select_one("meta[name=description]"):
                descriptions[language, str(told["content"])] += 1
            rows = {row.get_text(" ", strip=True) for row in page.main.select("li")}
            if LINES_OF_A_SOURCE.search(page.main.get_text(" ", strip=True)) or rows & TO_COMPLETE:
                findings.append(f"{entry[language]}: for editors only")
            if NOT_FILLED_IN.search(page.main.get_text(" ", strip=True)):
                findings.append(f"{entry[language]}: says that something is not filled in")
            if page.select("form[method=get]:not([autocomplete=off])"):
                findings.append(f"{entry[language]}: a form that a browser fills in after Back")

    assert findings == []
    assert [title for title, number in titles.items() if number > 1] == []
    assert [words for words, number in descriptions.items() if number > 1] == []
    home = HomePage.objects.get(locale__language_code="nl")
    assert titles["nl", f"{home.heading} | Opleidingshuis"] == 1


@pytest.mark.timeout(900)
def test_every_page_answers_and_every_internal_link_leads_somewhere(demo_site: list[str], visitor: Visitor) -> None:
    seen: set[str] = set()
    waiting = {*pages(), *(path for paths in DEMO_ROUTES.values() for path in paths.values())}
    broken = []
    while waiting:
        path = waiting.pop()
        seen.add(path)
        code, leads_to, html = (_file(path), "", "") if path.startswith(FILES) else visitor.opens(path)
        if code in (301, 302):
            waiting |= inside(path, {leads_to}) - seen
        elif code != 200:
            broken.append(f"{code} {path}")
        # Combinations of filters are endless: a link with a query is opened, not followed further.
        elif "?" not in path and "/admin/" not in path:
            waiting |= inside(path, links(html)) - seen

    assert broken == []
    assert len(seen) > 200


def pages() -> set[str]:
    """Return the address of every live page in both languages."""
    found = Page.objects.live().filter(depth__gt=1, alias_of=None).select_related("locale")
    return {public_path(page.locale.language_code, page.url_path) for page in found}


def _file(path: str) -> int:
    """Return how the server answers for a file that comes with the portal."""
    if path.startswith("/media/"):
        return 200 if default_storage.exists(unquote(path.removeprefix("/media/"))) else 404
    return 200 if finders.find(unquote(path.partition("?")[0].removeprefix("/static/"))) else 404


def links(html: str) -> set[str]:
    """Return what a page links to or loads."""
    soup = BeautifulSoup(html, "lxml")
    return {str(tag[name]) for name in ("href", "src") for tag in soup.find_all(attrs={name: True})}


def inside(path: str, found: set[str]) -> set[str]:
    """Return the addresses on the same host among links on a page, without fragments."""
    full = {urljoin(SITE + path, link).partition("#")[0] for link in found}
    return {link.removeprefix(SITE) for link in full if link.startswith(f"{SITE}/")}
