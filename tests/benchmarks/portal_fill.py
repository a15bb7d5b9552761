"""Adds to the demo site what the pages are measured with: a plain page of text, and labs up to a number."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.management import call_command
from django.utils import timezone

from curriculum.models import LabGroup, LabLocation, LabPage, LabSession, LabTheme, ThemePage, TrainingGroup
from home.models import HomePage, StandardPage
from locations.models import LocationPage
from tests.benchmarks.text import BODY, INTRO, TITLE, title
from tests.factories.house import put_live

SESSIONS = 10
"""Sessions of each lab, a week apart: two are over, one is this week."""

SUMMARY = "Samen kijken, proberen en bespreken wat het met leerlingen doet."


def fill(count: int) -> None:
    """Make the site large; the labs are spread over the locations, themes and groups that the demo site has."""
    home = HomePage.objects.get(locale__language_code="nl")
    put_live(home, StandardPage(title=TITLE, slug="text", summary=INTRO[3:-4], body=[("paragraph", BODY)]))
    places = list(LocationPage.objects.originals().live().order_by("path"))
    themes = list(ThemePage.objects.originals().live().order_by("path"))
    groups = list(TrainingGroup.objects.filter(locale__language_code="nl"))
    for number in range(count - LabPage.objects.originals().live().count()):
        place = places[number % len(places)]
        rows: dict[str, Any] = {
            "themes": [LabTheme(theme=themes[number % len(themes)])],
            "groups": [LabGroup(group=group) for group in groups[number % 3 :: 3]],
            "places": [LabLocation(location=place)],
            "sessions": [_session(number, week, place) for week in range(-2, SESSIONS - 2)],
        }
        place.refresh_from_db()
        put_live(place, LabPage(title=title(number), slug=f"lab-{number}", summary=SUMMARY, **rows))


def _session(number: int, week: int, place: Any) -> LabSession:
    day = date.today() + timedelta(weeks=week, days=number % 5)
    starts = timezone.make_aware(datetime.combine(day, time(9 + number % 7, 30)))
    return LabSession(starts=starts, ends=starts + timedelta(minutes=90), location=place, room="Aula")


def index() -> None:
    """Fill both indices: that of editors, and that of visitors."""
    call_command("update_index", verbosity=0)
    call_command("search_rebuild")
