"""When a partner leaves: its space is kept, given to another, or, when there is nothing in it, taken away.

Nothing is ever lost: pages, their revisions, images and documents are as many afterwards as before.
"""

from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _
from wagtail.actions.move_page import MovePageAction
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from portal.core.models.users import AnyUser
from portal.partners.content_summary import ContentSummary
from portal.partners.models import Partner
from portal.partners.provision import one_at_a_time
from portal.partners.roles import groups_at


@transaction.atomic
def archive(partner: Partner, user: AnyUser | None = None) -> None:
    """Let a partner leave: everybody can read what it made, its people lose their role."""
    one_at_a_time()
    partner.refresh_from_db()
    partner.archived = True
    partner.save()
    for group in groups_at(partner):
        group.user_set.clear()
    log(instance=partner, action="wagtail.edit", user=user)


@transaction.atomic
def bring_back(partner: Partner, user: AnyUser | None = None) -> None:
    """Let a partner that left take part again; its people are invited anew."""
    one_at_a_time()
    partner.refresh_from_db()
    partner.archived = False
    partner.save()
    log(instance=partner, action="wagtail.edit", user=user)


@transaction.atomic
def hand_over(partner: Partner, recipient: Partner, user: AnyUser | None = None) -> None:
    """Move all pages, images and documents to another partner, and let this one leave.

    Old addresses lead to the new ones. Raises ValidationError, with nothing moved, when a page does not fit there.
    """
    one_at_a_time()
    recipient.refresh_from_db()
    if recipient.archived or recipient.pk == partner.pk:
        raise ValidationError({"recipient": _("Choose another partner, one that takes part.")})
    for page, target in _moves(partner, recipient):
        page, target = Page.objects.get(pk=page.pk), Page.objects.get(pk=target.pk)
        MovePageAction(page, target, pos="last-child", user=user).execute(skip_permission_checks=True)
    inventory = ContentSummary(partner)
    for model in (get_image_model(), get_document_model()):
        for item in inventory.media(model):
            item.collection = recipient.collection
            item.save(update_fields=["collection"])
    archive(partner, user)


def _moves(partner: Partner, recipient: Partner) -> list[tuple[Page, Page]]:
    """Return each page directly below a space with its new place; raises ValidationError with all obstacles."""
    places = {space.locale_id: space for space in recipient.spaces}
    moves, problems = [], []
    for space in partner.spaces.select_related("locale"):
        target = places.get(space.locale_id)
        for page in space.get_children().specific():
            if target is None:
                problems.append(_("%(name)s has no space in this language: %(locale)s.") % _words(recipient, space))
                break
            if obstacle := _obstacle(page, target):
                problems.append(obstacle)
            else:
                moves.append((page, target))
    if problems:
        raise ValidationError({"recipient": problems})
    return moves


def _words(recipient: Partner, space: Page) -> dict[str, Any]:
    return {"name": recipient.name, "locale": space.locale}


def _obstacle(page: Page, target: Page) -> str:
    """Return why a page cannot stand in a space, or nothing."""
    words = {"title": page.get_admin_display_title(), "slug": page.slug, "space": target.get_admin_display_title()}
    if target.specific_class not in page.allowed_parent_page_models():
        words["type"] = page._meta.verbose_name
        return _("“%(title)s” (%(type)s) cannot stand below “%(space)s”.") % words
    if target.get_children().filter(slug=page.slug).exists():
        return _("Below “%(space)s” stands already a page with the address “%(slug)s”. Change one of the two.") % words
    return ""


@transaction.atomic
def remove(partner: Partner, user: AnyUser | None = None) -> None:
    """Take away a partner that has nothing, and its empty space; raises ValidationError for one that has."""
    one_at_a_time()
    if ContentSummary(partner).keeps_content:
        raise ValidationError(_("%(name)s has content or people, so it cannot be removed.") % {"name": partner.name})
    log(instance=partner, action="wagtail.delete", user=user, deleted=True)
    keys = {space.translation_key for space in partner.spaces}
    for space in partner.spaces.order_by("-pk"):
        Page.objects.get(pk=space.pk).specific.delete(user=user, skip_permission_checks=True)
    TranslationSource.objects.filter(object_id__in=keys).delete()
    partner.delete()


def refuse_to_lose(partner: Partner) -> None:
    """Stop the deletion of a record that still has something; raises ProtectedError, with a message for people."""
    if ContentSummary(partner).keeps_content:
        message = _("%(name)s has content or people, so it cannot be removed.") % {"name": partner.name}
        raise ProtectedError(message, {partner})


def clear_away(partner: Partner) -> None:
    """Delete what only the record needed: its groups, its empty collection and its workflow."""
    Group.objects.filter(pk__in=[group.pk for group in groups_at(partner)]).delete()
    if partner.collection:
        partner.collection.delete()
    if partner.workflow:
        for step in partner.workflow.workflow_tasks.select_related("task"):
            step.task.delete()
        partner.workflow.delete()
