"""Page types and snippets of the curriculum app."""

from curriculum.exchange.models import ImportedOutcome, OutcomeImport
from curriculum.groups.models import (
    GroupPlace,
    GroupVariant,
    ProgrammeVariant,
    StudyYear,
    TrainingGroup,
    VariantInstitute,
)
from curriculum.labs.catalogue import LabIndexPage
from curriculum.labs.full import FullSession
from curriculum.labs.kinds import LabKind
from curriculum.labs.models import LabPage
from curriculum.labs.rows import LabGroup, LabLocation, LabOutcome, LabPartner, LabSession, LabTheme
from curriculum.mapping.kinds import ThemeKind
from curriculum.mapping.proposals import DeclinedLink
from curriculum.mapping.rows import OutcomeGroup, OutcomeLab, OutcomeTheme
from curriculum.models.index import CurriculumIndexPage
from curriculum.models.outcome import OutcomePage
from curriculum.models.theme import ThemeIndexPage, ThemePage
from curriculum.rhythm.models import CycleStart, RhythmElementPage, SchoolBreak, SchoolYear
from curriculum.rollover.models import LabEdition

__all__ = [
    "CurriculumIndexPage",
    "CycleStart",
    "DeclinedLink",
    "FullSession",
    "GroupPlace",
    "GroupVariant",
    "ImportedOutcome",
    "LabEdition",
    "LabGroup",
    "LabIndexPage",
    "LabKind",
    "LabLocation",
    "LabOutcome",
    "LabPage",
    "LabPartner",
    "LabSession",
    "LabTheme",
    "OutcomeGroup",
    "OutcomeImport",
    "OutcomeLab",
    "OutcomePage",
    "OutcomeTheme",
    "ProgrammeVariant",
    "RhythmElementPage",
    "SchoolBreak",
    "SchoolYear",
    "StudyYear",
    "ThemeIndexPage",
    "ThemeKind",
    "ThemePage",
    "TrainingGroup",
    "VariantInstitute",
]
