"""robots.txt, security.txt, the sitemap of both languages, and the icon at its traditional address."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from portal.core.locales import language_of
from portal.core.models.pages import PortalPage
from portal.core.route_names import named
from portal.core.seo.head import site_url
from portal.core.worded import OWN, worded

SECURITY_HOLDS = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Entry:
    """One address of the sitemap with the same page in every language; `alternates` maps code to address."""

    location: str
    changed: datetime | None
    alternates: dict[str, str]


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers what to leave alone and where the sitemap is."""
    context = {"sitemap": f"{site_url(request)}{reverse('sitemap')}"}
    return render(request, "seo/robots.txt", context, content_type="text/plain; charset=utf-8")


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Tell where to report a weak spot (RFC 9116); the date says that somebody still answers, and moves along."""
    root, languages = site_url(request), [code for code, _name in settings.LANGUAGES]
    context = {
        "contacts": [
            *filter(None, [settings.SECURITY_CONTACT]),
            *(f"{root}{_in(code, 'contact')}" for code in languages),
        ],
        "expires": f"{(timezone.now() + SECURITY_HOLDS).date()}T00:00:00Z",
        "languages": ", ".join(languages),
        "canonical": f"{root}{reverse('security')}",
    }
    return render(request, "seo/security.txt", context, content_type="text/plain; charset=utf-8")


def _in(language: str, name: str) -> str:
    with translation.override(language):
        return reverse(name)


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List every public page of both languages, and the views below pages that have an address of their own."""
    pages = PortalPage.objects.live().public().filter(alias_of=None, depth__gt=1).order_by("path")
    by_key: dict[Any, dict[str, Any]] = defaultdict(dict)
    for page in pages.select_related("content_type").defer_streamfields():
        by_key[page.translation_key][language_of(page)] = page
    root = site_url(request)
    entries = [entry for versions in by_key.values() for entry in _entries(request, root, versions)]
    return render(request, "seo/sitemap.xml", {"entries": entries}, content_type="application/xml")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Lead browsers that ask for /favicon.ico to the icon."""
    return redirect(static("portal/favicon.svg"))


def _entries(request: HttpRequest, root: str, versions: dict[str, PortalPage]) -> Iterator[Entry]:
    """Yield an entry per language of a page and of each view below it."""
    for paths in _paths(next(iter(versions.values())).specific_class):
        urls = {code: f"{root}{page.get_url(request)}{paths.get(code, '')}" for code, page in versions.items()}
        for code, url in urls.items():
            yield Entry(url, versions[code].last_published_at, urls if len(urls) > 1 else {})


def _paths(model: type[PortalPage]) -> list[dict[str, str]]:
    """Return what follows the address of a page, by language: nothing for the page itself, then each view below it."""
    codes = [code for code, _name in settings.LANGUAGES]
    below: dict[Any, dict[str, str]] = defaultdict(dict)
    for name in (route.name for route in getattr(model, "get_subpage_urls", list)()):
        stem, _separator, code = name.rpartition("_")
        if code in OWN and (path := _reversed(model, name)).endswith("/"):
            below[stem] |= {language: path for language in codes if worded(language) == code}
    for stem, slugs in getattr(model, "slugs_below", dict)().items():
        for slug in slugs:
            below[stem, slug] = {code: _reversed(model, named(stem, code), slug) for code in codes}
    return [{}, *below.values()]


def _reversed(model: type[PortalPage], name: str, *args: str) -> str:
    """Return the path of a view below a page; empty when it needs arguments it did not get."""
    resolver = model.get_resolver()
    for known in (name, name.rpartition("_")[0]):
        try:
            return str(resolver.reverse(known, *args))
        except NoReverseMatch:
            continue
    return ""
