"""A German visitor walks over the demo site: a process of its own, since settings are read once.

Run with the settings of `tests.german` on a copy of the demo site; prints what was found as JSON.
"""

import json
import re
from collections import Counter
from typing import Any
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from django.test.utils import setup_test_environment
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Locale, Page

from home.demo.publishing import publish
from portal.core.models.pages import PortalPage
from search.engines.client import write_client
from search.index.rebuild import rebuild

SITE = "http://testserver"
VIEWS = (
    "/de/labs/calendar/",
    "/de/labs/months/",
    "/de/labs/calendar.ics",
    "/de/labs/feed/",
    "/de/atom/",
    "/de/locaties/compare/",
    "/de/locaties/your-route/",
    "/de/curriculum/training-groups/",
    "/de/aansluiten/trajectory/",
    "/de/search/",
    "/de/search/rss",
)
"""Views, feeds and calendars that somebody looks for in German."""
LEFT_OUT = re.compile(r"/(admin|account)/|^/(static|media)/")
MOST_BELOW = 4
"""Addresses that are opened below one: the fifth term of the glossary tells nothing new."""


def kinds() -> list[Any]:
    """Return a Dutch page of each kind there is, those of a school first."""
    found: dict[type, Any] = {}
    for page in PortalPage.objects.live().originals().order_by("depth", "path").specific():
        found.setdefault(type(page), page)
    return list(found.values())


def in_german(page: Any, german: Locale) -> Any:
    """Make and publish the German page of a Dutch one, its parents first, with the Dutch words."""
    made = page.get_translation_or_none(german)
    if made is not None:
        return made
    parent = page.get_parent()
    if not parent.is_root():
        in_german(parent.specific, german)
    copy = page.copy_for_translation(german)
    copy.live = True
    publish(copy, copy.save_revision(clean=False))
    return Page.objects.get(pk=copy.pk).specific


def walk(client: Client, begin: set[str]) -> dict[str, tuple[int, str]]:
    """Open what links lead to from these addresses, within the language; return status and text by address.

    Choices are endless: one address with a question is opened for each page, and not followed.
    """
    waiting, seen = set(begin), dict[str, tuple[int, str]]()
    asked: set[str] = set()
    below = Counter[str]()
    while waiting:
        path = waiting.pop()
        bare, _mark, query = path.partition("?")
        above = bare.rstrip("/").rpartition("/")[0]
        enough = bare in asked if query else below[above] >= MOST_BELOW and path not in begin
        if path in seen or LEFT_OUT.search(path) or enough:
            continue
        asked |= {bare} if query else set()
        below[above] += 1
        answer: Any = client.get(path)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        seen[path] = (answer.status_code, body.decode(errors="replace"))
        led_on = answer.headers.get("location", "")
        if "html" in answer.headers.get("content-type", "") and not query:
            waiting |= links(path, body.decode())
        if led_on:
            waiting |= inside(path, {led_on})
    return seen


def links(path: str, html: str) -> set[str]:
    """Return the German addresses that a page names."""
    soup = BeautifulSoup(html, "lxml")
    named = {str(tag[name]) for name in ("href", "src", "action") for tag in soup.find_all(attrs={name: True})}
    return inside(path, named)


def inside(path: str, found: set[str]) -> set[str]:
    """Return the German addresses among links on a page, without fragments."""
    full = {urljoin(SITE + path, link).partition("#")[0].removeprefix(SITE) for link in found}
    return {link for link in full if link.startswith("/de/")}


def head(html: str) -> dict[str, Any]:
    """Return what a page says of its languages: its own, those in its head, those of the switch."""
    soup = BeautifulSoup(html, "lxml")
    alternates = {str(tag["hreflang"]): str(tag["href"]) for tag in soup.select("link[rel=alternate][hreflang]")}
    switch = {str(tag["hreflang"]): str(tag["href"]) for tag in soup.select("header a[hreflang]")}
    return {"lang": soup.html["lang"] if soup.html else "", "alternates": alternates, "switch": switch}


def main() -> None:
    """Add the language, translate a page of each kind, search anew, and look around."""
    setup_test_environment()
    german = Locale.objects.create(language_code="de")
    originals = kinds()
    pages = [in_german(page, german) for page in originals]
    indices = rebuild().indices.values()
    client = Client(raise_request_exception=False)
    with override("de"):
        search = f"{reverse('search')}?q=lab"
    addresses = {type(page).__name__: page.get_url() for page in pages}
    dutch = {type(page).__name__: page.get_url() for page in originals}
    seen = walk(client, {"/de/", *VIEWS, *addresses.values()})
    results = BeautifulSoup(client.get(search).content, "lxml")
    write_client().indices.delete(index=",".join(indices))
    call_command("check", fail_level="WARNING", verbosity=0)
    told = {
        "german": addresses,
        "heads": {name: head(seen[url][1]) for name, url in addresses.items()},
        "dutch_heads": {name: head(client.get(url).content.decode()) for name, url in dutch.items()},
        "status": {path: status for path, (status, _text) in seen.items()},
        "found": [str(tag["href"]) for tag in results.select("main a[href]")],
        "sitemap": client.get("/sitemap.xml").content.decode(),
    }
    print(json.dumps(told))  # for the test that started this process
