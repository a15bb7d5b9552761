"""What search knows while it is measured: all that editors told it, nothing of it, or nothing about this very query.

Editors write synonyms, promoted pages and search phrases after reading what visitors ask, so queries they have seen
say little of queries they have not. What is left out is taken out of the database, in a transaction that nobody else
ever sees: search itself is the one that visitors have.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import transaction
from wagtail.contrib.search_promotions.models import SearchPromotion

from portal.core import content_cache
from search.evaluation.phrases import has_phrase, holds, left_out
from search.models import SynonymGroup
from search.parsing import ParsedQuery

ALL, BARE, OWN_LEFT_OUT = "all", "bare", "own left out"
CONDITIONS = (ALL, OWN_LEFT_OUT, BARE)


@contextmanager
def undone() -> Iterator[None]:
    """Let nothing stay of what is changed in this block."""
    try:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
    finally:
        content_cache.renew()


@contextmanager
def bare() -> Iterator[None]:
    """Search without synonyms, promoted pages and search phrases: what the mechanism understands by itself."""
    with undone(), left_out(lambda phrase, language: True):
        SynonymGroup.objects.all().delete()
        SearchPromotion.objects.all().delete()
        yield


@contextmanager
def own_left_out(words: str, readings: Iterable[ParsedQuery]) -> Iterator[None]:
    """Search without what was written for this very query; `readings` are the query and what it was corrected to.

    That is: every group of synonyms of which something typed is read in the query, every page promoted for it, and
    every search phrase that holds all words of the query that say something.
    """
    groups = {group.pk for reading in readings for _word, group in reading.used}
    pages = {number for reading in readings for _type, number in reading.promoted}
    asked = {words, *(reading.words for reading in readings)}

    def is_own(phrase: str, language: str) -> bool:
        return any(holds(phrase, text, language) for text in asked)

    with undone(), left_out(is_own):
        SynonymGroup.objects.filter(pk__in=groups).delete()
        SearchPromotion.objects.filter(page_id__in=pages).delete()
        yield


def has_own(words: str, readings: Iterable[ParsedQuery]) -> bool:
    """Return whether anything was written for this query; if not, leaving it out changes nothing."""
    if any(reading.used or reading.promoted for reading in readings):
        return True
    return any(has_phrase(text) for text in {words, *(reading.words for reading in readings)})
