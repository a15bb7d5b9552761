"""Related objects that come along inside one query, in the reader's language.

A prefetch costs a query per relation, and one more per relation for the translations. A list of labs names
themes, locations, groups and partners; here the database returns them as JSON beside each lab, and they become
ordinary objects of their model again, with only the listed fields loaded.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, OuterRef, QuerySet
from django.db.models.functions import JSONObject
from wagtail.models import Locale

from curriculum.groups.models import ProgrammeVariant, TrainingGroup
from portal.core.models.facts import readable
from portal.core.models.pages import PortalPage
from portal.partners.models import Partner


class Lookup:
    """Fetches some fields of objects of one model as JSON, and makes objects of them."""

    def __init__(self, queryset: QuerySet[Any], *fields: str) -> None:
        self.queryset = queryset
        self.model: type[Model] = queryset.model
        names = {"id", *fields}
        columns = self.model._meta.concrete_fields
        self.fields = [field for field in columns if field.name in names or field.primary_key]
        self.has_language = "translation_key" in names

    def beside(self, rows: QuerySet[Any], path: str) -> ArraySubquery:
        """Return the annotation with the objects that `rows` point at by `path`.

        `rows` is filtered by `page=parent()`, the object the annotation is for. Objects with a language come in
        the reader's and in Dutch.
        """
        if self.has_language:
            found = self.queryset.filter(translation_key__in=rows.values(f"{path}__translation_key"))
        else:
            found = self.queryset.filter(pk__in=rows.values(path))
        pairs: dict[str, Any] = {field.attname: field.attname for field in self.fields}
        if self.has_language:
            pairs["language"] = "locale__language_code"
        return ArraySubquery(found.values(json=JSONObject(**pairs)))

    def read(self, rows: Iterable[dict[str, Any]], language: str) -> list[Any]:
        """Return the objects of a `beside` annotation, each once: in the reader's language, else in Dutch."""
        found: dict[Any, Any] = {}
        for row in rows:
            key = row.get("translation_key", row["id"])
            if key not in found or row.get("language") == language:
                found[key] = row
        return [
            self._made(row) for row in found.values() if row.get("language") in (None, language, settings.LANGUAGE_CODE)
        ]

    def _made(self, row: dict[str, Any]) -> Any:
        values = [field.to_python(row[field.attname]) for field in self.fields]
        made: Any = self.model.from_db(self.queryset.db, [field.attname for field in self.fields], values)
        if self.has_language:
            made.locale = Locale(pk=row["locale_id"], language_code=row["language"])
        return made


def parent() -> OuterRef:
    """Return the reference, for use in `rows`, to the object a `beside` annotation is for."""
    return OuterRef(OuterRef("pk"))


@cache
def pages() -> Lookup:
    """Return the lookup of public pages of any type: name, address and language."""
    public = PortalPage.objects.live().public().filter(alias_of=None).order_by("path")
    return Lookup(public, "title", "url_path", "slug", "content_key", "summary", "translation_key", "locale")


@cache
def groups() -> Lookup:
    """Return the lookup of training groups."""
    return Lookup(readable(TrainingGroup).order_by("order", "slug"), "slug", "name", "translation_key", "locale")


@cache
def variants() -> Lookup:
    """Return the lookup of programme variants."""
    return Lookup(
        readable(ProgrammeVariant).order_by("order", "slug"), "slug", "name", "level", "translation_key", "locale"
    )


@cache
def partners() -> Lookup:
    """Return the lookup of partners; their names are the same in every language."""
    return Lookup(Partner.objects.order_by("name"), "slug", "name", "short_name")
