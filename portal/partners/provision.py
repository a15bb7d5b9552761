"""One call that gives a partner its groups, media collection, workflow and rights, and mends them.

What the groups may do comes from `portal.partners.rights` and nowhere else; calling `provision` again
adds what is missing and takes away what does not belong.
"""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, Locale, Page, Workflow, WorkflowPage, WorkflowTask

from portal.afterwards import Afterwards
from portal.core.locks import Lock, wait_for
from portal.core.models.vocabularies import Formality
from portal.partners.models import LanguageGroup, Partner
from portal.partners.permissions import match_collection_rights, match_page_rights, model_permissions
from portal.partners.review import ReviewTask
from portal.partners.rights import Role, Subject, Whose, codenames
from portal.partners.roles import core_group, role_in

GROUPS = {"authors": "auteurs", "editors": "redacteuren", "translators": "vertalers"}
"""The fields of a partner that refer to groups, and how each group is called."""

CORE_WORKFLOW = "Kernteam: nakijken"

SHARED_COLLECTION = "Gedeeld"
"""Images and documents of the core team that every partner may use in its pages."""


def one_at_a_time() -> None:
    """Wait until nobody else is changing rights, so that each change starts from what the one before made of them."""
    wait_for(Lock.RIGHTS)


@transaction.atomic
def provision_all(partners: Iterable[Partner]) -> None:
    """Make or mend everything partners need to publish in their spaces. Calling it twice changes nothing.

    The records are read again first: somebody may have changed one while this change waited for its turn.
    """
    partners = list(partners)
    if partners:
        one_at_a_time()
        provision_core_team()
        shared = shared_collection().pk
    for partner in partners:
        partner.refresh_from_db()
        _provision(partner, shared)


def provision(partner: Partner) -> Partner:
    """Do so for one partner, at once."""
    provision_all([partner])
    return partner


follow = Afterwards("provision", provision_all)
"""Lets the rights of partners follow a change of their record or their spaces."""


def _provision(partner: Partner, shared: int) -> None:
    """Do so for one partner; `shared` is the collection of everybody."""
    _refer(partner, **{field: _group(partner, field) for field in GROUPS})
    _refer(partner, collection=_collection(partner), workflow=_workflow(partner))
    spaces = dict(partner.spaces.values_list("pk", "locale__language_code"))
    for field in GROUPS:
        _rights(partner, getattr(partner, field), role_in(partner, field), spaces, shared)
    for row in partner.language_groups.select_related("group", "locale"):
        own = {page: language for page, language in spaces.items() if language == row.locale.language_code}
        _rights(partner, row.group, Role.TRANSLATOR, own, shared)
    _review(partner)
    for linked in partner.linked_partners.exclude(workflow=None):
        _review(linked)


@transaction.atomic
def provision_core_team() -> None:
    """Make or mend the groups of the core team, their workflow and the collection shared with everyone."""
    shared_collection()
    root_page = Page.objects.filter(depth=1).values_list("pk", flat=True)
    root_collection = Collection.objects.filter(depth=1).values_list("pk", flat=True)
    for role in (Role.CORE_EDITOR, Role.CORE_ADMIN):
        group = core_group(role)
        group.permissions.set(model_permissions(role).values_list("pk", flat=True))
        match_page_rights(group, dict.fromkeys(root_page, codenames(role, Subject.PAGE)))
        match_collection_rights(group, dict.fromkeys(root_collection, codenames(role, Subject.MEDIA)))
    _core_workflow()


def shared_collection() -> Collection:
    """Return the collection that every partner may choose from: the oldest of its name."""
    root = Collection.get_first_root_node()
    found = root.get_children().filter(name=SHARED_COLLECTION).order_by("pk").first()
    return found or root.add_child(name=SHARED_COLLECTION)


def reviewers(partner: Partner) -> Group:
    """Return the group that approves what a partner submits.

    A formal partner approves its own work; for another the editors of the formal partner it is linked to,
    and without such a link the core team. What a partner that left had submitted is for the core team too.
    """
    if partner.archived:
        return core_group(Role.CORE_EDITOR)
    if partner.formality == Formality.FORMAL and partner.editors:
        return partner.editors
    linked = partner.linked_to
    if linked and linked.formality == Formality.FORMAL and not linked.archived and linked.editors:
        return linked.editors
    return core_group(Role.CORE_EDITOR)


