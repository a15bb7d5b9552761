"""Lists of pages for a reader: facts from the Dutch page, text in the reader's language."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import OuterRef, Subquery
from wagtail.models import Locale

from portal.core.models.querysets import PortalPageQuerySet
from portal.core.rows import as_json, from_json, with_rows


def for_reader(originals: PortalPageQuerySet, locale: Locale, *relations: str, limit: int | None = None) -> list[Any]:
    """Return Dutch pages in the reader's language, each with its facts, locale and partner attached.

    `originals` says which pages and in which order; only live, public ones are shown. A page without
    translation stays Dutch, so a template can mark it with `lang`. `relations` names child rows a list
    needs of the facts, such as `sectors`. One query, whatever the length of the list.
    """
    shown = originals.originals().live().public().select_related("partner", "locale", "listing_image")
    if locale.language_code != settings.LANGUAGE_CODE:
        shown = shown.annotate(told=_translation(originals.model, locale))
    owners = with_rows(shown.defer_streamfields()[:limit], *relations)
    return [_told(owner, locale) for owner in owners]


def _translation(model: Any, locale: Locale) -> Subquery:
    """Return the annotation with the live page of another language."""
    pages = model.objects.live().public().filter(locale=locale, alias_of=None)
    return Subquery(pages.filter(translation_key=OuterRef("translation_key")).values(json=as_json(model))[:1])


def _told(owner: Any, locale: Locale) -> Any:
    """Return the page in the reader's language, with what it shares with the Dutch page."""
    row = getattr(owner, "told", None)
    if not row:
        return owner
    text = from_json(type(owner), row)
    text.facts, text.locale, text.partner = owner, locale, owner.partner
    if text.listing_image_id == owner.listing_image_id:
        text.listing_image = owner.listing_image
    return text


def told(items: Iterable[Any], language: str) -> list[Any]:
    """Return snippets given in Dutch and in the reader's language as the reader's, in the order of the Dutch ones.

    Each has its facts attached; what is not translated stays Dutch.
    """
    versions = list(items)
    texts = {item.translation_key: item for item in versions if item.locale.language_code == language}
    found = []
    for owner in versions:
        if owner.locale.language_code == settings.LANGUAGE_CODE:
            shown = texts.get(owner.translation_key, owner)
            shown.facts = owner
            found.append(shown)
    return found
