"""Sites, and the address of a page, from what a process knows; Wagtail asks and resolves them anew for each link."""

from typing import Any, NamedTuple

from django.http import HttpRequest
from django.http.request import split_domain_port
from django.urls import reverse
from django.utils import translation
from wagtail.models import Site
from wagtail.models.sites import get_site_for_hostname

from portal.core.content_cache import kept


class Root(NamedTuple):
    """Where the pages of a language begin: in the tree, on the site, and in addresses."""

    site: int
    path: str
    url: str
    prefix: str


class Roots(NamedTuple):
    """The roots of all languages, and Wagtail's own list of them, which it keeps in the cache of all processes."""

    found: list[Root]
    as_listed: list[Any]
    of_one_site: bool


@kept(size=1)
def roots() -> Roots:
    """Return where pages begin, with the beginning of their addresses."""
    found, listed = [], Site.get_site_root_paths()
    for site, path, url, language in listed:
        with translation.override(language):
            found.append(Root(site, path, url, reverse("wagtail_serve", args=[""])))
    return Roots(found, listed, len({root.site for root in found}) == 1)


def site_for(request: Any) -> Site | None:
    """Return the site of a request; Wagtail finds it on the request from now on."""
    if not hasattr(request, "_wagtail_site"):
        request._wagtail_site = _site(split_domain_port(request.get_host())[0], request.get_port())
    site: Site | None = Site.find_for_request(request)
    return site


@kept(size=20)
def _site(host: str, port: str) -> Site | None:
    try:
        return get_site_for_hostname(host, port)
    except Site.DoesNotExist:
        return None


class KeptAddress:
    """Mixin of pages, before `Page`: their address asks neither a database nor a cache."""

    url_path: str

    def _get_site_root_paths(self, cache_object: Any = None, **kwargs: Any) -> list[Any]:
        """Return the roots a request began with, as Wagtail does: who moves a page compares addresses of before."""
        holder: Any = self if cache_object is None else cache_object
        if not hasattr(holder, "_wagtail_cached_site_root_paths"):
            holder._wagtail_cached_site_root_paths = roots().as_listed
        found: list[Any] = holder._wagtail_cached_site_root_paths
        return found

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[Any, ...] | None:
        """Return the site, its address and the page's own; Wagtail decides where it is not below the home page."""
        known = roots()
        if known.of_one_site and self._get_site_root_paths(request) == known.as_listed:
            for root in known.found:
                if self.url_path.startswith(root.path):
                    return (root.site, root.url, root.prefix + self.url_path[len(root.path) :])
        parts: tuple[Any, ...] | None = super().get_url_parts(request)  # type: ignore[misc]
        return parts
