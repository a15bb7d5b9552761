"""Redirects from where pages were read to where visitors go now.

Whatever takes a page offline, only what was read before and is not after gets a redirect: permanent when the page is
gone, temporary when it can come back.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.apps import apps
from django.db.models import Q
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from portal.core.models.pages import PortalPage
from portal.core.worded import worded
from portal.partners.departures.leaving import branches, going_along, readable

LONGEST = 255
"""The longest address that a redirect can start from."""

Spot = tuple[int, str]
"""A site and an address on it, as redirects keep them."""


@dataclass(frozen=True, slots=True)
class Left:
    """A page as it was before: where it was read, for which chosen page it goes, what led to it already."""

    page: Page
    root: Page
    spots: list[Spot]
    leading_here: list[Redirect]


class Departure:
    """Remembers, before pages leave, where they and what goes along could be read."""

    def __init__(self, roots: Iterable[Page]) -> None:
        self.left = [left for root in roots for left in _as_they_were(root)]

    def lead_to(self, target_of: Callable[[Page], Page | None]) -> set[Page]:
        """Lead visitors of what is no longer read on to the page chosen for it; return the pages they come to."""
        after = dict(Page.objects.filter(pk__in=[left.page.pk for left in self.left]).values_list("pk", "live"))
        reached = set()
        for left in self.left:
            chosen = target_of(left.root)
            target = in_language_of(left.page, chosen) if chosen else None
            gone = left.page.pk not in after
            if target and left.page.live and not after.get(left.page.pk):
                for spot in left.spots:
                    lead(spot, target, permanent=gone)
                reached.add(target)
            if gone:
                _lead_on(left, target)
        return reached


def _as_they_were(root: Page) -> Iterator[Left]:
    pages = list(going_along([root]))
    leading: dict[int, list[Redirect]] = {page.pk: [] for page in pages}
    for redirect in Redirect.objects.filter(redirect_page__in=leading):
        leading[redirect.redirect_page_id].append(redirect)
    for page in pages:
        yield Left(page, root, spots_of(page), leading[page.pk])


def _lead_on(left: Left, target: Page | None) -> None:
    """Lead what led to a page that is gone to where its own address leads; else it is gone with the page."""
    if target is None and left.spots and (own := _standing(left.spots[0])):
        target = own.redirect_page
    for earlier in left.leading_here if target else ():
        if not Redirect.objects.filter(site=earlier.site, old_path=earlier.old_path).exists():
            earlier.pk, earlier.redirect_page, earlier.redirect_page_route_path = None, target, ""
            earlier.save(force_insert=True)


def in_language_of(page: Page, target: Page) -> Page:
    """Return the translation of a page for the visitors of another; itself when they cannot read that."""
    twin: Page | None = (
        readable().filter(translation_key=target.translation_key, locale=page.locale_id, alias_of=None).first()
    )
    return twin or target


def spot_of(page: Page, url_path: str = "") -> Spot | None:
    """Return where a page is read, or would be with another path in the tree; None outside of every site."""
    if url_path:
        page = Page.objects.get(pk=page.pk)
        page.url_path = url_path
    parts = page.get_url_parts()
    if parts is None or not parts[2]:
        return None
    site, _root, path = parts
    return site, Redirect.normalise_path(path)


def spots_of(page: Page) -> list[Spot]:
    """Return where a page is read, and its short address."""
    return [spot for spot in (spot_of(page), _short_spot(page)) if spot is not None]


def _short_spot(page: Page) -> Spot | None:
    """Return the address below a catalogue that leads to a page by its fixed key (print, QR)."""
    short = getattr(page.specific_class, "short_address", None)
    key = _fixed_key(page) if short else ""
    if not short or not key:
        return None
    model, route = short
    catalogues = apps.get_model(model).objects.filter(locale=page.locale_id, alias_of=None, live=True)
    catalogues = catalogues.select_related("locale")
    for catalogue in catalogues:
        language = catalogue.locale.language_code
        if spot := spot_of(catalogue):
            steps = catalogue.reverse_subpage(route.format(language=worded(language)), kwargs={"key": key})
            return spot[0], Redirect.normalise_path(f"{spot[1]}/{steps}")
    return None


def _fixed_key(page: Page) -> str:
    if isinstance(page, PortalPage):
        return page.content_key
    return PortalPage.objects.filter(pk=page.pk).values_list("content_key", flat=True).first() or ""


def lead(spot: Spot, target: Page, permanent: bool) -> None:
    """Lead visitors of an address to a page, whatever it led to before."""
    site, path = spot
    if len(path) <= LONGEST:
        values = {"redirect_page": target, "redirect_link": "", "redirect_page_route_path": ""}
        values |= {"is_permanent": permanent, "automatically_created": True}
        Redirect.objects.update_or_create(site_id=site, old_path=path, defaults=values)


def clear(page: Page) -> None:
    """Take away what led from the address of a page elsewhere, but for what somebody made by hand."""
    here = [Q(site_id=site, old_path=path) for site, path in spots_of(page)]
    for standing in Redirect.objects.filter(reduce(or_, here), automatically_created=True) if here else ():
        standing.delete()


def follow_offline(page: Page, path_before: str, path_after: str) -> None:
    """Keep visitors of offline pages on their way when these get another address, and lead the old one to the new.

    Wagtail leads the old address of a moved page to the page alone, also when nobody can read it there.
    """
    for below in branches([page]).filter(live=False):
        before = spot_of(below, path_before + below.url_path[len(path_after) :])
        after = spot_of(below)
        standing = _standing(before) if before else None
        if standing and after and before != after and standing.redirect_page_id not in (None, below.pk):
            lead(after, standing.redirect_page, standing.is_permanent)
            standing.redirect_page = below
            standing.is_permanent = True
            standing.save()


def _standing(spot: Spot) -> Redirect | None:
    """Return the redirect that the portal or Wagtail itself made for an address."""
    site, path = spot
    found: Redirect | None = Redirect.objects.filter(site_id=site, old_path=path, automatically_created=True).first()
    return found
