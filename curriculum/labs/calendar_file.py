"""Sessions of labs in a calendar, to subscribe to or to download; what became of those that went away."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.http import HttpRequest, QueryDict
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from curriculum.labs.catalogue_filters import Filters
from curriculum.labs.facets import month, periods
from curriculum.labs.offer import Offer, OfferedSession
from portal.core.calendar_file import Entry
from portal.core.models.told import CalendarEntry

MONTH = timedelta(days=31)
"""How far back a calendar goes, unless all of it is asked."""


def session_entry(session: OfferedSession, site_url: str, request: HttpRequest | None = None) -> Entry:
    """Return a session as an entry. It keeps its identity for ever, whatever changes; a cancelled one stays in."""
    lab, row = session.lab, session.row
    full = _("This session is full.") if row.is_full and not session.is_cancelled else ""
    return Entry(
        uid=str(row.uid),
        starts=row.starts,
        ends=row.ends,
        title=lab.page.title,
        changed=max(filter(None, [lab.facts.last_published_at, row.full_changed]), default=timezone.now()),
        is_cancelled=session.is_cancelled,
        url=f"{site_url}{lab.page.get_url(request)}",
        place=place_of(session),
        about="\n".join(filter(None, [row.local_reason, full, lab.page.concern, lab.page.summary])),
        categories=[lab.kind_label],
    )


def first_day(query: QueryDict, today: date) -> date:
    """Return the day from which a calendar tells: a month ago, as it holds what one plans by; all with `alles=1`."""
    return date.min if query.get("alles") == "1" else today - MONTH


def place_of(session: OfferedSession) -> str:
    """Return room and location in words."""
    return ", ".join(filter(None, [session.row.local_room, session.location.title if session.location else ""]))


def called_off(filters: Filters, lab: str, today: date) -> list[Entry]:
    """Return the sessions that were public and are not any more, as far as the filters, or one lab, held them."""
    return [
        told.entry(translation.get_language())
        for told in gone_from(filters.offer)
        if _held(told, filters, today) and (not lab or lab in told.choices["lab"])
    ]


def gone_from(offer: Offer) -> Iterator[CalendarEntry]:
    """Yield the sessions that were public and are not any more."""
    known = {str(session.row.uid) for session in offer.sessions}
    told = CalendarEntry.objects.called_off().filter(choices__has_key="lab")
    yield from (entry for entry in told if entry.uid not in known)


def _held(told: CalendarEntry, filters: Filters, today: date) -> bool:
    day = timezone.localdate(told.starts)
    now = {"staat": ["vervallen"], "periode": list(periods(day, today)), "maand": [month(day)]}
    values: dict[str, list[str]] = {**told.choices, **now}
    return all(not chosen or set(chosen) & set(values.get(name, ())) for name, chosen in filters.choice.items())


def calendar_name(filters: Filters, lab: str, told: Iterable[Entry]) -> str:
    """Return what the calendar is called: each choice of filters has a name of its own."""
    chosen = [field for field in filters.fields if field.chosen]
    parts = [f"{field.label}: {', '.join(str(option.label) for option in field.chosen)}" for field in chosen]
    if lab:
        titles = [offered.page.title for offered in filters.offer.labs if offered.key == lab]
        parts.insert(0, next(iter([*titles, *(entry.title for entry in told), lab])))
    return " | ".join([_("Labs of the Opleidingshuis"), *parts])
