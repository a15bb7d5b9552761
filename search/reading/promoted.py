"""The pages that the core team puts on top of what visitors ask."""

from wagtail.contrib.search_promotions.models import SearchPromotion

from portal.core.content_cache import kept
from search.analysis.spelling import readable
from search.analysis.words import squeezed
from search.documents import PAGE, Identity
from search.request import SearchRequest

Promotion = tuple[str, int]
"""What was asked, and the page on top of it."""


@kept(size=4)
def promotions(language: str) -> list[Promotion]:
    """Return everything that the core team promoted in a language, in its order."""
    found = SearchPromotion.objects.filter(page__locale__language_code=language, page__isnull=False)
    rows = found.values_list("sort_order", "query__query_string", "page_id")
    return [(text, page) for _place, text, page in sorted((place or 0, text, page) for place, text, page in rows)]


def promoted(request: SearchRequest) -> tuple[Identity, ...]:
    """Return the pages promoted for this query, however it is written, in their order."""
    asked = squeezed(request.words)
    known = promotions(request.language) if asked else []
    return tuple((PAGE, pk) for text, pk in known if squeezed(readable(text)) == asked)
