"""The pages below a standing page, by kind, each with the facts its kind is listed by."""

from typing import Any

from curriculum.models import RhythmElementPage
from home.models.guides import GuidePage
from news.models import EventPage, InsightPage, PlanPage
from portal.core.models.pages import PortalPage
from portal.core.reading import for_reader

WITH_FACTS: tuple[type[PortalPage], ...] = (InsightPage, PlanPage, EventPage, RhythmElementPage)
"""Kinds that are grouped or dated by a fact of their own: kind, status, start, week."""
TABLES = [str(model._meta.model_name) for model in WITH_FACTS]


def listed_children(page: PortalPage) -> dict[str, list[PortalPage]]:
    """Return the live, public pages below a page in its language, by kind.

    Kinds are guides, insights, plans, events, elements (of the rhythm), and pages for everything else. A page
    without translation stays Dutch. Two queries at most, whatever kinds there are, and one for translated plans.
    """
    if page.facts.is_leaf():
        return {}
    below = PortalPage.objects.child_of(page.facts).order_by("path")
    facts = below.select_related(*TABLES).defer(*(f"{table}__body" for table in TABLES))
    children = for_reader(facts, page.locale)
    for child in children:
        child.facts = own_facts(child.facts)

    def of_kind(*models: type[PortalPage]) -> list[Any]:
        return [child for child in children if issubclass(kind_of(child.facts), models)]

    return {
        "guides": of_kind(GuidePage),
        "insights": sorted(of_kind(InsightPage), key=lambda child: child.facts.group_order),
        "plans": with_horizons(sorted(of_kind(PlanPage), key=lambda child: child.facts.group_order)),
        "events": sorted(of_kind(EventPage), key=lambda child: child.facts.list_order),
        "elements": of_kind(RhythmElementPage),
        "pages": [child for child in children if not issubclass(kind_of(child.facts), (GuidePage, *WITH_FACTS))],
    }


def with_horizons(plans: list[Any]) -> list[Any]:
    """Return plans, each with its horizon in its own language; one query where some are translated."""
    translated = [plan.pk for plan in plans if plan.pk != plan.facts.pk]
    found = PlanPage.objects.filter(pk__in=translated).values_list("pk", "horizon") if translated else ()
    told = {plan.facts.pk: plan.facts.horizon for plan in plans} | dict(found)
    for plan in plans:
        plan.horizon = told[plan.pk]
    return plans


def kind_of(page: PortalPage) -> type[PortalPage]:
    """Return the page type of a base page."""
    return page.specific_class or PortalPage


def own_facts(base: PortalPage) -> PortalPage:
    """Return the page of its own type that was read with a base page; the base page where its kind has no facts."""
    if kind_of(base) not in WITH_FACTS:
        return base
    facts = getattr(base, str(kind_of(base)._meta.model_name))
    facts.locale, facts.partner = base.locale, base.partner
    return facts
