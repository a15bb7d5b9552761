"""From an address to its page: one small question, and what a process knows of sites and addresses.

Wagtail asks for the site, the language, the home page and then twice for each step of an address.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from django.apps import apps
from django.http import Http404
from django.utils import translation
from wagtail.models import Page, Site

from portal.core.content_cache import kept
from portal.core.locales import language_ids
from portal.core.models.pages import PortalPage
from portal.core.prepared import Prepared
from portal.core.site_roots import site_for

ADDRESSES = 2000
"""Addresses of which a process remembers the page; those asked for last."""


class Place(NamedTuple):
    """Where a page is found: its type, key and depth."""

    model: type[Page]
    pk: int
    depth: int

    def page(self) -> Any:
        """Return the page as it is now, with what every page shows of it; None when it is not live any more."""
        return next(iter(_live(self.model._meta.label)([self.pk])), None)


@cache
def _live(label: str) -> Prepared:
    """Return the question for a live page of a type."""
    model: Any = apps.get_model(label)
    with_it = ("locale", "partner__linked_to", "listing_image")
    return Prepared(lambda keys: model._default_manager.live().filter(pk__in=keys).select_related(*with_it), ["bigint"])


def find_page(request: Any, path: str) -> None:
    """Let Wagtail know to which page an address leads; to none when that page does not know the rest of it.

    Where nothing is found, Wagtail looks for itself.
    """
    site = site_for(request)
    if site is None:
        return
    home, depth = _home(site, str(translation.get_language()))
    steps = [step for step in path.split("/") if step]
    place = deepest_place(home, steps)
    if place and (page := place.page()):
        try:
            request._wagtail_route_for_request = page.route(request, steps[place.depth - depth :])
        except Http404:
            request._wagtail_route_for_request = None


def deepest_place(home: str, steps: Sequence[str]) -> Place | None:
    """Return the place of the live page whose address is the longest beginning of a path; the home page's for none.

    `home` is the path of the home page in the tree of addresses.
    """
    return _deepest(home, tuple(steps))


@kept(size=ADDRESSES)
def _deepest(home: str, steps: tuple[str, ...]) -> Place | None:
    ends = range(len(steps) + 1)
    paths = ["/".join([home.rstrip("/"), *steps[:end], ""]) for end in ends]
    page = PortalPage.objects.live().filter(url_path__in=paths).order_by("-depth").first()
    return Place(page.specific_class, page.pk, page.depth) if page and page.specific_class else None


@kept(size=20)
def _home(site: Site, language: str) -> tuple[str, int]:
    """Return the path in the tree of addresses of a language's home page, and its depth."""
    home = site.root_page
    locales = language_ids(language)
    if home.locale_id not in locales:
        told = Page.objects.live().filter(translation_key=home.translation_key, locale__in=locales)
        home = told.first() or home
    return str(home.url_path), int(home.depth)
