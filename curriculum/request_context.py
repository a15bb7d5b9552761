"""What pages read about labs, outcomes, groups and the rhythm, in the language of the reader.

A process keeps it until content changes; what depends on the day is looked up once per request.
"""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone, translation
from django.utils.functional import cached_property

from curriculum.groups.listing import ListedGroup, load_groups
from curriculum.labs.loading import load_offer
from curriculum.labs.offer import Offer
from curriculum.labs.rows import lab_pages
from curriculum.mapping.outcomes import ListedOutcome, load_outcomes
from curriculum.page_urls import PageUrls
from curriculum.rhythm.models import SchoolYear
from curriculum.rhythm.strip import RhythmStrip
from curriculum.rhythm.weeks import SchoolYears
from portal.core.content_cache import kept
from portal.core.models.pages import PortalPage
from portal.core.page_cache.turns import register_turns


@kept(size=1)
def house_years() -> SchoolYears:
    """Return the rhythm over all school years; it knows of no today."""
    return SchoolYear.objects.of_the_house()


@kept(size=4)
def offer_in(language: str) -> Offer:
    """Return the public labs and sessions as a reader of a language sees them."""
    return load_offer(language, house_years())


def offer_of(labs: Iterable[int], language: str) -> Offer:
    """Return the offer of some labs only, by the keys of their Dutch pages, where nothing else asks for all of it."""
    keys = lab_pages().filter(pk__in=labs).order_by().values("translation_key")
    return load_offer(language, house_years(), only=keys)


@kept(size=4)
def groups_in(language: str) -> list[ListedGroup]:
    """Return the training groups as a reader of a language sees them."""
    return load_groups(language)


@kept(size=4)
def outcomes_in(language: str) -> list[ListedOutcome]:
    """Return the public learning outcomes as a reader of a language sees them."""
    return load_outcomes(language)


@register_turns
@kept(size=1)
def turns_of_sessions() -> list[datetime]:
    """Return when sessions begin and end, whichever language they can be read in."""
    return sorted({moment for code, _name in settings.LANGUAGES for moment in offer_in(code).turns})


class CurriculumContext:
    """The curriculum as a reader of one language sees it; each part is loaded when it is first asked for."""

    def __init__(self, language: str, request: HttpRequest | None = None) -> None:
        self.language = language
        self.page_urls = PageUrls(language, request)

    @cached_property
    def years(self) -> SchoolYears:
        """Return the rhythm over all school years."""
        return house_years()

    @cached_property
    def strip(self) -> RhythmStrip:
        """Return the three weeks around today (one query, when its pages are asked for)."""
        return RhythmStrip(self.years, timezone.localdate(), self.page_urls)

    def strip_at(self, location: PortalPage | None) -> RhythmStrip:
        """Return the three weeks around today at a location, given in any language; of the house without one."""
        own = self.years.at(location.content_key) if location else self.years
        return self.strip if own is self.years else RhythmStrip(own, timezone.localdate(), self.page_urls, is_own=True)

    @cached_property
    def offer(self) -> Offer:
        """All public labs and sessions."""
        return offer_in(self.language)

    @cached_property
    def groups(self) -> list[ListedGroup]:
        """All training groups."""
        return groups_in(self.language)

    @cached_property
    def outcomes(self) -> list[ListedOutcome]:
        """All public learning outcomes."""
        return outcomes_in(self.language)


def curriculum_context(request: HttpRequest | None = None) -> CurriculumContext:
    """Return what this request has read so far in the active language; without a request, start anew."""
    language = translation.get_language()
    if request is None:
        return CurriculumContext(language)
    known: dict[str, CurriculumContext] = request.__dict__.setdefault("curriculum_contexts", {})
    return known.setdefault(language, CurriculumContext(language, request))
