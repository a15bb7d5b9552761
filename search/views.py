"""The results page and the suggestions while typing."""

import logging
from typing import Any

from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import get_language, gettext, ngettext
from django.views.decorators.http import require_safe

from portal.core.address_words import Pair, in_words
from portal.core.facets import chips, pairs
from portal.core.limits import limited
from portal.core.view_paths import path_to
from search import counting, labels, schema
from search.explanations import explanations
from search.feedback import Visit
from search.feedback_views import THANKED, links
from search.request import RELEVANCE, SearchRequest, clean_words
from search.results import ResultPage
from search.service import search
from search.suggest import suggest

log = logging.getLogger(__name__)


@limited("search", reading=True)
@transaction.non_atomic_requests  # with PostgreSQL away too, the view itself must be able to say so
@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Show results; with both engines away a page that still leads on, with status 503."""
    asked = SearchRequest.from_query(request.GET, get_language() or schema.LANGUAGES[0])
    try:
        page = search(asked)
    except DatabaseError:
        log.exception("search has no engine left")
        return render(request, "503.html", status=503)
    _count(asked, page)
    answer = {
        **context(page),
        **feedback(asked, page),
        "thanked": THANKED in request.GET,
        "explanations": explanations(request, asked.chosen, nothing=not page.total),
    }
    response = render(request, "search/results.html", answer)
    if page.degraded:
        response["Cache-Control"] = "no-store"
    return response


def _count(asked: SearchRequest, page: ResultPage) -> None:
    """Count a search; a database that takes no more rows keeps no visitor from what was found."""
    try:
        counting.count(asked, page)
    except DatabaseError:
        log.exception("a search could not be counted")


def context(page: ResultPage) -> dict[str, Any]:
    """Return what the template shows beside the results themselves: every address of the page."""
    request = page.request
    language = request.language
    other = next(code for code in schema.LANGUAGES if code != language)
    address = path_to("search")

    def url(changed: SearchRequest | None) -> str:
        return f"{address}?{changed.query_string()}" if changed else ""

    def without(pair: Pair) -> str:
        return url(request.without(pair))

    return {
        "found": page,
        "has_big_search": True,
        "search_url": address,
        "feed_url": f"{path_to('search_feed')}?{request.change().query_string()}",
        "other_language": other,
        # Few pages show these, and only then are they made.
        "other_url": lambda: other_address(other, request),
        "literal_url": lambda: url(request.change(literal=True)),
        "clear_url": url(request.change(filters=())),
        "previous_url": url(page.previous),
        "next_url": url(page.next),
        "chips": chips(page.facets, without),
        "offer_url": url(page.offer.request if page.offer else None),
        "hidden": in_words([("q", request.words), ("sorteer", "" if request.sort == RELEVANCE else request.sort)]),
        "kept": in_words([("q", request.words), *pairs(request.chosen)]),
        "broader": [
            {"title": word, "count": count, "url": url(request.change(words=word, filters=()))}
            for word, count in page.word_counts
            if count
        ],
        "doors": labels.kinds_there_are(language) if not page.total else [],
    }


def feedback(asked: SearchRequest, page: ResultPage) -> dict[str, Any]:
    """Return what counts whether this search helped: the results with their links, and the question below them."""
    visit = Visit.of(asked)
    signed = visit.signed() if visit else ""
    return {
        "hits": links(page.results, signed),
        "guesses": links(page.perhaps, signed),
        "visit": signed if page.total else "",
        "answered_url": path_to("search_answered"),
        "asked": asked.query_string(),
    }


def other_address(language: str, request: SearchRequest) -> str:
    """Return the address of the same search in another language."""
    with translation.override(language):
        return f"{path_to('search')}?{request.change(literal=False, language=language).query_string()}"


def announcement(groups: list[dict[str, Any]]) -> str:
    """Return what a screen reader says when the list of suggestions appears."""
    count = sum(len(group["items"]) for group in groups)
    if not count:
        return gettext("No suggestions.")
    return ngettext("%(n)d suggestion.", "%(n)d suggestions.", count) % {"n": count}


@limited("suggestions", reading=True)
@transaction.non_atomic_requests
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
    response = JsonResponse({"q": words, "groups": groups, "message": announcement(groups)})
    response["Cache-Control"] = "public, max-age=60"
    return response
