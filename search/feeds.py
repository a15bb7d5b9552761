"""A search as a feed: whoever follows a subject hears of new pages about it."""

from datetime import datetime, time
from html import unescape

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.core.feeds import FeedEntry, HouseFeed, PortalRssFeed, permanent_id
from portal.core.limits import limited
from search import schema
from search.request import DATE, SearchRequest
from search.results import ResultPage, SearchResult
from search.service import search


@limited("search", reading=True)
def results_feed(request: HttpRequest) -> HttpResponse:
    """Answer with the newest results of a search, as RSS."""
    asked = SearchRequest.from_query(request.GET, get_language() or schema.LANGUAGES[0])
    return ResultsFeed(search(asked.change(sort=DATE)))(request)


class ResultsFeed(HouseFeed):
    """The first page of results of a search, newest first."""

    feed_type = PortalRssFeed

    def __init__(self, page: ResultPage) -> None:
        self.page = page

    def title(self) -> str:
        """Name the feed after the words."""
        words = self.page.request.words
        return _("Search for “%(words)s”") % {"words": words} if words else _("New pages")

    def link(self) -> str:
        """Return the address of the same search as a page."""
        return f"{reverse('search')}?{self.page.request.query_string()}"

    def description(self) -> str:
        """Say what the feed holds."""
        return _("The newest pages of the Opleidingshuis that match this search.")

    def items(self, request: HttpRequest) -> list[FeedEntry]:
        """Return the results as plain words, each with the day of its last change."""
        return [entry_of(result) for result in self.page.results]


def entry_of(result: SearchResult) -> FeedEntry:
    """Return a result as an entry, without highlights."""
    changed = result.changed_on
    return FeedEntry(
        title=unescape(strip_tags(result.title)),
        about=unescape(strip_tags(result.excerpt)),
        url=result.url,
        name=permanent_id("result", get_language(), result.kind, result.key or result.url),
        published=timezone.make_aware(datetime.combine(changed, time())) if changed else None,
    )
