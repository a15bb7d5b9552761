"""Reading for a visitor: facts of the Dutch page, text in the reader's language, Dutch where there is no translation.

Three verbs: `for_reader` asks for pages, `localized` turns pages and snippets that are at hand into the reader's, and
`row_pairs` lays rows of facts beside rows of text. What rows point at comes from `targets_of` in
`portal.core.models.related`. Child rows come along by `prefetch_related`.
"""

from collections.abc import Iterable
from typing import Any, TypeVar, cast

from django.db import models
from wagtail.models import Locale, Page, TranslatableMixin

from portal.core.locales import active_locale
from portal.core.models.facts import SharedFacts, readable
from portal.core.models.pages import PortalPage
from portal.core.models.querysets import PortalPageQuerySet

T = TypeVar("T", bound=TranslatableMixin)

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


def row_pairs(page: SharedFacts, relation: str) -> list[tuple[Any, Any]]:
    """Return `(facts, text)` pairs of the child rows of a page, in the order of the Dutch page.

    `facts` is the Dutch row, `text` the row in the page's language, or the Dutch one where it is
    not translated yet.
    """
    fact_rows = list(getattr(page.facts, relation).all())
    if page.facts is page:
        return [(row, row) for row in fact_rows]
    texts = {row.translation_key: row for row in getattr(page, relation).all()}
    return [(row, texts.get(row.translation_key, row)) for row in fact_rows]


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
