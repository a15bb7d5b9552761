"""Template tags of the tools on the list of locations: the route finder, and the groups of several locations."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils import timezone, translation

from curriculum.groups.questions import RouteForm
from curriculum.groups.route import Answer, groups_in
from curriculum.groups.weeks_ahead import WeekAhead
from curriculum.groups.year import YearPlan, year_of
from curriculum.groups.your_week import Choices, YourWeek
from curriculum.models import CurriculumIndexPage, TrainingGroup
from curriculum.request_context import curriculum_context
from locations.models import LocationPage
from locations.models.contacts import known_contacts
from locations.your_week import unasked
from portal.core.address_words import address
from portal.core.locales import active_locale
from portal.core.route_names import named

register = template.Library()


@register.simple_tag(takes_context=True)
def half_yearly(context: template.Context) -> list[Any]:
    """Return the pages about what happens twice a year, such as the development conversation."""
    return curriculum_context(context.get("request")).page_urls.half_yearly


@register.simple_tag
def contacts_of(location: LocationPage) -> list[tuple[str, Any]]:
    """Return whom to ask at a location, as pairs of the task in words and the contact."""
    return known_contacts(location)


@register.simple_tag(takes_context=True)
def route_questions(context: template.Context) -> RouteForm:
    """Return the questions of the route finder, unanswered: `{% route_questions as form %}`."""
    return unasked(context["page"])


@register.simple_tag
def choices_in(route: YourWeek, week: WeekAhead) -> Choices:
    """Return the labs one may choose in a week: `{% choices_in route week as choices %}`."""
    return route.choices(week)


@register.simple_tag
def groups_by_place(route: YourWeek) -> list[dict[str, Any]]:
    """Return each location where one can learn, its group for the programme and the year, and the address with it."""
    return [
        {"location": location, "group": group, "url": route.at(location)} for location, group in route.finder.by_place
    ]


@register.simple_tag(takes_context=True)
def year_plan(context: template.Context, answer: Answer) -> YearPlan | None:
    """Return the school year for an answer: `{% year_plan route.answer as year %}`."""
    known = curriculum_context(context.get("request"))
    return year_of(answer, known.years, known.offer, timezone.localdate())


@register.simple_tag(takes_context=True)
def group_url(context: template.Context, group: TrainingGroup) -> str:
    """Return the address of a training group below the curriculum page of the menu; empty without that page."""
    curriculum = context["nav"].addresses.get("curriculum", "")
    path = CurriculumIndexPage.get_resolver().reverse(named("group", translation.get_language()), group.slug)
    return f"{curriculum}{path}" if curriculum else ""


@register.simple_tag(takes_context=True)
def groups_of_each(context: template.Context, locations: Sequence[Any]) -> list[list[dict[str, Any]]]:
    """Return for each location its training groups: `group`, `url`, and whether it `meets_here`."""
    groups = groups_in(active_locale())
    return [
        [
            {
                "group": group,
                "url": group_url(context, group),
                "meets_here": location.facts.content_key in group.facts.meeting_keys,
            }
            for group in groups
            if location.facts.content_key in group.facts.location_keys
        ]
        for location in locations
    ]


@register.simple_tag(takes_context=True)
def groups_of(context: template.Context, location: LocationPage) -> list[dict[str, Any]]:
    """Return the training groups of one location, as `groups_of_each` does."""
    return groups_of_each(context, [location])[0]


@register.simple_tag(takes_context=True)
def calendar_url(context: template.Context, location: LocationPage) -> str:
    """Return the address of the calendar file with the labs of a location; empty without a catalogue."""
    urls = curriculum_context(context.get("request")).page_urls
    return urls.calendar_file(locatie=location.content_key)


@register.simple_tag(takes_context=True)
def catalogue_url(context: template.Context, location: LocationPage) -> str:
    """Return the address of the catalogue with the labs of a location; empty without a catalogue."""
    catalogue = context["nav"].addresses.get("labs", "")
    return f"{catalogue}{address([('locatie', location.content_key)])}" if catalogue else ""
