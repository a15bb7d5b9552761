"""Stories beside a story: those that share most with it, each with the reason in words."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import ngettext
from wagtail.models import Locale

from portal.core.content_cache import kept
from portal.core.reading import for_reader

if TYPE_CHECKING:
    from news.models.story import StoryPage

Trait = tuple[str, int | str]
"""Something a story can share with another: a lab, a location, a theme, an insight or a sector."""
ROWS = {"lab": "labs", "location": "places", "theme": "themes", "insight": "insights"}
"""What rows of a story point at, with the name of the rows."""
SHOWN = 3


@dataclass(frozen=True, slots=True)
class RelatedStory:
    """A story in the reader's language, and why it stands beside another."""

    page: Any
    reason: str


def stories_beside(story: "StoryPage", about: dict[str, list[Any]]) -> list[RelatedStory]:
    """Return the stories that share most with a story, the latest first among equals.

    `about` is what the page shows already, by kind: what is offline or hidden connects nothing.
    """
    own = {(kind, page.facts.pk) for kind, pages in about.items() for page in pages} | set(_sectors(story.facts))
    others = [
        (page, own & traits)
        for page, traits in _all(type(story), story.locale)
        if page.content_key != story.content_key
    ]
    ranked = sorted((pair for pair in others if pair[1]), key=lambda pair: -len(pair[1]))
    return [RelatedStory(page, _in_words(shared)) for page, shared in ranked[:SHOWN]]


@kept(size=4)
def _all(model: "type[StoryPage]", locale: Locale) -> "list[tuple[StoryPage, set[Trait]]]":
    """Return every story of a language with all it could share, the latest first."""
    stories = for_reader(model.objects.newest_first(), locale, *ROWS.values())
    return [(page, set(_traits(page.facts))) for page in stories]


def _traits(facts: "StoryPage") -> Iterable[Trait]:
    for kind, rows in ROWS.items():
        yield from ((kind, getattr(row, f"{kind}_id")) for row in getattr(facts, rows).all())
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
    return ", ".join(text % {"count": count[kind]} for kind, text in words.items() if count[kind])
