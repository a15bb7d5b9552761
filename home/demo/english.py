"""English of the whole demo site at once: what wagtail-localize would write page by page, a table at a time.

Page by page it asks the database four hundred times for each of them. A test lets wagtail-localize look at what stands
here, and it finds nothing to change.
"""

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Locale, Page, Revision, TranslatableMixin
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import (
    StringTranslation,
    TranslatableObject,
    Translation,
    TranslationLog,
    TranslationSource,
    get_schema_version,
)
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from home.demo import segments
from home.demo.publishing import publish
from home.demo.segments import Original
from home.english import english_text
from home.words import Words


def translate_all(instances: Sequence[TranslatableMixin], words: Words, locale: Locale) -> None:
    """Translate pages and snippets, a page behind the one above it; raises KeyError for a text without English."""
    originals = _originals(instances)
    StringTranslation.objects.bulk_create(
        StringTranslation(
            translation_of=string,
            context=original.contexts[path],
            locale=locale,
            data=english_text(original.instance, path, string.data, words),
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        )
        for original, path, string in segments.keep(originals)
    )
    Translation.objects.bulk_create(Translation(source=each.source, target_locale=locale) for each in originals)
    TranslationLog.objects.bulk_create(
        [TranslationLog(source=each.source, locale=locale, revision=_tell(each, words, locale)) for each in originals]
    )


def _originals(instances: Sequence[TranslatableMixin]) -> list[Original]:
    """Write down what there is to translate, and return it with its texts."""
    types, now = ContentType.objects.get_for_model, timezone.now()
    versions = {label: get_schema_version(label) for label in {each._meta.app_label for each in instances}}
    TranslatableObject.objects.bulk_create(
        TranslatableObject(translation_key=each.translation_key, content_type=types(each.get_translation_model()))
        for each in instances
    )
    sources = TranslationSource.objects.bulk_create(
        TranslationSource(
            object_id=each.translation_key,
            specific_content_type=types(type(each)),
            locale=each.locale,
            object_repr=str(each)[:200],
            content_json=segments.content_of(each),
            schema_version=versions[each._meta.app_label],
            last_updated_at=now,
        )
        for each in instances
    )
    return [Original(each, source, extract_segments(each)) for each, source in zip(instances, sources, strict=True)]


def _tell(original: Original, words: Words, locale: Locale) -> Revision | None:
    """Make the English page or snippet, and return the revision of a page."""
    dutch = original.instance
    english = dutch.copy_for_translation(locale)
    copy_synchronised_fields(dutch, english)
    ingest_segments(dutch, english, dutch.locale, locale, _texts(original, words))
    if not isinstance(dutch, Page):
        english.full_clean()
        english.save()
        return None
    english.save(clean=False)
    revision: Revision = english.save_revision()
    publish(english, revision)
    return revision


def _texts(original: Original, words: Words) -> list[Any]:
    """Return the texts in English with what holds them together; nothing was put in the place of anything yet."""
    return [
        StringSegmentValue(
            segment.path,
            StringValue(english_text(original.instance, segment.path, segment.string.data, words)),
            attrs=segment.attrs,
            order=segment.order,
        )
        if isinstance(segment, StringSegmentValue)
        else segment
        for segment in original.segments
        if not isinstance(segment, OverridableSegmentValue)
    ]
