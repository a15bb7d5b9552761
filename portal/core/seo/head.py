"""What the head of a document tells: title, canonical address, other languages, a picture to share, structured data."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString
from wagtail.images.shortcuts import get_rendition_or_not_found

from portal.core.content_cache import kept
from portal.core.models.media import PortalImage
from portal.core.models.pages import PortalPage
from portal.core.models.vocabularies import PartnerKind
from portal.core.navigation import Navigation
from portal.core.seo.json_ld import as_text, json_ld_for
from portal.core.site_roots import site_for
from portal.core.worded import with_country

SHARE_SIZE = "fill-1200x630|format-jpeg"
SHARE_IMAGE = "portal/images/straat.png"
"""Shown when a page is shared that has no picture of its own: the street, 1200 × 630."""


@dataclass(frozen=True, slots=True)
class Head:
    """Addresses are complete. `alternates` holds (language code, address), `x-default` last."""

    title: str = ""
    """The page and all it stands in, the nearest first; the name of the site is not among them."""
    canonical: str = ""
    alternates: list[tuple[str, str]] = field(default_factory=list)
    description: str = ""
    image: str = ""
    locale: str = ""
    structured_data: SafeString | str = ""


@dataclass(frozen=True, slots=True)
class View:
    """What a view below a page, or a page with choices in its address, is called."""

    title: str = ""
    details: Sequence[str] = ()
    """What a visitor chose, such as filters or weeks: the same page with another choice has another title."""
    summary: str = ""
    """What the view is about; by default what the page says of itself."""

    @property
    def label(self) -> str:
        """Title and choices in one line."""
        return ", ".join(str(part) for part in [self.title, *self.details] if part)


def head_for(request: HttpRequest, page: object, nav: Navigation, view: View | None = None) -> Head:
    """Return the head of a page or view; an address that leads nowhere has neither canonical nor alternates.

    `view` is set for a view below the page and for a page with choices in its address.
    """
    view = view or View()
    root = site_url(request)
    urls = {code: f"{root}{url}" for code, url in nav.alternates.items()}
    current = next((language.code for language in nav.languages if language.current), settings.LANGUAGE_CODE)
    canonical = urls.get(current, "")
    links = [(str(link.title), f"{root}{link.url}") for link in nav.crumbs]
    shown = page if isinstance(page, PortalPage) else None
    named = [*links, (str(view.title or shown.title), canonical)] if shown and links else []
    data = json_ld_for(shown, root, named) if shown else []
    return Head(
        title=_title(shown, nav, view),
        canonical=canonical,
        alternates=_alternates(urls),
        description=_description(shown, view) if shown else str(view.summary),
        image=f"{root}{_image_url(shown)}",
        locale=with_country(current, "_"),
        structured_data=as_text(data) if data else "",
    )


def site_url(request: HttpRequest) -> str:
    """Return scheme and host of the site, without a slash at the end; the request's own when no site is set up."""
    site = site_for(request)
    return str(site.root_url) if site else request.build_absolute_uri("/").rstrip("/")


def _title(page: PortalPage | None, nav: Navigation, view: View) -> str:
    """Return a title no other page of the language has, as long as siblings differ: it ends with the whole trail."""
    own = view.title or (page.head_title if page else "")
    named = ", ".join(str(part) for part in [own, *view.details] if part)
    return " | ".join([named, *(str(link.title) for link in reversed(nav.crumbs[1:]))])


def _description(page: PortalPage, view: View) -> str:
    """Return the page's own words; a view says its name before them, a page in a partner's space the partner after."""
    text = view.summary or page.search_description or page.summary
    said = ": ".join(filter(None, [view.label, text]))
    partner = page.partner if page.partner_id else None
    if not text or partner is None or partner.kind == PartnerKind.CORE or partner.name in said:
        return said
    return f"{said} ({partner.name})"


def _alternates(urls: dict[str, str]) -> list[tuple[str, str]]:
    """Return the languages of a page; a page in one language has no alternates."""
    if len(urls) < 2:
        return []
    default = urls.get(settings.LANGUAGE_CODE)
    return [*urls.items(), *([("x-default", default)] if default else [])]


def _image_url(page: PortalPage | None) -> str:
    """Return the address of the picture to share."""
    if page is not None and page.listing_image is not None and page.listing_image.consent:
        return _share_url(page.listing_image)
    return reverse(page.picture_view) if page is not None and page.picture_view else static(SHARE_IMAGE)


@kept(size=500)
def _share_url(image: PortalImage) -> str:
    return str(get_rendition_or_not_found(image, SHARE_SIZE).url)
