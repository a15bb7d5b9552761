"""The newest labs as an Atom feed."""

from collections.abc import Iterable
from dataclasses import replace

from django.http import HttpRequest

from curriculum.labs.offer import LabOffering
from portal.core.feeds import PUBLISHER, FeedEntry, PageFeed
from portal.core.models.pages import PortalPage
from portal.core.printable import one_line

NEWEST = 20
"""Labs in the feed."""


class LabFeed(PageFeed):
    """The labs that were published last, the latest first, each with its themes."""

    def __init__(self, page: PortalPage, labs: Iterable[LabOffering]) -> None:
        super().__init__(page, newest(labs))

    def title(self, request: HttpRequest) -> str:
        """Return the title of the catalogue, and of the house: a reader of feeds shows it alone."""
        return f"{super().title(request)} | {PUBLISHER}"

    def entry(self, lab: LabOffering, request: HttpRequest) -> FeedEntry:
        """Return the entry of a lab, by the first partner that gives it."""
        author = lab.partners[0].name if lab.partners else PUBLISHER
        themes = [one_line(theme.title) for theme in lab.themes]
        return replace(super().entry(lab.page, request), author=author, categories=themes)


def newest(labs: Iterable[LabOffering]) -> list[LabOffering]:
    """Return the labs that were published last, the latest first."""
    published = [lab for lab in labs if lab.page.first_published_at]
    return sorted(published, key=lambda lab: lab.page.first_published_at, reverse=True)[:NEWEST]
