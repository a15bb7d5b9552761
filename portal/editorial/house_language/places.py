"""Where words still stand that the house does not use: pages, entries, images, documents that somebody may change."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Model
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from portal.core.house_language.checking import Finding, findings
from portal.core.house_language.finding import Finder
from portal.core.models.facts import SharedFacts
from portal.core.models.pages import PortalPage
from portal.partners.access.policy import UserAccess
from portal.partners.permissions import central_models


@dataclass(frozen=True, slots=True)
class Place:
    """One page or other object, with the words in it and the way to it."""

    name: str
    kind: str
    url: str
    is_live: bool
    page_id: int | None
    found: list[Finding]


def places_of(access: UserAccess, words: Finder | None = None) -> Iterator[Place]:
    """Yield what somebody may change and holds such words, or those of one finder; pages first."""
    finder = AdminURLFinder(access.user)
    for item in (*pages_of(access), *_others(access)):
        if getattr(item, "names_refused_words", False) or not (found := findings(item, words)):
            continue
        if url := finder.get_edit_url(item):
            is_page = isinstance(item, Page)
            kind, live = str(item._meta.verbose_name), item.live if is_page else True
            yield Place(str(item), kind, url, live, item.pk if is_page else None, found)


def pages_of(access: UserAccess) -> Iterator[Page]:
    """Yield the pages of somebody as they were last saved."""
    own = PortalPage.objects.filter(pk__in=access.own_pages().values("pk"), alias_of=None).order_by("path")
    for page in own.specific():
        yield as_last_saved(page)


def as_last_saved(page: Page) -> Page:
    """Return a page with its newest draft, or as it is when it has none."""
    is_draft = page.has_unpublished_changes and page.latest_revision_id
    return page.get_latest_revision_as_object() if is_draft else page.specific


def _others(access: UserAccess) -> Iterator[Model]:
    models = [model for model in central_models() if issubclass(model, SharedFacts)] if access.is_core else []
    listed: list[Iterable[Model]] = [model._default_manager.all() for model in models]
    for items in (*listed, access.media(get_image_model()), access.media(get_document_model())):
        yield from items
