"""What stands in the space of a partner, by type, for the page of that space."""

from dataclasses import dataclass
from typing import Any

from wagtail.models import Locale

from portal.core.content_cache import kept
from portal.core.models.pages import PortalPage
from portal.core.reading import for_reader_at_once

SHOWN_APART = ("labpage", "outcomepage")
"""Types that the page of a space shows in a way of their own."""


@dataclass(frozen=True, slots=True)
class Published:
    """The pages of one type."""

    name: str
    """What the type is called, in the plural and in the reader's language."""
    key: str
    pages: tuple[Any, ...]


def published_below(space: PortalPage) -> list[Published]:
    """Return the live pages below a space by type, in the order the space allows them, the newest first.

    A page that is not translated stays Dutch.
    """
    found: dict[type[Any], list[Any]] = {model: [] for model in space.allowed_subpage_models()}
    for page in _below(space.facts, space.locale):
        found.setdefault(page.specific_class, []).append(page)
    return [
        Published(str(model._meta.verbose_name_plural), model._meta.model_name, tuple(below))
        for model, below in found.items()
        if below and model._meta.model_name not in SHOWN_APART
    ]


@kept(size=500)
def _below(space: PortalPage, locale: Locale) -> list[Any]:
    return for_reader_at_once(PortalPage.objects.child_of(space).order_by("-first_published_at", "path"), locale)
