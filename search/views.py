"""The results page and the suggestions while typing."""

import logging
from collections.abc import Callable
from typing import Any

from django.db import DatabaseError, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from search import counting, schema
from search.request import SearchRequest, clean_words
from search.results import ResultPage
from search.service import search
from search.suggest import suggest

log = logging.getLogger(__name__)
View = Callable[..., HttpResponseBase]


def in_language(language: str, view: View) -> View:
    """Serve a view in one language: `/en/zoeken/` does not exist."""

    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if get_language() != language:
            raise Http404
        return view(request, *args, **kwargs)

    # Outside a transaction: with PostgreSQL away too, the view itself must be able to say so.
    return transaction.non_atomic_requests(guarded)


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Show results; with both engines away a page that still leads on, with status 503."""
    asked = SearchRequest.from_query(request.GET, get_language() or schema.LANGUAGES[0])
    try:
        page = search(asked)
        counting.count(page)
    except DatabaseError:
        log.exception("search has no engine left")
        return render(request, "503.html", status=503)
    response = render(request, "search/results.html", context(page))
    if page.degraded:
        response["Cache-Control"] = "no-store"
    return response


def context(page: ResultPage) -> dict[str, Any]:
    """Return what the template shows."""
    language = page.request.language
    other = next(code for code in schema.LANGUAGES if code != language)
    return {
        "results": page,
        "search_url": reverse(f"search_{language}"),
        "suggestions_url": reverse(f"suggestions_{language}"),
        "feed_url": f"{reverse(f'search_feed_{language}')}?{page.request.change().query_string()}",
        "other_language": other,
        "other_url": f"/{other}/{'search' if other == 'en' else 'zoeken'}/?{page.request.change().query_string()}",
        "broader": [(word, n, page.request.change(words=word, filters=())) for word, n in page.word_counts if n],
        "literal": page.request.change(literal=True),
    }


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """Return titles that begin with what is typed, by kind; documented in docs/search.md."""
    words = clean_words(request.GET.get("q", ""))
    language = get_language() or schema.LANGUAGES[0]
    try:
        groups = suggest(words, language)
    except DatabaseError:
        log.exception("no suggestions")
        groups = []
    response = JsonResponse({"q": words, "groups": groups})
    response["Cache-Control"] = "public, max-age=60"
    return response
