"""Every text of a page, entry, image or document that somebody reads, with its name in the form and a way to write it.

Fields, rows and the blocks of a stream are read alike. Left out are keys and addresses, how people search for a page,
and somebody else's words: a quotation block, a field for one, a mark in rich text.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.functional import Promise
from django.utils.text import capfirst, format_lazy
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import COMMENTS_RELATION_NAME

from portal.core.blocks.text import QuoteBlock
from portal.core.models.phrases import FIELD as PHRASES

LEFT_OUT = frozenset({PHRASES, "quote", "source_lines", "see", "key", "address"})
"""Fields and blocks that hold no words of the writer: keys, places in the source, quotations, how people search."""
KEYS = (models.SlugField, models.URLField, models.EmailField, models.FilePathField)
NO_WORDS = (blocks.URLBlock, blocks.EmailBlock, blocks.RegexBlock)


@dataclass(frozen=True, slots=True)
class KeptText:
    """One text: how its place is called in any language, what is kept there, and how to keep something else."""

    place: str | Promise
    value: str
    rich: bool
    write: Callable[[str], None]

    @property
    def label(self) -> str:
        """How its place is called in the language of now."""
        return str(self.place)


def texts_of(instance: models.Model) -> Iterator[KeptText]:
    """Yield all texts of an object and of its rows."""
    yield from own_texts(instance)
    if isinstance(instance, ClusterableModel):
        for relation in get_all_child_relations(type(instance)):
            if (name := relation.get_accessor_name()) != COMMENTS_RELATION_NAME:
                yield from texts_of_rows(getattr(instance, name).all())


def texts_of_rows(rows: Iterable[models.Model]) -> Iterator[KeptText]:
    """Yield the texts of rows, each named with its place in the list."""
    for number, row in enumerate(rows, start=1):
        for text in texts_of(row):
            place = format_lazy("{} {} › {}", capfirst(row._meta.verbose_name), number, text.place)
            yield KeptText(place, text.value, text.rich, text.write)


def own_texts(instance: models.Model) -> Iterator[KeptText]:
    """Yield the texts in the fields of an object itself, as far as they were loaded."""
    for name in _fields(instance):
        field: Any = instance._meta.get_field(name)
        value = instance.__dict__.get(name)
        label = capfirst(field.verbose_name)
        if isinstance(field, StreamField):
            yield from _texts_of_stream(instance, field, label)
        elif isinstance(field, ArrayField):
            yield from _texts_of_list(instance, name, label)
        elif isinstance(value, str) and value:
            yield KeptText(label, value, isinstance(field, RichTextField), _setter(instance, name))


def _fields(instance: models.Model) -> Iterator[str]:
    for field in instance._meta.concrete_fields:
        if not field.editable or field.name in LEFT_OUT or isinstance(field, KEYS):
            continue
        words = field.base_field if isinstance(field, ArrayField) else field
        told = isinstance(words, models.CharField | models.TextField) and not words.choices
        if (told or isinstance(field, StreamField)) and field.attname in instance.__dict__:
            yield field.name


def _setter(instance: models.Model, name: str) -> Callable[[str], None]:
    return lambda words: setattr(instance, name, words)


def _texts_of_list(instance: models.Model, name: str, label: str | Promise) -> Iterator[KeptText]:
    items = getattr(instance, name) or []
    for number, item in enumerate(items):
        if item:
            yield KeptText(label, item, False, _item_setter(items, number))


def _item_setter(items: Any, place: Any) -> Callable[[str], None]:
    def write(words: str) -> None:
        items[place] = words

    return write


def _texts_of_stream(instance: models.Model, field: Any, label: str | Promise) -> Iterator[KeptText]:
    """Yield the texts of a stream as it is kept; whoever writes one gives the object a new stream."""
    kept: list[Any] = getattr(instance, field.name).get_prep_value()

    def writing(write: Callable[[str], None]) -> Callable[[str], None]:
        def write_stream(words: str) -> None:
            write(words)
            setattr(instance, field.name, field.stream_block.to_python(kept))

        return write_stream

    for text in _texts_of_children(field.stream_block, kept, label):
        yield KeptText(text.place, text.value, text.rich, writing(text.write))


def _texts_of_children(block: Any, kept: Any, label: str | Promise) -> Iterator[KeptText]:
    for child in kept or ():
        if child["type"] in block.child_blocks:
            yield from _texts_of_block(block.child_blocks[child["type"]], child, "value", label)


def _texts_of_block(block: Any, holder: Any, place: Any, label: str | Promise) -> Iterator[KeptText]:
    value = holder[place]
    if isinstance(block, (QuoteBlock, *NO_WORDS)) or block.name in LEFT_OUT or not value:
        return
    name = format_lazy("{} › {}", label, capfirst(block.label)) if block.label else label
    if isinstance(block, blocks.StructBlock):
        for part in block.child_blocks:
            if part in value:
                yield from _texts_of_block(block.child_blocks[part], value, part, name)
    elif isinstance(block, blocks.StreamBlock):
        yield from _texts_of_children(block, value, name)
    elif isinstance(block, blocks.ListBlock):
        for number, item in enumerate(value):
            wrapped = isinstance(item, dict) and "value" in item
            inner, key = (item, "value") if wrapped else (value, number)
            yield from _texts_of_block(block.child_block, inner, key, name)
    elif isinstance(value, str) and isinstance(block, blocks.CharBlock | blocks.TextBlock | blocks.RichTextBlock):
        yield KeptText(name, value, isinstance(block, blocks.RichTextBlock), _item_setter(holder, place))
