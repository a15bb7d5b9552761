"""Which documents of the database are results: those that hold a word, and those that a word stands for."""

from collections.abc import Sequence
from functools import reduce
from operator import and_, or_

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q

from search.documents import PAGE
from search.models import StoredDocument
from search.models.documents import StoredDocumentQuerySet
from search.reading.groups import WordGroup
from search.reading.wishes import Wish

NOTHING = Q()
"""No condition beside the others."""


def matching(language: str, text: str, beside: Q = NOTHING) -> StoredDocumentQuerySet:
    """Return the visible documents with any of the words, and those that are results beside them."""
    wanted = Q(vector=raw(text)) | beside
    return StoredDocument.objects.visible().filter(wanted, language=language)


def of_promoted(keys: Sequence[int]) -> Q:
    """Return the condition of documents of pages by their keys; the views below a page are none of them."""
    return Q(object_type=PAGE, object_id__in=keys)


def of_group(group: WordGroup) -> Q:
    """Return the condition of what a word stands for as a whole: the things of a kind, and of a day."""
    found = Q(kind__in=group.kinds) if group.kinds else NOTHING
    return reduce(or_, (Q(**wish.lookup) for wish in group.wishes), found)


def of_list(listed: Sequence[Sequence[Wish]]) -> Q:
    """Return the condition of things of a kind that have all that is named beside it; nothing for no list."""
    return reduce(and_, (reduce(or_, (Q(**wish.lookup) for wish in wishes)) for wishes in listed), NOTHING)


def raw(text: str) -> SearchQuery:
    """Return text in PostgreSQL's notation as a query."""
    return SearchQuery(text, search_type="raw", config="simple")
