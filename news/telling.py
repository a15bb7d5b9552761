"""What calendars are told of an event when its page is gone."""

from uuid import UUID

from news.calendar_file import uid_of
from news.models import EventPage
from portal.core.models.told import Told


def told_by_event(key: UUID) -> list[Told]:
    """Return the public event with this translation key as calendars know it; nothing when it is not public."""
    pages = list(EventPage.objects.live().public().filter(translation_key=key, alias_of=None).select_related("locale"))
    owner = next((page for page in pages if page.owns_facts), None)
    if owner is None:
        return []
    words = {
        page.locale.language_code: {
            "title": page.title,
            "place": ", ".join(page.place_names()),
            "path": page.get_url() or "",
        }
        for page in pages
    }
    return [Told(uid_of(owner), owner.starts, owner.ends, words, {"event": [owner.content_key]})]
