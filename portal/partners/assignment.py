"""Giving and taking roles. A partner without groups gets them first."""

from django.contrib.auth.models import Group
from django.db import transaction

from portal.core.models.users import User
from portal.partners.models import Partner
from portal.partners.provision import provision
from portal.partners.rights import Role
from portal.partners.roles import CORE_GROUPS, PARTNER_FIELDS, core_group, groups_at


def group_of(partner: Partner | None, role: Role) -> Group:
    """Return the group that carries a role; raises ValueError for a role that cannot be given.

    Without a partner the role is one of the core team. A partner without groups gets them first.
    """
    if partner is None:
        if role not in CORE_GROUPS:
            raise ValueError(f"{role} is not a role of the core team")
        return core_group(role)
    if role not in PARTNER_FIELDS:
        raise ValueError(f"{role} is not a role at a partner")
    if getattr(partner, PARTNER_FIELDS[role]) is None:
        provision(partner)
    group: Group = getattr(partner, PARTNER_FIELDS[role])
    return group


@transaction.atomic
def assign(user: User, partner: Partner | None, role: Role) -> None:
    """Give a person a role at a partner, or in the core team (`partner` None), in place of an earlier one there.

    Raises ValueError for a role that does not fit. It counts from the next request on.
    """
    group = group_of(partner, role)
    user.groups.remove(*(other for other in groups_at(partner) if other != group))
    user.groups.add(group)


def withdraw(user: User, partner: Partner | None) -> None:
    """Take away every role somebody has at a partner, or in the core team (`partner` None)."""
    user.groups.remove(*groups_at(partner))
