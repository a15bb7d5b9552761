"""Content in spaces and catalogues."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Locale, Page

from curriculum.models import (
    CycleStart,
    GroupPlace,
    GroupVariant,
    LabGroup,
    LabLocation,
    LabPage,
    LabSession,
    LabTheme,
    OutcomeGroup,
    OutcomeLab,
    OutcomePage,
    OutcomeTheme,
    ProgrammeVariant,
    SchoolBreak,
    SchoolYear,
    ThemePage,
    TrainingGroup,
)
from home.models import GuidePage, StandardPage
from news.models import EventPage, InsightPage, NewsPage, PlanPage, StoryPage
from tests.factories.house import publish_below


def dutch() -> Locale:
    """The locale of the originals."""
    return Locale.objects.get(language_code="nl")


def make_session(on: date, start: str = "15:45", minutes: int = 90, **fields: Any) -> LabSession:
    """Make an unsaved session row in local time."""
    starts = timezone.make_aware(datetime.combine(on, time.fromisoformat(start)))
    return LabSession(starts=starts, ends=starts + timedelta(minutes=minutes), **fields)


def make_lab(space: Page, slug: str = "een-lab", **fields: Any) -> LabPage:
    """Make a live lab; `themes`, `groups`, `places` and `sessions` are lists."""
    themes, groups = fields.pop("themes", []), fields.pop("groups", [])
    places, sessions = fields.pop("places", []), fields.pop("sessions", [])
    rows = {
        "themes": [LabTheme(theme=theme) for theme in themes],
        "groups": [LabGroup(group=group) for group in groups],
        "places": [LabLocation(location=location) for location in places],
        "sessions": sessions,
    }
    defaults = {"title": slug.replace("-", " ").capitalize(), "slug": slug}
    return publish_below(space, LabPage(**{**defaults, **rows, **fields}))


def make_theme(parent: Page, slug: str = "pedagogiek", **fields: Any) -> ThemePage:
    """Make a live theme."""
    return publish_below(parent, ThemePage(**{"title": slug.capitalize(), "slug": slug, **fields}))


def make_outcome(space: Page, code: str = "HU-P1", **fields: Any) -> OutcomePage:
    """Make a live outcome; `themes`, `groups` and `labs` are lists."""
    themes, groups, labs = fields.pop("themes", []), fields.pop("groups", []), fields.pop("labs", [])
    rows = {
        "themes": [OutcomeTheme(theme=theme, locale=space.locale) for theme in themes],
        "groups": [OutcomeGroup(group=group) for group in groups],
        "labs": [OutcomeLab(lab=lab) for lab in labs],
    }
    defaults = {"title": f"Leerresultaat {code}", "slug": code.lower(), "code": code}
    return publish_below(space, OutcomePage(**{**defaults, **rows, **fields}))


def make_story(space: Page, slug: str = "een-verhaal", **fields: Any) -> StoryPage:
    """Make a live story from vo to po in which nobody can be recognised."""
    defaults = {"title": slug.replace("-", " ").capitalize(), "slug": slug, "sector_from": "vo", "sector_to": "po"}
    return publish_below(space, StoryPage(**{**defaults, "basis": "voorbeeld", "consent": "niet-nodig", **fields}))


def make_insight(parent: Page, slug: str = "een-inzicht", **fields: Any) -> InsightPage:
    """Make a live opportunity."""
    return publish_below(parent, InsightPage(**{"title": "Een inzicht", "slug": slug, "kind": "kans", **fields}))


def make_plan(parent: Page, slug: str = "een-plan", **fields: Any) -> PlanPage:
    """Make a live plan."""
    return publish_below(parent, PlanPage(**{"title": "Een plan", "slug": slug, **fields}))


def make_event(parent: Page, slug: str = "een-evenement", **fields: Any) -> EventPage:
    """Make a live event tomorrow."""
    starts = timezone.now() + timedelta(days=1)
    defaults = {"title": "Een evenement", "slug": slug, "starts": starts, "ends": starts + timedelta(hours=2)}
    return publish_below(parent, EventPage(**{**defaults, **fields}))


def make_news(space: Page, slug: str = "nieuws", **fields: Any) -> NewsPage:
    """Make a live piece of news of today."""
    return publish_below(space, NewsPage(**{"title": "Nieuws", "slug": slug, **fields}))


def make_guide(parent: Page, slug: str = "een-handreiking", **fields: Any) -> GuidePage:
    """Make a live guide with one step."""
    steps = [("step", {"title": "Begin", "text": "<p>Lees eerst alles.</p>"})]
    defaults = {"title": "Een handreiking", "slug": slug, "audience": "collega-in-opleiding", "steps": steps}
    return publish_below(parent, GuidePage(**{**defaults, **fields}))


def make_standard(parent: Page, slug: str = "een-pagina", **fields: Any) -> StandardPage:
    """Make a live standing page."""
    return publish_below(parent, StandardPage(**{"title": "Een pagina", "slug": slug, **fields}))


def make_variant(slug: str = "hbo-voltijd", **fields: Any) -> ProgrammeVariant:
    """Make a programme variant of four years."""
    years = ["jaar-1", "jaar-2", "jaar-3", "jaar-4"]
    defaults = {"slug": slug, "name": slug.replace("-", " "), "level": "hbo", "years": years, "locale": dutch()}
    return ProgrammeVariant.objects.create(**{**defaults, **fields})


def make_group(slug: str = "hbo-1", **fields: Any) -> TrainingGroup:
    """Make a training group; `variants` is a list, `places` a list of (location, meets here)."""
    variants, places = fields.pop("variants", []), fields.pop("places", [])
    defaults = {"slug": slug, "name": f"Groep {slug}", "years": ["jaar-1"], "locale": dutch()}
    rows = {
        "variants": [GroupVariant(variant=variant) for variant in variants],
        "places": [GroupPlace(location=location, meets_here=meets) for location, meets in places],
    }
    group = TrainingGroup(**{**defaults, **rows, **fields})
    group.save()
    return group


def make_school_year(**fields: Any) -> SchoolYear:
    """Make the school year 2026-2027 of region Midden with its autumn and Christmas holiday."""
    defaults = {"slug": "2026-2027", "starts": date(2026, 8, 31), "ends": date(2027, 7, 16)}
    year = SchoolYear(**{**defaults, **fields})
    year.breaks = [
        SchoolBreak(name="Herfstvakantie", starts=date(2026, 10, 17), ends=date(2026, 10, 25)),
        SchoolBreak(name="Kerstvakantie", starts=date(2026, 12, 19), ends=date(2027, 1, 3)),
    ]
    year.cycle_starts = [CycleStart(starts=date(2026, 8, 31))]
    year.save()
    return year
