"""What the head of a document tells: canonical address, other languages, a picture to share, structured data."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.safestring import SafeString
from wagtail.images.shortcuts import get_rendition_or_not_found
from wagtail.models import Site

from portal.navigation import Navigation
from portal.seo.json_ld import as_text, json_ld_for

SHARE_SIZE = "fill-1200x630|format-jpeg"
SHARE_IMAGE = "portal/images/straat.png"
"""Shown when a page is shared that has no picture of its own: the street, 1200 × 630."""


@dataclass(frozen=True, slots=True)
class Head:
    """Addresses are complete. `alternates` holds (language code, address), `x-default` last."""

    canonical: str = ""
    alternates: list[tuple[str, str]] = field(default_factory=list)
    description: str = ""
    image: str = ""
    structured_data: SafeString | str = ""


def head_for(request: HttpRequest, page: Any, nav: Navigation, title: str = "") -> Head:
    """Return the head of a page or view; an address that leads nowhere has neither canonical nor alternates.

    `title` is what a view below the page is called.
    """
    root = site_url(request)
    urls = {code: f"{root}{url}" for code, url in nav.alternates.items()}
    current = next((language.code for language in nav.languages if language.current), settings.LANGUAGE_CODE)
    canonical = urls.get(current, "")
    links = [(str(link.title), f"{root}{link.url}") for link in nav.crumbs]
    is_page = hasattr(page, "translation_key")
    data = json_ld_for(page, root, [*links, (str(title or page.title), canonical)] if links else []) if is_page else []
    return Head(
        canonical=canonical,
        alternates=_alternates(urls),
        description=(page.search_description or page.summary) if is_page else "",
        image=f"{root}{_image_url(page if is_page else None)}",
        structured_data=as_text(data) if data else "",
    )


def site_url(request: HttpRequest) -> str:
    """Return scheme and host of the site, without a slash at the end; the request's own when no site is set up."""
    site = Site.find_for_request(request)
    return str(site.root_url) if site else request.build_absolute_uri("/").rstrip("/")


def _alternates(urls: dict[str, str]) -> list[tuple[str, str]]:
    """Return the languages of a page; a page in one language has no alternates."""
    if len(urls) < 2:
        return []
    default = urls.get(settings.LANGUAGE_CODE)
    return [*urls.items(), *([("x-default", default)] if default else [])]


def _image_url(page: Any) -> str:
    """Return the address of the picture to share."""
    image = page.listing_image if page is not None and page.listing_image_id else None
    return str(get_rendition_or_not_found(image, SHARE_SIZE).url) if image else static(SHARE_IMAGE)
