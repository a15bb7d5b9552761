"""What follows when pages move, go offline or get a translation."""

from typing import Any

from django.dispatch import receiver
from wagtail.signals import copy_for_translation_done, page_unpublished, post_page_move

from portal.models import PortalPage


@receiver(post_page_move)
def owner_follows_the_tree(instance: Any, **kwargs: Any) -> None:
    """After a move, derive the partner of the page and everything below it again."""
    moved = PortalPage.objects.filter(path__startswith=instance.path).order_by("depth")
    for page in moved:
        partner_id = page.partner_id if page.is_space else page.inherited_partner_id()
        if partner_id != page.partner_id:
            PortalPage.objects.filter(pk=page.pk).update(partner=partner_id)


@receiver(page_unpublished)
def translations_follow_their_facts_offline(instance: Any, **kwargs: Any) -> None:
    """Without its Dutch page a translation has no facts: it goes offline too. Also fires on deletion."""
    if not isinstance(instance, PortalPage) or not instance.owns_facts:
        return
    for translation in instance.get_translations().filter(live=True):
        translation.specific.unpublish()


@receiver(copy_for_translation_done)
def rights_reach_the_new_tree(target_obj: Any, **kwargs: Any) -> None:
    """When a space gets a translation, its partner gets the same rights there, in the same transaction."""
    from portal.partners.provision import provision

    if isinstance(target_obj, PortalPage) and target_obj.is_space and target_obj.partner:
        provision(target_obj.partner)
