"""The flat documents in PostgreSQL: what the index holds, what a result shows, and the index of the fallback."""

import json
from datetime import date, datetime
from typing import Any, NamedTuple

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import connection, models
from django.db.models import Exists, F, Func, OuterRef, Q, Value
from django.db.models.functions import Left, Length
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageViewRestriction

from portal.core.prepared import prepared


def keys() -> Any:
    """Return a field for stable keys, in the order of the page."""
    return ArrayField(models.CharField(max_length=120), default=list)


def hidden_by_restriction(path: str) -> Exists:
    """Return whether a restriction stands on the page with this path or on a page above it.

    One clause however many restrictions there are; `public()` adds one for each.
    """
    above = PageViewRestriction.objects.annotate(start=Left(OuterRef(path), Length("page__path")))
    return Exists(above.filter(start=F("page__path")))


def in_title() -> Func:
    """Return the words of the title in the vector; the table has an index of them."""
    return Func(F("vector"), Value("{a}"), function="ts_filter", output_field=SearchVectorField())


def public_pages() -> Any:
    """Return the pages that may be found: live, not restricted, and not an alias of a page in another language."""
    return Page.objects.filter(live=True, alias_of=None).exclude(depth=1).exclude(hidden_by_restriction("path"))


class StoredDocumentQuerySet(models.QuerySet["StoredDocument"]):
    """Questions about documents."""

    def visible(self) -> "StoredDocumentQuerySet":
        """Return what a visitor may see now, also when the outbox has not caught up yet."""
        page = Q(page__live=True, page__alias_of=None) & ~hidden_by_restriction("page__path")
        return self.filter(Q(page=None) | page)

    def of(self, identities: "list[tuple[str, int]]") -> "StoredDocumentQuerySet":
        """Return the documents of these objects."""
        wanted: dict[str, list[int]] = {}
        for object_type, object_id in identities:
            wanted.setdefault(object_type, []).append(object_id)
        if not wanted:
            return self.none()
        query = Q()
        for object_type, ids in wanted.items():
            query |= Q(object_type=object_type, object_id__in=ids)
        return self.filter(query)

    def put(self, documents: "list[StoredDocument]", changing: list[str]) -> None:
        """Add documents, or change those fields of the ones that are there.

        As one text that the database takes apart: `bulk_create` writes ten times as long at its statement.
        """
        fields: dict[str, Any] = {
            name: self.model._meta.get_field(name) for name in ("object_type", "object_id", *changing)
        }
        names = ", ".join(field.column for field in fields.values())
        changed = ", ".join(f"{fields[name].column} = EXCLUDED.{fields[name].column}" for name in changing)
        content = [{field.column: getattr(item, field.attname) for field in fields.values()} for item in documents]
        table = self.model._meta.db_table
        statement = (
            f"INSERT INTO {table} ({names}) SELECT {names} FROM json_populate_recordset(NULL::{table}, %s)"
            f" ON CONFLICT (object_type, object_id) DO UPDATE SET {changed}"
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, [json.dumps(content, default=str)])

    def with_lost_phrases(self) -> "StoredDocumentQuerySet":
        """Return what a visitor does not find by each of its phrases, by title."""
        return self.visible().filter(lost_phrases__overlap=F("phrases")).order_by("title", "language", "pk")

    def below(self, identities: "list[tuple[str, int]]") -> "list[tuple[str, int]]":
        """Return the documents that there are of views below these pages."""
        pages = [pk for object_type, pk in identities if object_type == Page._meta.label_lower]
        views = self.filter(page_id__in=pages).exclude(object_type=Page._meta.label_lower) if pages else self.none()
        return list(views.values_list("object_type", "object_id"))


class StoredDocument(models.Model):
    """A search document as it was last built; equal to what Elasticsearch holds once the outbox is empty."""

    object_type = models.CharField(max_length=100)
    object_id = models.BigIntegerField()
    # Known to Django only: with a constraint the worker, which writes many documents at once, and an editor who deletes
    # pages would wait for each other. `visible()` leaves out what is gone; the outbox removes it.
    page = models.ForeignKey(
        "wagtailcore.Page", null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120)
    language = models.CharField(max_length=10)
    title = models.CharField(max_length=300)
    url = models.CharField(max_length=500)
    aliases = ArrayField(models.CharField(max_length=200), default=list)
    phrases = ArrayField(models.TextField(), default=list, db_default=[])
    summary = models.TextField(blank=True)
    headings = ArrayField(models.TextField(), default=list)
    body = models.TextField(blank=True)
    related = ArrayField(models.TextField(), default=list)
    sectors = keys()
    locations = keys()
    partners = keys()
    themes = keys()
    groups = keys()
    variants = keys()
    moments = ArrayField(models.DateTimeField(), default=list, db_default=[])
    changed_on = models.DateField(null=True)
    is_example = models.BooleanField(default=False)
    checksum = models.CharField(max_length=32)
    version = models.BigIntegerField()
    stored_at = models.DateTimeField(default=timezone.now)
    vector = SearchVectorField()
    whole_title = models.CharField(max_length=300, default="")
    """The title squeezed to its letters and digits, however it is written."""
    whole_aliases = ArrayField(models.CharField(max_length=200), default=list)
    beginnings = models.TextField(default="")
    """The words of the title, each after a space, for suggestions."""
    whole_phrases = models.TextField(default="", db_default="")
    """The phrases squeezed to their letters and digits, each between spaces."""
    passages = ArrayField(models.CharField(max_length=32), null=True)
    """The digests of its passages; nothing for a document stored by a version that did not cut them."""
    lost_phrases = ArrayField(models.TextField(), default=list, db_default=[])
    """Phrases that did not lead here when `search.lost_phrases` last looked; some may be gone since."""
    phrases_seen_at = models.DateTimeField(null=True)

    objects = StoredDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("search document")
        verbose_name_plural = _("search documents")
        constraints = [models.UniqueConstraint(fields=["object_type", "object_id"], name="one_document_per_object")]
        indexes = [
            GinIndex(fields=["vector"], name="search_document_words"),
            GinIndex(in_title(), name="search_document_titles"),
            models.Index(fields=["language", "kind", "key"], name="search_document_key"),
            models.Index(fields=["version"], name="search_document_version"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} ({self.language})"

    @property
    def lost(self) -> list[str]:
        """The phrases that do not lead here."""
        return [phrase for phrase in self.phrases if phrase in self.lost_phrases]

    @property
    def identity(self) -> tuple[str, int]:
        """The object behind the document."""
        return self.object_type, self.object_id


class ShownDocument(NamedTuple):
    """What a result shows of a document."""

    object_type: str
    object_id: int
    kind: str
    key: str
    title: str
    url: str
    summary: str
    locations: list[str]
    sectors: list[str]
    partners: list[str]
    themes: list[str]
    groups: list[str]
    variants: list[str]
    moments: list[datetime]
    changed_on: date | None
    is_example: bool

    @property
    def identity(self) -> tuple[str, int]:
        """The object behind the document."""
        return self.object_type, self.object_id


@prepared("text", "bigint")
def _visible(types: Any, ids: Any) -> Any:
    found = StoredDocument.objects.visible().filter(object_type__in=types, object_id__in=ids)
    return found.values_list(*ShownDocument._fields)


def visible_now(identities: "list[tuple[str, int]]") -> "dict[tuple[str, int], ShownDocument]":
    """Return the documents of these objects that a visitor may see now; one query."""
    if not identities:
        return {}
    types, ids = zip(*identities, strict=True)
    documents = [ShownDocument(*row) for row in _visible(types, ids)]
    return {document.identity: document for document in documents if document.identity in identities}
