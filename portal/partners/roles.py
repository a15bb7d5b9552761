"""Roles of people: which group carries a role, giving a role, and the groups of the core team."""

from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction

from portal.models.users import User
from portal.models.vocabularies import Formality
from portal.partners.models import Partner
from portal.partners.rights import Role

CORE_GROUPS = {Role.CORE_EDITOR: "Kernredactie", Role.CORE_ADMIN: "Kernbeheer"}
"""Names of the two groups of the core team. They are fixed: only a superuser can rename a group."""

PARTNER_FIELDS = {
    Role.AUTHOR: "authors",
    Role.EDITOR: "editors",
    Role.JOINING: "editors",
    Role.TRANSLATOR: "translators",
}
"""The field of a partner that refers to the group of a role."""


def core_group(role: Role) -> Group:
    """Return the group of a role in the core team, made when it is not there yet."""
    return Group.objects.get_or_create(name=CORE_GROUPS[role])[0]


def group_of(partner: Partner | None, role: Role) -> Group:
    """Return the group that carries a role; raises ValueError for a role that cannot be given.

    Without a partner the role is one of the core team. A partner without groups gets them first.
    """
    from portal.partners.provision import provision

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


def groups_at(partner: Partner | None) -> list[Group]:
    """Return the groups of a partner, or of the core team."""
    if partner is None:
        return list(Group.objects.filter(name__in=CORE_GROUPS.values()))
    return [group for group in (partner.authors, partner.editors, partner.translators) if group is not None]


def roles_of(user: Any) -> list[tuple[Partner | None, Role]]:
    """Return the roles a person has: first those in the core team, then those at partners by name."""
    groups = {group.pk: group.name for group in user.groups.all()}
    found: list[tuple[Partner | None, Role]] = [
        (None, role) for role, name in CORE_GROUPS.items() if name in groups.values()
    ]
    for partner in Partner.objects.of_editor(user):
        fields = ("authors", "editors", "translators")
        found += [(partner, role_in(partner, field)) for field in fields if getattr(partner, f"{field}_id") in groups]
    return found


def role_in(partner: Partner, field: str) -> Role:
    """Return the role that a group of a partner carries; it depends on the formality of the partner."""
    if field == "authors":
        return Role.AUTHOR
    if field == "translators":
        return Role.TRANSLATOR
    return Role.EDITOR if partner.formality == Formality.FORMAL else Role.JOINING
