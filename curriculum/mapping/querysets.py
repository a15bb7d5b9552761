"""Questions about labs and learning outcomes together, asked in the database: what counts, and what is missing.

Rows stand on Dutch pages and may name a page in any language, so a lab is known by the key it has in all of them.
"""

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from curriculum.labs.rows import LabGroup, LabSession, LabTheme
from curriculum.mapping.rows import OutcomeGroup, OutcomeLab, OutcomeTheme
from curriculum.rollover.editions import goes_on
from portal.core.models.querysets import PortalPageQuerySet


class MappedQuerySet(PortalPageQuerySet):
    """Questions that labs and outcomes have in common. A page that names no training group is for all of them."""

    group_rows: Any
    theme_rows: Any

    def for_group(self, group: UUID) -> Self:
        """Return the pages for a training group, given by the key of all its languages."""
        rows = self.group_rows._default_manager
        named = rows.filter(group__translation_key=group).values("page")
        return self.filter(Q(pk__in=named) | ~Q(pk__in=rows.values("page")))

    def about(self, theme: UUID) -> Self:
        """Return the pages about a theme, given by the key of all its languages."""
        rows = self.theme_rows._default_manager
        return self.filter(pk__in=rows.filter(theme__translation_key=theme).values("page"))

    def read(self) -> Self:
        """Return the Dutch pages that every visitor can read."""
        found: Self = self.originals().live().public()
        return found


class OutcomeQuerySet(MappedQuerySet):
    """Questions about learning outcomes."""

    group_rows, theme_rows = OutcomeGroup, OutcomeTheme

    def helped_by_none_of(self, labs: "LabQuerySet") -> Self:
        """Return the outcomes for which none of these labs counts."""
        return self.filter(~_counting(labs))

    def saying(self, name: str, labs: "LabQuerySet") -> Self:
        """Add, under a name, whether one of these labs counts for the outcome."""
        return self.annotate(**{name: _counting(labs)})

    def with_fitting(self, labs: "LabQuerySet") -> Self:
        """Add `fitting`: the key of one of these labs about the same theme, if possible for the same group."""
        same = LabGroup.objects.filter(page=OuterRef("pk"), group__outcome_rows__page=OuterRef(OuterRef("pk")))
        alike = labs.filter(themes__theme__outcome_rows__page=OuterRef("pk")).annotate(for_same=Exists(same))
        return self.annotate(fitting=Subquery(alike.order_by("-for_same", "path").values("pk")[:1]))


class LabQuerySet(MappedQuerySet):
    """Questions about labs."""

    group_rows, theme_rows = LabGroup, LabTheme

    def current(self, now: datetime) -> Self:
        """Return the labs that every visitor can read, but for editions of an earlier school year that are over."""
        return self.read().exclude(goes_on() & ~Exists(_coming(now)))

    def with_a_date(self, now: datetime) -> Self:
        """Return the labs of which a session that takes place is not over."""
        return self.filter(Exists(_coming(now).filter(state=LabSession.State.PLANNED)))

    def counting_for_none_of(self, outcomes: OutcomeQuerySet) -> Self:
        """Return the labs that count for none of these outcomes."""
        counted = OutcomeLab.objects.filter(page__in=outcomes.order_by().values("pk"))
        return self.exclude(translation_key__in=counted.values("lab__translation_key"))

    def for_those_of(self, outcomes: OutcomeQuerySet) -> Self:
        """Return the labs that somebody can follow for whom one of these outcomes is meant."""
        asked = OutcomeGroup.objects.filter(page__in=outcomes.order_by().values("pk")).values("group__translation_key")
        named = LabGroup.objects.filter(group__translation_key__in=asked).values("page")
        for_all = Exists(outcomes.exclude(pk__in=OutcomeGroup.objects.values("page")))
        open_to_all = ~Q(pk__in=LabGroup.objects.values("page")) & Q(Exists(outcomes))
        return self.filter(Q(for_all) | Q(pk__in=named) | open_to_all)

    def with_fitting(self, outcomes: OutcomeQuerySet) -> Self:
        """Add `fitting`: the key of one of these outcomes about the same theme, if possible for the same group."""
        same = OutcomeGroup.objects.filter(page=OuterRef("pk"), group__lab_rows__page=OuterRef(OuterRef("pk")))
        alike = outcomes.filter(themes__theme__lab_rows__page=OuterRef("pk")).annotate(for_same=Exists(same))
        return self.annotate(fitting=Subquery(alike.order_by("-for_same", "code", "pk").values("pk")[:1]))


def _counting(labs: LabQuerySet) -> Exists:
    keys = labs.order_by().values("translation_key")
    return Exists(OutcomeLab.objects.filter(page=OuterRef("pk"), lab__translation_key__in=keys))


def _coming(now: datetime) -> QuerySet[LabSession]:
    return LabSession.objects.filter(page=OuterRef("pk"), ends__gt=now)
