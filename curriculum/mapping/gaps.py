"""What is missing between the outcomes of institutes and the labs of a training group, both ways.

No editor keeps these lists: they are asked of the database, so that a link that is made closes its gap at once.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils import timezone

from curriculum.labs.rows import lab_pages
from curriculum.mapping.rows import outcome_pages
from portal.partners.models import Partner

if TYPE_CHECKING:
    from curriculum.mapping.querysets import LabQuerySet, OutcomeQuerySet


@dataclass(frozen=True)
class Gaps:
    """The gaps of one institute, or of all; for one training group and about one theme, or for and about all.

    Group and theme are given by the key they have in all languages.
    """

    institute: Partner | None = None
    group: UUID | None = None
    theme: UUID | None = None

    @cached_property
    def _asked(self) -> "OutcomeQuerySet":
        """The outcomes of the institute."""
        outcomes: Any = outcome_pages()
        return outcomes.read().filter(partner=self.institute) if self.institute else outcomes.read()

    @cached_property
    def _given(self) -> "LabQuerySet":
        """The labs of the group."""
        labs: Any = lab_pages()
        current = labs.current(timezone.now())
        return current.for_group(self.group) if self.group else current

    def _meant(self, pages: Any) -> Any:
        pages = pages.for_group(self.group) if self.group else pages
        return pages.about(self.theme) if self.theme else pages

    @property
    def outcomes(self) -> "OutcomeQuerySet":
        """The outcomes that no lab helps with which somebody of the group can follow."""
        found: OutcomeQuerySet = self._meant(self._asked).helped_by_none_of(self._given)
        return found.order_by("code", "path")

    @property
    def outcomes_without_date(self) -> "OutcomeQuerySet":
        """The outcomes without a lab that has a session to come; `has_lab` says whether a lab helps at all."""
        undated: OutcomeQuerySet = self._meant(self._asked).helped_by_none_of(self._given.with_a_date(timezone.now()))
        return undated.saying("has_lab", self._given).order_by("code", "path")

    @property
    def labs(self) -> "LabQuerySet":
        """The labs of the group that no outcome of the institute is linked to."""
        found: LabQuerySet = self._meant(self._given).counting_for_none_of(self._asked)
        return found.order_by("path")

    @property
    def labs_expected(self) -> "LabQuerySet":
        """Those of them for whom the institute asks something at all: what its editors may look at."""
        return self.labs.for_those_of(self._asked)

    def fitting(self) -> "tuple[OutcomeQuerySet, LabQuerySet]":
        """Return the outcomes and the labs, each with the other end of a link that may fit."""
        return self.outcomes.with_fitting(self._given), self.labs_expected.with_fitting(self._asked)
