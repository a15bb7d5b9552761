"""A search as a feed: whoever follows a subject hears of new pages about it."""

from dataclasses import dataclass
from datetime import datetime, time
from html import unescape

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.core.feeds import PortalRssFeed, own_address, permanent_id
from search import schema
from search.request import DATE, SearchRequest
from search.results import ResultPage, SearchResult
from search.service import search


@dataclass(frozen=True, slots=True)
class AskedFeed:
    """The results of a search, and the address under which their feed was asked for."""

    page: ResultPage
    address: str


class ResultsFeed(Feed):
    """The newest results of a search, as RSS."""

    feed_type = PortalRssFeed
    item_guid_is_permalink = False

    def get_object(self, request: HttpRequest) -> AskedFeed:
        """Return the results, newest first."""
        asked = SearchRequest.from_query(request.GET, get_language() or schema.LANGUAGES[0])
        return AskedFeed(search(asked.change(sort=DATE)), own_address(request))

    def title(self, asked: AskedFeed) -> str:
        """Name the feed after the words."""
        words = asked.page.request.words
        return _("Search for “%(words)s”") % {"words": words} if words else _("New pages")

    def link(self, asked: AskedFeed) -> str:
        """Return the address of the same search as a page."""
        return f"{reverse('search')}?{asked.page.request.query_string()}"

    def feed_url(self, asked: AskedFeed) -> str:
        """Return the address of this feed."""
        return asked.address

    def description(self, asked: AskedFeed) -> str:
        """Say what the feed holds."""
        return _("The newest pages of the Opleidingshuis that match this search.")

    def items(self, asked: AskedFeed) -> tuple[SearchResult, ...]:
        """Return the first page of results."""
        return asked.page.results

    def item_title(self, item: SearchResult) -> str:
        """Return the title without highlights."""
        return unescape(strip_tags(item.title))

    def item_description(self, item: SearchResult) -> str:
        """Return the excerpt without highlights."""
        return unescape(strip_tags(item.excerpt))

    def item_link(self, item: SearchResult) -> str:
        """Return the address of the page."""
        return item.url

    def item_guid(self, item: SearchResult) -> str:
        """Return what names a result for ever, whatever its address."""
        return permanent_id("result", get_language(), item.kind, item.key or item.url)

    def item_pubdate(self, item: SearchResult) -> datetime | None:
        """Return the day of the last change."""
        return timezone.make_aware(datetime.combine(item.changed_on, time())) if item.changed_on else None
