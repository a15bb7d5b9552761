"""Themes for a reader, under their kind with what there is about them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from curriculum.mapping.kinds import ThemeKind
from curriculum.request_context import CurriculumContext
from curriculum.rollover.editions import is_earlier

if TYPE_CHECKING:
    from curriculum.models.theme import ThemePage


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


def themes_by_kind(themes: "Iterable[ThemePage]", known: CurriculumContext) -> list[KindOfTheme]:
    """Return the kinds that have one of these themes, in their fixed order."""
    kinds = {kind: KindOfTheme(str(kind.label)) for kind in ThemeKind}
    for page in themes:
        labs = sum(lab.is_about(page) and not is_earlier(lab) for lab in known.offer.labs)
        outcomes = sum(outcome.about(page) for outcome in known.outcomes)
        kinds[ThemeKind(page.facts.kind)].themes.append(ListedTheme(page, labs, outcomes))
    return [kind for kind in kinds.values() if kind.themes]
