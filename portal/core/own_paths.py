"""Where an address leads that speaks another language: `/en/locaties/nxt-doorn/` to `/en/locations/nxt-doorn/`.

Each page and view has an address in the words of its language. Somebody may have the words of another: a link from
before a page got an address of its own, or a guess. Asked only when an address leads nowhere.
"""

from collections.abc import Sequence
from contextlib import suppress

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from django.utils import translation
from django.utils.encoding import escape_uri_path
from wagtail.contrib.routable_page.models import RoutablePageMixin

from portal.core.address_words import address, in_keys, pairs_of
from portal.core.models.pages import PortalPage
from portal.core.route_names import name_in
from portal.core.site_roots import site_for

MOST_STEPS = 8
"""Steps of an address that are looked up; no page stands deeper."""


def led_on(request: HttpRequest) -> str:
    """Return the address of what an address in words of another language means; empty when it means nothing here."""
    language, _separator, path = request.path_info.removeprefix("/").partition("/")
    found = _view(language, path) or _page(request, language, [step for step in path.split("/") if step])
    if not found or found.rstrip("/") == request.path.rstrip("/"):
        return ""
    return f"{escape_uri_path(found)}{address(pairs_of(in_keys(request.GET)), language)}"


def _view(language: str, path: str) -> str:
    """Return the address of a view without a page that another language calls so; empty for none."""
    others = (code for code, _name in settings.LANGUAGES if code != language)
    for code in others:
        with suppress(Resolver404, NoReverseMatch):
            with translation.override(code):
                match = resolve(f"/{code}/{path}")
            with translation.override(language):
                if match.url_name and match.url_name != "wagtail_serve":
                    return reverse(name_in(language, match.url_name), args=match.args, kwargs=match.kwargs)
    return ""


def _page(request: HttpRequest, language: str, steps: Sequence[str]) -> str:
    """Return the address of the page that the steps name, each in any language; a page with views knows the rest."""
    site = site_for(request)
    homes = PortalPage.objects.live().filter(locale__language_code=language, alias_of=None)
    home = homes.filter(translation_key=site.root_page.translation_key).first() if site else None
    page, left = home, list(steps)
    while page is not None and left and len(steps) <= MOST_STEPS and (below := _below(page, left[0])):
        page = below
        del left[0]
    if page is None or page is home or (left and not issubclass(page.specific_class, RoutablePageMixin)):
        return ""
    return "/".join([str(page.get_url(request)).rstrip("/"), *left, ""])


def _below(page: PortalPage, slug: str) -> PortalPage | None:
    """Return the public page below a page that has a slug itself, or a translation that has it."""
    below = PortalPage.objects.live().public().child_of(page)
    translated = PortalPage.objects.live().filter(slug=slug, depth=page.depth + 1).values("translation_key")
    found: PortalPage | None = (
        below.filter(slug=slug).first() or below.filter(translation_key__in=translated).order_by("path").first()
    )
    return found
