"""Why is one page found, or not: its place in the results of a search and what matched."""

from dataclasses import dataclass

from django.utils import translation

from search.documents import PAGE
from search.models import StoredDocument
from search.request import PAGE_SIZE, SearchRequest
from search.results import ResultPage, SearchResult
from search.service import search

MOST_PAGES = 20
"""Pages of results that are looked through."""


@dataclass(frozen=True, slots=True)
class Why:
    """What search knows about one page and one search."""

    title: str
    findable: bool
    """Whether visitors can find the page at all."""
    place: int = 0
    """Its place among the results; 0 when it is not among the first two hundred."""
    result: SearchResult | None = None


def why(page_id: int, request: SearchRequest, first: ResultPage) -> Why:
    """Look for a page among the results; `first` is the first page of them."""
    document = StoredDocument.objects.visible().filter(object_type=PAGE, object_id=page_id).first()
    if document is None or document.language != request.language:
        return Why(document.title if document else "", findable=False)
    page = first
    for number in range(1, min(first.pages, MOST_PAGES) + 1):
        if number > 1:
            with translation.override(request.language):
                page = search(request.change(page=number))
        for place, result in enumerate(page.results, start=(number - 1) * PAGE_SIZE + 1):
            if (result.kind, result.key) == (document.kind, document.key):
                return Why(document.title, findable=True, place=place, result=result)
    return Why(document.title, findable=True)
