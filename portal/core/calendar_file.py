"""The one writer of iCalendar files (RFC 5545), for everything in the house that has a date."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import chain, islice

from django.conf import settings
from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from portal.core.printable import one_line, printable

CONTENT_TYPE = "text/calendar; charset=utf-8"
END = b"END:VCALENDAR\r\n"
AT_ONCE = 100
"""Entries in one part of a file that is sent in parts."""
LINES = 20_000
"""Lines that a process remembers, the ones used last: those of some 10,000 sessions, in a few megabytes."""
REFRESH = timedelta(hours=12)
"""How often a subscribed calendar is asked to look again."""
REFRESH_TEXT = "PT12H"
"""The same for programs that know only the older word of Outlook."""
COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)
"""From when the seconds are counted that number the changes of an entry: programs read 32 bits, enough until 2088."""
WINTER, SUMMER = timedelta(hours=1), timedelta(hours=2)
"""How far Amsterdam is ahead of UTC."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something with a date, in the reader's language; `uid` names it for ever, `changed` is when it last changed.

    What lasts whole days has a first and a last day instead of moments; it leaves the time of its reader free.
    """

    uid: str
    starts: date
    ends: date
    title: str
    changed: datetime
    is_cancelled: bool = False
    url: str = ""
    place: str = ""
    about: str = ""
    categories: list[str] = field(default_factory=list)


def calendar_parts(entries: Iterable[Entry], name: str) -> Iterator[bytes]:
    """Return the file in parts, in the language that is active now: the entries are made as the parts are sent.

    `name` is what a calendar program calls it; a file without entries is valid too.
    """
    language = get_language() or settings.LANGUAGE_CODE
    calendar = Calendar()
    calendar.add("prodid", f"-//Opleidingshuis//Portal//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", one_line(name))
    calendar.add("x-wr-calname", one_line(name))
    calendar.add("x-wr-timezone", settings.TIME_ZONE)
    calendar.add("x-published-ttl", REFRESH_TEXT)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add_component(_zone())
    start = bytes(calendar.to_ical()).removesuffix(END)
    return chain([start], _batches(entries, language), [END])


def _batches(entries: Iterable[Entry], language: str) -> Iterator[bytes]:
    left = iter(entries)
    while True:
        with override(language):
            batch = b"".join(_event(entry) for entry in islice(left, AT_ONCE))
        if not batch:
            return
        yield batch


class CalendarResponse(StreamingHttpResponse):
    """A calendar that is sent in parts."""

    as_of = ""
    """What else is in it than content, address and day: the state of things that begin and end within a day."""


def calendar_response(entries: Iterable[Entry], name: str, file_name: str, *, to_keep: bool = True) -> CalendarResponse:
    """Return the file as an answer; `to_keep` asks a browser to save it under its name instead of opening it."""
    disposition = f'{"attachment" if to_keep else "inline"}; filename="{file_name}"'
    parts = calendar_parts(entries, name)
    return CalendarResponse(parts, content_type=CONTENT_TYPE, headers={"Content-Disposition": disposition})


def _zone() -> Timezone:
    """Return the zone by the rule of the European Union (2000/84/EC): the last Sundays of March and October.

    Never as a list of dates: programs built on ical.js skip the first date of such a list, and were an hour off.
    """
    zone = Timezone()
    zone.add("tzid", settings.TIME_ZONE)
    changes = [
        (TimezoneDaylight, "CEST", datetime(1996, 3, 31, 2), 3, WINTER, SUMMER),
        (TimezoneStandard, "CET", datetime(1996, 10, 27, 3), 10, SUMMER, WINTER),
    ]
    for kind, name, first, month, before, after in changes:
        change = kind()
        change.add("dtstart", first)
        change.add("tzoffsetfrom", before)
        change.add("tzoffsetto", after)
        change.add("tzname", name)
        change.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        zone.add_component(change)
    return zone


def _event(entry: Entry) -> bytes:
    """Return an entry as the component VEVENT, with its properties in the order of `Event.to_ical`."""
    title = one_line(entry.title)
    changed = entry.changed.astimezone(UTC)
    return b"".join(
        [
            b"BEGIN:VEVENT\r\n",
            _line("summary", _("Cancelled: %(title)s") % {"title": title} if entry.is_cancelled else title),
            _line("dtstart", _moment(entry.starts)),
            _line("dtend", _moment(entry.ends, timedelta(days=1))),
            _line("dtstamp", changed),
            _line("uid", entry.uid),
            _line("sequence", _sequence(changed)),
            _if_any("categories", tuple(map(one_line, entry.categories))),
            _if_any("description", printable(entry.about).strip()),
            _line("last-modified", changed),
            _if_any("location", one_line(entry.place)),
            _line("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED"),
            _if_any("transp", "" if isinstance(entry.starts, datetime) else "TRANSPARENT"),
            _if_any("url", entry.url),
            b"END:VEVENT\r\n",
        ]
    )


def _sequence(changed: datetime) -> int:
    """Return a number that is higher after each change: a program that has an entry takes the higher one."""
    return max(int((changed - COUNTED_FROM).total_seconds()), 0)


def _moment(value: date, after: timedelta = timedelta()) -> date:
    """Return a moment in local time, or a day; `after` a day, since whole days end on the first that is free again."""
    return timezone.localtime(value) if isinstance(value, datetime) else value + after


def _if_any(name: str, value: str | tuple[str, ...]) -> bytes:
    return _line(name, value) if value else b""


@lru_cache(maxsize=LINES)
def _line(name: str, value: str | int | date | tuple[str, ...]) -> bytes:
    """Return one property, escaped and folded; the sessions of a lab share nearly all of theirs."""
    event = Event()
    event.add(name, list(value) if isinstance(value, tuple) else value)
    ((written, found),) = event.items()
    line: bytes = event.content_line(written, found).to_ical()
    return line + b"\r\n"
