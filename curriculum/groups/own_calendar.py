"""A calendar that follows one person: the sessions of the group, the chosen labs, the rhythm and the holidays.

Who that is, nobody knows: the choices stand in the address of the calendar.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _

from curriculum.groups.following import comes_to
from curriculum.groups.your_week import YourWeek
from curriculum.labs.calendar_file import gone_from, session_entry
from curriculum.rhythm.models import SchoolBreak
from curriculum.rhythm.weeks import FRIDAY, SchoolYears
from portal.core.calendar_file import Entry
from portal.core.feeds import permanent_id
from portal.core.worded import PerLanguage

OWN_FILES = PerLanguage(nl="jouw-week.ics", en="your-week.ics")
"""Name of the file below the list of locations, in each language."""


def own_entries(route: YourWeek, site_url: str, request: HttpRequest, since: date) -> Iterator[Entry]:
    """Yield what somebody follows from a day on: sessions, what became of those that went away, weeks and holidays."""
    location = route.answer.location if route.answer else None
    years = route.known.years.at(location.content_key) if location is not None else route.known.years
    mine = [session for session in route.known.offer.sessions if route.following.follows(session)]
    for session in mine:
        if session.day >= since:
            yield session_entry(session, site_url, request)
    yield from _called_off(route)
    yield from _weeks(years, route.known.page_urls.weeks, site_url, request, since)
    yield from _holidays(since)


def calendar_name(route: YourWeek) -> str:
    """Return what the calendar is called: each set of answers has a name of its own."""
    answers = ", ".join(route.answer.in_words) if route.answer else ""
    labs = ", ".join(str(lab.page.title) for lab in route.labs)
    return " | ".join(filter(None, [_("Your week at the Opleidingshuis"), answers, labs]))


def _called_off(route: YourWeek) -> Iterator[Entry]:
    """Yield the sessions that somebody followed, as far as is known of them, and that are not public any more."""
    for told in gone_from(route.known.offer):
        if _was_mine(route, told.choices):
            yield told.entry(translation.get_language())


def _was_mine(route: YourWeek, told: dict[str, list[str]]) -> bool:
    """Whether a session, told as the choices of the catalogue, was of a chosen lab or of what the group follows."""
    answer, groups, places = route.answer, told.get("groep", []), told.get("locatie", [])
    if not comes_to(answer, places):
        return False
    if not route.asked_labs.isdisjoint(told["lab"]):
        return True
    if answer is None:
        return False
    if groups:
        return answer.group is not None and answer.group.facts.slug in groups
    return answer.location is not None and answer.location.content_key in places


def _weeks(
    years: SchoolYears, elements: dict[int, Any], site_url: str, request: HttpRequest, since: date
) -> Iterator[Entry]:
    """Yield the weeks of the rhythm, each as the days from Monday to Friday; another number is another entry."""
    for monday, number in sorted(years.numbers.items()):
        if monday + FRIDAY < since:
            continue
        element = elements.get(number)
        title = _("Week %(number)s") % {"number": number}
        yield Entry(
            uid=permanent_id("rhythm", monday, number),
            starts=monday,
            ends=monday + FRIDAY,
            title=f"{title}: {element.title}" if element else title,
            changed=_midnight(monday),
            url=f"{site_url}{element.get_url(request)}" if element else "",
        )


def _holidays(since: date) -> Iterator[Entry]:
    """Yield holidays and days off; on other days it is another entry."""
    breaks = SchoolBreak.objects.order_by("starts", "pk")
    found = {permanent_id("break", row.name, row.starts, row.ends): row for row in breaks}
    for uid, row in found.items():
        if row.ends >= since:
            yield Entry(uid=uid, starts=row.starts, ends=row.ends, title=row.local_name, changed=_midnight(row.starts))


def _midnight(day: date) -> datetime:
    """Return a moment that is the same each time: what has a name of its own for each change never changes."""
    return datetime.combine(day, time.min, UTC)
