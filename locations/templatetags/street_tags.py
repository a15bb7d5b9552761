"""Template tags of the living street: what is held and who receives visitors, now."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import template
from django.utils import timezone
from wagtail.models import Locale

from curriculum.request_context import curriculum_context
from locations.street import Street, street_of
from news.models import EventLocation, EventPage
from portal.core.content_cache import kept
from portal.core.reading import for_reader_at_once

register = template.Library()


@register.simple_tag(takes_context=True)
def living_street(context: template.Context, locations: Sequence[Any]) -> Street:
    """Return the street of locations as it is now: `{% living_street locations as street %}`."""
    now, today = timezone.now(), timezone.localdate()
    offer = curriculum_context(context.get("request")).offer
    held = offer.upcoming(where=lambda session: bool(session.row.starts <= now))
    days = _visiting_days(Locale.get_active())
    visits = {key: day for key, day in days if timezone.localdate(day.facts.starts) == today}
    return street_of(locations, held, visits)


@kept(size=4)
def _visiting_days(locale: Locale) -> list[tuple[UUID, EventPage]]:
    """Return the visiting days of all locations, each with what a location shares with its translations."""
    days = for_reader_at_once(EventPage.objects.filter(opens_doors=True, is_cancelled=False).order_by("starts"), locale)
    by_key = {day.facts.pk: day for day in days}
    rows = EventLocation.objects.filter(page__in=by_key).values_list("location__translation_key", "page")
    return [(key, by_key[page]) for key, page in rows]
