"""One truth for two languages: facts live on the Dutch page and are read from everywhere.

wagtail-localize copies non-text fields only when somebody synchronises; until then the English
page would show old dates and places. So rows, numbers and relations are stored on the Dutch page
only and read through `page.facts`; relations are resolved to the reader's language on the way out.
"""

from collections.abc import Collection
from functools import cached_property
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Orderable, Page, TranslatableMixin
from wagtail_localize.fields import BaseTranslatableField

from portal.core.drafts.rules import MayBeUnfinished
from portal.core.locales import language_of


class Shared(BaseTranslatableField):
    """A field that wagtail-localize neither translates nor copies: it is read through `page.facts`."""


class SharedFacts(models.Model):
    """Mixin, placed before the base model, for pages and snippets that own facts.

    The class lists its fact fields and relations in `shared_fields`; the edit form shows them only
    where they are owned.
    """

    holds_dutch = models.BooleanField(_("holds Dutch text"), default=False, editable=False)
    """Whether a translation shows text that nobody translated; `portal.core.translations.holding` keeps it right."""

    translation_key: UUID
    locale: Locale
    """What the base model says: which object this is in any language, and in which it is."""

    shared_fields: tuple[str, ...] = ()
    many_rows: tuple[str, ...] = ()
    """Rows of which there are so many that its search document asks for no more of them than it needs."""
    override_translatable_fields: list[BaseTranslatableField] = []

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Tell wagtail-localize to leave the shared fields alone."""
        super().__init_subclass__(**kwargs)
        others = [field for field in cls.override_translatable_fields if not isinstance(field, Shared)]
        cls.override_translatable_fields = [*others, *(Shared(name) for name in cls.shared_fields)]

    def copy(
        self,
        *args: Any,
        reset_translation_key: bool = True,
        exclude_fields: Collection[str] | None = None,
        **kwargs: Any,
    ) -> Any:
        """Copy the page; a copy that becomes a translation starts without the rows of the original.

        Plain shared fields are copied, because some must not be empty; nobody reads the copies.
        """
        if not reset_translation_key:
            rows = [name for name in self.shared_fields if self._meta.get_field(name).one_to_many]
            exclude_fields = [*(exclude_fields or []), *rows]
        return super().copy(  # type: ignore[misc]
            *args, reset_translation_key=reset_translation_key, exclude_fields=exclude_fields, **kwargs
        )

    @property
    def owns_facts(self) -> bool:
        """Whether this is the page on which the facts are stored: Dutch, and not an alias."""
        return language_of(self) == settings.LANGUAGE_CODE and not getattr(self, "alias_of_id", None)

    @cached_property
    def facts(self) -> Any:
        """The page that owns the facts; the page itself when no live Dutch original exists."""
        if self.owns_facts:
            return self
        key = self.translation_key
        return fact_owners(type(self)).filter(translation_key=key).first() or self

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Allow new pages below Dutch parents only; other languages are made by translating."""
        may_exist = bool(super().can_create_at(parent))  # type: ignore[misc]
        return may_exist and parent.locale.language_code == settings.LANGUAGE_CODE


class TranslatedRow(MayBeUnfinished, TranslatableMixin, Orderable):
    """A child row with text in each language and facts on the Dutch row (see `portal.core.reading.row_pairs`)."""

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True


def fact_owners(model: type[models.Model]) -> models.QuerySet[Any]:
    """Return the objects of a model on which facts are stored: Dutch and, for pages, live and no alias."""
    owners = model._default_manager.filter(locale__language_code=settings.LANGUAGE_CODE)
    return owners.filter(live=True, alias_of=None) if issubclass(model, Page) else owners


def readable(model: type[models.Model]) -> models.QuerySet[Any]:
    """Return what visitors read of a central list: an entry in another language counts once none of it is Dutch."""
    return model._default_manager.filter(holds_dutch=False)
