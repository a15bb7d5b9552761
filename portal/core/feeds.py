"""The feeds of the house: names that never change, addresses that lead back to the same feed, text XML can hold.

A `HouseFeed` says what its entries are, as `FeedEntry`; how those become RSS or Atom is the same for all. `PageFeed` is
that of a page that lists pages.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.encoding import iri_to_uri
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape

from portal.core.models.pages import PortalPage
from portal.core.printable import one_line, printable

PUBLISHER = "Opleidingshuis"


def permanent_id(*parts: object) -> str:
    """Return an IRI that names something for ever: the same for the same parts, whatever its address (RFC 4122, 5)."""
    return uuid5(NAMESPACE_URL, "/".join([PUBLISHER.lower(), *(str(part) for part in parts)])).urn


def entry_id(translation_key: UUID, language: str) -> str:
    """Return the permanent name of a page in a language."""
    return permanent_id("page", translation_key, language)


def own_address(request: HttpRequest) -> str:
    """Return the path and query under which this feed was asked for."""
    return str(iri_to_uri(request.get_full_path()))


class _Printable(SyndicationFeed):
    """Cleans what goes into a feed; a summary is plain text, which readers take for HTML unless it is escaped."""

    def __init__(self, title: str, link: str, description: str, **kwargs: Any) -> None:
        subtitle = kwargs.pop("subtitle", None)
        named = {"subtitle": one_line(subtitle) if subtitle else None, **kwargs}
        super().__init__(one_line(title), link, one_line(description), **named)

    def add_item(  # type: ignore[override]
        self, title: str, link: str, description: str, **kwargs: Any
    ) -> None:
        """Add an entry with clean words."""
        author = one_line(kwargs.pop("author_name", None) or PUBLISHER)
        about = escape(printable(description).strip())
        super().add_item(one_line(title), link, about, author_name=author, **kwargs)


class PortalAtomFeed(_Printable, Atom1Feed):
    """An Atom feed (RFC 4287) whose own identity, `feed_guid`, is not its address."""


class PortalRssFeed(_Printable, Rss201rev2Feed):
    """An RSS 2.0 feed."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of a feed, in the reader's language; `name` names it for ever, whatever its address."""

    title: str
    about: str
    url: str
    name: str
    published: datetime | None
    updated: datetime | None = None
    author: str = PUBLISHER
    categories: Sequence[str] = ()


class HouseFeed(Feed):
    """A feed as one request asks for it; made anew for each."""

    feed_type: type[SyndicationFeed] = PortalAtomFeed
    author_name = PUBLISHER
    item_guid_is_permalink = False

    def get_object(self, request: HttpRequest) -> HttpRequest:
        """Return the request: the address of the feed, and those in it, depend on it."""
        return request

    def feed_url(self, request: HttpRequest) -> str:
        """Return the address under which this feed was asked for."""
        return own_address(request)

    def items(self, request: HttpRequest) -> Iterable[FeedEntry]:
        """Return the entries, the newest first."""
        raise NotImplementedError

    def item_title(self, item: FeedEntry) -> str:
        """Return the title of an entry."""
        return item.title

    def item_description(self, item: FeedEntry) -> str:
        """Return the summary of an entry, as plain text."""
        return item.about

    def item_link(self, item: FeedEntry) -> str:
        """Return the address of an entry."""
        return item.url

    def item_guid(self, item: FeedEntry) -> str:
        """Return what names an entry for ever."""
        return item.name

    def item_author_name(self, item: FeedEntry) -> str:
        """Return who published an entry."""
        return item.author

    def item_pubdate(self, item: FeedEntry) -> datetime | None:
        """Return when an entry was first published."""
        return item.published

    def item_updateddate(self, item: FeedEntry) -> datetime | None:
        """Return when an entry was last published."""
        return item.updated

    def item_categories(self, item: FeedEntry) -> Sequence[str]:
        """Return the words an entry is filed under."""
        return item.categories


class PageFeed(HouseFeed):
    """The newest pages of a list as Atom feed; title and summary come from the page that shows the list.

    Times are those of publishing. The language is the active one, which the address decides.
    """

    LENGTH = 30
    """How many entries a feed holds at most."""

    def __init__(self, page: PortalPage, entries: Iterable[Any]) -> None:
        self.page = page
        self.entries = entries

    def title(self, request: HttpRequest) -> str:
        """Return the title of the page that shows the list."""
        return str(self.page.title)

    def subtitle(self, request: HttpRequest) -> str:
        """Return the summary of that page."""
        return str(self.page.summary)

    def link(self, request: HttpRequest) -> str:
        """Return the address of that page."""
        return self.page.get_url(request) or "/"

    def feed_guid(self, request: HttpRequest) -> str:
        """Return what names this feed for ever."""
        return permanent_id("feed", self.page.translation_key, self.page.locale.language_code)

    def items(self, request: HttpRequest) -> list[FeedEntry]:
        """Return the entries, each with its address."""
        return [self.entry(entry, request) for entry in self.entries]

    def entry(self, page: PortalPage, request: HttpRequest) -> FeedEntry:
        """Return the entry of a page, by the partner that published it."""
        return FeedEntry(
            title=str(page.title),
            about=str(page.summary),
            url=page.get_url(request) or "/",
            name=entry_id(page.translation_key, self.page.locale.language_code),
            published=page.first_published_at,
            updated=page.last_published_at or page.first_published_at or page.latest_revision_created_at,
            author=str(page.partner or PUBLISHER),
        )
