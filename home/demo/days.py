"""A day at each location, and the way there: built last, as its moments lead to pages of every kind."""

from datetime import date, time
from typing import Any

from home.demo.data import read
from home.demo.site import DemoSite, set_children
from locations.models import DayStop, Journey

MADE_UP_ON = date(2026, 11, 28)
MADE_UP = "voorbeeld"
"""What stands for the source of a number that nobody looked up."""


def build_days(site: DemoSite) -> None:
    """Give the locations of which a day is written their moments, their journeys, and for whom they are."""
    for entry in read("days"):
        page = site.page("locatie", entry["location"])
        page.for_whom = site.words.text(entry, "for_whom")
        rows = [Journey(**row, source=MADE_UP, checked_on=MADE_UP_ON, is_example=True) for row in entry["journeys"]]
        set_children(page, day=[_stop(site, stop) for stop in entry["stops"]], journeys=rows)
        page.save()  # its rows get their keys here; they are translated from this page
        page.save_revision().publish()


def _stop(site: DemoSite, entry: dict[str, Any]) -> DayStop:
    target = entry.get("leads_to")
    return DayStop(
        starts=time.fromisoformat(entry["starts"]),
        title=site.words.text(entry, "title"),
        text=site.words.text(entry, "text"),
        leads_to=site.page(*target) if target else None,
        is_example=True,
        locale=site.locale,
    )
