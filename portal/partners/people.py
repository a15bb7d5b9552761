"""Who works on the pages of a partner, or of the core team: people whose account is open."""

from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.db.models import QuerySet
from wagtail.models import Locale

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


@dataclass(frozen=True, slots=True)
class Translator:
    """Somebody who translates for a partner: into these languages, or into all when there are none."""

    person: User
    partner: Partner
    languages: tuple[Locale, ...] = ()


def translators() -> list[Translator]:
    """Return who translates for each partner that takes part, by partner and name."""
    found = []
    for partner in Partner.objects.active().prefetch_related("language_groups__locale"):
        limits = {row.group_id: row.locale for row in partner.language_groups.all()}
        people = _members(Group.objects.filter(pk__in=[*limits, partner.translators_id or 0]))
        for person in people.prefetch_related("groups"):
            groups = [group.pk for group in person.groups.all()]
            languages = [limits[group] for group in groups if group in limits]
            found.append(Translator(person, partner, tuple(sorted(languages, key=lambda locale: locale.pk))))
    return found


def _members(groups: "QuerySet[Group]") -> "QuerySet[User]":
    people = User.objects.filter(is_active=True, groups__in=groups)
    return people.distinct().order_by("first_name", "last_name", "pk")
