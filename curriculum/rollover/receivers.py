"""A public edition takes the place of the one before it in search, and gives it back when it goes or is private."""

from typing import Any

from django.db.models import QuerySet
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished

from curriculum.rollover.models import LabEdition
from search.documents import PAGE
from search.models import SearchEvent


@receiver(page_published)
@receiver(page_unpublished)
def look_at_the_edition_before(instance: Page, **kwargs: Any) -> None:
    """Note the lab of last year, in all its languages, when that of the new year came or went."""
    _note_before(LabEdition.objects.filter(new=instance.pk))


@receiver([post_save, post_delete], sender=PageViewRestriction)
def look_at_the_editions_before(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Note the labs of last year when those of the new year became private or public."""
    page = Page.objects.filter(pk=instance.page_id).first()  # gone when the page itself is being deleted
    if page:
        _note_before(LabEdition.objects.filter(new__path__startswith=page.path))


def _note_before(editions: QuerySet[LabEdition]) -> None:
    keys = editions.values("old__translation_key")
    pages = Page.objects.filter(translation_key__in=keys)
    SearchEvent.objects.add([(PAGE, pk) for pk in pages.values_list("pk", flat=True)])
