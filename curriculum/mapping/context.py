"""What the pages of curriculum, themes, outcomes and groups show, from what a request has read."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.http import QueryDict
from django.utils import timezone
from wagtail.models import Locale

from curriculum.groups.listing import ListedGroup
from curriculum.labs.rows import LabSession
from curriculum.mapping.choice import INSTITUTE, CurriculumChoice, chosen_institute, group_facet
from curriculum.mapping.gaps import Gaps
from curriculum.mapping.matrix import matrix, themes_without_outcome
from curriculum.mapping.outcomes import ListedOutcome, by_institute, listed_from_rows
from curriculum.mapping.side_by_side import about_theme, in_front
from curriculum.request_context import CurriculumContext
from portal.core.address_words import address
from portal.core.content_cache import kept
from portal.core.facets import FacetedList
from portal.core.models.vocabularies import PartnerKind
from portal.core.reading import for_reader_at_once
from portal.partners.models import Partner

if TYPE_CHECKING:
    from curriculum.models.outcome import OutcomePage
    from curriculum.models.theme import ThemePage


TRAINING_KINDS = (PartnerKind.INSTITUTE, PartnerKind.MBO, PartnerKind.PABO)
"""Partners that train people, and so may ask something of a theme."""


def table_context(themes: Sequence[Any], known: CurriculumContext, query: QueryDict) -> dict[str, Any]:
    """Return the table of themes and of institutes that have outcomes, for the institute and group of the address.

    The institute that was chosen comes first. Of partners that train people and have no outcomes the names are told.
    """
    choice = CurriculumChoice(known, query)
    outcomes = FacetedList(known.outcomes, [group_facet(known.groups)], query).found
    return {
        "matrix": matrix(themes, in_front(choice.institutes, choice.institute), outcomes, choice.fits_group()),
        "without_outcomes": sorted(_trainers() - {*choice.institutes}, key=lambda partner: partner.name),
        "choice": choice,
        "theme_query": f"?{INSTITUTE}={choice.institute.slug}" if choice.institute else "",
        **_gap_line(choice.gaps, known, choice.outcomes.query()),
    }


def missing_context(
    themes: Sequence[Any], known: CurriculumContext, query: QueryDict, locale: Locale
) -> dict[str, Any]:
    """Return the gaps of the institute and the group that the address asks for, and the form that asks for them."""
    choice = CurriculumChoice(known, query)
    shown = {found.facts.translation_key: found for found in known.outcomes}
    undated = choice.gaps.outcomes_without_date.values_list("translation_key", "has_lab")
    found = [(shown[key], has_lab) for key, has_lab in undated if key in shown]
    institutes = [choice.institute] if choice.institute else choice.institutes
    return {
        "choice": choice,
        "without_lab": [outcome for outcome, has_lab in found if not has_lab],
        "without_date": [outcome for outcome, has_lab in found if has_lab],
        "without_outcome": for_reader_at_once(choice.gaps.labs, locale),
        "without_theme": themes_without_outcome(themes, institutes, choice.outcomes.found),
    }


def _gap_line(gaps: Gaps, known: CurriculumContext, query: str) -> dict[str, Any]:
    """Return the numbers of the one line that says what is missing, and where it is told at length."""
    missing = known.page_urls.view("missing")
    without_lab, without_outcome = _gap_numbers(gaps, bisect_right(_ends_of_sessions(), timezone.now()))
    return {
        "without_lab": without_lab,
        "without_outcome": without_outcome,
        "missing_url": f"{missing}{query}" if missing else "",
    }


@kept(size=200)
def _gap_numbers(gaps: Gaps, ended: int) -> tuple[int, int]:
    """Return how many outcomes and labs have no link, as long as no other session ends than those that `ended`."""
    return gaps.outcomes.count(), gaps.labs.count()


@kept(size=1)
def _ends_of_sessions() -> list[datetime]:
    """Return when sessions end, in order."""
    return sorted(LabSession.objects.values_list("ends", flat=True))


@kept(size=1)
def _trainers() -> frozenset[Partner]:
    """Return the partners that train people."""
    return frozenset(Partner.objects.active().filter(kind__in=TRAINING_KINDS))


def outcomes_context(known: CurriculumContext) -> dict[str, Any]:
    """Return the outcomes under the institute that decides."""
    return {"institutes": by_institute(known.outcomes)}


def group_context(group: ListedGroup, known: CurriculumContext) -> dict[str, Any]:
    """Return a training group with its labs, its next sessions and its outcomes."""
    key = group.facts.translation_key

    def is_for(having: list[Any]) -> bool:
        return any(found.translation_key == key for found in having)

    return {
        "listed": group,
        "group_file_url": known.page_urls.calendar_file(groep=group.facts.slug),
        "group_labs_url": known.page_urls.labs_where(groep=group.facts.slug),
        "labs": known.offer.labs_where(lambda lab: is_for(lab.groups)),
        "institutes": by_institute(known.outcomes, lambda outcome: is_for(outcome.groups)),
    }


def theme_context(page: "ThemePage", known: CurriculumContext, query: QueryDict) -> dict[str, Any]:
    """Return what institutes ask about a theme, the labs about it, where one can see it, and what is missing."""
    labs = known.offer.labs_where(
        lambda lab: any(theme.translation_key == page.translation_key for theme in lab.themes)
    )
    institute = chosen_institute([found.partner for found in by_institute(known.outcomes)], query)
    chosen = address([(INSTITUTE, institute.slug)]) if institute else ""
    places = {place.translation_key: place for lab in labs for place in lab.places}
    return {
        "labs": labs,
        "sides": about_theme(page, known.outcomes, known.offer, institute),
        "places": list(places.values()),
        "curriculum_url": f"{known.page_urls.curriculum}{chosen}" if known.page_urls.curriculum else "",
        "institute": institute,
        **_gap_line(Gaps(institute, theme=page.translation_key), known, chosen),
    }


def outcome_context(page: "OutcomePage", known: CurriculumContext, is_preview: bool) -> dict[str, Any]:
    """Return an outcome with its labs, and what other institutes ask about the same themes."""
    public = next((found for found in known.outcomes if found.facts.translation_key == page.translation_key), None)
    listed = listed_from_rows(page) if is_preview or public is None else public
    page.facts = listed.facts
    return {
        "labs": known.offer.of_all(listed.labs),
        "ways": [(theme, listed.ways.get(str(theme.translation_key), "")) for theme in listed.themes],
        "groups": [(group, known.page_urls.group(group)) for group in listed.groups],
        "others": by_institute(known.outcomes, lambda other: _beside(listed, other)),
    }


def _beside(outcome: ListedOutcome, other: ListedOutcome) -> bool:
    """Whether another institute asks this about one of the same themes."""
    return other.partner != outcome.partner and any(other.about(theme) for theme in outcome.themes)
