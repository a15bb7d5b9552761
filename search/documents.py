"""The flat search document: what every page or snippet with an address tells search about itself."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from typing import Any, Protocol

from django.apps import apps
from django.conf import settings
from django.db.models import Model
from wagtail.blocks import StreamValue
from wagtail.models import Page

from portal.core.models.pages import PortalPage
from portal.core.routes import View
from search.words_shown import shown_text

Identity = tuple[str, int]
"""(object type, object id): the same object in the index, the outbox and the table of documents."""
PAGE = "wagtailcore.page"
"""The object type of every page: signals about pages often know no more than that it is one."""
PART = "#"
"""Before the name of a view below a page in the object type of its document, as in `wagtailcore.page#compare`."""


def owner(identity: Identity) -> Identity:
    """Return the object that a document is of: changes are noted of pages, which answer for the views below them."""
    return identity[0].partition(PART)[0], identity[1]


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One thing a visitor can find, in one language. Keys are stable and equal in both languages."""

    object_type: str
    """`PAGE`, `PAGE` with the name of a view below it, or `app_label.model` of the snippet behind the document."""
    object_id: int
    kind: str
    """Slug of a content kind: lab, locatie, partner, thema, leerresultaat, verhaal, …"""
    key: str
    language: str
    title: str
    url: str
    """Path without host, as the reader will open it."""
    aliases: tuple[str, ...] = ()
    """Other names of the thing itself: an abbreviation, a short name. Searching one finds it as its title does."""
    phrases: tuple[str, ...] = ()
    """How people search for it, in words that its text does not hold. Shown nowhere."""
    summary: str = ""
    headings: tuple[str, ...] = ()
    body: str = ""
    related: tuple[str, ...] = ()
    """Names of related things, so that a page is found by everything it shows."""
    sectors: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    moments: tuple[datetime, ...] = ()
    """When it is held: the start of each session or event that is not cancelled, in order."""
    changed_on: date | None = None
    is_example: bool = False
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def identity(self) -> Identity:
        """How the index and the table of documents name it."""
        return self.object_type, self.object_id

    def with_fields(self, **changes: Any) -> "SearchDocument":
        """Return a copy with some fields replaced."""
        return replace(self, **changes)


class Searchable(Protocol):
    """A page or snippet that visitors can find; one that opted out has no document."""

    holds_dutch: bool
    phrases: tuple[str, ...]
    search_document: Callable[[], SearchDocument | None] | None


def page_document(page: PortalPage, kind: str, **fields: Any) -> SearchDocument:
    """Return the document of a page: the fields every page has, completed by the page type's own."""
    common: dict[str, Any] = {
        "object_type": PAGE,
        "object_id": page.pk,
        "kind": kind,
        "key": page.content_key,
        "language": page.locale.language_code,
        "title": page.title,
        "url": page.get_url() or "",
        "summary": page.summary,
        "sectors": tuple(page.sector_codes),
        "partners": (page.partner.slug,) if page.partner else (),
        "changed_on": page.last_published_at.date() if page.last_published_at else None,
        "is_example": page.is_example,
    }
    document = SearchDocument(**{**common, **fields})
    return document.with_fields(aliases=tuple(name for name in document.aliases if name and name != page.title))


def view_document(page: Any, view: View, **fields: Any) -> SearchDocument:
    """Return the document of a view below a page; its key is the end of its Dutch address."""
    own, address = view.end(page, page.locale.language_code), page.get_url()
    common: dict[str, Any] = {
        "object_type": f"{PAGE}{PART}{view.name}",
        "key": view.end(page, settings.LANGUAGE_CODE).strip("/"),
        "title": str(view.title),
        "url": f"{address}{own}" if address else "",
        "summary": str(view.lead),
    }
    return page_document(page, "pagina", **{**common, **fields})


def stream_text(value: StreamValue) -> str:
    """Return the words a StreamField value shows: figures, terms and pages chosen in it too, as visitors read them."""
    return shown_text(value.stream_block, value)


@cache
def document_models() -> tuple[type[Model], ...]:
    """Return the models beside pages whose objects have an address: every one that declares `search_document()`."""
    found = (model for model in apps.get_models() if not issubclass(model, Page))
    return tuple(model for model in found if callable(getattr(model, "search_document", None)))


LABELS: dict[str, Callable[[str], dict[str, str]]] = {}


def register_labels(facet: str, labels: Callable[[str], dict[str, str]]) -> None:
    """Name the values of a facet that no document is the page of: language → value → label, in one query."""
    LABELS[facet] = labels
