"""Counts what visitors search for, per day and query; nothing about who searched is kept."""

import re
from datetime import date, timedelta
from enum import StrEnum

from django.db import connection
from django.db.models import F
from django.utils import timezone
from wagtail.search.utils import normalise_query_string

from search.models import SearchCount
from search.request import SearchRequest
from search.results import ResultPage

KEPT = timedelta(days=90)
PERSONAL = re.compile(r"@|\d{4}|\b\d[\d -]{6,}\b")
"""Looks like an address, a number of a person, a phone number or a date of birth."""
LONGEST = 80
MOST_WORDS = 8
"""Longer texts are pasted and may hold anything."""


def countable(words: str) -> bool:
    """Return whether a query can be kept without keeping anything personal."""
    return bool(words) and len(words) <= LONGEST and len(words.split()) <= MOST_WORDS and not PERSONAL.search(words)


def count(request: SearchRequest, page: ResultPage) -> None:
    """Add one to today's searches for these words; further pages and filters are the same search."""
    if not countable(request.words) or request.page > 1 or request.filters:
        return
    table = SearchCount._meta.db_table
    nothing = 0 if page.total and not page.corrected and not page.similar else 1
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (day, language, words, searches, without_results) VALUES (%s, %s, %s, 1, %s)"
            f" ON CONFLICT (day, language, words) DO UPDATE SET searches = {table}.searches + 1,"
            f" without_results = {table}.without_results + EXCLUDED.without_results",
            [timezone.localdate(), request.language, normalise_query_string(request.words), nothing],
        )


class Outcome(StrEnum):
    """How a search can end, named after the column that counts it."""

    OPENED = "opened"
    HELPFUL = "helpful"
    UNHELPFUL = "unhelpful"


def count_outcome(day: date, language: str, words: str, outcome: Outcome) -> None:
    """Add one to what came of the searches for these words on a day; never more than there were searches."""
    column = F(outcome.value)
    asked = SearchCount.objects.filter(day=day, language=language, words=normalise_query_string(words))
    asked.filter(searches__gt=column).update(**{outcome.value: column + 1})


def forget_old() -> int:
    """Delete what is older than 90 days, and return how many rows went."""
    deleted, _by_model = SearchCount.objects.filter(day__lt=timezone.localdate() - KEPT).delete()
    return deleted
