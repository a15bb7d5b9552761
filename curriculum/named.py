"""What rows of labs, groups and outcomes name, for whole lists of them: a few plain questions, whatever the length."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.conf import settings

from curriculum.groups.models import ProgrammeVariant, TrainingGroup
from portal.core.locales import language_ids, locale_of
from portal.core.models.facts import readable
from portal.core.models.pages import PortalPage

PAGE_COLUMNS = ("title", "url_path", "slug", "path", "depth", "content_key", "summary", "translation_key", "locale")
"""What lists show of the pages that rows name."""


class Named:
    """Things that rows name, by what they have in common with their translations: in the reader's language, or Dutch.

    They keep their own order.
    """

    def __init__(self, things: Iterable[Any], language: str) -> None:
        found: dict[UUID, Any] = {}
        for thing in things:
            thing.locale = locale_of(thing)
            key = thing.translation_key
            if key not in found or thing.locale.language_code == language:
                found[key] = thing
        self._found = found
        self._places = {key: place for place, key in enumerate(found)}

    def one(self, key: UUID | None) -> Any:
        """Return the thing that a row names; None when it names none, or one that is not public."""
        return self._found.get(key) if key else None

    def all(self, keys: Iterable[UUID]) -> list[Any]:
        """Return the things that rows name."""
        public = {key for key in keys if key in self._found}
        return [self._found[key] for key in sorted(public, key=lambda key: self._places[key])]


def named_pages(keys: Iterable[UUID], language: str) -> Named:
    """Return the public pages that rows name by the Dutch one."""
    pages = PortalPage.objects.live().public().filter(translation_key__in=set(keys), alias_of=None)
    return Named(pages.filter(locale__in=locales_of(language)).order_by("path").only(*PAGE_COLUMNS), language)


def named_groups(keys: Iterable[UUID], language: str) -> Named:
    """Return the training groups that rows name by the Dutch one."""
    groups = readable(TrainingGroup).filter(translation_key__in=set(keys), locale__in=locales_of(language))
    return Named(groups.order_by("order", "slug"), language)


def named_variants(keys: Iterable[UUID], language: str) -> Named:
    """Return the programme variants that rows name by the Dutch one."""
    variants = readable(ProgrammeVariant).filter(translation_key__in=set(keys), locale__in=locales_of(language))
    return Named(variants.order_by("order", "slug"), language)


def locales_of(language: str) -> list[int]:
    """Return the keys of Dutch, for the facts, and of the reader's language, for the text."""
    return [*language_ids(settings.LANGUAGE_CODE), *language_ids(language)]
