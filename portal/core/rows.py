"""Objects with their child rows in one query, where a prefetch takes one for each relation.

A page may cost fifteen queries, header and footer included. The database returns the rows as JSON beside
each object; they become ordinary objects of their model again.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model, OuterRef, QuerySet
from django.db.models.functions import JSONObject
from wagtail.fields import StreamField


def columns_of(model: type[Model]) -> list[Any]:
    """Return the columns of a model that lists need: all but running text."""
    return [field for field in model._meta.concrete_fields if not isinstance(field, StreamField)]


def as_json(model: type[Model]) -> JSONObject:
    """Return the columns of a model as one JSON value, for an annotation."""
    pairs: dict[str, Any] = {field.attname: field.attname for field in columns_of(model)}
    return JSONObject(**pairs)


def from_json(model: type[Model], row: dict[str, Any]) -> Any:
    """Return the object behind a value of `as_json`; running text is loaded when it is asked for."""
    fields = columns_of(model)
    values = [field.to_python(row[field.attname]) for field in fields]
    return model.from_db(DEFAULT_DB_ALIAS, [field.attname for field in fields], values)


def with_rows(queryset: QuerySet[Any], *relations: str) -> list[Any]:
    """Return the objects of a queryset with these child relations in memory, with one query in all.

    The relations are those of a `ParentalKey`; `page.units.all()` then asks the database nothing.
    """
    model = queryset.model
    found = queryset.annotate(**{f"found_{name}": _rows(model, name) for name in relations})
    objects = list(found)
    for item in objects:
        for name in relations:
            row_model = model._meta.get_field(name).related_model
            getattr(item, name).set([from_json(row_model, row) for row in getattr(item, f"found_{name}")])
    return objects


def share_rows(target: Any, source: Any, relations: Iterable[str]) -> None:
    """Give an object the rows that another copy of it has in memory."""
    for name in relations:
        getattr(target, name).set(getattr(source, name).all())


def _rows(model: type[Model], name: str) -> ArraySubquery:
    """Return the annotation with the rows of a child relation, in their order."""
    relation: Any = model._meta.get_field(name)
    rows = relation.related_model._default_manager.filter(**{relation.field.name: OuterRef("pk")})
    return ArraySubquery(rows.order_by("sort_order", "pk").values(json=as_json(relation.related_model)))
