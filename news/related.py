"""Stories beside a story, a lab, a theme or a location: those that share most with it, with the reason in words."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.apps import apps
from django.utils.translation import ngettext
from wagtail.models import Locale

from news.querysets import KINDS
from portal.core.content_cache import kept
from portal.core.models.pages import PortalPage
from portal.core.reading import for_reader_at_once

if TYPE_CHECKING:
    from news.models.story import StoryPage

Trait = tuple[str, UUID | str]
"""Something a story can share: a lab, location, theme or insight, by the key of its translations, or a sector."""
SUBJECTS = {"labpage": "lab", "locationpage": "location", "themepage": "theme"}
"""What a page is to a story, by its type; the types stand on floors above this one."""
SHOWN = 3


@dataclass(frozen=True, slots=True)
class RelatedStory:
    """A story in the reader's language, and why it stands where it does; no reason when it shares nothing more."""

    page: Any
    reason: str


def stories_beside(story: "StoryPage", about: dict[str, list[Any]]) -> list[RelatedStory]:
    """Return the stories that share most with a story, the latest first among equals.

    `about` is what the page shows already, by kind: what is offline or hidden connects nothing.
    """
    own = {(kind, page.translation_key) for kind, pages in about.items() for page in pages} | set(_sectors(story.facts))
    others = (found for found in _all(story.locale) if found[0].content_key != story.content_key)
    ranked = [pair for pair in _ranked(own, others) if pair[1]]
    return [RelatedStory(page, _in_words(shared)) for page, shared in ranked[:SHOWN]]


def stories_of(subject: PortalPage, near: dict[str, Iterable[PortalPage]], locale: Locale) -> list[RelatedStory]:
    """Return the stories about a lab or theme, or of a location; those that share most with it first, then the latest.

    `near` are the pages that belong to it, by kind.
    """
    itself: Trait = (SUBJECTS[str(subject._meta.model_name)], subject.translation_key)
    own: set[Trait] = {(kind, page.translation_key) for kind, pages in near.items() for page in pages}
    own.discard(itself)
    about = ((page, traits) for page, traits in _all(locale) if itself in traits)
    return [RelatedStory(page, _in_words_of(shared)) for page, shared in _ranked(own, about)]


def _ranked(own: set[Trait], stories: "Iterable[tuple[StoryPage, set[Trait]]]") -> "list[tuple[StoryPage, set[Trait]]]":
    """Return the stories with what they share with something, most first."""
    return sorted(((page, own & traits) for page, traits in stories), key=lambda pair: -len(pair[1]))


@kept(size=4)
def _all(locale: Locale) -> "list[tuple[StoryPage, set[Trait]]]":
    """Return every story of a language with all it could share, the latest first; one query."""
    stories: Any = apps.get_model("news", "StoryPage").objects
    shown = for_reader_at_once(stories.newest_first(), locale, lambda pages: pages.with_traits())
    return [(page, set(_traits(page.facts))) for page in shown]


def _traits(facts: Any) -> Iterator[Trait]:
    for kind in KINDS:
        yield from ((kind, key) for key in getattr(facts, f"{kind}_keys"))
    yield from _sectors(facts)


def _sectors(facts: "StoryPage") -> Iterable[Trait]:
    return (("sector", facts.sector_from), ("sector", facts.sector_to))


def _in_words(shared: set[Trait]) -> str:
    """Return what two stories share, as a reader says it."""
    count = Counter(kind for kind, _key in shared)
    words = {
        "lab": ngettext("same lab", "%(count)d same labs", count["lab"]),
        "location": ngettext("same location", "%(count)d same locations", count["location"]),
        "theme": ngettext("same theme", "%(count)d same themes", count["theme"]),
        "insight": ngettext("same insight", "%(count)d same insights", count["insight"]),
        "sector": ngettext("one sector in common", "same sectors", count["sector"]),
    }
    return _listed(words, count)


def _in_words_of(shared: set[Trait]) -> str:
    """Return what a story shares with a page it is about, beside that page."""
    count = Counter(kind for kind, _key in shared)
    words = {
        "lab": ngettext("about a lab that belongs here", "about %(count)d labs that belong here", count["lab"]),
        "location": ngettext("at the same location", "at %(count)d of the same locations", count["location"]),
        "theme": ngettext("about the same theme", "about %(count)d of the same themes", count["theme"]),
    }
    return _listed(words, count)


def _listed(words: dict[str, str], count: Counter[str]) -> str:
    return ", ".join(text % {"count": count[kind]} for kind, text in words.items() if count[kind])
