"""What points at pages: other pages and central lists, as far as somebody may know of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.text import capfirst
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, ReferenceIndex
from wagtail.query import PageQuerySet

from portal.core.models.users import AnyUser
from portal.partners.access.policy import UserAccess, access_of
from portal.partners.access.references import is_content
from portal.partners.departures.leaving import branches, going_along, readable

SHOWN = 25
"""How many are named; a location can be named by hundreds."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something that points at a page: its name, where to change or read it, and what it is."""

    title: str
    url: str
    kind: str
    changes: bool
    """Whether the address is a screen in which this person can change it."""


@dataclass(frozen=True, slots=True)
class Pointing:
    """The first of what points at pages, and how many more there are: to be seen, and of others."""

    sources: list[Source] = field(default_factory=list)
    more: int = 0
    hidden: int = 0

    def __bool__(self) -> bool:
        return bool(self.sources or self.hidden)


def pointing_at(pages: Iterable[Page], user: AnyUser) -> tuple[Pointing, Pointing]:
    """Return what points at pages or at their translations, and what points only at something below them.

    What goes along is left out: its links go too.
    """
    pages = list(pages)
    along = going_along(pages)
    tops = along.filter(translation_key__in=[page.translation_key for page in pages])
    here = _references(tops, along)
    below = _references(branches(pages) | along, along) - here
    access = access_of(user)
    return _named(here, access), _named(below, access)


def named(pages: Iterable[int], user: AnyUser) -> Pointing:
    """Return pages by name, given by their keys, as far as somebody may know of them."""
    kind = ContentType.objects.get_for_model(Page).pk
    return _named({(kind, str(key)) for key in pages}, access_of(user))


Key = tuple[int, str]


def _references(targets: PageQuerySet, along: PageQuerySet) -> set[Key]:
    """Return the pages and entries of central lists that point at these pages, by type and key."""
    rows = ReferenceIndex.get_references_to_in_bulk(targets).values_list("base_content_type", "object_id")
    pages, going = ContentType.objects.get_for_model(Page).pk, {str(key) for key in along.values_list("pk", flat=True)}
    return {
        (kind, key)
        for kind, key in rows.distinct()
        if is_content(ContentType.objects.get_for_id(kind).model_class()) and not (kind == pages and key in going)
    }


def _named(found: set[Key], access: UserAccess) -> Pointing:
    """Return what was found by name; of what somebody may not know of only how many there are."""
    sources, hidden = [], 0
    for kind in sorted({kind for kind, _key in found}):
        model = ContentType.objects.get_for_id(kind).model_class()
        assert model is not None
        keys = [key for each, key in found if each == kind]
        things: models.QuerySet[Any] = models.QuerySet(model).filter(pk__in=keys)
        known = _pages(things, access) if issubclass(model, Page) else _entries(model, things, access)
        sources += known
        hidden += len(things) - len(known)
    sources.sort(key=lambda source: (source.title.casefold(), source.url))
    return Pointing(sources[:SHOWN], len(sources[SHOWN:]), hidden)


def _pages(pages: Iterable[Page], access: UserAccess) -> list[Source]:
    """Return the pages that somebody may know of; of another's page only the published title."""
    public = set(readable().filter(pk__in=[page.pk for page in pages]).values_list("pk", flat=True))
    return [_page(page, access) for page in pages if page.pk in public or access.touches(page)]


def _page(page: Page, access: UserAccess) -> Source:
    kind = capfirst(str(page.page_type_display_name))
    edit = AdminURLFinder(access.user).get_edit_url(page)
    if edit and page.permissions_for_user(access.user).can_edit():
        return Source(page.get_admin_display_title(), edit, kind, True)
    return Source(page.title, page.get_url() or "", kind, False)


def _entries(model: type[models.Model], entries: Iterable[models.Model], access: UserAccess) -> list[Source]:
    """Return entries of a central list; a list of what belongs to partners is the core team's."""
    if not access.is_core and any(column.name == "partner" for column in model._meta.get_fields()):
        return []
    kind, finder = capfirst(str(model._meta.verbose_name)), AdminURLFinder(access.user)
    found = [(str(entry), finder.get_edit_url(entry)) for entry in entries]
    return [Source(name, edit or "", kind, bool(edit)) for name, edit in found]
