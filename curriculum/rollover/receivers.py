"""A published edition takes the place of the one before it in search, and gives it back when it goes offline."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from curriculum.rollover.models import LabEdition
from search.documents import PAGE
from search.models import SearchEvent


@receiver(page_published)
@receiver(page_unpublished)
def look_at_the_edition_before(instance: Page, **kwargs: Any) -> None:
    """Note the lab of last year, in all its languages, when that of the new year came or went."""
    keys = LabEdition.objects.filter(new=instance.pk).values("old__translation_key")
    pages = Page.objects.filter(translation_key__in=keys)
    SearchEvent.objects.add([(PAGE, pk) for pk in pages.values_list("pk", flat=True)])
