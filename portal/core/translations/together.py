"""What happens to a Dutch page happens to its translations: they move, go offline and come back together."""

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.db import transaction
from django.dispatch import receiver
from wagtail.coreutils import find_available_slug
from wagtail.models import Page, PageLogEntry
from wagtail.query import PageQuerySet
from wagtail.signals import page_published, page_unpublished, post_page_move
from wagtail_localize.operations import translate_object

from portal.core.held import HeldError
from portal.core.locales import language_of
from portal.core.models.facts import SharedFacts
from portal.core.models.users import AnyUser

WENT_ALONG = "portal.offline_with_original"
"""The entry in the history of a translation that went offline because its Dutch page did."""


def _translations(page: Page) -> PageQuerySet:
    """Return the translations of a page when it is Dutch and no alias; else none."""
    if not isinstance(page, SharedFacts) or not page.owns_facts:
        return Page.objects.none()
    return Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)


@receiver(page_unpublished)
def translations_follow_offline(instance: Page, **kwargs: Any) -> None:
    """Without its Dutch page a translation has no facts: it goes offline too. Also fires on deletion."""
    for translation in _translations(instance).filter(live=True):
        translation.specific.unpublish(log_action=WENT_ALONG)


@receiver(page_published)
def translations_come_back(instance: Page, **kwargs: Any) -> None:
    """Put what went offline along back as it was; what somebody took offline stays offline."""
    for translation in _translations(instance).filter(live=False, alias_of=None):
        if went_along(translation):
            shown = translation.revisions.filter(created_at__lte=translation.last_published_at)
            revision = shown.order_by("-created_at", "-pk").first()
            if revision is not None:
                with suppress(HeldError), transaction.atomic():  # it stays offline, and the editor reads that
                    revision.publish()


def went_along(page: Page) -> bool:
    """Whether a page is offline because its Dutch page was taken offline."""
    entries = PageLogEntry.objects.filter(page=page.pk, action__in=("wagtail.publish", "wagtail.unpublish", WENT_ALONG))
    last = entries.order_by("-timestamp", "-pk").values_list("action", flat=True).first()
    return last == WENT_ALONG and page.last_published_at is not None


@receiver(post_page_move)
@transaction.atomic
def translations_move_along(instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs: Any) -> None:
    """Keep a translation in the space of its Dutch page. A place that has no translation yet gets one, as a draft."""
    if parent_page_before.pk == parent_page_after.pk:
        return
    for translation in _translations(instance.specific):
        parent = parent_page_after.get_translation_or_none(translation.locale)
        if parent is None:
            # As somebody would hand it in, so that its texts wait in the translation screen and are known as Dutch.
            translate_object(parent_page_after.specific, [translation.locale])
            parent = parent_page_after.get_translation(translation.locale)
        if translation.get_parent().pk == parent.pk:
            continue
        slug = find_available_slug(parent, translation.slug, ignore_page_id=translation.pk)
        # Without a signal of its own: the move itself leads from the addresses of before to the new ones.
        Page.objects.filter(pk=translation.pk).update(slug=slug)
        Page.objects.get(pk=translation.pk).move(Page.objects.get(pk=parent.pk), pos="last-child")


def deleted_along(pages: Iterable[Page]) -> dict[Page, list[Page]]:
    """Return for each Dutch page its translations: without it they have no facts, and nobody could bring them back."""
    pages = list(pages)
    found = translations_of_each(pages, Page)
    return {page: found[page.pk] for page in pages if found[page.pk]}


def translations_of_each(pages: list[Page], model: type[Page]) -> dict[int, list[Page]]:
    """Return by the key of a page its translations, as rows of a model; a translation or an alias has none."""
    found: dict[int, list[Page]] = {page.pk: [] for page in pages}
    originals = {
        page.translation_key: page.pk
        for page in pages
        if language_of(page) == settings.LANGUAGE_CODE and not page.alias_of_id
    }
    if originals:
        for translation in model.objects.filter(translation_key__in=originals).exclude(pk__in=originals.values()):
            found[originals[translation.translation_key]].append(translation)
    return found


def delete_along(pages: list[Page], user: AnyUser) -> None:
    """Delete the translations of pages that are about to be deleted; what stood below one leaves the list with it."""
    chosen = {page.pk for page in pages}
    for found in deleted_along(pages).values():
        for translation in Page.objects.filter(pk__in=[page.pk for page in found]).exclude(pk__in=chosen):
            pages[:] = [page for page in pages if not page.path.startswith(translation.path)]
            translation.delete(user=user)


def original_elsewhere(page: Page, destination: Page) -> Page | None:
    """Return the Dutch page that a move would part a translation from, or None."""
    page = page.specific
    if not isinstance(page, SharedFacts) or page.owns_facts or page.alias_of_id:  # type: ignore[attr-defined]
        return None
    original = page.facts
    if original is page or destination.translation_key == original.get_parent().translation_key:
        return None
    return original
