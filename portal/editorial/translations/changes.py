"""What changed in Dutch since a translation was published: each place as a difference, beside its text in the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from wagtail.admin.compare import diff_text
from wagtail.fields import StreamField
from wagtail.models import Page, PageLogEntry, Revision
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from portal.core.translations.unfinished import UNREAD

MARKS = {"equal": "{}", "addition": "<ins>{}</ins>", "deletion": "<del>{}</del>"}


@dataclass(frozen=True, slots=True)
class Change:
    """One place: its name in the form, the Dutch of before and now in one, and the lines of the translation."""

    label: str
    dutch: SafeString
    translated: list[str]
    is_gone: bool = False
    """Whether the Dutch says nothing there any more."""


def changes(page: Page, translation: Page) -> list[Change] | None:
    """Return what a Dutch page says otherwise than when its translation was published; None when nobody knows that."""
    revision = _revision_of_then(page, translation)
    if revision is None:
        return None
    before, now, told = (_lines(one) for one in (revision.as_object(), page, translation))
    return [
        Change(
            _label(page, path),
            _difference(before.get(path, []), now.get(path, [])),
            told.get(path, []),
            is_gone=path not in now,
        )
        for path in dict.fromkeys([*now, *before])
        if before.get(path) != now.get(path)
    ]


def _revision_of_then(page: Page, translation: Page) -> Revision | None:
    """Return the Dutch page as it was on the site when the translation was published last."""
    if translation.last_published_at is None:
        return None
    entries = PageLogEntry.objects.filter(
        page=page, action="wagtail.publish", timestamp__lte=translation.last_published_at, revision__isnull=False
    )
    entry = entries.select_related("revision").order_by("-timestamp", "-pk").first()
    return entry.revision if entry else None


def _lines(page: Page) -> dict[str, list[str]]:
    """Return the texts of a page that are read, by the place where they stand."""
    found: dict[str, list[str]] = {}
    for segment in extract_segments(page):
        if isinstance(segment, StringSegmentValue) and segment.path.rpartition(".")[2] not in UNREAD:
            found.setdefault(segment.path, []).append(segment.string.render_text())
    return found


def _difference(before: list[str], now: list[str]) -> SafeString:
    """Return both texts in one, with marks that say without colour what went and what came."""
    parts = diff_text("\n".join(before), "\n".join(now)).changes
    return format_html_join("", "{}", ((format_html(MARKS[kind], text),) for kind, text in parts))


def _label(page: Page, path: str) -> str:
    """Return what the form calls a place, such as "Text › Paragraph"."""
    return " › ".join(str(capfirst(name)) for name in _names(page, path.split(".")))


def _names(page: Page, steps: list[str]) -> Iterator[Any]:
    field: Any = page._meta.get_field(steps[0])
    yield field.verbose_name if hasattr(field, "verbose_name") else field.related_model._meta.verbose_name
    if isinstance(field, StreamField):
        kept = {child.id: child.block for child in getattr(page, steps[0])}
        if block := kept.get(steps[1]):
            yield block.label
