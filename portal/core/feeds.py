"""What feeds have in common: names that never change, addresses that lead back to the same feed, text XML can hold."""

from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.http import HttpRequest
from django.utils.encoding import iri_to_uri
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape

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

    def __init__(self, title: Any, link: Any, description: Any, **kwargs: Any) -> None:
        subtitle = kwargs.pop("subtitle", None)
        named = {"subtitle": one_line(subtitle) if subtitle else None, **kwargs}
        super().__init__(one_line(title), link, one_line(description), **named)

    def add_item(  # type: ignore[override]
        self, title: Any, link: Any, description: Any, **kwargs: Any
    ) -> None:
        """Add an entry with clean words."""
        author = one_line(kwargs.pop("author_name", None) or PUBLISHER)
        about = escape(printable(description).strip())
        super().add_item(one_line(title), link, about, author_name=author, **kwargs)


class PortalAtomFeed(_Printable, Atom1Feed):
    """An Atom feed (RFC 4287) whose own identity, `feed_guid`, is not its address."""


class PortalRssFeed(_Printable, Rss201rev2Feed):
    """An RSS 2.0 feed."""
