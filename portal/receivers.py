"""What follows when pages go offline."""

from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_unpublished

from portal.models import SharedFacts


@receiver(page_unpublished)
def translations_follow_their_facts_offline(instance: Any, **kwargs: Any) -> None:
    """Without its Dutch page a translation has no facts: it goes offline too. Also fires on deletion."""
    if not isinstance(instance, SharedFacts) or not instance.owns_facts:
        return
    page: Any = instance
    for translation in page.get_translations().filter(live=True):
        translation.specific.unpublish()
