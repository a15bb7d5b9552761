"""The pages that navigation shows, as a process keeps them: what a link needs, and no more."""

from typing import NamedTuple
from uuid import UUID

from django.db.models import Q
from wagtail.models import Site

from portal.core.content_cache import kept
from portal.core.locales import language_ids, language_of
from portal.core.models.pages import PortalPage

HOME_DEPTH = 2
"""Depth of the home page of each language in the tree."""
SHOWN = ("title", "url_path", "path", "depth", "content_key", "show_in_menus", "is_space", "locale", "translation_key")
"""Columns of a page that its place in the navigation needs."""


class TreePage(NamedTuple):
    """What navigation shows of a page of the tree."""

    pk: int
    title: str
    url: str
    path: str
    depth: int
    content_key: str
    show_in_menus: bool
    is_space: bool
    language: str
    translation_key: UUID


def _places(which: Q, site: Site | None) -> list[TreePage]:
    """Return the public pages for which something holds, in the order of the tree."""
    pages = PortalPage.objects.live().public().filter(which, alias_of=None).order_by("path")
    return [
        TreePage(
            pk=page.pk,
            title=page.title,
            url=page.relative_url(site) or "",
            path=page.path,
            depth=page.depth,
            content_key=page.content_key,
            show_in_menus=page.show_in_menus,
            is_space=page.is_space,
            language=language_of(page),
            translation_key=page.translation_key,
        )
        for page in pages.only(*SHOWN)
    ]


@kept(size=4)
def frame(language: str, keys: tuple[str, ...], site: Site | None) -> list[TreePage]:
    """Return the pages that the frame of every page shows in a language; those with one of the keys stand anywhere."""
    mine = Q(locale_id__in=language_ids(language))
    wanted = Q(depth__lte=HOME_DEPTH + 1) | Q(content_key__in=keys) | Q(is_space=True, depth=HOME_DEPTH + 2)
    return _places(mine & wanted, site)


@kept(size=2000)
def around(path: str, translation_key: UUID, site: Site | None) -> list[TreePage]:
    """Return a page, the pages above it, and its translations."""
    return _places(Q(path__in=paths_above(path)) | Q(translation_key=translation_key), site)


def paths_above(path: str) -> list[str]:
    """Return the paths of the pages above a page and its own, the home page first."""
    step = PortalPage.steplen
    return [path[: depth * step] for depth in range(HOME_DEPTH, len(path) // step + 1)]
