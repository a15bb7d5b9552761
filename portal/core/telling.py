"""Keeps what calendars were told (`portal.core.models.told`) in step with what is public."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from portal.afterwards import Afterwards
from portal.core.models.pages import PortalPage
from portal.core.models.querysets import PortalPageQuerySet
from portal.core.models.told import CalendarEntry, Told

Teller = Callable[[UUID], list[Told]]
"""Gives what the page with a translation key tells calendars now, in every language; nothing when it is not public."""

_tellers: dict[type[PortalPage], Teller] = {}


def register_teller(model: type[PortalPage], teller: Teller) -> None:
    """Let pages of a type be told to calendars."""
    _tellers[model] = teller


@receiver([page_published, page_unpublished])
def page_came_or_went(instance: Page, **kwargs: Any) -> None:
    """Write down what a page tells now that it changed."""
    if type(instance) in _tellers:
        tell((type(instance), instance.translation_key))


@receiver(post_delete)
def page_is_deleted(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """Call off what a deleted page told; the signal of going offline comes while the page is still there."""
    if isinstance(instance, PortalPage) and sender in _tellers:
        tell((type(instance), instance.translation_key))


@receiver([post_save, post_delete], sender=PageViewRestriction)
def pages_became_private_or_public(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Write down what the pages below tell, now that others may read them."""
    if page := Page.objects.filter(pk=instance.page_id).first():
        _tell_below(page)


@receiver(post_page_move)
def pages_moved(instance: Page, **kwargs: Any) -> None:
    """Write down what moved pages tell: above them may stand other restrictions."""
    _tell_below(instance)


def _tell_below(page: Page) -> None:
    for model in _tellers:
        below = model.objects.filter(path__startswith=page.path, alias_of=None)
        for key in set(below.values_list("translation_key", flat=True)):
            tell((model, key))


def _tell(pages: Iterable[tuple[type[PortalPage], UUID]]) -> None:
    for model, key in pages:
        owners = model.objects.originals().live().filter(translation_key=key)
        CalendarEntry.objects.tell(key, _tellers[model](key), partial(_is_hidden, owners))


def _is_hidden(owners: PortalPageQuerySet) -> bool:
    """Return whether a page is live where nobody may read it."""
    return bool(owners.exists() and not owners.public().exists())


tell = Afterwards("tell", _tell)
"""Writes down what pages tell, each given by its type and translation key."""
