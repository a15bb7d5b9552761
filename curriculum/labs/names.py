"""Names of what somebody may filter by while no lab has it now, such as a location without labs."""

from collections.abc import Collection, Mapping

from django.conf import settings
from django.utils.translation import get_language

from curriculum.groups.models import TrainingGroup
from portal.core.models.facts import readable
from portal.core.models.pages import PortalPage
from portal.partners.models import Partner


def page_names(keys: Collection[str]) -> Mapping[str, str]:
    """Return the titles of public locations and themes by their fixed key, in the reader's language or in Dutch."""
    languages = (settings.LANGUAGE_CODE, get_language() or settings.LANGUAGE_CODE)
    pages = PortalPage.objects.live().public().filter(content_key__in=_clean(keys), alias_of=None)
    named = pages.filter(content_type__model__in=("locationpage", "themepage"), locale__language_code__in=languages)
    rows = named.values_list("content_key", "title", "locale__language_code")
    return {key: title for key, title, code in sorted(rows, key=lambda row: row[2] == languages[1])}


def group_names(keys: Collection[str]) -> Mapping[str, str]:
    """Return the names of training groups by their key, in the reader's language or in Dutch."""
    language = get_language()
    rows = readable(TrainingGroup).filter(slug__in=_clean(keys)).values_list("slug", "name", "locale__language_code")
    return {key: name for key, name, code in sorted(rows, key=lambda row: row[2] == language)}


def partner_names(keys: Collection[str]) -> Mapping[str, str]:
    """Return the names of partners by their key."""
    return dict(Partner.objects.filter(slug__in=_clean(keys)).values_list("slug", "name"))


def _clean(keys: Collection[str]) -> list[str]:
    """Leave out what PostgreSQL cannot hold: an address may contain a null character."""
    return [key for key in keys if "\x00" not in key]
