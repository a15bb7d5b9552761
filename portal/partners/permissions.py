"""Wagtail's and Django's permission rows made equal to what the rights table says."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db import models
from wagtail.models import GroupCollectionPermission, GroupPagePermission
from wagtail.snippets.models import get_snippet_models

from portal.partners.models import Partner
from portal.partners.rights import CORE, Role, Subject, codenames

MEDIA_OWNERS = ("wagtailimages", "wagtaildocs")
"""Wagtail keeps the permissions of images and documents at its own models, also when a site has its own."""


def model_permissions(role: Role) -> models.QuerySet[Permission]:
    """Return the permissions that do not depend on a place in the tree.

    Everyone with a role may open the admin and ask for a translation; the second is narrowed down to own pages by
    `portal.partners.access.localize`, because wagtail-localize itself asks only for this one right. A partner's role
    holds nothing else model-wide.
    """
    wanted = models.Q(content_type__app_label="wagtailadmin", codename="access_admin")
    wanted |= models.Q(content_type__app_label="wagtail_localize", codename="submit_translation")
    for dotted in codenames(role, Subject.PARTNER):
        app, codename = dotted.split(".")
        wanted |= models.Q(content_type__app_label=app, codename=codename)
    if role in CORE:
        for model in central_models():
            wanted |= _permissions_on(model, codenames(role, Subject.CENTRAL))
    return Permission.objects.filter(wanted)


def central_models() -> list[type[models.Model]]:
    """Return the snippets of the core team: all there are, except the partners themselves."""
    return [model for model in get_snippet_models() if model is not Partner]


def match_page_rights(group: Group, wanted: Mapping[int, Iterable[str]]) -> None:
    """Give a group these rights per page, and no others."""
    rows = GroupPagePermission.objects.filter(group=group).select_related("permission")
    present = {(row.page_id, row.permission.codename): row for row in rows}
    permissions = _by_codename(Permission.objects.filter(content_type__app_label="wagtailcore"))
    missing = _match(present, _pairs(wanted))
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page_id=page, permission=permissions[codename]) for page, codename in missing
    )


def match_collection_rights(group: Group, wanted: Mapping[int | None, Iterable[str]]) -> None:
    """Give a group these rights per collection, and no others."""
    rows = GroupCollectionPermission.objects.filter(group=group).select_related("permission")
    present = {(row.collection_id, row.permission.codename): row for row in rows}
    permissions = _by_codename(Permission.objects.filter(content_type__app_label__in=MEDIA_OWNERS))
    missing = _match(present, _pairs(wanted))
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection_id=collection, permission=permissions[codename])
        for collection, codename in missing
    )


def _permissions_on(model: type[models.Model], actions: Iterable[str]) -> models.Q:
    names = [f"{action}_{model._meta.model_name}" for action in actions]
    return models.Q(content_type__app_label=model._meta.app_label, codename__in=names)


def _pairs(wanted: Mapping[Any, Iterable[str]]) -> set[tuple[Any, str]]:
    return {(place, codename) for place, names in wanted.items() for codename in names}


def _by_codename(permissions: models.QuerySet[Permission]) -> dict[str, Permission]:
    return {permission.codename: permission for permission in permissions}


def _match(present: dict[tuple[Any, str], Any], wanted: set[tuple[Any, str]]) -> list[tuple[Any, str]]:
    """Delete the rows that are not wanted and return the wanted ones that are missing."""
    for surplus in present.keys() - wanted:
        present[surplus].delete()
    return sorted(wanted - present.keys())
