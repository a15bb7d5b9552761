"""The languages in which somebody translates."""

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslationSource

from portal.partners.access.policy import UserAccess, access_of


def languages_of(access: UserAccess) -> list[Locale]:
    """Return the languages, other than that of the originals, in which somebody translates."""
    found = Locale.objects.exclude(language_code=Locale.get_default().language_code).order_by("pk")
    return list(found if access.languages is None else found.filter(pk__in=access.languages))


def name_ones_own_languages(request: HttpRequest, page: Page) -> None:
    """Let the screens of wagtail-localize name a page in one's own languages only: they list what the page tells them.

    What the page is translated from stays, whatever its language.
    """
    languages = access_of(request.user).languages
    if languages is None:
        return
    sources = TranslationSource.objects.filter(object=page.translation_key).values("locale")
    told = page.get_translations
    page.get_translations = lambda inclusive=False: told(inclusive).filter(
        Q(locale__in=languages) | Q(locale__in=sources)
    )
