"""The texts of many pages and snippets as wagtail-localize keeps them, written a table at a time on an empty site."""

import json
from collections.abc import Sequence
from typing import TypeAlias

from django.core.serializers.json import DjangoJSONEncoder
from modelcluster.models import ClusterableModel, get_serializable_data_for_fields
from wagtail.models import Locale, TranslatableMixin
from wagtail_localize.models import (
    BaseSegment,
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    Template,
    TemplateSegment,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)

SegmentValue: TypeAlias = (
    StringSegmentValue | TemplateSegmentValue | RelatedObjectSegmentValue | OverridableSegmentValue
)
"""What wagtail-localize finds at a place in a page or snippet."""


class Original:
    """A Dutch page or snippet, the record of its being translated, its texts, and where they stand."""

    def __init__(
        self, instance: TranslatableMixin, source: TranslationSource, segments: Sequence[SegmentValue]
    ) -> None:
        self.instance = instance
        self.source = source
        self.segments = segments
        self.contexts = {path: self._context(path) for path in dict.fromkeys(each.path for each in segments)}

    def _context(self, path: str) -> TranslationContext:
        context = TranslationContext(
            object_id=self.source.object_id, path=path, path_id=TranslationContext._get_path_id(path)
        )
        context.save = lambda **fields: None  # what it finds is written with all the others
        context.get_field_path(self.instance)
        return context


def content_of(instance: TranslatableMixin) -> str:
    """Return the content of a page or snippet in the form in which it is kept."""
    if isinstance(instance, ClusterableModel):
        return str(instance.to_json())
    return _json(get_serializable_data_for_fields(instance))


def keep(originals: Sequence[Original]) -> list[tuple[Original, str, String]]:
    """Write all segments, and return the texts to translate, each once for its place."""
    TranslationContext.objects.bulk_create(context for each in originals for context in each.contexts.values())
    found = [(original, segment) for original in originals for segment in original.segments]
    texts = [(original, segment) for original, segment in found if isinstance(segment, StringSegmentValue)]
    strings = _strings(originals[0].instance.locale, [segment.string.data for _original, segment in texts])
    templates = _templates([segment for _original, segment in found if isinstance(segment, TemplateSegmentValue)])
    rows: dict[type[BaseSegment], list[BaseSegment]] = {}
    for original, segment in found:
        row = _row(original, segment, strings, templates)
        rows.setdefault(type(row), []).append(row)
    for model, those in rows.items():
        model.objects.bulk_create(those)
    places = {(id(original), segment.path, segment.string.data): original for original, segment in texts}
    return [(original, path, strings[text]) for (_id, path, text), original in places.items()]


def _row(
    original: Original, segment: SegmentValue, strings: dict[str, String], templates: dict[str, Template]
) -> BaseSegment:
    place = {"source": original.source, "context": original.contexts[segment.path], "order": segment.order}
    match segment:
        case StringSegmentValue():
            return StringSegment(**place, string=strings[segment.string.data], attrs=_json(segment.attrs))
        case TemplateSegmentValue():
            return TemplateSegment(**place, template=templates[segment.template])
        case RelatedObjectSegmentValue():
            return RelatedObjectSegment(**place, object_id=segment.translation_key)
        case OverridableSegmentValue():
            return OverridableSegment(**place, data_json=_json(segment.data))
    raise TypeError(f"wagtail-localize has a kind of segment that is not known here: {segment!r}")


def _strings(locale: Locale, texts: Sequence[str]) -> dict[str, String]:
    different = list(dict.fromkeys(texts))
    rows = String.objects.bulk_create(
        String(locale=locale, data=text, data_hash=String._get_data_hash(text)) for text in different
    )
    return dict(zip(different, rows, strict=True))


def _templates(segments: Sequence[TemplateSegmentValue]) -> dict[str, Template]:
    """Make each template once; there are few of them, since texts are much alike."""
    return {
        template: Template.from_value(segment)
        for template, segment in {each.template: each for each in segments}.items()
    }


def _json(value: object) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder)