def _refer(partner: Partner, **references: object) -> None:
    """Keep references on the record without announcing a change of it."""
    new = {name: value for name, value in references.items() if getattr(partner, name) != value}
    for name, value in new.items():
        setattr(partner, name, value)
    if new:
        Partner.objects.filter(pk=partner.pk).update(**new)


def _group(partner: Partner, field: str) -> Group:
    """Return the group, made when there is none; one of the same name that stands apart is somebody else's."""
    name = f"{partner.name}: {GROUPS[field]}"[:150]
    taken = Group.objects.filter(name=name).exists()
    group: Group | None = getattr(partner, field)
    if group is None:
        return Group.objects.create(name=f"{name[:90]} ({partner.slug})" if taken else name)
    if group.name != name and not taken:
        group.name = name
        group.save(update_fields=["name"])
    return group


def group_of_language(partner: Partner, language: str) -> Group:
    """Return the group of the translators who are limited to a language, made when it is not there yet.

    Raises Locale.DoesNotExist for a language in which the site has no pages.
    """
    locale = Locale.objects.get(language_code=language)
    row = partner.language_groups.filter(locale=locale).select_related("group").first()
    if row is None:
        name = f"{partner.name[:90]}: {GROUPS['translators']} {language} ({partner.slug})"
        group = Group.objects.create(name=name[:150])
        row = LanguageGroup.objects.create(partner=partner, locale=locale, group=group)
        provision(partner)
    found: Group = row.group
    return found


def _collection(partner: Partner) -> Collection:
    if partner.collection is None:
        return Collection.get_first_root_node().add_child(name=partner.name)
    if partner.collection.name != partner.name:
        partner.collection.name = partner.name
        partner.collection.save(update_fields=["name"])
        # Collections stand in the order of their names: with one out of order the next could not be made.
        partner.collection.move(Collection.get_first_root_node(), "sorted-child")
        partner.collection.refresh_from_db()
    return partner.collection


def _rights(partner: Partner, group: Group, role: Role, spaces: dict[int, str], shared: int) -> None:
    """Make the rights of one group equal to the table; the groups of an archived partner have none.

    `spaces` are the pages of the partner's spaces, each with its language.
    """
    active, dutch = not partner.archived, settings.LANGUAGE_CODE
    permissions = model_permissions(role) if active else Permission.objects.none()
    group.permissions.set(permissions.values_list("pk", flat=True))
    pages = {
        page: codenames(role, Subject.PAGE if language == dutch else Subject.TRANSLATION)
        for page, language in spaces.items()
    }
    collections = {
        partner.collection_id: codenames(role, Subject.MEDIA),
        shared: codenames(role, Subject.MEDIA, Whose.SHARED),
    }
    match_page_rights(group, pages if active else {})
    match_collection_rights(group, collections if active else {})


def _workflow(partner: Partner) -> Workflow:
    return partner.workflow or _new_workflow(f"{partner.name}: nakijken"[:255])


def _new_workflow(name: str) -> Workflow:
    """Make a workflow of one step that a group approves."""
    workflow = Workflow.objects.create(name=name)
    WorkflowTask.objects.create(workflow=workflow, task=ReviewTask.objects.create(name=name), sort_order=0)
    return workflow


def _review(partner: Partner) -> None:
    """Let the right group approve, and only what stands in this partner's spaces."""
    assert partner.workflow is not None
    _approved_by(partner.workflow, [reviewers(partner)])
    pages = list(partner.spaces.values_list("pk", flat=True))
    partner.workflow.workflow_pages.exclude(page__in=pages).delete()
    for page in pages:
        WorkflowPage.objects.update_or_create(page_id=page, defaults={"workflow": partner.workflow})


def _approved_by(workflow: Workflow, groups: list[Group]) -> None:
    for step in workflow.workflow_tasks.select_related("task"):
        step.task.specific.groups.set(groups)


def _core_workflow() -> None:
    """Let the core team approve what stands outside every space; Wagtail's own first workflow makes place."""
    root = Page.objects.get(depth=1)
    workflow = Workflow.objects.filter(name=CORE_WORKFLOW).first() or _new_workflow(CORE_WORKFLOW)
    _approved_by(workflow, [core_group(Role.CORE_EDITOR), core_group(Role.CORE_ADMIN)])
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
