"""One call that gives a partner its groups, media collection, workflow and rights, and mends them.

Rights of a partner's groups come from the tables below and nowhere else; calling `provision` again
adds what is missing and takes away what does not belong.
"""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from portal.models.vocabularies import Formality
from portal.partners.models import Partner

AUTHOR_RIGHTS = ("add_page", "change_page")
EDITOR_RIGHTS = (*AUTHOR_RIGHTS, "publish_page", "lock_page", "unlock_page")
TRANSLATOR_RIGHTS = ("change_page",)
MEDIA_RIGHTS = ("add", "change", "choose")


@transaction.atomic
def provision(partner: Partner) -> Partner:
    """Make or mend everything a partner needs to publish in its space. Calling it twice changes nothing."""
    _groups(partner)
    _collection(partner)
    partner.save()
    _page_rights(partner)
    _media_rights(partner)
    _workflow(partner)
    return partner


def page_rights(partner: Partner) -> dict[Group, tuple[str, ...]]:
    """Return the page rights per group. Editors of a partner without formal agreement write and submit."""
    may_publish = partner.formality == Formality.FORMAL
    return {
        partner.authors: AUTHOR_RIGHTS,
        partner.editors: EDITOR_RIGHTS if may_publish else AUTHOR_RIGHTS,
        partner.translators: TRANSLATOR_RIGHTS,
    }


def reviewers(partner: Partner) -> Group:
    """Return the group that approves: the partner's own editors, or those of the formal partner it is linked to."""
    linked = partner.linked_to
    if partner.formality != Formality.FORMAL and linked and linked.formality == Formality.FORMAL and linked.editors:
        return linked.editors
    return partner.editors


def _groups(partner: Partner) -> None:
    access = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    submit = Permission.objects.filter(codename="submit_translation", content_type__app_label="wagtail_localize")
    for field, role in (("authors", "auteurs"), ("editors", "redacteuren"), ("translators", "vertalers")):
        group = getattr(partner, field)
        if group is None:
            group, _made = Group.objects.get_or_create(name=f"{partner.name}: {role}")
            setattr(partner, field, group)
        group.permissions.set([access, *submit])


def _collection(partner: Partner) -> None:
    if partner.collection_id is None:
        root = Collection.get_first_root_node()
        existing = root.get_children().filter(name=partner.name).first()
        partner.collection = existing or root.add_child(name=partner.name)


def _page_rights(partner: Partner) -> None:
    spaces = [page.pk for page in partner.spaces]
    for group, codenames in page_rights(partner).items():
        wanted = {(page, codename) for page in spaces for codename in codenames}
        _match(
            GroupPagePermission.objects.filter(group=group),
            wanted,
            key=lambda row: (row.page_id, row.permission.codename),
            make=lambda page, codename, group=group: GroupPagePermission(
                group=group, page_id=page, permission=_page_permission(codename)
            ),
        )


def _media_rights(partner: Partner) -> None:
    codenames = [f"{action}_{name}" for name in ("image", "document") for action in MEDIA_RIGHTS]
    for group in (partner.authors, partner.editors):
        _match(
            GroupCollectionPermission.objects.filter(group=group),
            {(partner.collection_id, codename) for codename in codenames},
            key=lambda row: (row.collection_id, row.permission.codename),
            make=lambda collection, codename, group=group: GroupCollectionPermission(
                group=group,
                collection_id=collection,
                permission=Permission.objects.get(
                    content_type__app_label__in=("wagtailimages", "wagtaildocs"), codename=codename
                ),
            ),
        )


def _workflow(partner: Partner) -> None:
    if partner.workflow_id is None:
        workflow = Workflow.objects.create(name=f"{partner.name}: nakijken")
        task = GroupApprovalTask.objects.create(name=f"{partner.name}: nakijken")
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
        partner.workflow = workflow
        partner.save(update_fields=["workflow"])
    task = partner.workflow.workflow_tasks.first().task.specific
    task.groups.set([reviewers(partner)])
    for page in partner.spaces:
        WorkflowPage.objects.update_or_create(page=page, defaults={"workflow": partner.workflow})


def _page_permission(codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)


def _match(rows: Iterable, wanted: set, key, make) -> None:
    """Make the stored rows equal to the wanted set: delete the surplus, add what is missing."""
    present = {}
    for row in rows.select_related("permission"):
        present[key(row)] = row
    for surplus in present.keys() - wanted:
        present[surplus].delete()
    for missing in sorted(wanted - present.keys()):
        make(*missing).save()
