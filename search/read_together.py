"""Reads for many pages at once what the documents of each ask of the database."""

from collections.abc import Iterable
from typing import Any

from django.db.models import prefetch_related_objects
from modelcluster.models import get_all_child_relations
from wagtail.models import Orderable, Page

from portal.core.locales import locale_of
from portal.core.models.facts import SharedFacts, fact_owners
from portal.core.models.related import read_targets
from portal.core.peers import introduce

PARTNER = "partner"


def read_together(items: Iterable[Any]) -> list[Any]:
    """Return objects with their facts, rows and partners, and what their rows point at, some queries for each type."""
    found = list(items)
    owners = [item for item in found if isinstance(item, SharedFacts)]
    for model, of_type in by_type(owners).items():
        for item in of_type:
            item.locale = locale_of(item)
        others = facts_of(model, of_type)
        introduce(of_type)
        if issubclass(model, Page):
            prefetch_related_objects([*of_type, *others], PARTNER)
        for relation in rows_of(model):
            hold_rows([*of_type, *others], relation)
    read_targets(owners)
    return found


def by_type(items: Iterable[SharedFacts]) -> dict[Any, list[Any]]:
    """Return objects by their class."""
    found: dict[Any, list[Any]] = {}
    for item in items:
        found.setdefault(type(item), []).append(item)
    return found


def facts_of(model: Any, items: list[Any]) -> list[Any]:
    """Let texts know the objects that own their facts, and return those of them that were not among these objects."""
    texts = [item for item in items if not item.owns_facts]
    owners = {item.translation_key: item for item in items if item.owns_facts}
    keys = {item.translation_key for item in texts} - owners.keys()
    others = list(fact_owners(model).filter(translation_key__in=keys)) if keys else []
    owners |= {owner.translation_key: owner for owner in others}
    for item in texts:
        item.facts = owners.get(item.translation_key, item)
    for owner in others:
        owner.locale = locale_of(owner)
    return others


def rows_of(model: Any) -> list[Any]:
    """Return the relations to rows that are written in the form of an object, but those that are many."""
    return [
        relation
        for relation in get_all_child_relations(model)
        if issubclass(relation.related_model, Orderable) and relation.get_accessor_name() not in model.many_rows
    ]


def hold_rows(items: list[Any], relation: Any) -> None:
    """Read rows of many objects at once, and let each hold its own as if they came from its form.

    A list for each costs a tenth of a queryset for each, which is what `prefetch_related_objects` makes.
    """
    key, owners = relation.field, {item.pk: item for item in items}
    found: dict[int, list[Any]] = {pk: [] for pk in owners}
    for row in relation.related_model._default_manager.filter(**{f"{key.attname}__in": list(owners)}):
        pk = getattr(row, key.attname)
        key.set_cached_value(row, owners[pk])
        found[pk].append(row)
    for item in items:
        item.__dict__.setdefault("_cluster_related_objects", {})[relation.get_accessor_name()] = found[item.pk]
