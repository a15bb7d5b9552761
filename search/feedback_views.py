"""The links of a results page, and its question: counted, and then on to where the visitor goes."""

import logging

from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.encoding import escape_uri_path
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from portal.core.address_words import address, in_keys, pairs_of
from portal.core.limits import limited
from search import schema
from search.counting import Outcome
from search.feedback import Visit
from search.request import SearchRequest
from search.results import SearchResult

log = logging.getLogger(__name__)
VISIT = "van"
"""The visit in an address, by key."""
THANKED = "gezegd"
ANSWERS = {"ja": Outcome.HELPFUL, "nee": Outcome.UNHELPFUL}


def links(results: tuple[SearchResult, ...], signed: str) -> list[tuple[SearchResult, str]]:
    """Return each result with the address its link goes to: by way of the count of a signed visit, if there is one."""
    if not results or not signed:
        return [(result, result.url) for result in results]
    start, asked = reverse("search_opened", args=["-"]).removesuffix("-"), address([(VISIT, signed)])
    return [(result, counted(start, result.url, asked)) for result in results]


def counted(start: str, url: str, asked: str) -> str:
    """Return the address that counts a click and leads to a page of ours; another site's is left as it is.

    `asked` is the end of an address that says in which visit it was followed.
    """
    if not url.startswith("/"):
        return url
    page, fragment, part = url.partition("#")
    return f"{start}{page[1:]}{asked.replace('?', '&') if '?' in page else asked}{fragment}{part}"


@never_cache
@require_safe
def opened(request: HttpRequest, target: str) -> HttpResponse:
    """Count that a search ended in a click, and lead to the page. A link that was kept for long only leads."""
    query = request.GET.copy()
    visit = Visit.read(query.pop(VISIT, [""])[-1])
    goal = escape_uri_path(f"/{target}") + address(pairs_of(query))
    if goal.startswith("//") or not url_has_allowed_host_and_scheme(goal, allowed_hosts=None):
        raise Http404
    if visit and request.method == "GET":
        keep(visit, Outcome.OPENED)
    response = HttpResponseRedirect(goal)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


@limited("form")
@csrf_exempt  # the signed visit says that the question was ours, and a visitor has no cookie
@require_POST
def answered(request: HttpRequest) -> HttpResponse:
    """Count whether visitors found what they looked for, and show their results again with a word of thanks."""
    outcome = ANSWERS.get(request.POST.get("gevonden", ""))
    visit = Visit.read(request.POST.get(VISIT, ""))
    if visit and outcome:
        keep(visit, outcome)
    query = in_keys(QueryDict(request.POST.get("zoek", "")))
    asked = SearchRequest.from_query(query, get_language() or schema.LANGUAGES[0])
    thanked = address([(THANKED, "1")]).removeprefix("?")
    return HttpResponseRedirect(f"{reverse('search')}?{asked.query_string()}&{thanked}#{THANKED}")


def keep(visit: Visit, outcome: Outcome) -> None:
    """Count, and when there is no database to count in, let the visitor go on."""
    try:
        visit.count(outcome)
    except DatabaseError:
        log.exception("a search could not be counted")
