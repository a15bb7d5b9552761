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
    _match(GroupPagePermission.objects.filter(group=group), group, "page_id", wanted, ["wagtailcore"])


def match_collection_rights(group: Group, wanted: Mapping[int | None, Iterable[str]]) -> None:
    """Give a group these rights per collection, and no others."""
    _match(GroupCollectionPermission.objects.filter(group=group), group, "collection_id", wanted, MEDIA_OWNERS)


def _permissions_on(model: type[models.Model], actions: Iterable[str]) -> models.Q:
    names = [f"{action}_{model._meta.model_name}" for action in actions]
    return models.Q(content_type__app_label=model._meta.app_label, codename__in=names)


def _match(
    rows: models.QuerySet[Any], group: Group, place: str, wanted: Mapping[Any, Iterable[str]], owners: Iterable[str]
) -> None:
    """Delete the rows of a group that are not wanted, and make the wanted ones that are missing."""
    pairs = {(at, codename) for at, names in wanted.items() for codename in names}
    found = rows.values_list("pk", place, "permission__codename")
    present = {(at, codename): pk for pk, at, codename in found}
    if surplus := present.keys() - pairs:
        rows.filter(pk__in=[present[pair] for pair in surplus]).delete()
    if missing := sorted(pairs - present.keys()):
        named = Permission.objects.filter(content_type__app_label__in=owners).values_list("codename", "pk")
        permissions = dict(named)
        rows.bulk_create(
            rows.model(group=group, permission_id=permissions[codename], **{place: at}) for at, codename in missing
        )
