"""Reading for a visitor: facts of the Dutch page, text in the reader's language, Dutch where there is no translation.

Three verbs: `for_reader` asks for pages, `localized` turns pages and snippets that are at hand into the reader's, and
`row_pairs` lays rows of facts beside rows of text. What rows point at comes from `targets_of` in
`portal.core.models.related`. Child rows come along by `prefetch_related`.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast

from django.conf import settings
from django.db import models
from wagtail.models import Locale, Page, TranslatableMixin

from portal.core.locales import active_locale
from portal.core.models.facts import SharedFacts, readable
from portal.core.models.pages import PortalPage
from portal.core.models.querysets import PortalPageQuerySet

T = TypeVar("T", bound=TranslatableMixin)

AT_HAND = ("_cluster_related_objects", "_prefetched_objects_cache")
"""Where modelcluster and Django keep rows of a page that differ from those in the database, or came along with it."""

SHARED = ("partner", "listing_image")
"""What a text takes over from the page of its facts when both name the same and it is at hand there."""


def for_reader(originals: PortalPageQuerySet, locale: Locale, *relations: str, limit: int | None = None) -> list[Any]:
    """Return Dutch pages in the reader's language, each with its facts, locale and partner attached.

    `originals` says which pages and in which order; only live, public ones are shown. A page without
    translation stays Dutch, so a template can mark it with `lang`. `relations` names child rows a list
    needs of the facts, such as `sectors`. Two queries and one for each relation, whatever the length of the list.
    """
    shown = originals.originals().live().public().select_related("partner", "locale", "listing_image")
    return localized(shown.prefetch_related(*relations).defer_streamfields()[:limit], locale)


def localized(objects: Iterable[T], locale: Locale | None = None, *relations: str) -> list[T]:
    """Return each object in the reader's language, with its facts attached; itself where no live translation exists.

    One query for the whole list (objects of one base model), and one for each relation whose rows hold text.
    """
    found = list(objects)
    locale = locale or active_locale()
    keys = {item.translation_key for item in found if item.locale_id != locale.pk}
    if not keys:
        return found
    read = _texts(_common_model(found), keys, locale).prefetch_related(*relations)
    texts = {text.translation_key: text for text in read}
    return [_beside(item, texts.get(item.translation_key, item), locale) for item in found]


def for_reader_at_once(
    originals: PortalPageQuerySet, locale: Locale, more: Callable[[Any], Any] = lambda pages: pages
) -> list[Any]:
    """Return Dutch pages in the reader's language with their facts, as `for_reader` does, with one query for both.

    For a short list on a page that asks for much already; the list is read whole. `more` adds to the query what pages
    bring along.
    """
    shown = originals.originals().live().public()
    in_both = models.Q(locale=locale) | models.Q(locale__language_code=settings.LANGUAGE_CODE)
    versions = originals.model._default_manager.live().public().filter(in_both, alias_of=None)
    versions = versions.filter(translation_key__in=shown.order_by().values("translation_key"))
    versions = versions.order_by(*shown.query.order_by).select_related("partner", "locale", "listing_image")
    found = list(more(versions.defer_streamfields()))
    texts = {page.translation_key: page for page in found if page.locale_id == locale.pk}
    return [_beside(page, texts.get(page.translation_key, page), locale) for page in found if page.owns_facts]


def row_pairs(page: SharedFacts, relation: str) -> list[tuple[Any, Any]]:
    """Return `(facts, text)` pairs of the child rows of a page, in the order of the Dutch page.

    `facts` is the Dutch row, `text` the row in the page's language, or the Dutch one where it is
    not translated yet. One query; rows of a preview are in memory only.
    """
    if page.facts is page:
        return [(row, row) for row in getattr(page, relation).all()]
    fact_rows, text_rows = _rows_of_both(page, relation)
    texts = {row.translation_key: row for row in text_rows}
    return [(row, texts.get(row.translation_key, row)) for row in fact_rows]


def row_texts(model: type[Any], rows: Iterable[Any], locale: Locale) -> dict[Any, Any]:
    """Return the words of Dutch rows of many pages in a language, by key: of live translations only. One query."""
    keys = [row.translation_key for row in rows]
    texts = model._default_manager.filter(translation_key__in=keys, locale=locale, page__live=True)
    return {row.translation_key: row for row in texts}


def _rows_of_both(page: SharedFacts, relation: str) -> tuple[list[Any], list[Any]]:
    """Return the rows of the Dutch page and of the page itself."""
    pages: list[Any] = [page.facts, page]
    if any(relation in getattr(each, kept, ()) or each.pk is None for each in pages for kept in AT_HAND):
        return tuple(list(getattr(each, relation).all()) for each in pages)  # type: ignore[return-value]
    key: Any = type(page)._meta.get_field(relation).remote_field
    rows = list(key.model._default_manager.filter(**{f"{key.attname}__in": [each.pk for each in pages]}))
    owner, other = ([row for row in rows if getattr(row, key.attname) == each.pk] for each in pages)
    return owner, other


def _common_model(objects: list[T]) -> type[T]:
    """Return the model to look translations up in: the class of all, or the base page for a mixed list."""
    classes = {type(item) for item in objects}
    if len(classes) == 1:
        return classes.pop()
    return cast("type[T]", PortalPage)


def _texts(model: type[Any], keys: set[Any], locale: Locale) -> models.QuerySet[Any]:
    """Return what visitors read in a language; running text of pages is loaded when it is asked for."""
    if not issubclass(model, Page):
        return readable(model).filter(translation_key__in=keys, locale=locale)
    pages: Any = model._default_manager.filter(translation_key__in=keys, locale=locale)
    texts: models.QuerySet[Any] = pages.live().public().filter(alias_of=None).defer_streamfields()
    return texts


def _beside(item: T, text: T, locale: Locale) -> T:
    """Return a text with what it shares with the object it stands for; what is at hand is not asked for again."""
    if text is item:
        return item
    text.locale, at_hand = locale, item._state.fields_cache
    if "locale" in at_hand and getattr(item, "owns_facts", False):
        text.facts = item
    for name in SHARED:
        if name in at_hand and getattr(text, f"{name}_id") == getattr(item, f"{name}_id"):
            setattr(text, name, at_hand[name])
    return text
