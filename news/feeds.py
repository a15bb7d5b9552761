"""Atom feeds of pages: what is new, in one language."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed


class PageFeed(Feed):
    """The newest pages of a list as Atom feed; title and summary come from the page that shows the list.

    Times are those of publishing. The language is the active one, which the address decides.
    """

    LENGTH = 30
    """How many entries a feed holds at most."""
    feed_type = Atom1Feed

    def __init__(self, page: Any, entries: Iterable[Any]) -> None:
        self.page = page
        self.entries = entries

    def get_object(self, request: HttpRequest) -> HttpRequest:
        """Return the request, which keeps addresses free of queries."""
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

    def item_author_name(self, item: Any) -> str:
        """Return the partner that published the entry."""
        return str(item.partner or "Opleidingshuis")

    def item_pubdate(self, item: Any) -> datetime | None:
        """Return when the entry was first published."""
        return item.first_published_at

    def item_updateddate(self, item: Any) -> datetime | None:
        """Return when the entry was last published."""
        return item.last_published_at
