"""What pages read about labs, outcomes, groups and the rhythm: looked up once per request and language."""

from typing import Any

from django.utils import timezone, translation
from django.utils.functional import cached_property

from curriculum.groups.listing import ListedGroup, load_groups
from curriculum.labs.offer import Offer, load_offer
from curriculum.mapping.outcomes import ListedOutcome, load_outcomes
from curriculum.page_urls import PageUrls
from curriculum.rhythm.models import SchoolYear
from curriculum.rhythm.strip import RhythmStrip
from curriculum.rhythm.weeks import SchoolYears


class Reading:
    """The curriculum as a reader of one language sees it; each part is loaded when it is first asked for."""

    def __init__(self, language: str, request: Any = None) -> None:
        self.language = language
        self.page_urls = PageUrls(language, request)

    @cached_property
    def years(self) -> SchoolYears:
        """Return the rhythm over all school years (one query)."""
        return SchoolYear.objects.of_the_house()

    @cached_property
    def strip(self) -> RhythmStrip:
        """Return the three weeks around today (one query, when its pages are asked for)."""
        return RhythmStrip(self.years, timezone.localdate(), self.page_urls)

    def strip_at(self, location: Any) -> RhythmStrip:
        """Return the three weeks around today at a location, given in any language; of the house without one."""
        own = self.years.at(location.content_key) if location else self.years
        return self.strip if own is self.years else RhythmStrip(own, timezone.localdate(), self.page_urls, is_own=True)

    @cached_property
    def offer(self) -> Offer:
        """All public labs and sessions (two queries)."""
        return load_offer(self.language, self.years)

    @cached_property
    def groups(self) -> list[ListedGroup]:
        """All training groups (one query)."""
        return load_groups(self.language)

    @cached_property
    def outcomes(self) -> list[ListedOutcome]:
        """All public learning outcomes (one query)."""
        return load_outcomes(self.language)


def reading(request: Any = None) -> Reading:
    """Return what this request has read so far in the active language; without a request, start anew."""
    language = translation.get_language()
    if request is None:
        return Reading(language)
    known: dict[str, Reading] = request.__dict__.setdefault("curriculum_readings", {})
    return known.setdefault(language, Reading(language, request))
