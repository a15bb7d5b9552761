"""The links in the rich texts of a page, and where each of them leads."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import URLField
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.functional import Promise
from django.utils.text import capfirst
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Page, Site

from portal.core.house_language.texts import texts_of
from portal.core.models.pages import PortalPage
from portal.core.routing import find_page
from portal.editorial.links.models import ENOUGH, OutsideAddress, Trouble
from portal.editorial.links.outside.gate import ClosedError, place_of

PAGES_OF_THE_SITE = "wagtail_serve"
STEPS = 5
"""Redirects one after another that are followed; more lead nowhere."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it is kept: in which field, with which words, and its kind with a key or its address."""

    field: str | Promise
    """How the field is called, in any language."""
    words: str
    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What is to be told of a link; with the day since when, where that is known, and where it has moved to."""

    trouble: Trouble
    since: date | None = None
    moved_to: str = ""


class _Anchors(HTMLParser):
    """Gathers the links of one text."""

    def __init__(self, field: str | Promise) -> None:
        super().__init__()
        self.field, self.found, self.open = field, list[Link](), dict[str, str | None]()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.open, self.words = dict(attrs), ""

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.open:
            kind = self.open.get("linktype") or "address"
            target = self.open.get("id" if kind != "address" else "href") or ""
            self.found.append(Link(self.field, " ".join(self.words.split()), kind, target))
            self.open = {}


def links_of(page: Page) -> Iterator[Link]:
    """Yield the links in the texts of a page, its rows and blocks included, and in its fields for an address."""
    for text in texts_of(page):
        if text.rich and "<a" in text.value:
            anchors = _Anchors(text.place)
            anchors.feed(text.value)
            yield from anchors.found
    for field in page._meta.concrete_fields:
        if isinstance(field, URLField) and (address := getattr(page, field.attname)):
            yield Link(capfirst(field.verbose_name), address, "address", address)


def links_on_site() -> Iterator[tuple[Page, Link]]:
    """Yield each link that visitors meet with its page; a page that is shown at several places is read once."""
    for page in PortalPage.objects.live().filter(alias_of=None).order_by("path").specific().iterator(100):
        for link in links_of(page):
            yield page, link


def addresses_outside() -> Iterator[str]:
    """Yield the addresses on other sites to which links on ours lead."""
    targets = Targets()
    for _page, link in links_on_site():
        if link.kind == "address" and (address := targets.outside(link.target)):
            yield address


class Targets:
    """Says of links where they lead. What exists is asked once for all of them."""

    @cached_property
    def live(self) -> frozenset[int]:
        """Keys of the pages on the site."""
        return frozenset(Page.objects.live().values_list("pk", flat=True))

    @cached_property
    def public(self) -> frozenset[int]:
        """Keys of the pages that everybody may read."""
        return frozenset(PortalPage.objects.live().public().values_list("pk", flat=True))

    @cached_property
    def all(self) -> frozenset[int]:
        """Keys of all pages."""
        return frozenset(Page.objects.values_list("pk", flat=True))

    @cached_property
    def documents(self) -> frozenset[int]:
        """Keys of all documents."""
        return frozenset(get_document_model().objects.values_list("pk", flat=True))

    @cached_property
    def hosts(self) -> dict[str, Site]:
        """The sites of this house by their name on the internet."""
        return {site.hostname: site for site in Site.objects.all()}

    @cached_property
    def default(self) -> Site | None:
        """The site on which an address without a host leads."""
        return next((site for site in self.hosts.values() if site.is_default_site), None)

    @cached_property
    def told(self) -> dict[str, Finding]:
        """What other sites answered, by address; nothing where they are not asked."""
        if not settings.CHECK_OTHER_SITES:
            return {}
        return {row.address: _finding(row) for row in OutsideAddress.objects.told()}

    def finding(self, link: Link) -> Finding | None:
        """Return what is to be told of a link; nothing of a mail address or a telephone number."""
        if link.kind == "address" and (address := self.outside(link.target)):
            return self.told.get(address)
        trouble = self._trouble(link)
        return Finding(trouble) if trouble else None

    def outside(self, target: str) -> str:
        """Return an address on another site as it is asked for; empty for one of this house, or that nobody asks."""
        try:
            parts = urlsplit(target)
            if not parts.hostname or parts.hostname in self.hosts:
                return ""
            return str(place_of(target if parts.scheme else f"https:{target}"))
        except (ValueError, ClosedError):
            return ""

    def _trouble(self, link: Link) -> Trouble | None:
        if link.kind == "page":
            return self._of_page(int(link.target or 0))
        if link.kind == "document":
            return None if int(link.target or 0) in self.documents else Trouble.NO_DOCUMENT
        return None if link.kind != "address" or self._leads_somewhere(link.target) else Trouble.NOWHERE

    def _of_page(self, key: int) -> Trouble | None:
        if key in self.public:
            return None
        if key in self.live:
            return Trouble.CLOSED
        return Trouble.OFFLINE if key in self.all else Trouble.GONE

    def _leads_somewhere(self, address: str, steps: int = STEPS) -> bool:
        """Say whether an address of this house leads to a page or a view in the end; redirects are followed."""
        try:
            parts = urlsplit(address)
            ours = parts.hostname is None or parts.hostname in self.hosts
        except ValueError:
            return False
        if parts.scheme not in ("", "http", "https") or not ours or not parts.path.startswith("/"):
            return True
        if parts.path.startswith(("/static/", "/media/")):
            return True
        site = self.hosts.get(parts.hostname or "", self.default)
        with translation.override(translation.get_language_from_path(parts.path) or settings.LANGUAGE_CODE):
            return _is_answered(parts.path, site) or (steps > 0 and self._is_led_on(parts.path, steps - 1))

    def _is_led_on(self, path: str, steps: int) -> bool:
        onward = Redirect.objects.filter(old_path=Redirect.normalise_path(path)).first()
        if onward is None:
            return False
        if onward.redirect_page_id:
            return onward.redirect_page_id in self.live
        return self._leads_somewhere(onward.redirect_link, steps)


def _finding(row: OutsideAddress) -> Finding:
    if row.failures >= ENOUGH:
        return Finding(Trouble(row.trouble), row.failing_since)
    return Finding(Trouble.MOVED, moved_to=row.moved_to)


def _is_answered(path: str, site: Site | None) -> bool:
    try:
        match = resolve(path)
    except Resolver404:
        return False
    if match.view_name != PAGES_OF_THE_SITE:
        return True
    request: Any = HttpRequest()
    request.method, request.path, request._wagtail_site = "GET", path, site
    find_page(request, match.args[0] if match.args else match.kwargs.get("path", ""))
    return getattr(request, "_wagtail_route_for_request", None) is not None
