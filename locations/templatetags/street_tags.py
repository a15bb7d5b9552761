"""Template tags of the living street: what is held and who receives visitors, now."""

from collections.abc import Sequence
from typing import Any

from django import template
from wagtail.models import Locale

from curriculum.request_context import curriculum_context
from locations.street import Street, street_now

register = template.Library()


@register.simple_tag(takes_context=True)
def living_street(context: template.Context, locations: Sequence[Any]) -> Street:
    """Return the street of locations as it is now: `{% living_street locations as street %}`."""
    return street_now(locations, curriculum_context(context.get("request")).offer, Locale.get_active())
