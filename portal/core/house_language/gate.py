"""The place all roads to the site lead through: what is published holds no word that the house does not use.

A page reaches visitors by its form, by many pages at once, at a planned time, by approval, as a translation or by code;
each of them saves it. A draft is never refused, and what stands on the site already stays there, until it is published
anew. The forms ask before, so that one reads it beside one's own text.
"""

from collections.abc import Collection
from typing import Any

from django.db.models import Model
from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page, TaskState
from wagtail.signals import task_submitted

from portal.core.held import HeldError
from portal.core.house_language.checking import Finding, findings, refused_in, why_refused
from portal.core.models.facts import SharedFacts

WATCHED = (SharedFacts, AbstractImage, AbstractDocument)
"""What visitors read: pages, entries of central lists, images and documents."""


class RefusedWordsError(HeldError):
    """Publishing would put a word on the site that the house does not use."""

    def __init__(self, held: Model, found: list[Finding]) -> None:
        self.found = found
        super().__init__(held, why_refused(found))


def refused(instance: Model) -> list[Finding]:
    """Return the words that keep an object from the site; what explains such words may name them."""
    if getattr(instance, "alias_of_id", None) or getattr(instance, "names_refused_words", False):
        return []
    return refused_in(findings(instance))


def refuse(instance: Model) -> None:
    """Raise RefusedWordsError for an object that may not be published as it is."""
    if found := refused(instance):
        raise RefusedWordsError(instance, found)


@receiver(pre_save)
def refused_words_stay_off_the_site(
    sender: type[Model], instance: Model, raw: bool = False, update_fields: Collection[str] | None = None, **kwargs: Any
) -> None:
    """Refuse to publish such words, and to add one to what visitors read already."""
    if raw or update_fields is not None or not isinstance(instance, WATCHED):
        return
    if isinstance(instance, Page) and (not instance.live or sender is not instance.specific_class):
        return
    if found := refused(instance):
        shown = None if instance._state.adding else _as_shown(instance)
        known = [] if shown is None else [_key(finding) for finding in refused(shown)]
        if new := [finding for finding in found if _key(finding) not in known]:
            raise RefusedWordsError(instance, new)


def _as_shown(instance: Model) -> Model | None:
    """Return what visitors read now; None when that is nothing, or when another revision takes its place."""
    shown = type(instance)._default_manager.filter(pk=instance.pk).first()
    if not isinstance(instance, Page) or not isinstance(shown, Page):
        return shown
    return shown if shown.live and shown.live_revision_id == instance.live_revision_id else None


def _key(finding: Finding) -> tuple[str, str]:
    return finding.text.label, finding.hit.found


@receiver(task_submitted)
def refused_words_are_not_sent_for_review(instance: TaskState, **kwargs: Any) -> None:
    """Refuse to ask somebody to approve what may not be published."""
    if instance.revision_id:
        refuse(instance.revision.as_object())
