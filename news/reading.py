"""Lists of news pages for a reader: facts from the Dutch page, text in the reader's language."""

from typing import Any

from wagtail.models import Locale

from portal.models import in_locale
from portal.models.pages import PortalPageQuerySet


def for_reader(originals: PortalPageQuerySet, locale: Locale, limit: int | None = None) -> list[Any]:
    """Return Dutch pages in the reader's language, each with its facts and its locale attached.

    `originals` says which pages and in which order; only live, public ones are shown. A page without
    translation stays Dutch, so a template can mark it with `lang`. Three queries at most, whatever
    the length of the list.
    """
    shown = originals.live().public().select_related("partner", "locale", "listing_image").defer_streamfields()
    owners = list(shown[:limit])
    texts = in_locale(owners, locale)
    for owner, text in zip(owners, texts, strict=True):
        text.facts = owner
        text.locale = locale if text.locale_id == locale.pk else owner.locale
        text.partner = owner.partner
    return texts
