"""What a person translated stays until a person replaces it.

wagtail-localize looks a translation up by its exact Dutch text, so a changed sentence has none and the Dutch one would
stand on the English page. Here the earlier translation of that place is kept for the new sentence, with a mark that
says it has to be checked; whoever saves the text takes the mark away.
"""

import json
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model, QuerySet
from django.db.models.signals import post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.models import Page, TranslatableMixin
from wagtail.signals import page_published
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from portal.core.models.facts import SharedFacts

KEPT = "de vertaling van vóór de wijziging; kijk haar na"
"""The name of the tool under which a kept translation stands; the translation screen shows it beside the text."""

ALIKE = 0.5
"""How much two texts must have in common, from 0 to 1, for one to be the other after a change."""


@receiver(pre_delete, sender=StringSegment)
def keep_the_words_of_changed_texts(
    instance: StringSegment, origin: Model | QuerySet[Any] | None = None, **kwargs: Any
) -> None:
    """Hand the translations of the texts that leave a place to the texts that came there; once for each place."""
    if not isinstance(origin, QuerySet) or origin.model != StringSegment:
        return  # the whole source is being deleted
    done: set[int] = origin.__dict__.setdefault("places_done", set())
    if instance.context_id in done:
        return
    done.add(instance.context_id)
    here = StringSegment.objects.filter(source=instance.source_id, context=instance.context_id).order_by("order", "pk")
    leaving = set(origin.filter(context=instance.context_id).values_list("pk", flat=True))
    rows = list(here.values_list("pk", "string_id", "string__data"))
    staying = {string for pk, string, _text in rows if pk not in leaving}
    lost = {string: text for pk, string, text in rows if pk in leaving and string not in staying}
    new = {string: text for pk, string, text in rows if pk not in leaving}
    for locale in StringTranslation.objects.filter(context=instance.context_id).values_list("locale", flat=True):
        _hand_over(instance.context_id, locale, lost, new)


def _hand_over(context: int, locale: int, lost: dict[int, str], new: dict[int, str]) -> None:
    known = StringTranslation.objects.filter(context=context, locale=locale)
    words = {row.translation_of_id: row for row in known if not row.has_error}
    untold = {string: text for string, text in new.items() if string not in words}
    for former, successor in _pairs({key: text for key, text in lost.items() if key in words}, untold):
        earlier = words[former]
        StringTranslation.objects.update_or_create(
            translation_of_id=successor,
            locale_id=locale,
            context_id=context,
            defaults={
                "data": earlier.data,
                "translation_type": earlier.translation_type,
                "tool_name": KEPT,
                "last_translated_by_id": earlier.last_translated_by_id,
                "has_error": False,
            },
        )


def _pairs(lost: dict[int, str], new: dict[int, str]) -> Iterable[tuple[int, int]]:
    """Pair texts that left with texts that came: in their order when there are as many, else by likeness."""
    if len(lost) == len(new):
        return list(zip(lost, new, strict=True))
    likeness = [
        (SequenceMatcher(None, before, after).ratio(), former, successor)
        for former, before in lost.items()
        for successor, after in new.items()
    ]
    found: dict[int, int] = {}
    for ratio, former, successor in sorted(likeness, reverse=True):
        if ratio >= ALIKE and former not in found and successor not in found.values():
            found[former] = successor
    return found.items()


@receiver(pre_save, sender=TranslationSource)
def translate_the_newest_draft_of_what_was_never_live(instance: TranslationSource, **kwargs: Any) -> None:
    """Take the newest draft of a page that is not live; its row in the database keeps what was saved first."""
    model: Any = instance.specific_content_type.model_class()
    if model is None or not issubclass(model, Page):
        return
    page = model.objects.filter(translation_key=instance.object_id, locale=instance.locale_id, live=False).first()
    if page is not None and page.latest_revision_id:
        draft = page.get_latest_revision_as_object().serializable_data()
        instance.content_json = json.dumps(draft, cls=DjangoJSONEncoder)


@receiver(page_published)
def translators_see_what_changed(instance: Page, **kwargs: Any) -> None:
    """Bring the texts to translate up to date as soon as a Dutch page changes, without a button."""
    if isinstance(instance, SharedFacts) and instance.owns_facts:
        refresh_texts(instance)


def refresh_texts(instance: TranslatableMixin) -> None:
    """Read the Dutch texts of a page or snippet again, when it is being translated."""
    source = TranslationSource.objects.get_for_instance_or_none(instance)
    if source is not None:
        source.update_from_db()


@receiver(pre_save, sender=Translation)
def remember_that_a_translation_was_stopped(instance: Translation, **kwargs: Any) -> None:
    """Note whether this save starts a translation again."""
    stopped = instance.pk and Translation.objects.filter(pk=instance.pk, enabled=False).exists()
    instance.starts_again = bool(stopped and instance.enabled)


@receiver(post_save, sender=Translation)
def keep_what_was_written_while_it_was_stopped(instance: Translation, created: bool, **kwargs: Any) -> None:
    """Take over the texts that somebody wrote in the page itself while the translation was stopped."""
    if not getattr(instance, "starts_again", False):
        return
    instance.starts_again = False
    target = instance.get_target_instance()
    if isinstance(target, Page) and target.latest_revision_id:
        target = target.get_latest_revision_as_object()
    written = texts_of(target)
    for context, dutch in _by_context(instance.source).items():
        english = written.get(context, [])
        if len(english) == len(dutch):
            for segment, text in zip(dutch, english, strict=True):
                _write(instance, segment, text)


def texts_of(instance: TranslatableMixin) -> dict[str, list[str]]:
    """Return the texts of a page or snippet by the place where they stand."""
    found: dict[str, list[str]] = {}
    for segment in extract_segments(instance):
        if isinstance(segment, StringSegmentValue):
            found.setdefault(segment.path, []).append(segment.string.data)
    return found


def _by_context(source: TranslationSource) -> dict[str, list[StringSegment]]:
    found: dict[str, list[StringSegment]] = {}
    for segment in source.stringsegment_set.select_related("context", "string").order_by("order"):
        found.setdefault(segment.context.path, []).append(segment)
    return found


def _write(translation: Translation, segment: StringSegment, text: str) -> None:
    """Keep a text as the translation of a segment, unless it is the Dutch text itself or known already."""
    if text == segment.string.data:
        return
    known = {"translation_of": segment.string, "context": segment.context, "locale": translation.target_locale}
    if not StringTranslation.objects.filter(**known, data=text).exists():
        manual = {"data": text, "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL, "tool_name": ""}
        StringTranslation.objects.update_or_create(**known, defaults=manual)
