"""What a reader of the curriculum chose in the address: their institute and a training group. No cookie keeps it."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from curriculum.groups.listing import ListedGroup
from curriculum.labs.rows import lab_pages
from curriculum.mapping.gaps import Gaps
from curriculum.mapping.outcomes import ListedOutcome, by_institute
from curriculum.request_context import CurriculumContext
from portal.core.facets import FacetedList, WordFacet
from portal.core.models.pages import PortalPage
from portal.partners.models import Partner

INSTITUTE, GROUP = "instituut", "groep"


def institute_facet(institutes: Sequence[Partner]) -> WordFacet[ListedOutcome]:
    """Return the facet of outcomes: one institute, of those that have any."""
    names = {institute.slug: institute.name for institute in institutes}
    return WordFacet(INSTITUTE, _("Institute"), names, lambda outcome: [outcome.partner.slug], takes_one=True)


def group_facet(groups: Sequence[ListedGroup]) -> WordFacet[ListedOutcome]:
    """Return the facet of outcomes: one training group, of all there are; an outcome that names none is for all."""
    names = {listed.facts.slug: listed.group.name for listed in groups}

    def groups_of(outcome: ListedOutcome) -> Sequence[str]:
        return [group.slug for group in outcome.groups] or list(names)

    return WordFacet(GROUP, _("Training group"), names, groups_of, shows_all=True, takes_one=True)


def chosen_institute(institutes: Sequence[Partner], query: QueryDict) -> Partner | None:
    """Return the institute that the address asks for, of those that have outcomes; None without one."""
    asked = institute_facet(institutes).read(query)
    return next((institute for institute in institutes if institute.slug in asked), None)


class CurriculumChoice:
    """An institute and a group, each if the address asks for a known one, with the form that asks for them."""

    def __init__(self, known: CurriculumContext, query: QueryDict) -> None:
        self.institutes = [found.partner for found in by_institute(known.outcomes)]
        facets = [institute_facet(self.institutes), group_facet(known.groups)]
        self.outcomes = FacetedList(known.outcomes, facets, query)
        self.institute = chosen_institute(self.institutes, query)
        self._groups = known.groups

    @cached_property
    def group(self) -> ListedGroup | None:
        """The training group, if one was chosen."""
        return next((one for one in self._groups if one.facts.slug in self.outcomes.choice[GROUP]), None)

    def fits_group(self) -> Callable[[PortalPage], bool]:
        """Return whether somebody of the group can follow a lab, given in any language; without a group anybody can."""
        if self.group is None:
            return bool
        labs: Any = lab_pages()
        fitting = set(labs.for_group(self.group.facts.translation_key).values_list("translation_key", flat=True))
        return lambda lab: lab.translation_key in fitting

    @property
    def gaps(self) -> Gaps:
        """What is missing for what was chosen."""
        return Gaps(self.institute, self.group.facts.translation_key if self.group else None)
