"""Stories on pages of other apps, in the language of the page that shows them.

Each tag costs two queries at most, however much it finds, and none while nothing changes.
"""

from collections.abc import Iterable
from typing import Any

from django import template
from wagtail.models import Locale

from news.models import EventPage, StoryPage
from news.related import RelatedStory, stories_of
from portal.core.content_cache import kept
from portal.core.models.pages import PortalPage
from portal.core.reading import for_reader, for_reader_at_once

register = template.Library()


def reader_locale(context: template.Context) -> Locale:
    """Return the locale of the page that is shown, or of the request where no page is."""
    page = context.get("page")
    return page.locale if page is not None else Locale.get_active()


@register.simple_tag(takes_context=True)
def stories_about(
    context: template.Context, subject: PortalPage, limit: int = 3, **near: Iterable[Any]
) -> list[RelatedStory]:
    """Return the stories about a lab or theme, or of a location: `{% stories_about page 3 lab=pages as stories %}`.

    Those that share most with it come first; `lab`, `location` and `theme` are the pages that belong to it.
    """
    return stories_of(subject, near, reader_locale(context))[:limit]


@register.simple_tag(takes_context=True)
def newest_story(context: template.Context) -> StoryPage | None:
    """Return the newest story, None when there is none: `{% newest_story as story %}`."""
    stories = for_reader(StoryPage.objects.originals().newest_first(), reader_locale(context), limit=1)
    return stories[0] if stories else None


@register.simple_tag(takes_context=True)
def visiting_day_at(context: template.Context, location: PortalPage) -> EventPage | None:
    """Return the next day on which one can look around at a location; None while none is planned."""
    days = _visiting_days_at(location, reader_locale(context))
    return next((day for day in days if not day.is_over), None)


@kept(size=500)
def _visiting_days_at(location: PortalPage, locale: Locale) -> list[EventPage]:
    return for_reader_at_once(EventPage.objects.visiting_days(location).order_by("starts"), locale)
