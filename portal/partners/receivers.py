"""Rights follow at once: whatever changes about a partner or its space, its rights change in the same transaction."""

from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, TranslatableMixin
from wagtail.signals import copy_for_translation_done, post_page_move

from portal.core.content_cache import watch
from portal.core.models.pages import PortalPage
from portal.partners.lifecycle import clear_away, refuse_to_lose
from portal.partners.models import LanguageGroup, Partner
from portal.partners.provision import follow
from portal.partners.spaces import PartnerSpace

watch(Partner)


@receiver(post_save, sender=Partner)
def rights_follow_the_record(instance: Partner, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Another name, formality, link or the end of taking part changes the rights of a partner that has any."""
    if not created and not raw and instance.workflow_id:
        follow(instance)


@receiver(post_save)
def rights_follow_the_space(sender: type[Model], instance: Model, raw: bool = False, **kwargs: Any) -> None:
    """Give a new space its rights; one given to another partner takes what stands in it along."""
    if raw or not isinstance(instance, PartnerSpace):
        return
    owner = PortalPage.objects.filter(pk=instance.pk).values_list("partner_id", flat=True).first()
    reached = Partner.objects.filter(workflow__workflow_pages__page=instance.pk)
    former = list(reached.exclude(pk=owner))
    if former:
        owner_follows_the_tree(instance)
    if former or not reached.filter(pk=owner).exists():
        follow(*former, *Partner.objects.filter(pk=owner).exclude(workflow=None))


@receiver(copy_for_translation_done)
def rights_reach_the_new_tree(target_obj: TranslatableMixin, **kwargs: Any) -> None:
    """When a space gets a translation, its partner gets the same rights there; saving it gave them as a rule."""
    if isinstance(target_obj, PortalPage) and target_obj.is_space and target_obj.partner_id:
        reached = Partner.objects.filter(workflow__workflow_pages__page=target_obj.pk)
        follow(*Partner.objects.filter(pk=target_obj.partner_id).exclude(pk__in=reached))


@receiver(post_page_move)
def owner_follows_the_tree(instance: Page, **kwargs: Any) -> None:
    """After a move, derive the partner of the page and everything below it again."""
    moved = PortalPage.objects.filter(path__startswith=instance.path).order_by("depth")
    for page in moved:
        partner_id = page.partner_id if page.is_space else page.inherited_partner_id()
        if partner_id != page.partner_id:
            PortalPage.objects.filter(pk=page.pk).update(partner=partner_id)


@receiver(pre_delete, sender=Partner)
def content_is_never_lost(instance: Partner, **kwargs: Any) -> None:
    """Refuse to delete a partner that has anything."""
    refuse_to_lose(instance)


@receiver(post_delete, sender=Partner)
def nothing_is_left_of_what_was_empty(instance: Partner, **kwargs: Any) -> None:
    """Take the groups, the collection and the workflow of a deleted partner away."""
    clear_away(instance)


@receiver(post_delete, sender=LanguageGroup)
def group_of_language_goes(instance: LanguageGroup, **kwargs: Any) -> None:
    """Delete the group itself when its partner or its language goes."""
    Group.objects.filter(pk=instance.group_id).delete()
