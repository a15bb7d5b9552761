"""The table of themes and institutes, and what is missing in it. Pure: works on what has been read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from curriculum.mapping.outcomes import ListedOutcome
    from curriculum.models.theme import ThemePage
    from portal.core.models.pages import PortalPage
    from portal.partners.models import Partner


@dataclass(frozen=True, slots=True)
class Cell:
    """What one institute asks for one theme."""

    outcomes: list[Any]
    labs: list[Any]
    """The labs that count for these outcomes, each once."""
    institute: Any
    """Whose cell it is."""

    @property
    def kind(self) -> str:
        """`full` (outcomes and labs), `no-lab` (a gap), or `none` (no outcome)."""
        if not self.outcomes:
            return "none"
        return "full" if self.labs else "no-lab"


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A theme with a cell for each institute, in the order of the columns."""

    theme: Any
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Themes × institutes."""

    institutes: list[Any]
    rows: list[MatrixRow]


def matrix(
    themes: "Sequence[ThemePage]",
    institutes: "Sequence[Partner]",
    outcomes: "Sequence[ListedOutcome]",
    fits: "Callable[[PortalPage], bool]" = bool,
) -> Matrix:
    """Return the table of these outcomes, with the labs that fit."""
    rows = [MatrixRow(theme, [_cell(theme, institute, outcomes, fits) for institute in institutes]) for theme in themes]
    return Matrix(list(institutes), rows)


def _cell(
    theme: "ThemePage",
    institute: "Partner",
    outcomes: "Sequence[ListedOutcome]",
    fits: "Callable[[PortalPage], bool]" = bool,
) -> Cell:
    found = [outcome for outcome in outcomes if outcome.partner == institute and outcome.about(theme)]
    labs = {lab.translation_key: lab for outcome in found for lab in outcome.labs if fits(lab)}
    return Cell(found, list(labs.values()), institute)


def themes_without_outcome(
    themes: "Sequence[ThemePage]", institutes: "Sequence[Partner]", outcomes: "Sequence[ListedOutcome]"
) -> "list[tuple[Partner, list[ThemePage]]]":
    """Return the institutes with the themes for which they have none of these outcomes."""
    found = [
        (institute, [theme for theme in themes if not _cell(theme, institute, outcomes).outcomes])
        for institute in institutes
    ]
    return [(institute, missing) for institute, missing in found if missing]
