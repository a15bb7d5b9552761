"""Atom feeds of pages: what is new, in one language."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest

from portal.core.feeds import PUBLISHER, PortalAtomFeed, entry_id, own_address, permanent_id


class PageFeed(Feed):
    """The newest pages of a list as Atom feed; title and summary come from the page that shows the list.

    Times are those of publishing. The language is the active one, which the address decides.
    """

    LENGTH = 30
    """How many entries a feed holds at most."""
    feed_type = PortalAtomFeed
    author_name = PUBLISHER

    def __init__(self, page: Any, entries: Iterable[Any]) -> None:
        self.page = page
        self.entries = entries

    def get_object(self, request: HttpRequest) -> HttpRequest:
        """Return the request: the address of the feed depends on it."""
        return request

    def title(self, request: HttpRequest) -> str:
        """Return the title of the page that shows the list."""
        return str(self.page.title)

    def subtitle(self, request: HttpRequest) -> str:
        """Return the summary of that page."""
        return str(self.page.summary)

    def link(self, request: HttpRequest) -> str:
        """Return the address of that page."""
        return self.page.get_url(request) or "/"

    def feed_url(self, request: HttpRequest) -> str:
        """Return the address under which this feed was asked for."""
        return own_address(request)

    def feed_guid(self, request: HttpRequest) -> str:
        """Return what names this feed for ever."""
        return permanent_id("feed", self.page.translation_key, self.page.locale.language_code)

    def items(self, request: HttpRequest) -> list[Any]:
        """Return the entries, each with its address."""
        entries = list(self.entries)
        for entry in entries:
            entry.feed_url = entry.get_url(request) or "/"
        return entries

    def item_title(self, item: Any) -> str:
        """Return the title of an entry."""
        return str(item.title)

    def item_description(self, item: Any) -> str:
        """Return the summary of an entry."""
        return str(item.summary)

    def item_link(self, item: Any) -> str:
        """Return the address of an entry."""
        return str(item.feed_url)

    def item_guid(self, item: Any) -> str:
        """Return what names an entry for ever, whatever its address."""
        return entry_id(item.translation_key, self.page.locale.language_code)

    def item_author_name(self, item: Any) -> str:
        """Return the partner that published the entry."""
        return str(item.partner or PUBLISHER)

    def item_pubdate(self, item: Any) -> datetime | None:
        """Return when the entry was first published."""
        return item.first_published_at

    def item_updateddate(self, item: Any) -> datetime | None:
        """Return when the entry was last published."""
        return item.last_published_at or item.first_published_at or item.latest_revision_created_at
