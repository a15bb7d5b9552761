"""The pages that the core team puts on top of what visitors ask."""

from wagtail.contrib.search_promotions.models import SearchPromotion

from portal.core.content_cache import kept
from search.analysis.spelling import readable
from search.analysis.words import squeezed
from search.documents import PAGE, Identity
from search.reading.frames import unframed
from search.request import SearchRequest


@kept(size=4)
def promotions(language: str) -> dict[str, tuple[Identity, ...]]:
    """Return the pages that the core team promoted in a language, in its order, by what was asked, squeezed."""
    found = SearchPromotion.objects.filter(page__locale__language_code=language, page__isnull=False)
    rows = found.values_list("sort_order", "query__query_string", "page_id")
    pages: dict[str, tuple[Identity, ...]] = {}
    for _place, text, page in sorted((place or 0, text, page) for place, text, page in rows):
        asked = squeezed(readable(text))
        pages[asked] = (*pages.get(asked, ()), (PAGE, page))
    return pages


def promoted(request: SearchRequest) -> tuple[Identity, ...]:
    """Return the pages promoted for this query, however it is written, in their order."""
    pages = promotions(request.language)
    texts = (request.words, unframed(request.words, request.language)) if request.words else ()
    return next((pages[asked] for asked in map(squeezed, texts) if asked in pages), ())
