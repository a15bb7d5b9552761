"""Which pages are no longer read where they were when some pages are deleted or taken offline."""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import Q
from wagtail.models import Page
from wagtail.query import PageQuerySet

from portal.core.models.pages import PortalPage


def branches(pages: Iterable[Page]) -> PageQuerySet:
    """Return pages with everything below them."""
    found = Q(pk=None)
    for page in pages:
        found |= Q(path__startswith=page.path)
    return Page.objects.filter(found)


def going_along(pages: Iterable[Page]) -> PageQuerySet:
    """Return pages, what stands below them, and the translations and aliases that go offline with those."""
    below = branches(pages)
    originals = below.filter(locale__language_code=settings.LANGUAGE_CODE, alias_of=None)
    keys = originals.values("translation_key")
    return Page.objects.filter(
        Q(pk__in=below.values("pk"))
        | Q(translation_key__in=keys)
        | Q(alias_of__in=below.values("pk"))
        | Q(alias_of__translation_key__in=keys)
    )


def readable() -> PageQuerySet:
    """Return the pages that every visitor can read."""
    return Page.objects.filter(pk__in=PortalPage.objects.live().public().values("pk"))


def page_above(page: Page, leaving: PageQuerySet) -> Page | None:
    """Return the nearest page above that every visitor can read and that stays."""
    above = readable().ancestor_of(page).exclude(pk__in=leaving.values("pk"))
    found: Page | None = above.order_by("-depth").first()
    return found
