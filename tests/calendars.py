"""Reads a calendar with two programs that share no code, asks that they agree, and that the rules are kept."""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

import vobject
from icalendar import Calendar


@dataclass(frozen=True)
class Read:
    """An entry as a calendar program knows it; times in UTC."""

    starts: datetime
    ends: datetime
    summary: str
    status: str


def read(response: Any) -> tuple[str, dict[str, Read]]:
    """Return the name of a calendar and its entries by identity, as both readers understand them."""
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    content = response.getvalue()
    keep_the_rules(content)
    first, second = by_icalendar(content), by_vobject(content)
    assert first == second
    return str(Calendar.from_ical(content)["x-wr-calname"]), first


def keep_the_rules(content: bytes) -> None:
    """Ask what RFC 5545 demands and neither reader minds."""
    lines = content.split(b"\r\n")
    assert lines.index(b"") == len(lines) - 1, "each line ends in CRLF"
    lines.pop()
    assert all(len(line) <= 75 for line in lines), "lines are folded"
    assert not [line for line in lines if any(byte < 32 and byte != 9 for byte in line)], "no control characters"
    calendar = Calendar.from_ical(content)
    assert calendar.subcomponents, "a calendar holds at least one component"
    assert not calendar.errors
    assert not [part for part in calendar.walk() if getattr(part, "errors", [])]
    assert calendar.to_ical() == content, "icalendar would write it so: order, escapes and folds"
    identities = [str(event["uid"]) for event in calendar.walk("VEVENT")]
    assert len(identities) == len(set(identities))
    for zone in calendar.walk("VTIMEZONE"):
        for change in zone.subcomponents:
            assert "rdate" not in change, "ical.js drops DTSTART beside RDATE"
            assert change["rrule"].to_ical() in (
                b"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
                b"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
            )


def moment(value: Any) -> datetime:
    """Return a moment in UTC; a whole day begins at midnight."""
    return value.astimezone(UTC) if isinstance(value, datetime) else datetime.combine(value, time.min, UTC)


def by_icalendar(content: bytes) -> dict[str, Read]:
    """Read with icalendar, which knows the zone by its name."""
    return {
        str(event["uid"]): Read(
            moment(event["dtstart"].dt),
            moment(event["dtend"].dt),
            str(event["summary"]),
            str(event["status"]),
        )
        for event in Calendar.from_ical(content).walk("VEVENT")
    }


def by_vobject(content: bytes) -> dict[str, Read]:
    """Read with vobject, which works out the zone from the rules in the file."""
    # Without forgetting zones it met before, it would read the file by an earlier one.
    vobject.icalendar.registerTzid("Europe/Amsterdam", None)
    calendar = vobject.readOne(content.decode())
    return {
        event.uid.value: Read(
            moment(event.dtstart.value),
            moment(event.dtend.value),
            event.summary.value,
            event.status.value,
        )
        for event in getattr(calendar, "vevent_list", [])
    }
