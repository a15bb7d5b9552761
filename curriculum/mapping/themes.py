"""Themes for a reader: in the order of the tree, and under their kind with what there is about them."""

from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Locale

from curriculum.models.theme import ThemeKind, ThemePage
from curriculum.reading import Reading
from portal.reading import for_reader


@dataclass(frozen=True, slots=True)
class ListedTheme:
    """A theme with its number of labs and outcomes."""

    page: Any
    labs: int
    outcomes: int


@dataclass(frozen=True, slots=True)
class KindOfTheme:
    """A kind of theme in words, with its themes."""

    label: str
    themes: list[ListedTheme] = field(default_factory=list)


def theme_pages(locale: Locale) -> list[Any]:
    """Return the themes in the reader's language, in the order of the tree (two queries)."""
    return for_reader(ThemePage.objects.order_by("path"), locale)


def themes_by_kind(locale: Locale, known: Reading) -> list[KindOfTheme]:
    """Return the kinds that have a theme, in their fixed order."""
    kinds = {kind: KindOfTheme(str(kind.label)) for kind in ThemeKind}
    for page in theme_pages(locale):
        key = page.translation_key
        labs = sum(any(theme.translation_key == key for theme in lab.themes) for lab in known.offer.labs)
        outcomes = sum(outcome.about(page) for outcome in known.outcomes)
        kinds[ThemeKind(page.facts.kind)].themes.append(ListedTheme(page, labs, outcomes))
    return [kind for kind in kinds.values() if kind.themes]
