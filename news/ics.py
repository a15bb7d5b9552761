"""An event as a file for somebody's own calendar (RFC 5545)."""

from typing import Any

from django.utils import timezone
from django.utils.text import slugify
from icalendar import Calendar, Event


def event_calendar(page: Any, places: list[str], url: str) -> Calendar:
    """Return a calendar with the one event of an event page, in local time.

    `places` are names, `url` the absolute address of the page. The identity is that of the page and
    its translations, so a second download changes the entry instead of adding one.
    """
    facts = page.facts
    entry = Event()
    entry.add("uid", f"{page.translation_key}@opleidingshuis")
    entry.add("dtstamp", page.last_published_at or timezone.now())
    entry.add("dtstart", timezone.localtime(facts.starts))
    entry.add("dtend", timezone.localtime(facts.ends))
    entry.add("summary", page.title)
    entry.add("url", url)
    if page.summary:
        entry.add("description", page.summary)
    if places:
        entry.add("location", ", ".join(places))
    calendar = Calendar()
    calendar.add("prodid", f"-//Opleidingshuis//{page.locale.language_code}//")
    calendar.add("version", "2.0")
    calendar.add_component(entry)
    calendar.add_missing_timezones()
    return calendar


def file_name(page: Any) -> str:
    """Return the name under which the file is saved."""
    return f"{slugify(page.title) or page.slug}.ics"
