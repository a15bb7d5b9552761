"""Visiting days: behind which doors somebody can look around now."""

from uuid import UUID

from django.utils import timezone
from wagtail.models import Locale

from news.models import EventLocation, EventPage
from portal.core.content_cache import kept
from portal.core.reading import for_reader_at_once


def open_doors(locale: Locale) -> dict[UUID, EventPage]:
    """Return the visiting day of today or that still goes on, by what a location shares with its translations.

    Of two at one location the first; when that is over, the next.
    """
    today = timezone.localdate()
    found: dict[UUID, EventPage] = {}
    for key, day in _visiting_days(locale):
        if timezone.localdate(day.facts.starts) <= today and not day.is_over:
            found.setdefault(key, day)
    return found


@kept(size=4)
def _visiting_days(locale: Locale) -> list[tuple[UUID, EventPage]]:
    """Return the visiting days of all locations, the first one in front."""
    days = for_reader_at_once(EventPage.objects.filter(opens_doors=True, is_cancelled=False).order_by("starts"), locale)
    by_key = {day.facts.pk: day for day in days}
    rows = EventLocation.objects.filter(page__in=by_key).order_by("page__starts")
    return [(key, by_key[page]) for key, page in rows.values_list("location__translation_key", "page")]
