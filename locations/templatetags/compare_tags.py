"""Template tags of the comparison: its rows, for which several floors are asked."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import template

from curriculum.templatetags.curriculum_tags import lab_days_at, labs_at
from locations.columns import rows_of
from locations.comparison import Rows, sort_rows
from locations.templatetags.route_tags import groups_of_each
from news.models import StoryPage
from portal.core.content_cache import kept

register = template.Library()


@register.simple_tag(takes_context=True)
def comparison_rows(context: template.Context, locations: Sequence[Any]) -> Rows:
    """Return the rows in which locations differ and those in which they are the same."""
    stories = _story_numbers()
    known: dict[str, Sequence[Any]] = {
        "groups": groups_of_each(context, locations),
        "days": [lab_days_at(context, page) for page in locations],
        "labs": [len(labs_at(context, page)) for page in locations],
        "stories": [stories.get(page.translation_key, 0) for page in locations],
    }
    return sort_rows(rows_of(locations, known))


@kept(size=1)
def _story_numbers() -> dict[UUID, int]:
    numbers: dict[UUID, int] = StoryPage.objects.numbers_by_location()
    return numbers
