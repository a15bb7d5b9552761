"""The pages below a standing page, by kind, each with what its kind is listed by."""

from typing import Any

from curriculum.models import RhythmElementPage
from home.models.guides import GuidePage
from news.models import EventPage, InsightPage, PlanPage
from portal.models import PortalPage
from portal.reading import for_reader

WITH_FACTS: tuple[type[PortalPage], ...] = (InsightPage, PlanPage, EventPage, RhythmElementPage)
"""Kinds that are grouped or dated by a fact of their own: kind, status, start, week."""


def listed_children(page: Any) -> dict[str, list[Any]]:
    """Return the live, public pages below a page in its language, by kind.

    Kinds are guides, insights, plans, events, elements (of the rhythm), and pages for everything else. A page
    without translation stays Dutch. Two queries, and one for each kind with facts that is there.
    """
    children = for_reader(PortalPage.objects.child_of(page.facts).order_by("path"), page.locale)
    for model in WITH_FACTS:
        _attach_facts(model, children)

    def of_kind(*models: type[PortalPage]) -> list[Any]:
        return [child for child in children if issubclass(kind_of(child), models)]

    return {
        "guides": of_kind(GuidePage),
        "insights": sorted(of_kind(InsightPage), key=lambda child: child.facts.group_order),
        "plans": sorted(of_kind(PlanPage), key=lambda child: child.facts.group_order),
        "events": sorted(of_kind(EventPage), key=lambda child: child.facts.list_order),
        "elements": of_kind(RhythmElementPage),
        "pages": [child for child in children if not issubclass(kind_of(child), (GuidePage, *WITH_FACTS))],
    }


def kind_of(child: Any) -> type[Any]:
    """Return the page type of a listed page."""
    return child.facts.specific_class or PortalPage


def _attach_facts(model: type[PortalPage], children: list[Any]) -> None:
    """Give the listed pages of a type their Dutch page of that type as facts, with one query when there are any."""
    listed = [child for child in children if kind_of(child) is model]
    if not listed:
        return
    owners = model.objects.defer_streamfields().in_bulk([child.facts.pk for child in listed])
    for child in listed:
        child.facts = owners[child.facts.pk]
