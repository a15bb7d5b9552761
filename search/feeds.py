"""A search as a feed: whoever follows a subject hears of new pages about it."""

from datetime import datetime, time

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from search import schema
from search.request import DATE, SearchRequest
from search.results import Hit, ResultPage
from search.service import search


class ResultsFeed(Feed):
    """The newest results of a search, as RSS."""

    def get_object(self, request: HttpRequest) -> ResultPage:
        """Return the results, newest first."""
        asked = SearchRequest.from_query(request.GET, get_language() or schema.LANGUAGES[0])
        return search(asked.change(sort=DATE))

    def title(self, page: ResultPage) -> str:
        """Name the feed after the words."""
        return _("Search for “%(words)s”") % {"words": page.request.words} if page.request.words else _("New pages")

    def link(self, page: ResultPage) -> str:
        """Return the address of the same search as a page."""
        return f"{reverse('search')}?{page.request.query_string()}"

    def description(self, page: ResultPage) -> str:
        """Say what the feed holds."""
        return _("The newest pages of the Opleidingshuis that match this search.")

    def items(self, page: ResultPage) -> tuple[Hit, ...]:
        """Return the first page of results."""
        return page.hits

    def item_title(self, item: Hit) -> str:
        """Return the title without marks."""
        return strip_tags(item.title)

    def item_description(self, item: Hit) -> str:
        """Return the excerpt without marks."""
        return strip_tags(item.excerpt)

    def item_link(self, item: Hit) -> str:
        """Return the address of the page."""
        return item.url

    def item_pubdate(self, item: Hit) -> datetime | None:
        """Return the day of the last change."""
        return timezone.make_aware(datetime.combine(item.changed_on, time())) if item.changed_on else None
