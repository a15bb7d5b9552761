"""Sessions of labs as an iCalendar file (RFC 5545), to subscribe to or to download."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from curriculum.labs.offer import OfferedSession

PRODUCT = "-//Opleidingshuis//Labs//NL"
REFRESH = timedelta(hours=12)
"""How often a subscribed calendar is asked to look again."""

YEAR = timedelta(days=366)
"""The time zone is described until the change after the last session."""


def calendar_file(sessions: Iterable[OfferedSession], name: str, site_url: str, request: Any = None) -> bytes:
    """Return the file. Each session keeps its identity for ever, whatever changes; a cancelled one stays in, marked."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    days = []
    for session in sessions:
        calendar.add_component(_event(session, site_url, request))
        days.append(session.day)
    if days:
        calendar.add_missing_timezones(first_date=min(days), last_date=max(days) + YEAR)
    return bytes(calendar.to_ical())


def _event(session: OfferedSession, site_url: str, request: Any) -> Event:
    lab, row = session.lab, session.row
    title = lab.page.title
    event = Event()
    event.add("uid", str(row.uid))
    event.add("dtstamp", lab.facts.last_published_at or timezone.now())
    event.add("dtstart", session.starts)
    event.add("dtend", session.ends)
    event.add("summary", _("Cancelled: %(title)s") % {"title": title} if session.is_cancelled else title)
    event.add("status", "CANCELLED" if session.is_cancelled else "CONFIRMED")
    event.add("categories", [lab.kind_label])
    event.add("url", f"{site_url}{lab.page.get_url(request)}")
    if where := ", ".join(filter(None, [row.local_room, session.location.title if session.location else ""])):
        event.add("location", where)
    if about := "\n".join(filter(None, [row.local_reason, lab.page.concern, lab.page.summary])):
        event.add("description", about)
    return event
