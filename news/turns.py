"""When pages change because an event begins or is over."""

from datetime import datetime

from news.models import EventPage
from portal.core.content_cache import kept
from portal.core.page_cache.turns import register_turns


@register_turns
@kept(size=1)
def turns_of_events() -> list[datetime]:
    """Return when public events begin and end, in order."""
    moments = EventPage.objects.live().values_list("starts", "ends")
    return sorted({moment for pair in moments for moment in pair if moment})
