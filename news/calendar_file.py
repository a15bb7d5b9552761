"""An event in somebody's own calendar."""

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.text import slugify

from portal.core.calendar_file import Entry

if TYPE_CHECKING:
    from news.models.event import EventPage


def event_entry(page: "EventPage", url: str) -> Entry:
    """Return an event page as an entry; `url` is the absolute address of the page.

    The identity is that of the page and its translations, so a second download changes the entry instead of
    adding one.
    """
    facts = page.facts
    return Entry(
        uid=uid_of(page),
        starts=facts.starts,
        ends=facts.ends,
        title=page.title,
        changed=max(filter(None, [page.last_published_at, facts.last_published_at]), default=timezone.now()),
        is_cancelled=facts.is_cancelled,
        url=url,
        place=", ".join(page.place_names()),
        about="\n".join(filter(None, [page.shown_reason, page.summary])),
    )


def uid_of(page: "EventPage") -> str:
    """Return the identity of an event in calendars."""
    return f"{page.translation_key}@opleidingshuis"


def file_name(title: str) -> str:
    """Return the name under which the file is saved."""
    return f"{slugify(title) or 'event'}.ics"
