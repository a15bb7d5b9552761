"""The two page types of the tutorial: a home page that lists what is below it, and a page of text."""

from typing import Any

from django.http import HttpRequest
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index


class StockHomePage(Page):
    """Lists the ten newest pages."""

    intro = RichTextField(blank=True)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the pages, as the tutorial's listing of a blog does."""
        newest = self.get_children().live().order_by("-first_published_at").specific()[:10]
        return {**super().get_context(request, *args, **kwargs), "newest": newest}


class StockTextPage(Page):
    """A plain page of text."""

    intro = RichTextField(blank=True)
    body = RichTextField(blank=True)

    search_fields = [*Page.search_fields, index.SearchField("intro"), index.SearchField("body")]
