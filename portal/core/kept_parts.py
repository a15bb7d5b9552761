"""Parts of a page that nothing but content decides: its related rows, and pieces of its template, made once.

They are kept beside the content (`portal.core.content_cache`), so a change of anything that visitors read makes them
anew. A draft has parts of its own, each time: what it holds is in memory only.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from django.utils.translation import get_language
from wagtail.models import Site

from portal.core.content_cache import kept
from portal.core.models.pages import PortalPage
from portal.core.reading import AT_HAND
from portal.core.site_roots import site_for

T = TypeVar("T")

PAGES = 500
"""How many pages have their parts kept; those asked for last."""


def kept_part(request: Any, page: PortalPage, name: Hashable, make: Callable[[], T]) -> T:
    """Return a part of a page as it was made for the first reader of it, else what `make` gives now.

    `name` tells it from the other parts of the page, and holds all that it depends on beside content: a day, a lab that
    comes next. `make` may ask nothing else that is not content: no visitor, no clock.
    """
    if is_draft(request, page):
        return make()
    known = _parts(page, get_language(), site_for(request))
    if name not in known:
        known[name] = make()
    part: T = known[name]
    return part


def is_draft(request: Any, page: PortalPage) -> bool:
    """Whether a page is shown as an editor has it, with fields or rows that differ from those in the database."""
    return getattr(request, "is_preview", False) or any(getattr(page, rows, ()) for rows in AT_HAND)


@kept(size=PAGES)
def _parts(page: PortalPage, language: str, site: Site | None) -> dict[Hashable, Any]:
    """Return where the parts of a page are kept, for a language and a site."""
    return {}
