"""Who works on the pages of a partner, or of the core team: people whose account is open."""

from django.contrib.auth.models import Group
from django.db.models import QuerySet

from portal.core.models.users import User
from portal.partners.models import Partner
from portal.partners.rights import Role
from portal.partners.roles import CORE_GROUPS


def writers_of(partner: Partner | None) -> "QuerySet[User]":
    """Return who may change the pages of a partner, by name: its authors and editors; of the core team without one."""
    if partner is None:
        return _members(Group.objects.filter(name__in=CORE_GROUPS.values()))
    return _members(Group.objects.filter(pk__in=[key for key in (partner.authors_id, partner.editors_id) if key]))


def editors_of(partner: Partner | None) -> "QuerySet[User]":
    """Return who publishes the pages of a partner; the editors of the core team without one."""
    if partner is None:
        return _members(Group.objects.filter(name=CORE_GROUPS[Role.CORE_EDITOR]))
    return _members(Group.objects.filter(pk__in=[key for key in (partner.editors_id,) if key]))


def _members(groups: "QuerySet[Group]") -> "QuerySet[User]":
    people = User.objects.filter(is_active=True, groups__in=groups)
    return people.distinct().order_by("first_name", "last_name", "pk")
