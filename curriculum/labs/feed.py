"""The newest labs as an Atom feed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed

from curriculum.labs.offer import OfferedLab

NEWEST = 20
"""Labs in the feed."""


def newest(labs: tuple[OfferedLab, ...]) -> list[OfferedLab]:
    """Return the labs that were published last, the latest first."""
    published = [lab for lab in labs if lab.page.first_published_at]
    return sorted(published, key=lambda lab: lab.page.first_published_at, reverse=True)[:NEWEST]


def lab_feed(page: Any, labs: tuple[OfferedLab, ...], site_url: str, request: HttpRequest) -> HttpResponse:
    """Return the feed of a catalogue page in its language."""
    feed = Atom1Feed(
        title=f"{page.title} | Opleidingshuis",
        link=f"{site_url}{page.get_url(request)}",
        description=page.summary,
        language=page.locale.language_code,
        feed_url=f"{site_url}{request.path}",
    )
    for lab in newest(labs):
        feed.add_item(
            title=lab.page.title,
            link=f"{site_url}{lab.page.get_url(request)}",
            description=lab.page.summary,
            unique_id=f"urn:uuid:{lab.page.translation_key}:{page.locale.language_code}",
            pubdate=lab.page.first_published_at,
            updateddate=lab.page.last_published_at,
            author_name=lab.partners[0].name if lab.partners else None,
            categories=[str(theme.title) for theme in lab.themes],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
