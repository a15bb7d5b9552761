"""The newest labs as an Atom feed."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from curriculum.labs.offer import LabOffering
from portal.core.feeds import PUBLISHER, PortalAtomFeed, entry_id, own_address, permanent_id
from portal.core.printable import one_line

NEWEST = 20
"""Labs in the feed."""


def newest(labs: tuple[LabOffering, ...]) -> list[LabOffering]:
    """Return the labs that were published last, the latest first."""
    published = [lab for lab in labs if lab.page.first_published_at]
    return sorted(published, key=lambda lab: lab.page.first_published_at, reverse=True)[:NEWEST]


def lab_feed(page: Any, labs: tuple[LabOffering, ...], site_url: str, request: HttpRequest) -> HttpResponse:
    """Return the feed of a catalogue page in its language."""
    language = page.locale.language_code
    feed = PortalAtomFeed(
        title=f"{page.title} | {PUBLISHER}",
        link=f"{site_url}{page.get_url(request)}",
        description=page.summary,
        subtitle=page.summary,
        language=language,
        author_name=PUBLISHER,
        feed_url=f"{site_url}{own_address(request)}",
        feed_guid=permanent_id("feed", page.translation_key, language),
    )
    for lab in newest(labs):
        feed.add_item(
            title=lab.page.title,
            link=f"{site_url}{lab.page.get_url(request)}",
            description=lab.page.summary,
            unique_id=entry_id(lab.page.translation_key, language),
            pubdate=lab.page.first_published_at,
            updateddate=lab.page.last_published_at or lab.page.first_published_at,
            author_name=lab.partners[0].name if lab.partners else None,
            categories=[one_line(theme.title) for theme in lab.themes],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
