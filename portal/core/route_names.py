"""Names and addresses of views whose address differs per language, such as `groups_nl` and `groups_en`."""

from contextlib import suppress

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from wagtail.contrib.routable_page.models import RoutablePageMixin

from portal.core.view_paths import path_to
from portal.core.worded import OWN, worded


def route_name(request: HttpRequest) -> str:
    """Return the name of the view below a page that is shown, empty for the page itself."""
    match = getattr(request, "routable_resolver_match", None)
    return str(match.url_name or "") if match and match.route else ""


def name_in(language: str, name: str) -> str:
    """Return the name of a view in a language: addresses that differ are named `groups_nl` and `groups_en`."""
    stem, _separator, suffix = name.rpartition("_")
    return named(stem, language) if stem and suffix in OWN else name


def named(stem: str, language: str | None) -> str:
    """Return the name of the view in a language, of a pair such as `groups_nl` and `groups_en`."""
    return f"{stem}_{worded(language)}"


def route_path(request: HttpRequest, page: RoutablePageMixin, language: str) -> str:
    """Return the part of the address below a page, in a language; empty for the page itself."""
    name = route_name(request)
    if not name:
        return ""
    match = request.routable_resolver_match  # type: ignore[attr-defined]
    return str(page.reverse_subpage(name_in(language, name), args=match.args, kwargs=match.kwargs))


def view_urls(request: HttpRequest) -> dict[str, str]:
    """Return the address of a view without a page in each language; nothing for an address that leads nowhere."""
    match = request.resolver_match
    if not match or not match.url_name or match.url_name == "wagtail_serve":
        return {}
    urls = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code), suppress(NoReverseMatch):
            name = name_in(code, match.url_name)
            asks = match.args or match.kwargs
            urls[code] = reverse(name, args=match.args, kwargs=match.kwargs) if asks else path_to(name)
    return urls
