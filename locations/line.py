"""The continuous line: one line from age 10 to 18 and from po to wo, with what hangs on it at each stop.

What hangs where is derived: units by their ages, programmes by their level, stories by the sectors they cross, and labs
by the stories that tell of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Locale

from curriculum.groups.models import ProgrammeVariant
from curriculum.request_context import curriculum_context, offer_of
from locations.ages import OLDEST, YOUNGEST, AgeDrawing, draw_ages
from locations.models.location import LocationPage
from locations.models.rows import LocationUnit
from news.models import StoryPage
from portal.core.models.facts import fact_owners
from portal.core.models.vocabularies import Sector
from portal.core.reading import for_reader, localized, row_texts

TO_SECONDARY = 12
"""The age at which pupils go from primary to secondary education."""
AGES = {Sector.PO: (YOUNGEST, TO_SECONDARY), Sector.VO: (TO_SECONDARY, OLDEST)}
"""The stops where the pupils of the house are, and how old they are there."""
ORDER = (Sector.PO, Sector.VO, Sector.MBO, Sector.HBO, Sector.WO)


@dataclass(frozen=True, slots=True)
class UnitAt:
    """A part of a school on the line."""

    facts: LocationUnit
    text: LocationUnit
    location: Any


@dataclass(slots=True)
class Stop:
    """A stop of the line: a sector, and what hangs there."""

    sector: Sector
    units: list[UnitAt] = field(default_factory=list)
    programmes: list[Any] = field(default_factory=list)
    stories: list[Any] = field(default_factory=list)
    labs: list[Any] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The sector in words."""
        return str(self.sector.label)

    @property
    def ages(self) -> str:
        """How old the pupils of the house are here; empty where there are no pupils."""
        if self.sector not in AGES:
            return ""
        low, high = AGES[self.sector]
        return _("%(low)s to %(high)s years") % {"low": low, "high": high}


@dataclass(frozen=True, slots=True)
class ContinuousLine:
    """Everything the page shows."""

    stops: tuple[Stop, ...]
    ages: AgeDrawing | None
    """The parts of the schools as a drawing; None while no school has told of any."""


def continuous_line(locale: Locale, request: HttpRequest | None = None) -> ContinuousLine:
    """Return the line in a language; the same number of queries whatever hangs on it.

    A request has the whole offer of labs at hand; without one, only the labs that are told of are read.
    """
    units = _units(locale)
    stops = {sector: Stop(sector) for sector in ORDER}
    for unit in units:
        for sector, (low, high) in AGES.items():
            if unit.facts.age_from < high and unit.facts.age_to > low:
                stops[sector].units.append(unit)
    for programme in localized(fact_owners(ProgrammeVariant).order_by("order", "slug"), locale):
        stops[Sector(programme.facts.level)].programmes.append(programme)
    _hang_stories(stops, locale, request)
    return ContinuousLine(tuple(stops.values()), draw_ages(_named(units)) if units else None)


def _units(locale: Locale) -> list[UnitAt]:
    """Return the parts of all schools, the youngest pupils first."""
    schools = for_reader(LocationPage.objects.active().in_street_order(), locale, "units")
    rows = [(row, school) for school in schools for row in school.facts.units.all()]
    texts = row_texts(LocationUnit, (row for row, _school in rows), locale)
    units = [UnitAt(row, texts.get(row.translation_key, row), school) for row, school in rows]
    return sorted(units, key=lambda unit: (unit.facts.age_from, unit.facts.age_to))


def _named(units: list[UnitAt]) -> Iterable[tuple[str, int, int]]:
    """Return the parts as they are drawn; with the school where more than one has parts."""
    is_one = len({unit.location.pk for unit in units}) == 1
    for unit in units:
        name = unit.text.name if is_one else f"{unit.text.name}, {unit.location.title}"
        yield name, unit.facts.age_from, unit.facts.age_to


def _hang_stories(stops: dict[Sector, Stop], locale: Locale, request: HttpRequest | None) -> None:
    """Hang each story where it begins, seen from the youngest pupils, and beside it the labs it tells of."""
    stories = for_reader(StoryPage.objects.newest_first(), locale, "labs")
    told_of = {row.lab_id for story in stories for row in story.facts.labs.all()}
    offer = curriculum_context(request).offer if request else offer_of(told_of, locale.language_code)
    labs = {lab.facts.pk: lab for lab in offer.labs}
    for story in stories:
        crossed = {Sector(story.facts.sector_from), Sector(story.facts.sector_to)}
        stop = next(stops[sector] for sector in ORDER if sector in crossed)
        stop.stories.append(story)
        told = [labs[row.lab_id] for row in story.facts.labs.all() if row.lab_id in labs]
        stop.labs += [lab for lab in told if lab not in stop.labs]
