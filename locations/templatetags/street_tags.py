"""Template tags of the living street: what is held and who receives visitors, now."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils import timezone
from wagtail.models import Locale

from curriculum.request_context import curriculum_context
from locations.street import Street, street_of
from locations.visits import open_doors

register = template.Library()


@register.simple_tag(takes_context=True)
def living_street(context: template.Context, locations: Sequence[Any]) -> Street:
    """Return the street of locations as it is now: `{% living_street locations as street %}`."""
    now = timezone.now()
    offer = curriculum_context(context.get("request")).offer
    held = offer.upcoming(where=lambda session: bool(session.row.starts <= now))
    return street_of(locations, held, open_doors(Locale.get_active()))
