"""What a query names is offered as filters, once a result shows that they lead somewhere."""

from collections.abc import Iterable
from typing import Any

from search.analysis.words import words_of
from search.kinds import KIND, MANY
from search.parsing import ParsedQuery
from search.reading.vocabulary import added_up
from search.reading.wishes import Wish
from search.request import SearchRequest
from search.results import Offer
from search.when import CHOICES, WHEN, in_words


def offer(
    request: SearchRequest, query: ParsedQuery, shown: Iterable[Any], known: dict[str, dict[str, str]]
) -> Offer | None:
    """Return the search with the wishes as filters; none where one was chosen already or no result fulfils them all.

    `shown` are the documents of this page: those that fulfil most come first, so one of them tells.
    """
    asked = one_for_the_same_words(query.wishes)
    filters = added_up((wish.facet, wish.values) for wish in asked)
    if not asked or filters.keys() & request.chosen.keys():
        return None
    wanted = [Wish(facet, values, "") for facet, values in filters.items()]
    if not any(all(wish.is_fulfilled_by(document) for wish in wanted) for document in shown):
        return None
    chosen = {**request.chosen, **filters}
    ordered = tuple((facet.name, tuple(chosen[facet.name])) for facet in CHOICES if facet.name in chosen)
    names = tuple(dict.fromkeys(name_of(wish, known) for wish in asked))
    words = request.words if query.settled else query.bare  # as they were read: corrected, and apart
    return Offer(names, request.change(words=without(words, asked), filters=ordered))


def one_for_the_same_words(wishes: Iterable[Wish]) -> list[Wish]:
    """Return a wish for each name; a school is a partner too, and who names it means the place."""
    by_words: dict[str, Wish] = {}
    for wish in wishes:
        by_words.setdefault(wish.words, wish)
    return list(by_words.values())


def name_of(wish: Wish, known: dict[str, dict[str, str]]) -> str:
    """Return what a filter is called: as the filter itself says, or as the visitor does when it is about several."""
    if wish.facet == KIND:
        return str(MANY[wish.values[0]])
    if wish.facet == WHEN.name:
        return in_words(wish.values[0])
    return known[wish.facet].get(wish.values[0], wish.words) if len(wish.values) == 1 else wish.words


def without(words: str, wishes: Iterable[Wish]) -> str:
    """Return the query without the words that became filters."""
    left = f" {' '.join(words_of(words))} "
    for wish in wishes:
        left = left.replace(f" {wish.words} ", " ", 1)
    return left.strip()
