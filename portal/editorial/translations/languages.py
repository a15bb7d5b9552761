"""The languages in which somebody translates, and what they are called."""

from django.utils.translation import get_language_info
from wagtail.models import Locale

from portal.partners.access.policy import UserAccess


def languages_of(access: UserAccess) -> list[Locale]:
    """Return the languages, other than that of the originals, in which somebody translates."""
    found = Locale.objects.exclude(language_code=Locale.get_default().language_code).order_by("pk")
    return list(found if access.languages is None else found.filter(pk__in=access.languages))


def language_name(locale: Locale) -> str:
    """Return what a language is called in the language of the reader."""
    return str(get_language_info(locale.language_code)["name_translated"]).capitalize()
