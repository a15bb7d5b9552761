"""The catalogue a story was opened from, in words: 8 stories at NXT Doorn."""

from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.http import HttpRequest
from django.utils.translation import ngettext

from news.catalogue import StoryCatalogue
from portal.core.navigation import Link, OpenedFrom
from portal.core.opened_from import asked, in_words

if TYPE_CHECKING:
    from news.models.story import StoryPage


def opened_from(story: "StoryPage", request: HttpRequest) -> OpenedFrom | None:
    """Return the list of stories from which the address says that a story was opened; None for any other."""
    found = asked(request)
    if found is None or found[0]:
        return None
    catalogues: Any = apps.get_model(story.short_address[0])
    page = catalogues.objects.live().filter(locale=story.locale).first()
    if page is None:
        return None
    url = page.get_url(request)
    catalogue = StoryCatalogue(page.stories(), found[1], url)
    number = len(catalogue.found)
    stories = ngettext("%(number)s story", "%(number)s stories", number) % {"number": number}
    here = catalogue.address(**catalogue.whereabouts)
    return OpenedFrom(Link(page.title, url), Link(in_words(stories, catalogue.chips), here))
