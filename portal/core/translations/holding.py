"""The place all roads to the site lead through: a translation is saved, and Dutch does not slip in with it.

A translation reaches visitors by its own screen, by many pages at once, by approval, at a planned time, by an old
revision or by whatever Wagtail adds next; each of them saves it. What is shown without Dutch stays as it is, and
whoever sent it reads why. What may hold Dutch, because it was not shown yet, says so to visitors (`holds_dutch`).
"""

from collections.abc import Collection
from typing import Any

from django.db.models import Model
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.utils.translation import ngettext
from wagtail.models import Page

from portal.core.held import HeldError
from portal.core.models.facts import SharedFacts
from portal.core.translations.unfinished import Texts, dutch_left, is_shown

HELD = "portal.held_for_translation"
"""The entry in the history of a translation that was not published at its time."""

NAMED = 3
"""Most texts that a message repeats."""


class NewDutchError(HeldError):
    """Publishing would put Dutch on a page or entry in another language that is shown without it."""

    def __init__(self, instance: SharedFacts, texts: Texts) -> None:
        super().__init__(instance, why_held(texts))


def why_held(texts: Texts) -> str:
    """Say what is missing, with the first texts."""
    message = ngettext(
        "Not published: %(count)d new text has no translation yet (%(texts)s). The page stays as it was. "
        "Translate the text, then publish.",
        "Not published: %(count)d new texts have no translation yet (%(texts)s). The page stays as it was. "
        "Translate the texts, then publish.",
        len(texts),
    )
    return message % {"count": len(texts), "texts": some_of(texts)}


def still_dutch(texts: Texts) -> str:
    """Say how many texts visitors read in Dutch, with the first ones."""
    message = ngettext(
        "%(count)d text on the translated page is still Dutch (%(texts)s).",
        "%(count)d texts on the translated page are still Dutch (%(texts)s).",
        len(texts),
    )
    return message % {"count": len(texts), "texts": some_of(texts)}


def some_of(texts: Texts) -> str:
    """Return the first of the texts, shortened, as a reader sees them."""
    words = sorted({text for _place, text in texts})
    shown = [f"“{text if len(text) <= 40 else text[:39] + '…'}”" for text in words[:NAMED]]
    return ", ".join([*shown, "…"] if len(words) > NAMED else shown)


@receiver(pre_save)
def dutch_does_not_slip_in(
    sender: type[Model], instance: Model, raw: bool = False, update_fields: Collection[str] | None = None, **kwargs: Any
) -> None:
    """Refuse new Dutch on what is shown without it; note of the rest whether it holds Dutch."""
    if raw or update_fields is not None or not isinstance(instance, SharedFacts) or instance.owns_facts:
        return
    if isinstance(instance, Page) and sender is not instance.specific_class:
        return  # only the base of the page is saved, without its texts
    left = dutch_left(instance)
    if left:
        before = sender._default_manager.filter(pk=instance.pk).first()
        if isinstance(before, SharedFacts) and is_shown(before) and (new := left - dutch_left(before)):
            raise NewDutchError(instance, new)
    instance.holds_dutch = bool(left)
