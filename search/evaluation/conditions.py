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
    """Search without synonyms and promoted pages: what the mechanism understands by itself."""
    with undone():
        SynonymGroup.objects.all().delete()
        SearchPromotion.objects.all().delete()
        yield


@contextmanager
def own_left_out(readings: Iterable[ParsedQuery]) -> Iterator[None]:
    """Search without what was written for this very query; `readings` are the query and what it was corrected to.

    That is: every group of synonyms of which something typed is read in the query, and every page promoted for it.
    """
    groups = {group.pk for reading in readings for _word, group in reading.used}
    pages = {pk for reading in readings for _type, pk in reading.promoted}
    with undone():
        SynonymGroup.objects.filter(pk__in=groups).delete()
        SearchPromotion.objects.filter(page_id__in=pages).delete()
        yield


def has_own(readings: Iterable[ParsedQuery]) -> bool:
    """Return whether anything was written for this query; if not, leaving it out changes nothing."""
    return any(reading.used or reading.promoted for reading in readings)
