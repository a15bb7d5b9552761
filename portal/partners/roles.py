"""Roles of people: which group carries which role, and the groups of the core team."""

from django.contrib.auth.models import Group

from portal.core.models.users import AnyUser
from portal.core.models.vocabularies import Formality
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


def groups_at(partner: Partner | None) -> list[Group]:
    """Return the groups of a partner, or of the core team."""
    if partner is None:
        return list(Group.objects.filter(name__in=CORE_GROUPS.values()))
    own = [group for group in (partner.authors, partner.editors, partner.translators) if group is not None]
    return [*own, *groups_of_one_language(partner)]


def groups_of_one_language(partner: Partner) -> list[Group]:
    """Return the groups of a partner's translators who are limited to a language."""
    return [row.group for row in partner.language_groups.select_related("group")]


def roles_of(user: AnyUser) -> list[tuple[Partner | None, Role]]:
    """Return the roles a person has: first those in the core team, then those at partners by name."""
    groups = {group.pk: group.name for group in user.groups.all()}
    found: list[tuple[Partner | None, Role]] = [
        (None, role) for role, name in CORE_GROUPS.items() if name in groups.values()
    ]
    for partner in Partner.objects.of_editor(user).prefetch_related("language_groups"):
        fields = ("authors", "editors", "translators")
        found += [(partner, role_in(partner, field)) for field in fields if getattr(partner, f"{field}_id") in groups]
        limited = any(row.group_id in groups for row in partner.language_groups.all())
        if limited and (partner, Role.TRANSLATOR) not in found:
            found.append((partner, Role.TRANSLATOR))
    return found


def role_in(partner: Partner, field: str) -> Role:
    """Return the role that a group of a partner carries; it depends on the formality of the partner."""
    if field == "authors":
        return Role.AUTHOR
    if field == "translators":
        return Role.TRANSLATOR
    return Role.EDITOR if partner.formality == Formality.FORMAL else Role.JOINING
