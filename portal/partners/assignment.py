"""Giving, limiting and taking roles. A partner without groups gets them first."""

from collections.abc import Collection

from django.contrib.auth.models import Group
from django.db import transaction

from portal.core.models.users import User
from portal.partners.models import Partner
from portal.partners.provision import group_of_language, provision
from portal.partners.rights import Role
from portal.partners.roles import (
    CORE_GROUPS,
    PARTNER_FIELDS,
    core_group,
    groups_at,
    groups_of_one_language,
    roles_of,
)


def group_of(partner: Partner | None, role: Role, language: str = "") -> Group:
    """Return the group that carries a role; raises ValueError for a role that cannot be given.

    Without a partner the role is one of the core team. A partner without groups gets them first. A language limits a
    translator to it.
    """
    if language and (partner is None or role is not Role.TRANSLATOR):
        raise ValueError(f"{role} is not limited to a language")
    if partner is None:
        if role not in CORE_GROUPS:
            raise ValueError(f"{role} is not a role of the core team")
        return core_group(role)
    if role not in PARTNER_FIELDS:
        raise ValueError(f"{role} is not a role at a partner")
    if getattr(partner, PARTNER_FIELDS[role]) is None:
        provision(partner)
    if language:
        return group_of_language(partner, language)
    group: Group = getattr(partner, PARTNER_FIELDS[role])
    return group


@transaction.atomic
def assign(user: User, partner: Partner | None, role: Role, language: str = "") -> None:
    """Give a person a role at a partner, or in the core team (`partner` None), in place of an earlier one there.

    A language limits a translator to it; whoever was limited to another language may work in both. Raises ValueError
    for a role that does not fit. It counts from the next request on.
    """
    group = group_of(partner, role, language)
    beside = groups_of_one_language(partner) if partner and language else []
    user.groups.remove(*(other for other in groups_at(partner) if other not in (group, *beside)))
    user.groups.add(group)


@transaction.atomic
def limit(user: User, partner: Partner, languages: Collection[str]) -> None:
    """Let a translator of a partner work in these languages only; in all when there are none.

    Raises ValueError for somebody who does not translate for the partner. It counts from the next request on.
    """
    if (partner, Role.TRANSLATOR) not in roles_of(user):
        raise ValueError(f"{user} does not translate for {partner}")
    wanted = {group_of(partner, Role.TRANSLATOR, language) for language in languages or [""]}
    carried = {group_of(partner, Role.TRANSLATOR), *groups_of_one_language(partner)}
    user.groups.remove(*(carried - wanted))
    user.groups.add(*wanted)


def withdraw(user: User, partner: Partner | None) -> None:
    """Take away every role somebody has at a partner, or in the core team (`partner` None)."""
    user.groups.remove(*groups_at(partner))
