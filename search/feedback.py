"""Whether a search helped: it ended in a click, or its visitor said so. Counted for words, never for a person.

A results page is a `Visit`: signed into its links and its question, so that only pages that were really shown count,
each once. Nothing is kept in a browser.
"""

import secrets
from dataclasses import dataclass
from datetime import date, timedelta

from django.core import signing
from django.core.cache import cache
from django.utils import timezone

from search.counting import Outcome, count_outcome, countable
from search.request import SearchRequest

SALT = "search.visit"
LONGEST_VISIT = timedelta(days=1)
"""A click on a results page that was left open for longer says little of the search."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One time that a results page was shown, as its links carry it."""

    day: date
    language: str
    words: str
    number: str
    """Random: the same for all links of one page, different for every page."""

    @classmethod
    def of(cls, request: SearchRequest) -> "Visit | None":
        """Return the visit of a search that is being answered; none when its words are not kept."""
        if not countable(request.words):
            return None
        return cls(timezone.localdate(), request.language, request.words, secrets.token_urlsafe(6))

    @classmethod
    def read(cls, text: str) -> "Visit | None":
        """Return the visit that was signed; none when it is not ours or too long ago."""
        try:
            day, language, words, number = signing.loads(text, salt=SALT, max_age=LONGEST_VISIT)
        except signing.BadSignature:
            return None
        return cls(date.fromisoformat(day), language, words, number)

    def signed(self) -> str:
        """Return the visit as it stands in an address."""
        return signing.dumps([self.day.isoformat(), self.language, self.words, self.number], salt=SALT)

    def count(self, outcome: Outcome) -> None:
        """Count an outcome of this visit, the first time only."""
        once = "opened" if outcome is Outcome.OPENED else "said"
        if cache.add(f"search-{once}-{self.number}", 1, LONGEST_VISIT.total_seconds()):
            count_outcome(self.day, self.language, self.words, outcome)
