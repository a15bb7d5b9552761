"""Pages that are found by their meaning alone: a guess, so few, and outside of what is counted and filtered."""

from search.documents import Identity
from search.engines import postgresql
from search.engines.matching import matching
from search.models.documents import ShownDocument, visible_now
from search.parsing import ParsedQuery
from search.request import SearchRequest
from search.results import EngineResponse

MOST = 3
AS_NEAR = 0.02
"""How much further than the nearest page of all a guess may lie."""
NEAR_ENOUGH = 0.86
"""One in five of our queries of nonsense lies nearer than this to some page; 99 % of those that the site answers do."""
FEW = 3
"""Results that are so few that guesses help, although each word stands on a page."""


def perhaps(request: SearchRequest, parsed: ParsedQuery, answer: EngineResponse) -> list[ShownDocument]:
    """Return the pages that may be meant although no word leads to them: on the first page of a search of its own."""
    if request.page > 1 or request.filters or answer.corrected:
        return []
    near = parsed.near if answer.total > FEW else parsed.nearest
    if not near or near[0].closeness < NEAR_ENOUGH:
        return []
    shown = {hit.identity for hit in answer.hits}
    guessed = [page.identity for page in near[:MOST] if page.closeness >= near[0].closeness - AS_NEAR]
    guessed = [identity for identity in guessed if identity not in shown]
    if answer.total > len(answer.hits):
        by_word = _found_by_word(guessed, parsed)
        guessed = [identity for identity in guessed if identity not in by_word]
    documents = visible_now(guessed)
    return [documents[identity] for identity in guessed if identity in documents]


def _found_by_word(identities: list[Identity], parsed: ParsedQuery) -> set[Identity]:
    """Return those that stand on a next page of the results."""
    wanted = postgresql.Wanted.of(parsed).any_word
    if not wanted or not identities:
        return set()
    found = matching(parsed.language, wanted).of(identities)
    return set(found.values_list("object_type", "object_id"))
