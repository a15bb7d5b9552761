"""The table of themes and institutes, and what is missing in it. Pure: works on what has been read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from curriculum.labs.offer import LabOffering
    from curriculum.mapping.outcomes import ListedOutcome
    from curriculum.models.theme import ThemePage
    from portal.partners.models import Partner


@dataclass(frozen=True, slots=True)
class Cell:
    """What one institute asks for one theme."""

    outcomes: list[Any]
    labs: list[Any]
    """The labs that count for these outcomes, each once."""

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

    @property
    def number_of_gaps(self) -> int:
        """How many cells ask something for which there is no lab."""
        return sum(cell.kind == "no-lab" for row in self.rows for cell in row.cells)


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is missing, computed: nobody keeps these lists."""

    themes_without_outcome: list[tuple[Any, list[Any]]]
    """Institutes with the themes for which they have no outcome."""
    outcomes_without_lab: list[Any]
    labs_without_outcome: list[Any]

    @property
    def number(self) -> int:
        """How many gaps there are."""
        themes = sum(len(themes) for _institute, themes in self.themes_without_outcome)
        return themes + len(self.outcomes_without_lab) + len(self.labs_without_outcome)


def matrix(
    themes: "Sequence[ThemePage]", institutes: "Sequence[Partner]", outcomes: "Sequence[ListedOutcome]"
) -> Matrix:
    """Return the table of these outcomes."""
    rows = [MatrixRow(theme, [_cell(theme, institute, outcomes) for institute in institutes]) for theme in themes]
    return Matrix(list(institutes), rows)


def _cell(theme: "ThemePage", institute: "Partner", outcomes: "Sequence[ListedOutcome]") -> Cell:
    found = [outcome for outcome in outcomes if outcome.partner == institute and outcome.about(theme)]
    labs = {lab.translation_key: lab for outcome in found for lab in outcome.labs}
    return Cell(found, list(labs.values()))


def gaps(
    themes: "Sequence[ThemePage]",
    institutes: "Sequence[Partner]",
    outcomes: "Sequence[ListedOutcome]",
    labs: "Sequence[LabOffering]",
) -> Gaps:
    """Return what is missing. `institutes` are those that have outcomes at all: of others none is expected."""
    counted = {lab.translation_key for outcome in outcomes for lab in outcome.labs}
    missing = [
        (row_institute, [theme for theme in themes if not _cell(theme, row_institute, outcomes).outcomes])
        for row_institute in institutes
    ]
    return Gaps(
        themes_without_outcome=[(institute, found) for institute, found in missing if found],
        outcomes_without_lab=[outcome for outcome in outcomes if not outcome.labs],
        labs_without_outcome=[lab for lab in labs if lab.facts.translation_key not in counted],
    )
