"""The partners in the groups of the partnership page. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.core.models.vocabularies import Formality, PartnerKind


@dataclass(frozen=True, slots=True)
class PartnerGroup:
    """A heading with the spaces of the partners below it."""

    title: str | Promise
    note: str | Promise
    spaces: tuple[Any, ...]


SCHOOLS = (PartnerKind.SCHOOL, PartnerKind.BOARD)


def group_partners(spaces: Iterable[Any]) -> list[PartnerGroup]:
    """Return the spaces by group, each exactly once; a group without partners is left out."""
    schools, institutes, informal, core = [], [], [], []
    for space in spaces:
        partner = space.partner
        if partner.kind == PartnerKind.CORE:
            core.append(space)
        elif partner.formality != Formality.FORMAL:
            informal.append(space)
        elif partner.kind in SCHOOLS:
            schools.append(space)
        else:
            institutes.append(space)
    groups = [
        PartnerGroup(_("Schools and board"), "", tuple(schools)),
        PartnerGroup(_("Institutes"), "", tuple(institutes)),
        PartnerGroup(
            _("Informal partners"),
            _("No formal partner, but part of educating together."),
            tuple(informal),
        ),
        PartnerGroup(_("Core team"), "", tuple(core)),
    ]
    return [group for group in groups if group.spaces]
