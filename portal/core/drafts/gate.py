"""The place all roads to the site lead through: what is published is finished.

A draft may lack anything. Its form asks for the rest when somebody publishes; but a draft also reaches visitors at a
planned time, among many pages at once, by approval, as an older version or as a translation, without any form.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.dispatch import receiver
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page, TaskState
from wagtail.signals import task_submitted

from portal.core.held import HeldError

NAMED = 5
"""Most things that a message repeats."""


class UnfinishedError(HeldError):
    """Publishing would show visitors a page that is not finished."""

    def __init__(self, held: Model, lacking: list[str]) -> None:
        named = " ".join([*lacking[:NAMED], *(["…"] if len(lacking) > NAMED else [])])
        why = _("Not published, and nothing is lost: this page is not finished yet. %(what)s")
        super().__init__(held, why % {"what": named})


def refuse_unfinished(page: Page) -> None:
    """Raise UnfinishedError for a page that may not be published as it is; an alias follows its original."""
    if not page.alias_of_id and (lacking := list(dict.fromkeys(_lacking(page)))):
        raise UnfinishedError(page, lacking)


def refuse_unfinished_version(page: Page) -> None:
    """Raise UnfinishedError when saving a page would put an unfinished version on the site; what stands there stays."""
    if page.live and page.live_revision_id is not None:
        shown = Page.objects.filter(pk=page.pk).values_list("live", "live_revision_id").first()
        if shown != (True, page.live_revision_id):
            refuse_unfinished(page)


@receiver(task_submitted)
def unfinished_pages_are_not_sent_for_review(instance: TaskState, **kwargs: Any) -> None:
    """Refuse to ask somebody to approve what may not be published."""
    page = instance.revision.as_object() if instance.revision_id else None
    if isinstance(page, Page):
        refuse_unfinished(page)


def _lacking(page: Page) -> Iterator[str]:
    """Yield what is not right yet: in the fields of a page, its running text and its rows."""
    yield from _refused(page, page.full_clean)
    for field in page._meta.concrete_fields:
        if isinstance(field, StreamField):
            yield from _refused_in_text(field, getattr(page, field.name))
    for relation in get_all_child_relations(type(page)):
        for row in getattr(page, relation.get_accessor_name()).all():
            others = {field.name for field in row._meta.fields if field.is_relation or field.primary_key}
            yield from _refused(row, partial(row.clean_fields, exclude=others))
            yield from _refused(row, row.clean)


def _refused(instance: Model, check: Callable[[], None]) -> Iterator[str]:
    """Yield what a check of a page or row refuses, each with the name of its field."""
    try:
        check()
    except ValidationError as error:
        labels = {field.name: f"{capfirst(field.verbose_name)}: " for field in instance._meta.concrete_fields}
        for name, messages in error.message_dict.items():
            yield from (f"{labels.get(name, '')}{message}" for message in messages)


def _refused_in_text(field: StreamField, value: blocks.StreamValue) -> Iterator[str]:
    try:
        field.stream_block.clean(value)
    except ValidationError as error:
        kinds: dict[int, blocks.Block] = {place: child.block for place, child in enumerate(value)}
        yield from _told(error, str(capfirst(field.verbose_name)), kinds)


def _told(error: ValidationError, label: str, parts: dict[Any, blocks.Block]) -> Iterator[str]:
    """Yield the messages of a block and of the blocks in it, each with where it stands."""
    inner = getattr(error, "block_errors", {})
    own = getattr(error, "non_block_errors", []) if inner else error.messages
    yield from (f"{label}: {message}" for message in own)
    for place, problem in inner.items():
        block = parts[place]
        below = getattr(block, "child_blocks", None) or dict.fromkeys(
            getattr(problem, "block_errors", ()), getattr(block, "child_block", block)
        )
        yield from _told(problem, f"{label} › {capfirst(block.label)}" if block.label else label, below)
