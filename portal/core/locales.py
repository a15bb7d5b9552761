"""The language of a page or snippet, without a question for each: a process knows them all."""

from django.conf import settings
from django.utils.translation import get_language, get_language_info
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Locale, TranslatableMixin

from portal.core.content_cache import kept


@kept(size=1)
def _locales() -> dict[int, Locale]:
    return {locale.pk: locale for locale in Locale.all_objects.all()}


def locale_of(item: TranslatableMixin) -> Locale:
    """Return the locale of a page or snippet; a process asks the database once for all of them."""
    return _locales().get(item.locale_id) or item.locale


def language_of(item: TranslatableMixin) -> str:
    """Return the language of a page or snippet without a query per item."""
    return str(locale_of(item).language_code)


def language_ids(language: str) -> list[int]:
    """Return the keys of the locales of a language: one, or none while the site has no pages in it."""
    return [key for key, locale in _locales().items() if locale.language_code == language]


def language_name(locale: Locale) -> str:
    """Return what a language is called in the language of the reader."""
    return str(get_language_info(locale.language_code)["name_translated"]).capitalize()


def active_locale() -> Locale:
    """Return the locale of the language that is active."""
    keys = language_ids(str(get_supported_content_language_variant(get_language() or settings.LANGUAGE_CODE)))
    return _locales()[keys[0]] if keys else Locale.get_active()
